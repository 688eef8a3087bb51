# ruff: noqa: E501 - one rule a line
"""French rules of what a clause says of coming: a line is a rule, a regular expression for a plain clause."""

WORDS = {
    # to be able, to be, to come: the verbs of coming, in the forms that an answer has
    "ABLE": r"(?:pourr\w+|peu[xt]|peuvent|pouvons|pouvoir|pouvant|puis|puisse|saur\w+|pu)",
    "BE": r"(?:ser(?:ai|as|a|ons|ez|ont)|suis|est|sommes|sont|etre)",
    "GO": r"(?:viendr\w+|viens|vient|venons|viennent|venir|participer\w*|participe\w*|participons|assister\w*|assiste\w*|assistons|rendr\w+|joindr\w+|deplacer\w*|deplace|honorer\w*|rejoin\w+|pren(?:dr\w+|ds|d|ons) part|compter\w+ parmi)",
    "NOT": r"(?:pas|plus|point|guere|aucunement|nullement|jamais)",
    "HERE": r"(?:presente?s?|la(?=\W*(?:$|[,.;!]|le |ce |car |jeudi|pour |a |avec |demain))|des votres|des notres|parmi vous|a (?:vos|mes|nos) cotes|avec vous|de la partie|au rendez-vous|disponibles?|dispos?|libres?|en mesure|partante?s?)",
    "COME": r"(?:presente?s?|la(?=\W*(?:$|[,.;!]|le |ce |car |jeudi|pour |a ))|venir|venu|assister|participer|particip\w+|disponibles?|dispos?|libres?|liberer|absenter|joindre|rendre|honorer|des votres|des notres|parmi vous|a vos cotes|avec vous|repondre (?:favorablement|positivement|present)|donner (?:une )?(?:suite|reponse)|suite favorable|en mesure|de la partie|y etre|accepter|au rendez-vous|deplacer|deplacement|m'extraire|m'echapper|m'y soustraire|etre avec|etre representee?|etre des|etre la\b|prendre part|y aller|en etre|faire le)",
    "SPOKEN": r"(?:presente?s?|participer\w*|venir|viendr\w+|assister\w*|rejoindre|parmi vous|des votres|etre la\b)",
    "EVENT": r"(?:presence|venue|participation|inscription)",
    "JOY": r"(?:plaisir|joie|honneur|heureu\w+|ravie?s?|hate|rejoui\w*|enthousias\w*|volontiers|honoree?s?|contente?s?|impatien\w*|enchantee?s?|interet)",
    "DAY": r"(?:les \d+ (?:et|au|,) ?\d+|ce jour|ce matin|cette (?:date|matinee|journee|semaine)|le 24|jeudi|meme (?:heure|moment|date|jour|creneau|matin\w*)|toute la (?:matinee|journee)|du \d+ au \d+|ces dates|a ce moment)",
}

