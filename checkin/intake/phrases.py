# ruff: noqa: E501 - one rule a line
"""What sentences say of coming: one rule a line, French and English, matched on plain clauses.

A plain clause is in small letters without accents (`sentences.plain`), each named person written as `¤¤¤`.
The order of `Says` is the order in which rules are tried: the first that matches a clause decides it.
"""

import re
from enum import StrEnum


class Says(StrEnum):
    """What a clause says of the presence of somebody."""

    SURELY = "surely"  # a denial that affirms: « je ne manquerai pas d'être là »
    ASIDE = "aside"  # looks like an answer and is none: « je n'ai pas reçu le programme »
    CANCELS = "cancels"
    MAYBE = "maybe"
    NO = "no"
    YES = "yes"
    POLITE = "polite"  # coming is meant, not said: « à jeudi »
    NOTHING = "nothing"

    @property
    def comes(self) -> bool:
        """Whether somebody comes."""
        return self in {Says.SURELY, Says.YES, Says.POLITE}


_COME_FR = (
    r"(?:presente?s?|la\b|venir|venu|assister|participer|particip\w+|disponibles?|libres?|liberer|joindre|rendre|honorer|des votres|parmi vous|"
    r"a vos cotes|avec vous|repondre (?:favorablement|positivement|present)|donner (?:une )?(?:suite|reponse)|suite favorable|en mesure|"
    r"de la partie|y etre|faire|accepter|au rendez-vous|dispos?\b|deplacer|deplacement|etre avec|etre representee?|etre des|etre la|prendre part|"
    r"y aller|me libere|se liberer|nous liberer|en etre)"
)
_ABLE = r"(?:pourr\w+|peu[xt]|peuvent|pouvons|pouvoir|puis|puisse|saurai\w*|pu)"
_BE = r"(?:ser(?:ai|as|a|ons|ez|ont)|suis|est|sommes|sont|etre)"
_GO = r"(?:viendr\w+|viens|vient|venons|viennent|venir|participer\w*|participe\w*|participons|assister\w*|assiste\w*|assistons|rendr\w+|joindr\w+|prendr\w+ part)"
_NOT = r"(?:pas|plus|point|guere|aucunement|nullement|jamais)"
_EVENT = r"(?:presence|venue|participation|inscription|attendance)"