RULES = {
    # what was answered before this mail: a refusal after it cancels
    "earlier": r"""
        \b(?:accord|confirmation|reponse|inscription) (?:precedente?|initiale?|anterieure?)|\bai (?:confirme|repondu|accepte) (?:trop|hier|la semaine)|\bavais (?:dit|repondu) oui
        \bmalgre (?:ma|notre) (?:\w+ )?(?:confirmation|inscription|accord|reponse)
        (?<!n')(?<!ne l')(?:\bavais|\bavait|\bavions|\bavaient|m'etais|nous etions|\betais|\bai (?:deja|precedemment)) (?:\w+ ){0,3}(?:confirme\w*|accepte|inscri\w+|prevu|annonce|dit|indique|repondu|signale)|\b(?:devais|devions|devait) (?:\w+ )?(?:venir|participer|assister|etre)|m'etais engage|(?:precedente?|premiere?|derniere?) (?:reponse|confirmation|message|mail|courriel)|confirme (?:precedemment|la semaine derniere|hier)|\b(?:reviens|revenons|revenir) sur (?:ma|notre|mon)\b|comme (?:prevu|annonce|convenu)|prevenir (?:si|aussi) tard|\b(?:finalement|contrairement a|imprevue?s?|derniere minute)\b|\b(?:annulation|desistement)\b
    """,
    # a refusal, where nothing else was said
    "wished": r"""
        c'eut ete|\bce serait avec (?:\w+ )?(?:plaisir|joie),? mais
        (?:aurais|aurions|aurait) (?:\w+ ){0,3}(?:aime|souhaite|voulu|adore|prefere|ete (?:\w+ )?<JOY>|confirme|participe|assiste|accepte)|\bserais (?:\w+ )?venue?\b|si j'avais pu
    """,
    "regret": r"""
        \b(?:malheureusement|helas|desolee?s?|navree?s?|dommage|avec mes regrets|avec mes excuses|toutes mes excuses|a regret)\b
    """,
    "aside": r"""
        \b(?:reviens|revenons|reviendrai) vers vous (?=au sujet|concernant|a propos)|\bse desinscrire\b|\b(?:vegetarian|vegan|halal|kosher|lunch) options?\b|\boptions? (?:vegetarien|vegan|halal|sans)\w*
        \bne tenez (?:pas|plus|aucun) compte d(?:e |'|u )(?:\w+ ){0,3}(?:message|mail|courriel|reponse|refus|annulation|absence|desistement)\b[^;:]*
        \b(?:devais|devions|devait|devaient) (?!pas |plus )(?:\w+ )?(?:venir|participer|assister|etre|accompagner|me joindre|nous joindre)\b[^,;:]*?(?= mais\b|[,;:]|$)
        \b(?:etais|etions) (?:\w+ )?inscrite?s?\b[^,;:]*?(?= mais\b|[,;:]|$)
        \bapres (?:avoir )?(?:verif|consult)\w*[^,;:]*(?=[,;:])
        \bsauf (?:\w+ )?(?:empechement|imprevu|contretemps|accident|cas de force majeure)(?: de derniere minute| majeur| d'ici la)?
        # another's state as the reason for coming: « mon directeur étant en congés, j'assisterai »
        \b(?:mon|ma|notre|sa|son) (?:\w+ ){1,3}etant (?:\w+ )?(?:en|absente?|retenue?|souffrante?|malade|empechee?|indisponible|prise?)\b[^,;:]*
        \bpresente?s? (?:sur|dans|a|au|chez) (?:votre|vos) (?:site|stand|locaux|bureaux?|magasin|ecole|entreprise)\b[^,;:]*
        \bme(?:ts|ttons|ttre) (?:\w+ )?en (?:relation|contact|copie|cc|lien)\b[^,;:]*
        \ben conges? (?:a partir|des|depuis|ce soir)\b[^,;:]*
        # what does not hinder: « même si je suis en congé »; what is given up for coming
        \b(?:meme si|bien qu[e']|quoiqu[e'])[^,;:]*|\babsence (?:\w+ )?n'est plus d'actualite
        \b(?:annul|report|decal|deplac|avanc|renonc)\w* (?:a )?(?:mon|ma|mes|un|une|notre|nos) (?:autres? )?(?:rendez-vous|rdv|reunions?|deplacement|vacances|conges?|voyage|cours|seances?)\b[^,;:]*?(?= (?:pour|afin|et)\b)
        c'eut ete[^,;:]*
        # what is not done there, though one comes
        \bn(?:e |')(?:\w+ )?(?:dejeun|diner|mang|stationn|intervien|parler)\w*[^,;:]*
        # what was so before: « je ne pouvais pas venir, mais … »
        \bn(?:e |')(?:\w+ )?(?:pouvais|pouvait|pouvions|devais|devait|devions|comptais|pensais|prevoyais|etais|etait|etions) (?:\w+ ){0,2}(?:pas|plus)\b[^,;:]*?(?= mais\b|[,;:.]|$)
        # of somebody else: « en remplacement de ¤, qui est en arrêt maladie »; a part only: « ayant une autre réunion ensuite »
        (?<=¤),? (?:qui|who|laquelle|lequel) (?:est|sera|a|ne|n'|se|is|has|cannot)\b[^,;:]*\b(?:arret|conges?|maternite|absente?|souffrante?|malade|empechee?|indisponible|retenue?|pourra|peut|deplacement|quitte|leave|ill|away|unavailable)\b[^,;:]*
        \b(?:reunion|rendez-vous|rdv|engagement|obligation|train|cours|comite|seance)\b[^,;:]{0,20}\b(?:ensuite|apres|derriere|a (?:midi|11h\d*|12h\d*|13h\d*|14h\d*)|l'apres-midi|juste apres|plus tard)\b
        (?:ne|n') (?:me )?manquer\w* pas de (?:suivre|lire|partager|diffuser|relayer|penser|regarder|consulter|parler|vous)\b[^,;:]*
        # a thing is there, not a person: « la salle est disponible »
        \b(?:la|le|les|l'|votre|notre|une?|vos|nos) ?(?:\w+ )?(?:salle|lien|documents?|facture|programme|formulaire|badges?|parking|materiel|replay|video|site|compte[- ]rendu|commande|espace|plan|micro|ecran)\b[^,;:]{0,40}?\b(?:est|sont|sera|seront) (?:\w+ )?(?:disponible|present|la|pret|installe)\w*
        # another's absence as the reason for coming: « suite à l'empêchement de mon directeur, c'est moi qui … »
        \b(?:suite a|en raison de|du fait de|vu|etant donne|compte tenu de|en|pour pallier|face a) (?:l'|son |leur )(?:empechement|absence|indisponibilite|desistement|depart) (?:de |du |d')[^,;:]*(?:, (?:\w+ )?(?:empeche|retenu|souffrant|malade|excuse)e?s?\b(?! (?:je|nous|par)))?
        # a thing is confirmed, not coming: « je confirme la réservation de la salle »
        confirm\w+ (?:bien )?(?:la|le|les|l'|votre|vos|notre|nos) ?(?:reservation|livraison|commande|location|intervention|prestation|reunion|rendez-vous|entretien|devis|horaires?|adresse|salle|envoi|virement|paiement|installation|tarif|mise en)[^,;:]*
        # others will answer themselves: « il confirmera directement sa présence »
        \b(?:il|elle|ils|elles|qui|¤+) (?:vous |le |la )*(?:confirmer|repondr|reviendr)(?:a|ont)\b[^,;:]*
        # what could not be read or done, and has nothing to do with coming
        (?:pas|jamais|pas pu|pas encore) (?:bien )?(?:recu|ouvrir|ouvert|lire|acceder|trouver?|vu|repondu|compris|telecharg\w+)\b[^,;:]*
        \bn'ayant pu[^,;:]*|\bpu (?:vous )?(?:repondre|revenir|lire|ouvrir|contacter|joindre)[^,;:]*|\brepondre plus tot[^,;:]*
        \bn(?:e |')(?:\w+ ){0,2}pas (?:a )?(?:\w+ )?(?:le |la |les |l'|votre |vos |de |d')(?:liens?|pieces? jointes?|documents?|formulaires?|fichiers?|adresses?|programmes?|plans?|invitation|messages?|mails?|site|page|badge|code)\b[^,;:]*
        \bn(?:e |')[^,;:]{0,40}\bvous (?:joindre|contacter|appeler)\b[^,;:]*
        # being met elsewhere, reached, or glad of something else
        presente?s? (?:au|a la|aux|sur le|a l'|sur notre) ?(?:bureau|travail|salon|forum|congres|foire|colloque|seminaire|stand)[^,;:]*
        \bvous pou(?:vez|rrez) (?:me |m'|nous )(?:joindre|contacter|appeler|ecrire|rappeler|trouver)[^,;:]*
        \b(?:<JOY>)[^,;:]{0,20}(?:pour|de|d') ?(?:un |une |en |vous )?(?:echang\w+|appel|entretien|discut\w+|discussion|parler|presenter|accueillir|inviter)[^,;:]*
        # thanks, receipts, what is passed on
        accuse (?:bonne )?reception[^,;:]*?(?=\bet\b|,|;|$)|(?:confirm\w+|accuser?) (?:la )?(?:bonne )?reception[^,;:]*
        \b(?:transmets?|transferer?|transmettre|fais suivre)\b[^,;:]{0,60}(?:direct\w*|equipe|collegues?|services?|interesse\w*|cabinet|agenda|secretariat)
        # what would have been, or what others are asked
        (?:aurais|aurions|aurait|aurai) (?:\w+ ){0,2}(?:aime|souhaite|voulu|adore|prefere|volontiers|participe|assiste|accepte|confirme|ete (?:ravie?s?|heureu\w+|honoree?s?|enchantee?s?|tres|content\w*))[^,;:]*
        malgre [^,;:]*|(?:merci de|veuillez|pourriez-vous|pouvez-vous) (?:bien vouloir )?(?:me |nous |m'|m' )?(?:confirm\w+|indiquer|preciser|dire|faire savoir)[^,;:]*
        (?:confirm\w+|indiquer|repond\w+)[^,;:]{0,40}(?:avant le|au plus tard|votre <EVENT>)[^,;:]*|\bvotre (?:presence|participation|venue)\b
        \bdont (?:je|nous|j')[^,;:]*
        (?:inscri\w+|ajout\w+|abonn\w+)[^,;:]{0,30}(?:liste de (?:diffusion|contacts?)|newsletter|lettre d'information)[^,;:]*
        # a question told: « savoir si l'accès … »
        (?:savoir|demand\w+|dire|preciser|indiquer|connaitre) (?:si|quand|comment|ou|quel\w*) (?!je\b|j'|nous\b|mon\b|ma\b)[^,;:]*
        # where somebody was
        \b(?:j')?(?:etais|etait|etions|etaient) (?:\w+ ){0,3}(?:en |a l')?(?:deplacement|conges?|vacances|arret|formation|mission|etranger|absente?s?|malades?|souffrante?|indisponibles?)\b[^,;:]*
        # said to those who are written to
        \b(?:si|lorsque|quand) vous\b[^,;:]*|\bvous n(?:e |')[^,;:]*
        # what was answered, feared or believed before
        (?:avais|avions|ai eu|avait) (?:\w+ )?(?:peur|crainte)[^,;:]*|\b(?:craignais|pensais|croyais|redoutais|pensions|craignions)\b[^,;:]*
        ne (?:pas|plus|point) tenir compte d[eu] (?:\w+ ){0,3}(?:message|mail|courriel|reponse|refus|absence)\b[^;:]*
        # what will be said if something happens
        \bsi (?:toutefois |jamais |d'aventure |par hasard |malgre tout )?(?:je |j'|nous |un |une )(?:\w+ )?(?:devais|devions|avais|changeais|empechement|contretemps|imprevu)[^;:]*
        (?:avais|avait|avions) (?:\w+ ){0,3}(?:dit|repondu|indique|annonce)(?: (?:que )?(?:oui|non|present|negativement|positivement|favorablement|defavorablement))?
        \bn'(?:etais|etait|etions) pas (?:\w+ )?(?:certaine?|sure?s?)[^,;:]*
        # a polite condition of bringing somebody, or of a service
        (?<=¤ )si (?:c'est |cela est |cela vous |ca vous )?(?:\w+ )?(?:possible|ok|permis|autorise|d'accord|convient)\b|(?<=enfants )si (?:c'est )?(?:\w+ )?possible
        # an obstacle that is gone
        (?:deplacement|reunion|rendez-vous|rdv|conges?|mission|formation|stage|voyage|comite|seance|audience)s? (?:\w+ ){0,3}(?:annule|reporte|decale|leve|deplace|avance)e?s?\b[^,;:]{0,30}
        # at one's disposal for something else
        (?:disponibles?|disposition) (?:\w+ ){0,2}(?:pour|afin d[e']) ?(?:\w+ ){0,3}(?:entretien|echang\w+|appel|renseignement\w*|informations?|precisions?|question\w*|en (?:parler|discuter)|vous (?:rencontrer|recevoir)|complement)[^,;:]*
        # only a part of it is missed, or nobody comes along
        (?:devant|dois|devrai|devrons|doit|devra|oblige\w* de|contraint\w* de|faudra) (?:\w+ ){0,3}(?:partir|repartir|quitter|m'eclipser|m'absenter|filer|m'en aller|nous absenter)[^;:]*
        \bn(?:e |')[^,;:]{2,60}<COME>[^,;:]{0,20}\b(?:des|avant|jusqu'a?|pour toute|toute) (?:\d|le |la |l'|midi)[^,;:]*
        \b(?:ne |n')?(?:\w+ )?(?:pourr\w+|peu[xt]|devrai|dois|vais|ser\w+) (?:malheureusement |cependant |toutefois )?(?:pas )?(?:etre presente?s? |rester |assister |arriver |participer |etre la |partir |quitter )(?:pas )?(?:plus tot|plus tard|que (?:le|la|pour)|jusqu'|jusqu|toute la|a la (?:totalite|fin|seconde|deuxieme|premiere)|a l'(?:integralite|ensemble|heure)|des (?:le|l')|avant \d|apres \d|a midi|vers \d|qu'a)[^,;:]*
        \bn(?:e |')(?:\w+ ){0,2}(?:rest\w+|demeurer\w*) (?:\w+ )?(?:pas|que)\b[^,;:]*
        n'aurai (?:pas|aucun) d?'?accompagn\w*|sans accompagn\w*|pas accompagnee?s?|(?:ne )?(?:serai|viendrai|viens|serons|viendrons|vient) pas (?:accompagnee?s?|seule?s?)|n'est pas accompagnee?
        presence (?:\w+ ){0,3}obligatoire|(?:ne )?travaille plus[^,;:]*|plus en (?:poste|fonction)[^,;:]*|quitte (?:mes fonctions|la structure|l'association)[^,;:]*
        (?:ne|n') (?:me )?(?:manquer|oublier)\w* pas de (?:vous|revenir|faire|transmettre|repondre|en|le|la|tenir|communiquer)[^,;:]*
        empechement (?:\w+ ){0,2}(?:leve|annule|disparu|tombe)|\b(?:listes? de (?:diffusion|contacts?)|newsletter|base de donnees)\b
        (?:pas (?:de|d') ?(?:souci|probleme|contrainte|obstacle|accompagnant)s?|sans (?:souci|probleme))(?! pour (?:le|jeudi|moi|ma|nous))
        (?:\b(?:mon|ma|mes|notre|nos|le|la|il|elle)\b|¤)[^,;:]{0,60} n(?:e |')(?:etant|ayant|pouvant|souhaitant|voulant) (?!me |m'|nous )[^,;:]*
        \b(?:m'|nous )?excuser pour (?:ce|cette|le|la|mon|ma) (?:retard|reponse|delai|\w+ tardive)[^,;:]*
        etant (?:actuellement )?absente?s? (?:jusqu|du bureau)[^,;:]*|absente?s? jusqu[^,;:]*
        une prochaine fois(?= (?:peut-etre|j'espere))|bonne (?:reussite|organisation|continuation)[^,;:]*
        ne (?:m'|nous |vous )?(?:en )?(?:voulez|veuillez|hesit\w+)[^,;:]*|n'hesit\w+[^,;:]*
    """,
    "surely": r"""
        (?<!ne )\bser(?:ai|ons|a|ont) (?:aussi |bien |egalement |donc )?du voyage\b
        (?<!pas )(?<!plus )(?<!pas ete )\bautorisee?s? a (?:m'absenter|venir|participer|assister|me rendre)
        \bne (?:peux|pouvons|puis|pourrais) (?:\w+ )?qu(?:e |')(?:\w+ )?(?:accepter|confirmer|venir|repondre (?:oui|present|favorablement))|rendez-vous (?:est )?pris\b
        \brien ne (?:me |nous )?(?:fer\w+|plair\w+) (?:\w+ )?plus|\b(?:aucune?|pas d'|nul|plus d')(?: autres?)? ?(?:empechement|contrainte|obstacle|conflit|indisponibilite|engagement)s?\b
        \bn(?:e |')(?:\w+ ){0,3}(?:manquer\w*|rater\w*)[^,;]{0,20}(?:sous aucun|pour rien|pour tout|d'aucune)|\bpas d'autres? (?:engagements?|obligations?|rendez-vous|rdv|reunions?)\b|aucune raison (?:de|d')
        \bn'y manquer\w* (?:pas|point)|rien ne (?:s'oppose|s'opposera|m'interdi\w+)|\b(?:ne |n')?(?:peux|pouvons) que (?:\w+ )?(?:accepter|repondre|dire) (?:oui|present|favorablement|positivement)
        \bn(?:e |')(?:\w+ ){0,3}(?:<BE>|ai|aurai|avons)(?: \w+){0,2} (?:pas|plus) (?:\w+ )?(?:en|a l') ?(?:conges?|deplacement|vacances|etranger|reunion|formation|mission|arret)
        \b(?:pas|aucune?|nulle?) (?:d'|de )?(?:objection|inconvenient|obstacle|difficulte|empechement)s? (?:\w+ ){0,3}<COME>
        \b(?:me|nous|se) (?:rendrons|rendrai) a votre
        \bne? ?(?:me |se |nous |l' ?)?(?:manquer\w*|manque|raterai\w*|rate\w*|louper\w*) (?:pas|rien|pour rien)\b(?! de vous| de (?:revenir|faire|transmettre))
        pour rien au monde|sans faute|pas question (?:de|que)[^,;]{0,20}(?:rater|manquer|louper)
        \bn(?:e |')(?:\w+ ){0,2}(?:<BE>|ai|aurai|avons) pas (?:d'|de )?(?:absente?s?|empechements?|empechee?s?|indisponib\w+|(?<!'ai pas )(?<!aurai pas )(?<!avons pas )prise?s?)\b
        rien ne (?:\w+ )?(?:m'|nous )?empech\w*
    """,
    "cancels": r"""
        \b(?:redonn\w+|reattribu\w+|attribu(?:er|ez)|donn(?:er|ez)) (?:\w+ )?(?:ma|notre) place\b
        (?<!n')(?<!pas )(?<!avez )\b(?:oubli(?:ez|er)|barr(?:ez|er)|laissez tomber) (?:donc |plutot |svp )?(?:mon|ma|notre|nos) (?:noms?|places?|reservations?|<EVENT>)
        (?:\bfai(?:s|sons|re|t)|\bdois faire) (?:malheureusement |donc )?(?:demi-?tour|machine arriere|marche arriere)\b
        \b(?:confirmation|inscription|reponse|participation|accord)\b[^;]{0,40}\bcomme (?:nulle?|caduque|annulee?|non avenue)|\b(?:ignorer|oublier) (?:ma|mon|notre) (?:confirmation|inscription|accord)
        \b(?:annul\w+|decommand\w+)\b(?![^,;]{0,30}(?:evenement|matinee|le train|mon train|sncf) (?:est|sera|a ete))(?![^,;]{0,10}et remplace)
        \b(?:me|nous|se|m'|devoir) ?(?:desist\w+|retract\w+)|desistement|(?:retir\w+|reprend\w*|supprim\w+|enlev\w+|efface\w*|\bray\w+|\bot(?:er|ez)|barr\w+) (?:mon|ma|notre|nos|moi) (?:noms?|confirmation|accord|<EVENT>)|(?:retirer|rayer|enlever|supprimer) de la liste|m[e'] ?(?:retir\w+|ray\w+|enlev\w+|ot(?:er|ez)|supprim\w+|sortir|effac\w+) (?:de (?:la|votre) liste|des listes|des (?:inscrits|participants|presents))|desinscri\w+
        \brenonc\w+ a (?:ma|notre|sa)|ne plus (?:me |nous |m'|le |la )?(?:compter|inscrire|attendre|prevoir|tenir)\b|\bne pas tenir compte de (?:ma|notre) (?:\w+ )?(?:confirmation|inscription|presence|participation)|revenir sur (?:ma|notre|mon)|ne (?:plus )?(?:comptez|compter|m'attendez) plus
        \bliber\w+ (?:donc )?(?:ma|notre|nos|sa|leur|cette|la) places?|\b(?:rend\w*|remett\w+) (?:ma|notre) place|\bn(?:e |')[^,;]{0,40}honorer (?:mon|ma|notre|cet) ?(?:\w+ )?(?:inscription|engagement|reservation|confirmation)
        \bn(?:e |')(?:\w+ ){0,2}(?:<ABLE>|<GO>|<BE>|va|vais|allons)[^,;]{0,40}\bplus\b[^,;]{0,40}<COME>
        \bn(?:e |')(?:\w+ ){0,2}(?:<GO>|<ABLE>) (?:\w+ )?plus\b(?! que| d'| tot| tard)
        \b(?:je|j'|on|nous) (?:peux|pourrai|viens|viendrai|peut|sera|serai) plus (?:etre|venir|la|y|participer|dispo|des)
        \b(?:finalement|contretemps|en definitive|contrairement a|au final)\b.{0,120}\b(?:n(?:e |')|pas|impossible|absente?|empeche\w*|indisponible|decline\w*)\b.{0,80}(?:<NOT>|<COME>|impossible|empeche|absent|$)
        \bn(?:e |')(?:\w+ ){0,3}finalement (?:\w+ ){0,2}pas\b|(?:derniere minute|imprevue?s?)\b.{0,100}\b(?:n(?:e |')|empech\w*|impossible|oblige\w*|contrain\w*|absent\w*)|(?:empech\w*|impossible|ne pourr\w+).{0,100}(?:derniere minute|imprevu)
        (?:avais|avait|avions|m'etais|nous etions|etais) (?:\w+ ){0,3}(?:confirme\w*|accepte|inscri\w+|prevu|annonce|dit|indique|repondu).{0,160}\b(?:ne |n'|empeche\w*|impossible|malheureusement|contraint|oblige)
    """,
    "maybe": r"""
        ^\W*a vous (?:re)?confirmer\b
        \bau cas ou\b(?=\W*$| (?:je|nous)\b| j')|\b(?:j'hesit\w+|nous hesitons|hesite encore)\b|\b50 ?[/%]
        \breserv\w+ (?:encore )?(?:ma|notre|sa|leur) (?:reponse|decision)|\bpoint d'interrogation\b|\bchances? sur (?:deux|trois|\d)|\b(?:cinquante-cinquante|fifty-fifty)\b
        \bn'en s(?:ais|avons|ait) (?:\w+ ){0,2}rien\b|\bpas (?:encore |tout a fait )?(?:calee?s?|bouclee?s?|tranchee?s?|actee?s?)\b|\bdans l'incertitude\b
        \bn(?:e |')(?:le |la |l'|en |m'|me |nous )*(?:saur\w+|engager\w+|sais|savons|sait) (?:\w+ )?qu(?:e |')
        \b(?:attente|obtenir|soumis\w*|sollicit\w+) (?:\w+ )?(?:a |de |d'|l')(?:un |l')?avis\b
        \b(?:suspendue?s?|conditionnee?s?|soumise?s?|subordonnee?s?) a\b|\b(?:presence|participation|venue) reste (?:\w+ )?(?:incertaine|hypothetique|liee|a confirmer)
        \bconfirm\w*\b[^,;]{0,40}\b(?:d'ici|des que|en debut de semaine|prochainement|ulterieurement|sous peu)\b|\ble temps de (?:voir|verifier|m'organiser|consulter|demander)
        \bsauf contre-?ordre\b|\bpas impossible (?:que|qu')|\bn'exclu[st]? pas\b|\bcroise les doigts\b|\bje vous (?:le )?(?:re)?confirme (?:lundi|mardi|mercredi|vendredi|demain)\W*$
        \bn(?:e |')(?:peux|puis|pouvons|saurais|pourrai) (?:\w+ )?(?:pas )?(?:m'engager|me prononcer|nous engager|vous (?:le )?(?:confirmer|garantir|promettre)\b)(?! (?:ma|notre) (?:presence|participation|venue))|\b(?:risque|risquent) de\b
        \bje (?:vois|verifie|regarde|demande|checke|valide) (?:\w+ )?(?:avec|a|aupres de) (?:mon|ma|mes|notre|le|la|l') ?(?:directeur|directrice|chef\w*|direction|hierarchie|agenda|planning|manager|employeur|patron\w*|boss|responsable|n\+1|equipe|service)|\b(?:vois|verifie|regarde) si je\b
        # « sans celui-ci, je ne pourrai pas venir »; « ne suis pas en mesure, à ce jour, de vous garantir ma présence »
        \bsans (?:celui|celle|ce|cet|cette|cela|quoi|lequel|laquelle|l'accord|son|leur|reponse|autorisation)\b[^;:]{0,40}\bn(?:e |')
        \bn(?:e |')[^;]{0,30}\b(?:pas|point)\b[^;]{0,40}\b(?:garantir|m'engager|me prononcer|promettre|certifier)\b|\bfer(?:ai|ons) tout pour\b|\bje vous dis (?:lequel|laquelle|ce qu)
        (?:dans l'|en )attente (?:de|d'|du) ?(?!votre|vos)(?:\w+ )?(?:ordre de mission|autorisation|decision|convocation|arbitrage|planning|confirmation|validation|accord|reponse|retour|feu vert)
        \breserve (?:ma|notre) reponse|reponse (?:plus )?(?:definitive|ferme)|(?:pense|crois|dirais) que oui|plutot oui
        (?:reponds?|repondrai|reviens|dis|dirai|redis|confirme\w*)[^,;]{0,30}(?:des que|lorsque|quand j|une fois que)|rien (?:\w+ )?promettre|de mon mieux
        \bn(?:e |')[^,;]{0,40}(?:connai\w+|saur\w+|confirm\w+|repondre|decider?\w*|prononcer)[^,;]{0,40}\bque (?:le|la|l'|lundi|mardi|mercredi|jeudi|vendredi|dans|d'ici|demain|quand|lorsque)|(?:fortes|bonnes|grandes) chances|titre (?:provisoire|indicatif)|\bprovisoire\w*
        \b(?:dire|savoir|garantir|certifier|promettre) (?:encore )?(?:si|que) (?:je|nous)\b|\b(?:sais|savons|sait) (?:pas|toujours pas|pas encore|encore pas)|ignore (?:encore )?si|pas (?:encore )?(?:s[ur]+e?s?(?! (?:place|paris|site|la|le|cette|une?|votre|mon|ma|moi|nous|notre|lui|elle)\b)|certaine?s?|assuree?s?|en mesure de (?:vous )?(?:confirmer|repondre|dire|m'engager|me prononcer|garantir))\b|non certaine?|incertaine?s?
        pas (?:encore |vous |me |nous |le |la |y )*(?:confirmer|m'engager|engager|prononcer|garantir|arrete)\b(?! .{0,60}(?:car|parce|puisque|etant|en raison)[^.]{0,40}(?:etranger|conge|absent|deplacement|pris|vacances))
        \bn(?:e |')[^,;]{2,80}\b(?:a ce stade|pour l'instant|pour le moment|a ce jour|a cette heure|dans l'immediat)\b|\bpas encore (?:de visibilite|decide|confirme|valide|arbitre|fixe|pris)\w*|(?:manque de|pas de|aucune) visibilite|pour l'heure
        sous (?:toutes? )?reserves?\b|a condition (?:que|de)|\bsi (?:mon|ma|notre|nos|mes|son|sa|leur|l'|les|le|la|je (?:peux|parviens|trouve|me libere|suis|reussis|arrive)|tout|c'est possible|possible|jamais|nous (?:pouvons|parvenons|sommes)|il |elle |besoin)
        peut-etre|peut etre|eventuellement|probable(?:ment)?|vraisemblablement|normalement|en principe|a priori|selon toute|sauf (?:si|urgence|changement|reunion)|\boption\b|pre-?reserv\w*|susceptible|en suspens|sans garantie|rien de sur|a voir\b|on verra|verrai\b|un doute
        \b(?:donn\w+|apport\w+|communiqu\w+|parvenir|aurez) (?:une |ma |notre |la )?reponse (?:\w+ )?(?:d'ici|des|lundi|mardi|mercredi|vendredi|demain|avant|dans|sous|rapidement|au plus|la semaine|en debut)|pas encore (?:\w+ )?(?:stabilise|fixe|arrete|connu|cale|boucle|finalise|definiti|complet)\w*|\btrop tot pour\b
        possible mais|il est possible que|il se peut|selon (?:mon|mes|l'|les|le|ma) (?:\w+ )?(?:agenda|planning|disponib\w*|charge|emploi|contrainte\w*|avancee|train\w*|cours)|en fonction (?:de|d'|du)
        \b(?:devrai[st]|devrions|devraient|(?:dois|devons|doit) (?:encore |d'abord |juste |quand meme |toutefois )*(?:le |la |en |m'en |y )?(?:verifier|valider|confirmer|checker|regarder|caler|parler|voir|consulter|demander|m'organiser|m'assurer|attendre)|essai\w+|essay\w+|tach\w+ (?:de|d')|tenter\w* (?:de|d')|efforcer\w*|vais (?:essayer|tenter|voir|faire (?:mon|le|tout mon) possible|tacher)|fer(?:ai|ons) (?:mon|tout mon|le|notre) (?:possible|maximum))
        (?<!ne )(?<!n')(?<!fin de )\b(?:espere|esperons|espere bien|pense|pensons|compte|comptons|penser?ai|envisage|prevois)\b(?! sur)(?! pas)[^,;]{0,30}\b(?:pouvoir|venir|etre (?:present|la\b|des|parmi)|participer|assister|me liberer|etre disponible)
        \brien n'est (?:sur|certain|fait|garanti|acquis)|\bje (?:vous|te) (?:le )?(?:dirai|redirai)\W*$
        reste (?:encore )?a confirmer|\ba confirmer\b|(?:vous |te |le |la |en |y )(?:confirmer(?:ai|ons|a)|redirai\w*|redis|tiendrai|tiens|tiendrons)\b|\bj'y reviens|confirmation (?:a suivre|a venir|definitive|suivra)|(?:redis|dirai|dis|confirme) (?:ca |cela )?(?:plus tard|tres vite|vite|rapidement|bientot|des que|d'ici|sous \w+|dans (?:la|les|l')|en debut|la semaine|lundi|demain)
        (?:reviens|reviendrai|revenons|reviendrons|reviendra|repondrai|rappelle\w*) (?:vers|aupres|a|au|rapidement|d'ici|des|tres)[^;]{0,60}(?:confirm|<EVENT>|dispo|reponse definitive|calage|agenda)
        (?:depend\w*|en attente|attends|attendons) (?:\w+ ){0,3}(?:de|d'|du|le|la|l'|un|une|que|mon|ma|planning|agenda|accord|validation|retour|confirmation|on)\b|\battend (?:l'|un |une |son |sa |la |le )(?:accord|validation|retour|confirmation|reponse|planning|feu vert)|faut (?:encore |d'abord )?(?:l'accord|que je (?:verifie|voie|demande|m'organise|consulte))|(?<!ai )(?<!avons )verifie (?:mon|mes|avec)|voir si|dois (?:encore )?obtenir
    """,
    "no": r"""
        \bcharge\w* (?:de |d')(?:vous )?excuser\b|\bpasse(?:rai)? la main\b|\bne quitter\w* pas\b(?! (?:avant|la salle))|\bce jour-la,? (?:je|nous) (?:suis|serai|serons|sommes) (?:\w+ )?(?:au|aux|en|chez)\b(?! (?:vos|votre|vous|rendez-vous))
        \bn(?:e |')(?:me |nous |m'|y )?(?:prevo|prevoi|compt|gard|reserv|inscri|not|ajout|mett|valid|maint|retien)\w* (?:pas|plus|point|aucun\w*) (?:\w+ ){0,3}?(?:places?|sieges?|chaises?|noms?|inscription)\b
        \b(?:nul|sans|aucun) avis\b|\bpersonne (?:\w+ ){0,4}ne (?:fera|viendra|pourra|sera|participera)\b|\bne ser\w+ (?:\w+ )?(?:pas|plus|point) du voyage\b
        \bne (?:pas |plus )?compt\w+ (?:donc |malheureusement )?(?:pas )?(?:sur|avec) (?:moi|nous|ma|notre|lui|elle|¤)
        \b(?:inutile|(?:pas|plus) (?:la peine|besoin|necessaire|utile)|superflu) (?:de |d')(?:\w+ )?(?:me |nous |m')?(?:\w+ )?(?:gard|reserv|prevoi|inscri|compt|attend)\w+|\bpass(?:erez|er) de (?:moi|nous)\b
        \bn(?:e |')[^,;]{0,30}\b(?:pas|plus|jamais)\b[^,;]{0,20}\b(?:valid|reserv|gard|pris|confirm|maint)\w* (?:de |d'|un |une )?(?:ma |mon |mes |notre |nos )?(?:places?|sieges?|inscription|billets?)\b|\bpas\b[^,;]{0,25}\bavis (?:\w+ )?favorable|\bavis (?:\w+ )?(?:defavorable|negatif)|\bne (?:me|nous) (?:gard|reserv|conserv)\w+ (?:pas|plus)\b
        \b(?:me|nous|le|la|m'|l') ?(?:contrai\w+|oblig\w+|forc\w+|astrei\w+) (?:\w+ ){0,2}(?:a|de) (?:\w+ )?(?:demeurer|rester|garder)\b
        \bn(?:e |')(?:m'|nous |me |l'|les )?autoris\w+ (?:pas|point|guere) a\b|\b(?:plus|pas) vocation a\b|\bbouge(?:rai)? pas (?:de|du|d')
        \b(?:ca|cela|ce) (?:va etre|risque d'etre|sera|devrait etre) (?:\w+ )?(?:complique|delicat|tendu)\b(?! (?:de|d') (?:se |stationn|trouver))
        (?:\bj'ai|\b(?:mon|ma|mes|notre|nos) (?:\w+ )?\w+ (?:a|ont)) (?:attrape |fait |chope )?(?:la |une? |le )(?:varicelle|grippe|gastro\w*|covid|angine|lumbago|entorse|bronchite|fievre|sciatique|otite|rougeole|pneumonie|rhume)\b
        \bje (?:reste|resterai|garde|garderai) (?:avec (?:lui|elle)|aupres de|alitee?|au lit|au chaud|mon (?:fils|enfant)|ma fille)|\bm'a (?:mise? en arret|arretee?)\b|\ben plein (?:pendant|dans|sur|milieu)
        (?:\belle|\bil|\bce|\bc'|\breponse) ?(?:est|sera|reste|demeure) (?:donc |toujours |finalement |malheureusement |helas |bien )*(?:negative|defavorable|non(?=\W*$|[ :,;.!]+(?:je|nous|car|pour|merci|cette|¤)))
        \bdois (?:garder|m'occuper)\b(?! (?:le cap|la date))|\bautres? (?:imperatif|contrainte)s?\b
        \b(?:pas|peu|guere) (?:\w+ )?compatibles?\b
        \btrop\b[^,;]{0,40}\bpour (?:pouvoir )?(?:venir|participer|assister|m[e' ]|nous|prendre le|voyager|sortir|faire le|un tel|une telle)
        \bn(?:e |')pren\w+ (?:pas|plus|point) part
        # an obstacle alone: « je suis souffrant », « je pars en mission », « le 24 nous recevons une délégation »
        \b(?:suis|sommes|serai|serons) (?:\w+ )?(?:souffrante?|malade|alitee?|hospitalisee?|retenue?)s?\b(?! (?:a|pour) (?:votre|la) )|\bgarder (?:le lit|la chambre)
        \b(?:pars|partons|partirai|partirons|m'envole) (?:\w+ )?(?:en (?:mission|vacances|conges?|voyage|deplacement)|a l'etranger)|\b(?:c'est|ce sera) (?:\w+ )?(?:le )?(?:meme )?jour (?:de|du|ou|d')
        <DAY>[^;]{0,30}\b(?:je|nous|j') ?(?:recevons|recois|accueillons|accueille|organisons|tenons|animons|presidons|preside|anime)\b|\bc'est (?:\w+ )?non\b
        \b(?:par la pensee|en pensees?|de tout coeur avec vous|en esprit)\b|\binterdiction\b|\b(?:m'|me |nous )(?:\w+ )?(?:interdi\w+|prive\w*)\b|\bpas (?:cette annee|cette semaine|ce coup-ci)\b
        \b(?:participe\w*|assiste\w*|intervien\w*|anime|preside|organise)\b[^,;:]{0,40}\b(?:un|une|mon|notre|son) (?:\w+ )?(?:congres|colloque|seminaire|salon|forum|conference|formation|comite|conseil|jury|atelier|table ronde)
        \b(?:agenda|planning|calendrier|emploi du temps)\b[^,;:]{0,25}\b(?:boucle|sature|surbooke)|\bmais a distance\b|\bn(?:e |')(?:\w+ ){0,2}autoris\w* pas\b
        \bn(?:e |')(?:\w+ ){0,3}<NOT> pouvoir\W*$|\bpas concernee?s?\b|^\W*(?:\w+ ){0,3}\bje passe\W*$|\bsous d'autres cieux\b
        \bdifficile\b[^;]{0,40}\b(?:liberer|venir|participer|assister|disponible|deplacer|present|joindre|rendre)|\b(?:attend|attendue?s?|occupee?s?|requise?) (?:\w+ )?ailleurs\b|\b(?:cloue|alite|hospitalise)e?\b
        \bde refuser\b
        # renouncing, unless it is something else that is given up for coming
        (?<!pas )\brenonc\w+\b(?! (?:\w+ )?a (?:mon|ma|mes|un|une|cette|d'autres?) (?:\w+ )?(?:conge|voyage|vacances|autre|reunion|rendez-vous|deplacement))
        \bne (?:m'|nous )attend\w+ pas\b|\bne pas (?:me |nous |m')?(?:compter|inscrire|attendre|prevoir)\b
        \b(?:laiss|ced)\w+ (?:ma|notre) place|\btrop (?:\w+ ){1,2}pour (?:moi|nous)\b
        # who has left the post that was invited
        \b(?:contact\w+|ecrire|voir avec|remplac\w+ par)\b[^;]{0,60}\bsuccess(?:eur|rice)\b
        ^\W*(?:(?:je|serai|suis|malheureusement|helas|desolee?)\W*)*(?:absente?s?|excusee?s?)\b(?! (?:jusqu|du bureau))
        (?:suivr|regarder)(?:ai|ons)\b[^,;]{0,40}(?:a distance|en ligne|en visio)
        \bc'est (?:\w+ )?negatif\b
        \b(?:dois|devons|doit|devrai|devrons) (?![^;]*(?:<SPOKEN>|<EVENT>))(?:[\w']+ ){1,7}<DAY>|autres? deplacements?\b
        \b(?:je|j'|nous|mon|ma|notre|on)\b(?![^;]*(?:<SPOKEN>|<EVENT>))[^;]{0,80}\b(?:le|au|du|a la|a) memes? (?:jour|heure|moment|date|creneau|matinee|matin)\b
        \b(?:passerai|passerons|passe) (?:mon|notre) tour|\bn(?:e |')(?:\w+ )?(?:permet\w*|permett\w*) (?:\w+ )?<NOT>
        \bce n'est pas (?:moi|nous) qui\b
        \bn'(?:y )?ir(?:ai|a|ons|ont) (?:\w+ )?<NOT>|\bn(?:e |')(?:\w+ )?<BE> ni\b|\bn(?:e |')(?:(?:me|nous|lui) )?(?:convien\w+|arrange\w*) (?:\w+ )?<NOT>|\b(?:tombe|tombent) mal\b|mauvais (?:jour|creneau|moment)
        # a denial of any verb but those that deny twice, and coming in its scope
        \bn(?:e |')(?:(?:y|en|me|nous|se|vous|le|la|les) |[msl]')*(?!manqu|oubli|hesit|dout|cach|risqu)\w+(?: \w+){0,2}? <NOT>(?! (?:d'|de )?(?:besoin|objection|inconvenient|probleme|souci|seulement|mal\b|que\b))(?: \w+){0,2}? ?(?:(?:a|de|d'|en) ?)?(?:(?:me|m'|nous|y|s'|se) ?)*<COME>
        \bn(?:e |')(?:(?:y|en) )?<BE>(?: \w+)? <NOT>\W*$|\bn'y <BE>(?: \w+)? <NOT>
        \bn(?:e |')(?:\w+ ){0,2}(?:donner\w*|fer\w+|ferons) (?:\w+ )?<NOT> (?:\w+ )?(?:suite|partie|le (?:deplacement|voyage))
        \bn(?:e |')(?:\w+ )?<ABLE>(?: \w+)?,? ni\b|\b(?:aucune?|personne|nul) [^,;]{0,40}\bn(?:e |')[^,;]{0,40}<COME>|\bpas (?:pour )?(?:moi|nous)\b\W*(?:cette fois|$|jeudi)
        \bne (?:\w+ )?pouvant\b[^,;]{0,60}<COME>|\b(?:m'|nous |l'|lui |leur )(?:interdi\w+|empech\w+|retien\w*|dissuad\w+) [^;]{0,60}<COME>|(?:la|une) prochaine (?:fois|edition)
        prefere (?:\w+ )?(?:ne pas|m'abstenir|decliner|rester)|\bm'abst\w+|je reste (?:chez|a la maison)
        \bn(?:e |')(?:\w+ ){0,3}(?:souhait\w*|compt\w*|envisag\w*|desir\w*|veu[xt]|voul\w*|pens\w*|prevo\w*) (?:\w+ )?(?:pas|plus)\b[^,;]{0,40}<COME>
        \bn(?:e |')(?:\w+ ){0,3}(?:<ABLE>|permet\w*|permett\w*)\b(?![^,;]{0,30}\bque\b)[^,;]{0,70}(?:<COME>|<NOT>\W*$)
        \bn(?:e |')(?:\w+ ){0,3}<ABLE>\W*(?:\w+ ){0,3}<NOT>(?: (?:\w+ ){0,6}<COME>|[\W]*$|,|[ ,](?:le|jeudi|car|ce jour|a cette|vendredi|pour|a cause|en raison|malheureusement|helas))
        \bn(?:e |')(?:\w+ ){0,3}<GO>(?: \w+){0,3} ?<NOT>\b|\bne (?:pas|point) (?:pouvoir|etre|venir|assister|participer|donner)\b|\bde ne pouvoir\b
        \bni moi ni\b|\bni (?:\w+ ){1,4}ni (?:\w+ ){1,4}ne\b|\b(?:c'est|ce sera) (?:mort|rape|foutu)
        \b(?:suis|serai|serons|sommes) (?:\w+ )?(?:pas|plus) (?:a|en|sur) (?:paris|france|region|place)
        \bj'(?:anime|organise|accueille|interviens|encadre|ai deja)\b[^,;]{0,60}(?:<DAY>|\bau meme\b|a la meme)|\b(?:me|nous|le|la) (?:retiendr\w+|retienn\w+|retient)|\b(?:me|nous|le|la) (?:mobilis\w+|appelle\w*)\b[^;]{0,60}(?:dans|a|en|par|ailleurs|sur)
        \bn(?:e |')(?:\w+ ){0,3}<BE>(?: \w+){0,3} <NOT>\b[^,;]{0,50}<COME>
        \bn(?:e |')(?:\w+ ){0,2}(?:est|sera|semble)(?: \w+){0,2} pas (?:\w+ )?possible|pas (?:etre )?possible (?:pour|de)|ne nous est pas|(?:ca|cela) (?:ne )?va pas (?:etre|le faire)|pas (?:etre )?possible\W*$|pas en (?:capacite|etat)|dans l'incapacite
        pas (?:la possibilite|l'occasion|le temps|le plaisir|la chance|le loisir|l'honneur|l'opportunite) (?:de|d')
        (?:\b(?:je|j'|on|nous|tu|ca|il|elle)|¤+) ?(?:\w+ )?(?:peux|peut|pourrai|pourra|pourrons|viens|viendrai|viendra|vient|serai|sera|suis|participe|participerai|vais|va)(?: \w+)? pas (?:\w+ ){0,4}(?:<COME>|$)
        (?:\b(?:je|on|nous)|¤+) (?:peux|peut|pourrai|pourra|viens|viendrai|participerai|viendra|vient) (?:\w+ )?pas\b
        \bimpossib\w+\b(?! n'est)|dans l'impossibilite|indisponib\w+|pas (?:du tout )?(?:disponible|dispo|libre)s?\b|non disponible|incompatib\w+|hors de question
        \bdeclin(?!ai[st])\w+|refuse (?:votre|l'invitation|de)|donner (?:une )?suite (?:defavorable|negative)|reponse negative|(?:reponds|repondre) (?:\w+ )?(?:negativement|par la negative)|defavorable
        (?:veuillez|priee? de|prie|prions|prient|voudrez bien|vouloir|pour|souhaite|vous demande de|charge de|tient a|merci de) (?:\w+ ){0,4}(?:l'|la |le |nous |m'|me |les |s')\s?excuser?(?! (?:du|de (?:ce|cette|la|ma|vous|mon)|pour (?:le|ce|cette|la|mon|ma|cet)|ce|cette|mon|cet|le|d'avance))\W*(?:$|(?:il|elle|ils|elles|je|car) |.{0,40}(?:absence|mesdames|madame|monsieur|aupres|de ne|pour ce))
        excuser (?:\w+ ){0,3}(?:absence|de ne)|\b(?:mon|son|notre|leur|ma) absence|\bregrette (?:de (?:ne|vous informer)|que|vivement de ne|beaucoup de ne)|au regret|(?:desolee?|navree?|confuse?) de ne|excuses? (?:\w+ ){0,3}absence|avec regret|\b(?:ses|leurs) (?:\w+ )?(?:excuses|regrets)|a (?:mon|son|notre) grand regret
        \b(?:ser(?:ai|a|ons|ont)|suis|est|sommes|sont) (?:\w+ ){0,2}absente?s?\b(?! (?:jusqu|du \d|lors de))|en (?:deplacement|conges?|vacances|mission|formation|arret|rtt) (?:\w+ ){0,3}(?:<DAY>|a l'etranger)|\ben (?:deplacement|conges?|vacances|arret)\b|a l'etranger\b
        \b(?:retenue?s?|prise?s?|pris|mobilisee?s?|bloquee?s?) (?:\w+ ){0,3}(?:par|ailleurs|a d'autres|sur|avec|en reunion|<DAY>)|deja (?:\w+ )?(?:engagee?s?|prise?s?|un (?:autre )?(?:engagement|rendez-vous|rdv|rv)|une (?:autre )?(?:reunion|obligation))|\bempech\w*|autre engagement|engagements? (?:\w+ )?anterieurs?|autres? obligations?|contraintes? d'agenda
        \b(?:suis|serai|sera|serons|sommes) (?:\w+ ){0,3}(?:en|a|au|aux|chez|dans|sur)\b(?!.{0,25}(?:votre|vos|cotes?|evenement|ministere|rendez-vous|heure|l'heure|paris\b|grenelle|la salle))[^,;]{2,40}<DAY>
        \b(?:j'ai|nous avons|on a) (?![^;]*(?:<SPOKEN>|<EVENT>))(?:deja |malheureusement |aussi )*(?:un|une|des|notre|nos|mon|ma|mes|cours|entretien|exam\w*|partiel\w*|reunion|rdv|rendez-vous|conseil|classe)\b[^,;]{0,60}<DAY>|\b(?:ai|avons) (?:cours|exam\w*|partiels?|piscine)\b
        (?:contraintes?|raisons?|obligations?|motifs?) (?:\w+ ){0,4}(?:ne )?m'(?:y )?(?:empech\w*|oblig\w*|interdi\w*|en empech\w*)|\bcontraint\w* de (?:decliner|refuser)|m'oblige a (?:decliner|etre absent)
        \b(?:suis|serai|sera|serons) (?:\w+ )?en (?:reunion|conseil|seance|audience|commission|stage|voyage|conge|examen)\b|(?:une autre|un autre) (?:reunion|invitation|sollicitation|obligation|manifestation|evenement|rendez-vous|engagement|rdv)|(?:agenda|planning|emploi du temps|semaine|journee) (?:\w+ ){0,3}(?:complet|charge|surcharge|plein|rempli|overbooke)e?\b|pas interessee?s?|fais l'impasse
        sans moi|sans nous|passe mon tour|ne sera pas des|\bnon merci|merci mais non|c'est non|(?:^|[,.!] )non(?:[,.!;]|\W*$| (?:merci|desolee?|malheureusement|helas|pas|je|impossible|nous)\b)(?!.{0,20}(?:seulement|probl|souci|je n'ai pas|plaisant|serieusement|en fait))|^non\W*$|pas cette fois|une (?:prochaine|autre) fois|(?:prochaine|autre) (?:edition|occasion)|partie remise|ce n'est que partie|tant pis
        \b(?:serai|sera|serons|seront|etre|soit|sois|ferai|fera|faire) (?:\w+ ){0,3}remplac(?:ee?s?|er) (?:\w+ )?par
        (?:\b(?:je|j'|me|il|elle|ms|mr|serai|suis)\b|¤|\b(?:president|direct|maire|prefet|ministre|secretaire|chef|depute|senat|conseiller|adjoint|responsable)\w*)[^,;:]{0,80}?\brepresent(?:ee?s?|er) (?:\w+ )?par
        \bn(?:e |')(?:\w+ ){0,3}(?:pas|plus) (?:\w+ ){0,2}confirmer (?:ma|notre|sa) |^\W*(?:absente?s?|excusee?s?)\W*$
    """,
    "yes": r"""
        \bcomposee?s? (?:de |d')\W*(?:¤|moi\b)
        \b(?:places?|sieges?|badges?) a (?:reserver|garder|prevoir|noter)\b[^.;:]{0,20} ?: ?\W*¤
        \b(?:ajout|rajout|coch|inscri|mett|not|report)\w* (?:donc |bien |aussi )?(?:mon|nos|notre) noms?\b|\bser(?:ai|ons|a|ont) (?:\w+ )?a l'heure\b|\bc'est (?:\w+ )?cale\b|^\W*que oui\b
        \b(?:valid\w+|reserv\w+|gard\w+|pren(?:ds|ons)|bloqu\w+|maintien\w*|maintenons|conserv\w+) (?:bien |donc |volontiers )?(?:ma|notre|nos) places?\b
        (?<!faut )(?<!faudra )\b(?:compt|gard|reserv|prevo|reten|bloqu|mett|laiss)\w+(?:[ -](?:moi|nous))? (?:bien |donc |aussi )*(?:un|une|deux|trois|quatre|cinq|six|\d+) (?:sieges?|chaises?|places?|couverts?|fauteuils?)\b(?![^.]{0,16}(?:parking|stationnement|parc\b))(?! ou\b)
        \b(?:aurez|pourrez|allez|pouvez) (?:[\w()]+ ){0,4}?(?:de |d')?(?:m'|nous |me )(?:accueillir|recevoir|voir arriver)|\bparmi (?:vos|les) (?:hotes|invites|participants|convives)\b
        \b(?:feront|ferons|ferai|fera|faisons|font|fais) (?:tous |toutes |donc |bien )?(?:le|ce) (?:voyage|deplacement|trajet|chemin)\b|(?:^\W*|[,;:] |\b(?:mon|mes|nos|notre) )billets?\b[^,;]{0,20}\b(?:pris|reserves?|achetes?|en poche)\b
        \baffirmatif\b|(?:\belle|\bil|\bce|\bc'|\breponse) ?(?:est|sera|reste|demeure) (?:donc |toujours |finalement |bien )*(?:positive|favorable|affirmative|oui)\b
        \b(?:y|lui) donn(?:erai|erons|e|ons) (?:bien |volontiers |donc )?suite\b|\b(?:maintien\w*|maintenons|valid\w+|confirm\w+|reiter\w+) (?:bien |donc )?(?:mon|notre) (?:inscription|accord)\b
        \bser(?:ai|ons|a|ont) (?:\w+ ){0,2}dans la salle\b|(?:^|[,!] )presente?s? (?:avec|le|ce|jeudi|a)\b|\b(?:deux|trois|quatre|cinq|six|\d+) a venir\b
        \b(?:duo|trio|binome|tandem|quatuor|quatuor|team|mise a jour)\b[^.;:]{0,60} ?: ?(?:\w+\W+){0,3}¤|\b(?:team|equipe|bande|famille|troupe)\b[^.;:]{0,25}\bdebarque
        \b(?:reserv|not|inscri|compt|prevo|garde)\w* (?:\w+ )?pour (?:¤|moi\b|nous\b)|\b(?:nous|on) (?:mont|descend|arriv|debarqu)\w* (?:a|en) (?:deux|trois|quatre|cinq|six|\d+|train)\b|\b(?:on|nous) debarqu\w+
        \bassurer(?:ai|a|ons) la representation
        \b(?:je|nous) (?:vous )?(?:rejoindr(?:ai|ons)|retrouver(?:ai|ons))\b|\bser(?:ai|ons) parmi\b|\breussi a me liberer\b
        :? ?\boui\b\W*$(?<!dire oui)|(?<!ne )\b(?:me|nous) convien\w+(?! (?:pas|plus|guere|mal))|\b(?:ok|go|bon|good|top|parfait|impec\w*|nickel|cool|banco) pour (?:moi|nous)\b
        \b(?:me presenterai|nous presenterons)\b|\bser(?:ai|ons) (?:bien )?dans la salle\b|\bserai (?:la |le )represent\w+ (?:de|du|des)\b|\bsoyez assuree?s? de (?:ma|notre) <EVENT>
        \bc'est (?:\w+ )?(?:positif|favorable)\b|<EVENT> (?:\w+ ){0,2}d'actualite
        \brepon(?:drai|drons|ds|dons) a (?:votre|cette|l') ?(?:\w+ )?invitation
        \bune (?:seule )?place (?:\w+ )?pour (?:moi|nous)|\b(?:mais|et) (?:moi|pour (?:moi|ma part)),? (?:oui|si)\b|\bcette fois,? oui\b
        # « en retard mais présent », « merci d'ajouter son nom à côté du mien »
        ^\W*mais (?:(?:bien|bel et bien|quand meme|tout de meme|donc) )*(?:presente?s?|la)\W*$|\b(?:nom|inscription|presence|place)\b[^;]{0,20} (?:du mien|au mien|le mien|de la mienne|a la mienne|la mienne)\b
        \bser(?:ai|ons) (?:\w+ )?avec (?:mon|ma|mes|notre|nos|un|une|deux|trois|¤)
        \bun (?:grand |enorme |immense )?oui\b|\bfer(?:ai|ons|a|ont) partie d|\b(?:ferai|ferons|fera) un (?:devoir|plaisir|honneur|point)|\bj'arriver?ai (?:vers|a|un peu|en|pour|des)|\breste (?:\w+ )?disponible (?:le|jeudi)
        (?:sans|aucun|pas de) (?:probleme|souci)s? pour (?:le|jeudi|moi|ma part|nous)|\bfai(?:s|t|sons) le deplacement|\b(?:j'en serai|nous en serons)|\bj'(?:y )?irai\b|(?:permet\w*|laisse\w*)[^,;]{0,25}(?:de |d')(?:\w+ )?<COME>|(?:reiter\w+|renouvel\w+|maintien\w*) (?:\w+ )?(?:confirmation|accord|reponse)
        (?:\b(?:je|j'|nous|on|il|elle|ils|elles)|¤+)\W?(?:\w+ )?(?:peux|peut|pouvons|peuvent|pourr\w+|vais|allons|va|vont|arriver?ai|tiens|tenons|suis en mesure d\w*|suis en capacite d\w*) (?:\w+ ){0,2}?(?:(?:a|de|d'|me|m'|nous|se|s'|y) ?){0,3}(?:venir|participer|assister|etre (?:present|la\b|des|parmi|avec|de la)|prendre part|joindre|rendre|deplacer|liberer|honorer|rejoindre)
        (?:inform\w*|fai[st]\w* (?:\w+ )?part|annonc\w*|maintien\w*|maintenons|valid\w*|signal\w*|reiter\w*|renouvel\w*|assur\w*|garanti\w*) (?:\w+ ){0,4}(?:de |sur )?(?:ma|notre|sa|leur) (?:\w+ )?<EVENT>|\breste(?:ns|ra|rons)? (?:bien )?inscrit
        \bsur place\b|(?:\bm'y|\bnous y|\bs'y|\bme|\bnous|\bse) (?:rend\w+|deplac\w+)|\bs'y rendre|invitation (?:\w+ ){0,2}acceptee|c'est (?:\w+ ){0,2}oui\b|repon\w+ (?:par )?oui\b|reponse\W{1,4}(?:\w+ ){0,4}(?:favorable|positive|oui)\b|^\W*oui,? merci\W*$
        (?:ce sera|c'est|ce serait)[^,;]{0,30}\b<JOY>\W*$|\b(?:sera|seront|serons) represent\w+ (?:\w+ )?par\b
        \bconfirm(?!ation)\w*\b[^;]{0,80}\b(?:<EVENT>|serai|serons|sera|seront|viendr\w+|participer\w+|assister\w+|viens|venons|vient|participe|suis (?:bien )?(?:des|partante?|present))\b
        <EVENT>s? (?:\w+ ){0,4}(?:est |sont |bien )*(?:confirmee?s?|assuree?s?|acquise?s?|validee?s?|actee?s?)|^(?:\W|\b(?:je|vous|nous|bien|oui|le|bonjour|ok|donc|par|la|presente|merci|remercie|et|aussi)\b){0,30}confirm\w{0,3}\W*(?:$|pour)|\bje (?:vous |le |te )*confirme?s?\b(?! (?:mon|ma|mes|nos|notre|votre|vos|avoir|l'|la bonne|la reception|que vous)(?! ?(?:\w+ )?(?:<EVENT>|accord)))|\bconfirmation (?:de |d'|pour )?(?:ma |notre |sa )?<EVENT>|\bporter(?:ai)? la voix
        \b(?:serai|serons|serai[st]|serions|sera|seront|suis|sommes|soient|soit|est|sont) (?:(?:donc|bien|tres|egalement|aussi|entendu|sur|volontiers|moi-meme|moi|avec|grand|plaisir|tous|toutes|\w+ment|les|de|notre|cote|et) ){0,6}(?:<HERE>|la(?=\W*(?:$|[,.;:!)¤]|(?:le|ce|car|jeudi|demain|vendredi|pour|a|avec|et|mais|des|sans|bien|sur|comme|dans|en|vers|malgre|sauf|aussi|egalement|merci|d'|avant|apres|au|moi|ainsi|accompagne\w*|seule?|si|vous|j'|je|tout|toute|24|\d+h?)\b))|ok|d'accord|accompagnee?s?|inscrite?s?|seule?s?|representee?s?)
        \b(?:serai|serons|serait|serais|serions|sera|seront|suis|sommes|est|sont) (?:\w+ ){0,2}<JOY> (?:\w+ )?(?:de |d')(?:vous |pouvoir |vous y |y )*(?:participer|venir|assister|etre|rejoindre|retrouver|accepter|repondre|prendre|vous (?:voir|revoir|ecouter|rencontrer)|rencontrer|confirmer|joindre)
        \b(?:participer(?:ai|ons|a|ont)|assister(?:ai|ons|a|ont)|viendr(?:ai|ons|a|ont)|prendr(?:ai|ons|a|ont) part|(?:me|nous|se) (?:rendr|joindr)\w+|honorer(?:ai|a|ons)|represent(?:erai|era|erons|eront)|remplac(?:erai|era|erons|eront)|supple(?:erai|era)|accompagner(?:ai|a|ont|ons)|fer(?:ai|ons) le deplacement|(?:pourrai|pourrons|pourra) (?:\w+ )?(?:etre|venir|assister|participer|me|nous))\b
        (?:\b(?:je|nous|on|j'|elle|il|ils|elles)|¤+)\s?(?:y )?(?:participe|participons|assiste|assistons|viens|venons|vient|viennent|participent|assistent|prends part|prenons part|prend part|m'inscris|nous inscrivons|ramene|amene|emmene)\b(?! (?:vers|de\b|d'|pas))|\bser(?:ai|a|ons|ont) (?:\w+ ){0,2}(?:au|a la|a l'|a votre|a cette|a ce) ?(?:ministere|rendez-vous|evenement|matinee|rencontre|reunion|presentation|seance|manifestation|journee|invitation)
        \by (?:serai|serons|sera|seront|suis|participe\w*|assister\w*|vais|allons|viens|viendr\w+|prendr\w+)\b|\bj'en suis\b|\b(?:suis|sommes|est) (?:\w+ )?(?:des votres|de la partie|partante?s?|in\b)|c'est (?:tout |bien |tres )?(?:bon|ok|oui|d'accord|parfait|entendu)\b(?! a savoir)|\bc bon|cest bon|(?:ca|cela) (?:me|nous) va|ca (?:marche|roule)
        \baccept(?:e|ons|ent|era|erai)?\b[^;]{0,40}(?:invitation|plaisir|volontiers|$)|repon(?:ds|d|dons|drai|dra|dent|drons) (?:\w+ ){0,3}(?:favorablement|positivement|presente?s?|par l'affirmative|oui)|reponse (?:\w+ )?(?:favorable|positive)|(?:une )?suite favorable|volontiers
        ^(?:\W|\b(?:bonjour|bonsoir|salut|hello|coucou|bjr|slt|yo|hey|hi|re|merci|madame|monsieur|et)\b){0,20}(?:oui|ouais|yes|ok|okay|present[es]?s?|partante?|entendu|d'accord|dac|volontiers|carrement|bien sur|avec plaisir|presence|sans hesit\w+)\b(?!.{0,20}\?)(?!,? vous (?:pouvez|pourrez) (?!(?:me |m'|nous |donc |bien |aussi )*(?:compt|inscri|not|ajout|confirm|enregistr)))(?<!\bok(?=\W{1,3}merci))(?<!d'accord(?=\W{1,3}merci))(?<!entendu(?=\W{1,3}merci))(?! (?:merci|c'est note|bien (?:recu|note)|je (?:regarde|verifie|transmets|vois|note|reviens)|mais|je vous (?:redis|dis|confirmerai)))
        \b(?:comptez|compter|tablez|peux compter|pouvez compter|compte) (?:donc |bien |aussi )?sur (?:moi|nous|ma|notre|sa|la|lui|elle|¤)
        (?:inscri\w+|enregistre\w*|compter?z?|ajoute\w*|rajoute\w*|noter?z?|prevoi\w+|prevoyez|reserve\w*|prendre (?:bonne )?note|mets?|mettre|mettez|retenir|retenez) ?-?(?:[\w']+,? ){0,8}?(?:moi|nous|ma <EVENT>|notre <EVENT>|sa <EVENT>|m'inscri\w*|(?:\d+|une|deux|trois|quatre|cinq) places?|¤)|(?:m'|nous |-moi |me |-nous )(?:inscri\w+|enregistr\w+|compter|ajouter)|<EVENT>s? (?:de|d'|du|des)\W+(?:\w+\W+){0,4}¤|inscrivez-(?:moi|nous)
        (?:inscri\w+|participants?|participeront|liste|noms?|presents?|personnes|delegation|equipe|representants?|confirmation|attendees|participants)\b[^.;:]{0,80} ?: ?(?:\w+\W+){0,3}¤
        (?:association|structure|organisme|etablissement|service|entreprise|fondation|mission locale|equipe|reseau|ville|region|departement|societe|federation|institution)\b[^.]{0,60} (?:sera|seront) (?:\w+ ){0,2}(?:represent|remplac)ee?s? par
        (?:me |nous |se )(?:rejoui\w*|fai\w* une joie|feron\w* une joie|fera\w* une joie|ferai\w* une joie|feliciter?)[^,;]{0,30}(?:participer|venir|assister|etre|rencontr|retrouv|presence|decouvrir|rejoindre)
        (?:aurai|aurons|aura|auront|ai|a|ont|avons|c'est|ce sera|sera|serait) (?:\w+ ){0,3}(?:le |l'|un |tres )?(?:\w+ )?<JOY>[^,;]{0,40}(?:participer|assister|venir|d'accepter|etre (?:present|la\b|des|parmi|avec)|confirmer|accepter|repondre|rejoindre|rejoind\w+|participerai|assisterai|serai|viendrai|prendrai)
        \bavec (?:un |une |le |la )?(?:grand |grande |tres grand |plus grand |immense |beaucoup de |enorme )?(?:plaisir|joie|enthousiasme)\b
    """,
    "polite": r"""
        \bavis (?:\w+ )?favorable\b(?! (?:sur|au|a la|a votre|quant|pour))
        \b(?:rendez-vous|date|creneau) (?:est )?(?:bien )?(?:notee?|bloquee?|cochee?|posee?)\b
        ^\W*(?:alors |donc )?a (?:demain|tout a l'heure)(?: donc| alors)?\W*$
        \bnotee? dans (?:mon|nos|notre|son) agendas?\b|\bmerci de me compter\b
        \b(?:pour|afin de) (?:pouvoir )?(?:venir|etre (?:la|presente?)|participer|assister|vous (?:ecouter|rejoindre|entendre))
        \b(?:j'aurai|j'apporterai|j'apporte|je me munirai|aurai bien) (?:\w+ )?(?:ma|mon|une) (?:piece|carte)
        \b(?:ma|notre|sa|leur) (?:\w+ )?<EVENT>\b
        \b(?:souhaite|souhaitons|souhaiterais|souhaiterions|desire|desirons|voudrais|aimerais|aimerions) (?:\w+ )?(?:participer|assister|venir|m'inscrire|nous inscrire|etre (?:presente?s?|des|inscrite?s?)|prendre part|confirmer)
        \bvous (?:rejoin\w+|retrouver(?:ai|ons))|\b(?:bloque|reserv)\w* (?:la date|ma (?:date|journee)|mon agenda|ce creneau|le creneau|ma matinee)|me (?:libere|libererai|rendrai disponible|rends disponible)
        \b(?:a|au) (?:jeudi|le 24|24|bientot,? donc|jeudi prochain)\b|rendez-vous (?:jeudi|le 24)|hate (?:d'y etre|de vous|d'etre|de participer|de venir)|(?:c'est|bien) note[^;]{0,30}(?:jeudi|24|rendez-vous)|(?:on se|se) (?:voit|retrouve) (?:jeudi|le 24|la-bas)|a la semaine prochaine
        <JOY>[^,;]{0,60}\b(?:participer|assister|venir|y etre|rejoindre|retrouver|prendre part|ma presence|notre presence|ma participation|ma venue)\b
    """,
}