RULES: tuple[tuple[Says, str], ...] = (
    # -- a denial that affirms
    (
        Says.SURELY,
        r"\bne? ?(?:me |se |nous )?(?:manquer\w*|manque|raterai\w*|rate\w*|louper\w*) (?:pas|rien|pour rien)",
    ),
    (
        Says.SURELY,
        r"pour rien au monde|sans faute|pas question (?:de|que).{0,20}(?:rater|manquer|louper)|wouldn't miss|would not miss",
    ),
    # -- no answer, whatever it looks like
    (
        Says.ASIDE,
        r"(?:pas|jamais|pas pu|pas encore) (?:bien )?(?:recu|ouvrir|ouvert|lire|acceder|trouver?|vu|repondu|repondre plus tot|compris|telecharg\w+)",
    ),
    (
        Says.ASIDE,
        r"\bpu (?:vous )?(?:repondre|revenir|lire|ouvrir|contacter|joindre)|repondre (?:plus|avant|si) ",
    ),
    (
        Says.ASIDE,
        r"\b(?:reception|recu) (?:de )?(?:votre|l'|cette|du|ce) |accuse reception|bien recu votre|transmets?\b.{0,60}(?:direct|equipe|collegue|service|interesse|cabinet|agenda)",
    ),
    (
        Says.ASIDE,
        r"(?:aurais|aurions|aurait|serais|aurai) (?:\w+ ){0,2}(?:aime|souhaite|voulu|ete (?:ravie?|heureuse?|honoree?|enchantee?|tres|content))",
    ),
    (Says.ASIDE, r"would have (?:loved|liked|been)|wish i could|i'd have (?:loved|liked)"),
    (
        Says.ASIDE,
        r"(?:merci de|veuillez|pourriez-vous|pouvez-vous|please|could you|can you) (?:bien vouloir )?(?:me |nous )?(?:confirm\w+|indiquer|preciser|dire|let (?:me|us))",
    ),
    (
        Says.ASIDE,
        r"(?:confirm\w+|indiquer|repond\w+).{0,40}(?:avant le|au plus tard|votre (?:presence|participation|venue))",
    ),
    (
        Says.ASIDE,
        r"n'aurai (?:pas|aucun) d?'?accompagn|sans accompagn|pas accompagne|ne (?:serai|viendrai|viens) pas (?:accompagne|seul)",
    ),
    (
        Says.ASIDE,
        r"presence (?:\w+ ){0,3}obligatoire|ne travaille plus|no longer work|plus en (?:poste|fonction)|quitte (?:mes fonctions|la structure|l'association)",
    ),
    # -- what was said before is taken back
    (
        Says.CANCELS,
        r"\b(?:annul\w+|cancel\w*)\b(?!.{0,30}(?:evenement|matinee|le train|mon train|sncf) (?:est|sera|a ete))(?!.{0,10}et remplace)",
    ),
    (
        Says.CANCELS,
        r"\b(?:me|nous|se|m'|devoir) ?(?:desist\w+|retract\w+)|desistement|retirer (?:mon|ma|notre|nos) (?:nom|inscription|participation)|desinscri\w+",
    ),
    (
        Says.CANCELS,
        rf"\bn(?:e |')(?:\w+ ){{0,2}}(?:{_ABLE}|{_GO}|{_BE}|va|vais|allons).{{0,40}}\bplus\b.{{0,40}}{_COME_FR}",
    ),
    (Says.CANCELS, rf"\bn(?:e |')(?:\w+ ){{0,2}}(?:{_GO}|{_ABLE}) (?:\w+ )?plus\b(?! que| d')"),
    (
        Says.CANCELS,
        r"\b(?:je|j'|on|nous) (?:peux|pourrai|viens|viendrai|peut|sera|serai) plus (?:etre|venir|la|y|participer|dispo|des)",
    ),
    (
        Says.CANCELS,
        rf"\b(?:finalement|contretemps|en definitive|contrairement a)\b.{{0,120}}\b(?:n(?:e |')|pas|impossible|absente?|empeche\w*|indisponible|decline\w*)\b.{{0,80}}(?:{_NOT}|{_COME_FR}|impossible|empeche|absent|$)",
    ),
    (
        Says.CANCELS,
        r"\bno longer (?:be )?(?:able|attend\w*|come|coming|join\w*|available|going|possible)|won't be able to (?:\w+ ){0,4}after all|withdraw (?:my|our|his|her)|pull out|drop out",
    ),
    (
        Says.CANCELS,
        r"(?:avais|avait|avions) (?:\w+ ){0,3}(?:confirme|accepte|inscri\w+|prevu|annonce|dit|indique|repondu).{0,160}\b(?:ne |n'|empeche\w*|impossible|malheureusement|contraint|oblige)",
    ),
    # -- perhaps
    (
        Says.MAYBE,
        r"\b(?:sais|savons|sait) (?:pas|toujours pas|pas encore|encore pas)|ignore (?:encore )?si|pas (?:encore )?(?:s[ur]+e?s?|certaine?s?|assuree?s?|en mesure de (?:vous )?(?:confirmer|repondre|dire))\b",
    ),
    (
        Says.MAYBE,
        r"pas (?:encore )?(?:\w+ )?(?:confirmer|m'engager|nous engager|me prononcer|garantir|arrete)(?! .{0,60}(?:car|parce|puisque|etant)[^.]{0,40}(?:etranger|conge|absent|deplacement))",
    ),
    (
        Says.MAYBE,
        r"sous (?:toutes? )?reserves?\b|a condition (?:que|de)|si (?:mon|ma|notre|nos|mes|son|sa|leur|l'|les|le|la|je (?:peux|parviens|trouve|me libere|suis)|tout|c'est possible|possible|jamais|nous|il |elle )",
    ),
    (
        Says.MAYBE,
        r"peut-etre|peut etre|eventuellement|probable(?:ment)?|vraisemblablement|normalement|en principe|a priori|selon toute|sauf (?:si|urgence|changement|reunion)|option\b|pre-?reserv",
    ),
    (
        Says.MAYBE,
        r"\b(?:devrai[st]|devrions|devraient|dois (?:encore )?(?:verifier|voir|consulter|demander|m'organiser)|essai\w+|essay\w+|tach\w+ (?:de|d')|tenter\w* (?:de|d')|vais (?:essayer|tenter|voir|faire (?:mon|le) possible|tacher)|ferai (?:mon|tout mon|le) (?:possible|maximum))",
    ),
    (
        Says.MAYBE,
        r"\b(?:espere|esperons|espere bien|aimerais|aimerions|souhaiterais|souhaite|souhaiterions|pense|compte|penser?ai|envisage)\b.{0,30}\b(?:pouvoir|venir|etre (?:present|la|des|parmi)|participer|assister|me liberer|etre disponible)",
    ),
    (
        Says.MAYBE,
        r"reste (?:encore )?a confirmer|\ba confirmer\b|(?:vous |te |le |en |y )?(?:confirmer(?:ai|ons|a)|redirai\w*|redis|tiendrai|tiens|tiendrons) .{0,60}(?:plus tard|rapidement|bientot|prochain\w*|semaine|des que|d'ici|au plus (?:tot|vite)|ulterieurement|lundi|mardi|mercredi|jeudi|vendredi|dans les|informe\w?|au courant)",
    ),
    (
        Says.MAYBE,
        r"(?:reviens|reviendrai|revenons|reviendrons|reviendra|repondrai|rappelle\w*) (?:vers|aupres|a|au|rapidement|d'ici|des|tres).{0,60}(?:confirm|presence|dispo|participation|venue|reponse definitive|calage|agenda)",
    ),
    (
        Says.MAYBE,
        r"(?:depend\w*|en attente|attends|attendons|dans l'attente) (?:\w+ ){0,3}(?:de|d'|du|le|la|l'|un|une|que|mon|ma|planning|agenda|accord|validation|retour|confirmation|on)|\battend (?:l'|un |une |son |sa |la |le )(?:accord|validation|retour|confirmation|reponse|planning|feu vert)|je (?:vous )?(?:dis|dirai) (?:\w+ ){0,2}(?:ca|des que|rapidement|plus tard|au plus|vite|sous)|verifie (?:mon|mes|avec)|voir si|sans garantie|rien de sur",
    ),
    (
        Says.MAYBE,
        r"\b(?:might|may|maybe|perhaps|possibly|probably|tentative\w*|pencil\w*|hope to|hoping to|try to|trying to|not (?:yet )?(?:sure|certain|confirmed)|unsure|don't know|do not know|not know|subject to|provided (?:that)?|should be able|if (?:i|we|my|our|possible|time|all)|will (?:try|see|let you know|confirm|get back|check)|i'll (?:try|see|let you know|confirm|get back|check)|need to check|have to check|depend\w*|fingers crossed|would like to|aim to)\b",
    ),
    # -- no
    (
        Says.NO,
        rf"\b(?:n(?:e |'))(?:\w+ ){{0,3}}(?:{_ABLE}|permet\w*|permett\w*)\b(?!.{{0,30}}\bque\b).{{0,70}}(?:{_COME_FR}|{_NOT}\W*$)",
    ),
    (
        Says.NO,
        rf"\bn(?:e |')(?:\w+ ){{0,3}}{_ABLE}\W*(?:\w+ ){{0,3}}{_NOT}(?: (?:\w+ ){{0,6}}{_COME_FR}|[\W]*$|[ ,](?:le|jeudi|car|ce jour|a cette|vendredi|pour|a cause|en raison|malheureusement|helas))",
    ),
    (Says.NO, rf"\bn(?:e |')(?:\w+ ){{0,3}}(?:{_GO})(?: \w+){{0,3}} ?{_NOT}\b"),
    (Says.NO, rf"\bn(?:e |')(?:\w+ ){{0,3}}(?:{_BE})(?: \w+){{0,3}} {_NOT}\b.{{0,50}}{_COME_FR}"),
    (
        Says.NO,
        r"\bn(?:e |')(?:\w+ ){0,2}(?:est|sera|semble)(?: \w+){0,2} pas (?:\w+ )?possible|pas (?:etre )?possible (?:pour|de)|ne nous est pas|(?:ca|cela) (?:ne )?va pas (?:etre|le faire)|pas (?:etre )?possible\W*$",
    ),
    (
        Says.NO,
        rf"(?:\b(?:je|j'|on|nous|tu|ca|il|elle)|¤+) ?(?:\w+ )?(?:peux|peut|pourrai|pourra|pourrons|viens|viendrai|viendra|vient|serai|sera|suis|participe|participerai|vais|va)(?: \w+)? pas (?:\w+ ){{0,4}}(?:{_COME_FR}|$)",
    ),
    (
        Says.NO,
        r"(?:\b(?:je|on|nous)|¤+) (?:peux|peut|pourrai|pourra|viens|viendrai|participerai|viendra|vient) (?:\w+ )?pas\b",
    ),
    (
        Says.NO,
        r"\bimpossib\w+\b(?! n'est)|dans l'impossibilite|indisponib\w+|pas (?:du tout )?(?:disponible|dispo|libre)s?\b|non disponible|incompatib\w+",
    ),
    (
        Says.NO,
        r"\bdeclin\w+|refuse (?:votre|l'invitation|de)|donner (?:une )?suite (?:defavorable|negative)|reponse negative|reponds (?:\w+ )?(?:negativement|par la negative)|defavorable",
    ),
    (
        Says.NO,
        r"(?:veuillez|priee? de|prie|prions|prient|voudrez bien|vouloir|pour|souhaite|vous demande de|charge de|tient a|merci de) (?:\w+ ){0,4}(?:l'|la |le |nous |m'|me |les |s')?\s?excuser?(?! (?:du|de (?:ce|cette|la|ma|vous|mon)|pour (?:le|ce|cette|la|mon|ma|cet)|ce|cette|mon|cet|le|d'avance))\W*(?:$|.{0,40}(?:absence|mesdames|madame|monsieur|aupres|de ne|pour ce))",
    ),
    (
        Says.NO,
        r"excuser (?:\w+ ){0,3}(?:absence|de ne)|(?:mon|son|notre|leur|ma) absence|regrette (?:de (?:ne|vous informer)|que|vivement de ne|beaucoup de ne)|au regret de|desolee? de ne|navree? de ne|excuses? (?:\w+ ){0,3}absence|avec regret",
    ),
    (
        Says.NO,
        r"\b(?:ser(?:ai|a|ons|ont)|suis|est|sommes|sont) (?:\w+ ){0,2}absente?s?\b(?! (?:jusqu|du \d|lors de))|en (?:deplacement|conges?|vacances|mission|formation|arret|rtt) (?:\w+ ){0,3}(?:ce jour|cette date|a cette|le 24|jeudi|cette semaine|a l'etranger|du )|\ben (?:deplacement|conges?|vacances)\b(?!.{0,20}jusqu)",
    ),
    (
        Says.NO,
        r"\b(?:retenue?s?|prise?s?|pris) (?:\w+ ){0,2}(?:par|ailleurs|a d'autres|toute|ce jour|ce matin|sur|le 24|jeudi|avec|en reunion)|deja (?:\w+ )?(?:engagee?s?|prise?s?|un (?:autre )?(?:engagement|rendez-vous|rdv|rv)|une (?:autre )?(?:reunion|obligation))|empeche\w*|autre engagement|engagements? (?:\w+ )?anterieurs?|autres? obligations?|contraintes? d'agenda",
    ),
    (
        Says.NO,
        r"sans moi|sans nous|passe mon tour|ne sera pas des|\bnon merci|merci mais non|c'est non|(?:^|[,.!] )non[,.! ](?!.{0,20}(?:seulement|probl|souci))|^non\W*$|pas cette fois|une prochaine fois|prochaine (?:edition|occasion)|partie remise|ce n'est que partie",
    ),
    (
        Says.NO,
        r"\b(?:cannot|can't|can not|cant|couldn't|could not|won't|wont|will not|unable|not able|not be able|not going to|not be|isn't able|is not able|aren't able|shall not|won't be)\b.{0,60}(?:attend\w*|come|coming|make (?:it|that)|join\w*|be there|be present|participat\w*|available|accept|there|able|be with|travel)",
    ),
    (
        Says.NO,
        r"\b(?:unable|not able) to\b|have to decline|must decline|regret(?:fully)?\b|send (?:my|our|his|her) (?:regrets|apologies)|apologies for (?:my|his|her|not)|prior (?:commitment|engagement)s?|otherwise engaged|previous engagement|not available|unavailable|on (?:leave|holiday|annual leave) (?:that|then|on)|will be (?:away|abroad|travelling|traveling)|(?:have to|will|must) (?:pass|miss)\b|can't do\b|not this time|another time|no thank|clash\w*|not (?:attending|coming|joining)|i'm afraid",
    ),
    (Says.NO, r"\bn(?:e |')(?:\w+ ){0,3}(?:pas|plus) (?:\w+ ){0,2}confirmer (?:ma|notre|sa) "),
    (
        Says.YES,
        r"(?:association|structure|organisme|etablissement|service|entreprise|fondation|mission locale|equipe|reseau|ville|region|departement|societe|federation|institution)\b[^.]{0,60} (?:sera|seront) (?:\w+ ){0,2}(?:represent|remplac)ee?s? par",
    ),
    (
        Says.NO,
        r"\b(?:serai|sera|serons|seront|etre|soit|sois|ferai|fera|faire) (?:\w+ ){0,3}(?:represent(?:ee?s?|er)|remplac(?:ee?s?|er)) (?:\w+ )?par",
    ),
    # -- yes
    (
        Says.YES,
        rf"\bconfirm\w*\b(?! (?:la )?(?:bonne )?reception).{{0,80}}\b(?:{_EVENT}|serai|serons|sera|seront|viendr\w+|participer\w+|assister\w+|viens|venons|vient|participe|suis (?:bien )?(?:des|partante?|present)|i will|we will|i am|i'll|we'll|he will|she will|attend\w*)",
    ),
    (
        Says.YES,
        rf"{_EVENT}s? (?:\w+ ){{0,4}}(?:est |sont |bien )*(?:confirmee?s?|assuree?s?|acquise?s?|validee?s?|actee?s?)|^(?:\W|je|vous|nous|bien|oui|le|i|yes|hi|hello|bonjour|ok|donc|par|la|presente|,| )*confirm\w{{0,3}}\W*(?:$|pour)|je (?:vous |le |te )*confirme\b",
    ),
    (
        Says.YES,
        r"\b(?:serai|serons|serai[st]|serions|sera|seront|suis|sommes|soient|soit|est|sont) (?:donc |bien |evidemment |naturellement |tres |egalement |aussi |bien entendu |bien sur |volontiers |moi-meme |moi aussi |avec (?:grand )?plaisir |tous |toutes |effectivement |\w+ment |les |de notre cote |au rendez-vous, |et )*(?:presente?s?|la\b|des votres|parmi vous|avec vous|au rendez-vous|de la partie|a vos cotes|partante?s?|dispo(?:nible)?s?|ok|d'accord|accompagnee?s?|inscrite?s?|seule?s?|interessee?s? et|represente)",
    ),
    (
        Says.YES,
        r"\b(?:serai|serons|serait|serais|serions|sera|seront|suis|sommes|est|sont) (?:\w+ ){0,2}(?:ravie?s?|heureuse?s?|heureux|enchantee?s?|honoree?s?|contente?s?|joie|plaisir) (?:\w+ )?(?:de |d')(?:vous |pouvoir |vous y |y )*(?:participer|venir|assister|etre|rejoindre|retrouver|accepter|repondre|prendre|vous|rencontrer|confirmer|joindre)",
    ),
    (
        Says.YES,
        r"\b(?:participer(?:ai|ons|a|ont)|assister(?:ai|ons|a|ont)|viendr(?:ai|ons|a|ont)|prendr(?:ai|ons|a|ont) part|(?:me|nous|se) (?:rendr|joindr)\w+|honorer(?:ai|a|ons)|represent(?:erai|era|erons|eront)|accompagner(?:ai|a|ont|ons)|ferai le deplacement|pourrai (?:bien )?(?:etre|venir|assister|participer|me)|pourrons (?:bien )?(?:etre|venir|assister|participer)|pourra (?:bien )?(?:etre|venir|assister|participer))\b",
    ),
    (
        Says.YES,
        r"(?:\b(?:je|nous|on|j'|elle|il|ils|elles)|¤+)\s?(?:y )?(?:participe|participons|assiste|assistons|viens|venons|vient|viennent|participent|assistent|prends part|prenons part|prend part|m'inscris|nous inscrivons|ramene|amene|emmene|serai|sera|serons|seront)\b(?! (?:vers|de\b|d'|pas))",
    ),
    (
        Says.YES,
        r"\by (?:serai|serons|sera|seront|suis|participe\w*|assister\w*|vais|allons|viens|viendr\w+|prendr\w+)\b|j'en suis\b|\b(?:suis|sommes|est) (?:\w+ )?(?:des votres|de la partie|partante?s?|in\b)|c'est (?:bon|ok|oui|d'accord|parfait|entendu)\b(?! a savoir)|c bon|cest bon|(?:ca|cela) me va|ca marche|avec (?:grand |tres grand |le plus grand |beaucoup de |un immense |enthousiasme|joie|)(?:plaisir|enthousiasme|joie)",
    ),
    (
        Says.YES,
        r"\baccept(?:e|ons|ent|era|erai|ed|s|ing)?\b.{0,40}(?:invitation|plaisir|volontiers|$)|repon(?:ds|d|dons|drai|dra|dent) (?:\w+ ){0,3}(?:favorablement|positivement|present|par l'affirmative|oui)|reponse (?:\w+ )?(?:favorable|positive)|(?:une )?suite favorable|volontiers",
    ),
    (
        Says.YES,
        r"^(?:\W|bonjour|bonsoir|salut|hello|coucou|bjr|slt|merci|madame|monsieur|et|,)*(?:oui|yes|ok|okay|yep|ouais|present[es]?s?|partante?|entendu|d'accord|dac|volontiers|carrement|yes please|of course|sure|absolutely|bien sur|avec plaisir)\b(?!.{0,20}\?)(?! (?:merci|c'est note|bien (?:recu|note)|je (?:regarde|verifie|transmets|vois|note)|mais|je vous))",
    ),
    (
        Says.YES,
        r"\b(?:compte[rz]?|tablez|peux compter|pouvez compter) (?:donc |bien |aussi )?sur (?:moi|nous|ma|notre|sa|la|lui|elle|¤)|count (?:me|us|on me|on us|her|him)\b(?: in)?|put (?:me|us) down|sign (?:me|us) up|register (?:me|us)|i'm in\b|i am in\b|add me",
    ),
    (
        Says.YES,
        rf"(?:inscri\w+|enregistre\w*|compter?z?|ajoute\w*|rajoute\w*|noter?z?|prevoi\w+|prevoyez|reserve\w*|prendre (?:bonne )?note|mets?|mettre|mettez|retenir|retenez) ?-?(?:\w+ |bien |de |, |s'il vous plait |svp )*?(?:moi|nous|ma {_EVENT}|notre {_EVENT}|sa {_EVENT}|m'inscri\w*|(?:\d+|une|deux|trois|quatre|cinq) places?|¤)|(?:m'|nous |-moi |me |-nous |m')(?:inscri\w+|enregistr\w+|compter|ajouter)|presence de ¤|inscriptions? (?:de|d') ?¤|inscrivez-(?:moi|nous)",
    ),
    (
        Says.YES,
        r"(?:me |nous |se )(?:rejoui\w*|fai\w* une joie|feron\w* une joie|fera\w* une joie|ferai\w* une joie|feliciter?).{0,30}(?:participer|venir|assister|etre|rencontr|retrouv|presence|decouvrir|rejoindre)",
    ),
    (
        Says.YES,
        r"\b(?:will|shall|'ll|would|'d|am|are|is|be) (?:\w+ ){0,3}(?:attend\w*|be there|be present|be joining|join\w*|come|coming|participat\w*|be with you|be accompanied|represent\w*|be bringing|bring\w*|accompany\w*|take part)\b|(?:happy|delighted|glad|pleased|honoured|honored|thrilled|love|excited|keen) to (?:\w+ )?(?:attend|join|come|accept|participat\w*|be (?:there|with|present)|confirm)",
    ),
    (
        Says.YES,
        r"\baccept (?:your|the|this)|see you (?:there|then|on|thursday|next|all|at)|looking forward to (?:\w+ ){0,3}(?:attend\w*|join\w*|see\w*|meet\w*|it|the event|event|being|tak\w+ part)|confirmed\b|attending\b|we are coming|i'm coming|we're coming|i'll come|bringing\b|coming with",
    ),
    # -- coming is meant
    (
        Says.POLITE,
        r"\b(?:a|au) (?:jeudi|le 24|24|bientot,? donc|jeudi prochain)\b|rendez-vous (?:jeudi|le 24)|hate (?:d'y etre|de vous|d'etre|de participer|de venir)|(?:c'est|bien) note.{0,30}(?:jeudi|24|rendez-vous)|(?:on se|se) (?:voit|retrouve) (?:jeudi|le 24|la-bas)|a la semaine prochaine",
    ),
)

_COMPILED = tuple((says, re.compile(pattern)) for says, pattern in RULES)


def says(clause: str) -> tuple[Says, re.Match[str] | None]:
    """Return what a plain clause says, and where."""
    for said, pattern in _COMPILED:
        if found := pattern.search(clause):
            return said, found
    return Says.NOTHING, None
