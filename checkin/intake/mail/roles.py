# ruff: noqa: E501 - a pattern reads best on one line
"""What each person named in a clause is there for: a companion, somebody's substitute, somebody absent, …."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from checkin.intake.mail.mentions import Mention
from checkin.intake.mail.phrases import Says
from checkin.intake.proposals import PersonName


class Role(StrEnum):
    """What a named person is there for."""

    COMPANION = "companion"
    COMES = "comes"  # said of them, not by them
    ABSENT = "absent"
    PERHAPS = "perhaps"
    SUBSTITUTE = "substitute"  # in the place of who declines
    REPLACED = "replaced"
    PRINCIPAL = "principal"  # for whom the mail is written
    SELF = "self"  # « je soussigné X »
    CALLED = "called"  # « elle s'appelle X »: a companion who was counted before
    MENTIONED = "mentioned"  # beside an answer, and nothing says what for
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Cast:
    """One person and their role."""

    name: PersonName
    role: Role


_SUBSTITUTE_BEFORE = re.compile(
    r"(?:represente\w*|remplace\w*|supplee\w*|represented|replaced|attended|pourvu\w*)(?: \w+){0,2} (?:par|by)\b|"
    r"\b(?:designe\w*|mandate\w*|delegue|deleguer\w*|envoie|enverr\w+|envoyons|missionne\w*|appoint\w*|nominate\w*|delegat(?:es?|ed|ing)|sending|send|charge(?! d'excus)|demande a)\b[^.]{0,40}$|"
    r"\bpropos\w+ que\b[^.]{0,40}$|(?:ma|sa|notre|my) (?:place|stead)\b[^.]{0,60}$|ce sera\b[^.]{0,40}$|c'est\b[^.]{0,40}$|instead,?\W*$"
)
_SUBSTITUTE_AFTER = re.compile(
    r"^[^¤]{0,120}?\b(?:(?:me|m'|nous|la|le|l'|les|you|him|her)\s?(?:y )?(?:represent|remplac|supple)\w*|(?:represent|remplac|supple)\w+ (?:me|us|him|her|madame|monsieur)\b|"
    r"(?:a|en) (?:ma|mon|sa|son|leur|notre) (?:place|nom|lieu|compte|remplacement)|(?:a la place|en lieu et place|au lieu|instead) (?:de|of) (?:moi|nous|me|us)\b|on (?:my|his|her|our|their) behalf|in (?:my|his|her|our|their) (?:place|stead)|instead\b|for me\b|represent me)"
)
_REPLACED_BEFORE = re.compile(
    r"(?:a la place|en remplacement|au lieu|en lieu et place|instead|in (?:the )?place|represent(?:er|erai|erons|ant|e|ing)?|remplac(?:er|erai|ant|e)|supplee(?:r|rai)?|replac\w+)(?: (?:de|d'|of|by))? ?\W*(?:\w+ ){0,4}$"
)
_PRINCIPAL_BEFORE = re.compile(
    r"(?:(?:au nom|de la part|pour le compte|a la demande|en qualite d'assistante?|on behalf|sur instruction)(?: de| d'| du| of)? ?\W*(?:\w+ ){0,4}|^\W*(?:pour|for) |\bvous avez (?:\w+[ ']){0,5}(?:conviee?|convier|inviter?|associer?) |\b(?:invitation|courrier|courriel)\b[^.]{0,30}\b(?:adress|envoy|destin|transmis|fait)\w* a )$"
)
_OTHER_BEFORE = re.compile(
    r"(?:\b(?:bonjour|bonsoir|salut|hello|hi|dear|chere?s?|coucou)\b(?: \w+\.?){0,3}\W*|"
    r"\b(?:remerci\w*|merci|thank\w*|grateful)\b[^.!?:,]{0,30}|\b(?:contact\w*|joindre|appeler|s'adresser|ecrire|adresser|telephoner|call|reach|solliciter|prevenir|voir avec)\b[^.!?:]{0,50}|"
    r"\b(?:echang\w*|convenu|entretien|discut\w*|rendez-vous|vu|conversation|parle|indique|reunion|rencontr\w*|travaill\w*|eu|spoke|spoken|talk\w*|meeting|discussed|suite|liens?|lien|partenariat)\b[^.!?:]{0,30}\b(?:avec|par|a|with|to)\b[^.!?:]{0,20}|"
    r"\b(?:invitation|intervention|conseils?|intermediaire|mail|courriel|message|email|demande|relance|initiative|presentation|discours|livre|ouvrage|propos|attention|sollicitation|conclusion|presidence|autorite|egide|direction|cote|equipe|prise de parole|suggestion)s? (?:de|d'|du|of|from|by)\b[^.!?:,]{0,30}|"
    r"\b(?:cc|copie|copies|transmis\w*|transfere\w*|transmets|fais suivre|envoye\w*|organise\w*|invitee?s?|recommande\w*|sollicitee?s?|propose\w*|ecouter|entendre|revoir|saluer|felicit\w+|rencontrer|retrouver|forward\w*|invited|suggested|meet|hear\w*)\b[^.!?:;]{0,40}|"
    r"\b(?:mon|ma|son|sa|notre|my|his|her) (?:assistante?|secretaire|secretariat|assistant)\W{1,3}(?:mme |m\. )?|"
    r"\bassistante? (?:de|d')\W*|\bsignee?\W*|\bsecretariat (?:de|d')\W*)$"
)
_COMPANION_BEFORE = re.compile(
    r"(?:\baccompagn\w*[^.!?]{0,80}|\bavec\b[^.!?]{0,80}|\bcompagnie\b[^.!?]{0,60}|cotes\b[^.!?]{0,60}|(?:ainsi qu[e']|de meme qu[e']|tout comme|aussi bien qu[e'])[^.!?]{0,80}|\bcelles? (?:de|d'|of)[^.!?]{0,80}|"
    r"\b(?:convaincu|persuade|ramene|amene|emmene|inviter?ai|embarque)\w*[^.!?]{0,60}|\b(?:inscri\w*|ajout\w*|rajout\w*|reserv\w*|enregistr\w*|not(?:er|ez)|prevoi\w*|compter|comptez|registe?r\w*|add|include|also)\b[^.!?]{0,80}|"
    r"\b(?:with|together|along|joined by|accompanied by|bring\w*|as well as|plus)\b[^.!?]{0,80}|\b(?:moi|moi-meme|myself|i)\b ?(?:,|et|and|&|\+|ainsi)[^.!?]{0,60}|"
    r"\b(?:mon|ma|mes|nos|my|our|notre) (?:\w+[ ,]+){0,5}|\bdont\b[^.!?]{0,40}|\bincluding\b[^.!?]{0,30}|:\W*(?:\w+\W+){0,4}|\b(?:presence|venue|participation|inscription)s? (?:confirmee?s? )?(?:de|d'|du|des)\b[^.!?]{0,80}|\b(?:confirm\w*|ok|oui|yes)\b[^.!?]{0,20}\b(?:pour|for)\b[^.!?]{0,40})$"
)
_COMES_AFTER = re.compile(
    r"^[^.!?¤]{0,140}?(?:\b(?:(?:m'|nous |l'|me |les )?(?:accompagn(?:era|eront|e|ent)|rejoin\w+)|se join\w+|viendr\w+|vient|viennent|sera|seront|participer\w+|participe\w*|"
    r"assister\w+|assiste\w*|serons|viendrons|representera|representeront|prendra part|feront|fera partie|fera le|pourra|pourront|pourrons|devrait|devraient|souhaite\w*|reponds?|confirme\w*|accepte\w*|ne |n')|"
    r"\b(?:et|and|&) (?:pour )?(?:moi|i\b|myself|me\b)|\bwill\b|\bis (?:coming|joining|attending)|\bare (?:coming|joining|attending)|\bwould|\bshall|\bcan)"
)
_PRINCIPAL_AFTER = re.compile(
    r"^[^.!?¤]{0,140}?\b(?:vous (?:remerci\w*|pri\w*|adress\w*|fait|prie|present\w*|inform\w*)|a (?:bien |pris )|m'a |me charge|m'a demande|regrett\w*|est |sera |se |ne |n'|retenu\w*|empeche\w*|etant|aurait|sait gre|thanks|has |have |is |regrets|sends|a le |souhait\w*|accept\w*|remercie\w*)"
)
_SELF_BEFORE = re.compile(
    r"(?:soussignee?|c'est|ici|moi,? c'est|je suis|je m'appelle|this is|my name is|i am|mon nom est|nom et prenom ?:)\W*$"
)
_LINK = re.compile(r"(?:[,;/&+()\t|\[\]–-]|\bet\b|\band\b|\bainsi que\b|\bou\b|\bavec\b|\bpuis\b|\bplus\b)")
_NO_LINK = re.compile(
    r"\b(?:ser(?:a|ai|ont|ons)|viendr\w+|pourr\w+|represent\w+|accompagn\w*|remplac\w*|assistante? (?:de|d')|secretaire (?:de|d')|contact\w*|"
    r"qui|que|will|is|are|est|non|pas|plutot|rather|not|attend\w*|je|nous|il|elle|we|vous|charge\w* de vous|suite a|excus\w*|avec (?:la )?copie)\b|[!?]|(?<!\bresp)(?<!\bdir)\."
)
_I_STAND_FOR = re.compile(r"\bje\b[^.]*\brepresenter")
_JUST_ALONG = re.compile(r"\bavec\W*(?:\w+\W+){0,4}$|accompagn\w* (?:de|d'|par)")
# « avec A, et non par B comme indiqué »
_NOT_BEFORE = re.compile(
    r"\b(?:et non|non pas|pas|plutot que?|not|rather than)(?: (?:avec|de|d'|par|pour|with|by|celle))*\W*(?:(?:ma|mon) \w+\W+)?$"
)
_BRINGS = re.compile(
    r"\b(?:avec|accompagn\w*|amen\w+|emmen\w+|ramen\w+|inscri\w+|ajout\w+|rajout\w+|invit\w+|venir|viens|viendr\w+|bring\w*|with|add|come|join\w*)\b"
)
_MAY_COME = re.compile(
    r"^[^.¤]{0,40}\b(?:m'accompagner|nous accompagner|se joindre|venir|participer|assister|come|join|attend|accompany)\b"
)
_CALLED_BEFORE = re.compile(
    r"(?:\b(?:elle|il) s'appelle|\bil s'agit de|\b(?:son|leurs?) noms? (?:complets? )?(?:est|sont|:)|\b(?:his|her|their) (?:full )?names? (?:is|are|:)|(?:he|she) is called)\W*$"
)
_TOO = re.compile(
    r"^(?:, [^,;¤]{0,60},)?\W*(?:aussi|egalement|pareil|de meme|too|as well)\W*$"
)  # « Anna Petit aussi. »
_AND_ME = re.compile(r"^ (?:et|and|&|\+) (?:pour )?(?:moi|moi-meme|myself|i|me)\b")
_IT_IS = re.compile(r"\b(?:c'est|ce sera|ce serait|it is|it's|it will be)\W*(?:\w+\W+){0,6}$")
_WHO = re.compile(
    r"^[^.!?¤]{0,80}?\b(?:qui|who) (?:\w+ ){0,2}?(?:viendr\w+|vient|sera|seront|particip\w+|assist\w+|represent\w+|accompagn\w+|se \w+|fera|will|is|are|shall|y |vous |nous )"
)
_SURELY_ALONG = re.compile(
    r"(?:together with|along with|accompanied by|joined by|accompagnee?s? (?:de|d'|par)|en compagnie d)\W*(?:\w+\W+){0,5}$"
)
_COME_WITH = re.compile(
    r"\b(?:rencontr\w*|retrouv\w*|revoir|merci|ecouter|participer\w*|assister\w*|viendr\w+|viens|venons|serai|serons|presente?s?|venir|come|coming|attend\w*)\b"
    r"(?:(?!\b(?:echang|discut|suite|convenu|contact|rendez|reunion|entretien|meeting|lien|vu\b))[^.;]){0,60}\b(?:avec|with)\b\W*(?:\w+\W+){0,4}$"
)
_ABSENT_AFTER = re.compile(
    r"^[^.!?¤]{0,60}?(?:\bn'(?:etant|ayant) (?:pas|plus)|\bpasse(?:ra)? son tour|\bse (?:retire|desiste)|\b(?:garde|reste)(?:ra)? (?:la|le|a|au|chez|en)\b|\b(?:is|being) (?:on (?:\w+ )?leave|away|ill|sick|abroad|unavailable)|\b(?:etant )?(?:souffrante?|malade|empechee?|indisponible|retenue?|excusee?|absente?)\b(?! (?:jusqu|du bureau)))"
)
_COME_BEFORE = re.compile(r"\b(?:sera|seront|viendront|participeront|participera|par)\b[^.]{0,60}$")
_LONGEST_LINK = 130


def groups(masked: str, people: list[Mention]) -> list[list[Mention]]:
    """Return the people of a clause in the runs in which they are listed, functions between them or not."""
    runs: list[list[Mention]] = []
    for one in people:
        between = masked[runs[-1][-1].end : one.start] if runs else ""
        if runs and len(between) <= _LONGEST_LINK and _LINK.search(between) and not _NO_LINK.search(between):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def cast(masked: str, people: list[Mention], said: Says, *, asked: bool = False) -> list[Cast]:
    """Return the roles of the people of a clause that says `said`; `asked`: it is a question."""
    found: list[Cast] = []
    runs = groups(masked, people)
    for place, run in enumerate(runs):
        start = runs[place - 1][-1].end if place else 0
        end = runs[place + 1][0].start if place + 1 < len(runs) else len(masked)
        before, after = masked[start : run[0].start], masked[run[-1].end : end]
        role = _asked(before, after) if asked else _role(before, after, said)
        found += [Cast(one.name, role) for one in run]
    return found


def _asked(before: str, after: str) -> Role:
    """« Puis-je venir avec ¤ ? », « could my husband ¤ come along? »."""
    brings = _BRINGS.search(before) or _MAY_COME.match(after)
    asked = not _OTHER_BEFORE.search(before) and brings and _COMPANION_BEFORE.search(before)
    return Role.COMPANION if asked else Role.OTHER


def _role(before: str, after: str, said: Says) -> Role:
    """Return the role of the first case that fits the words before and after a person."""
    return next((role(said) for fits, role in _CASES if fits(before, after)), Role.OTHER)


def _said_of(said: Says) -> Role:
    if said.refuses:
        return Role.ABSENT
    if said is Says.MAYBE:
        return Role.PERHAPS
    return Role.COMES if said.comes else Role.PRINCIPAL


def _thanks(said: Says) -> Role:
    return Role.ABSENT if said.refuses else Role.PRINCIPAL


def _represents(said: Says) -> Role:
    """Who represents a person takes their place; who represents an organisation comes for it."""
    return Role.COMES if said is Says.YES else Role.SUBSTITUTE


def _along(said: Says) -> Role:
    return Role.OTHER if said.refuses or said is Says.ASIDE else Role.COMPANION


def _perhaps_along(said: Says) -> Role:
    """Return the role of somebody of whom nothing is said where coming is."""
    return Role.MENTIONED if said.comes else Role.OTHER


def _listed(said: Says) -> Role:
    return Role.COMES if said.comes else Role.OTHER


def _always(role: Role) -> Callable[[Says], Role]:
    return lambda _said: role


_Fits = Callable[[str, str], bool]
_CASES: tuple[tuple[_Fits, Callable[[Says], Role]], ...] = (
    (lambda before, after: _hit(_SELF_BEFORE, before) and not _COMES_AFTER.match(after), _always(Role.SELF)),
    (lambda before, _after: _hit(_CALLED_BEFORE, before), _always(Role.CALLED)),
    (lambda before, _after: _hit(_NOT_BEFORE, before), _always(Role.ABSENT)),
    (lambda _before, after: bool(_SUBSTITUTE_AFTER.match(after)), _always(Role.SUBSTITUTE)),
    (lambda before, after: _hit(_IT_IS, before) and bool(_WHO.match(after)), _always(Role.SUBSTITUTE)),
    (
        lambda before, _after: _hit(_SUBSTITUTE_BEFORE, before) and not _hit(_I_STAND_FOR, before),
        _represents,
    ),
    (lambda before, _after: _hit(_PRINCIPAL_BEFORE, before), _always(Role.PRINCIPAL)),
    (lambda before, _after: _hit(_REPLACED_BEFORE, before), _always(Role.REPLACED)),
    (lambda before, _after: _hit(_SURELY_ALONG, before) or _hit(_COME_WITH, before), _along),
    (lambda _before, after: bool(_ABSENT_AFTER.match(after)), _always(Role.ABSENT)),
    (lambda _before, after: bool(_TOO.match(after)), _along),
    (lambda _before, after: bool(_WHO.match(after)), _said_of),
    (lambda _before, after: bool(_AND_ME.match(after)), _said_of),
    (lambda before, _after: _hit(_OTHER_BEFORE, before), _always(Role.OTHER)),
    (lambda before, after: bool(_COMES_AFTER.match(after)) and not _hit(_JUST_ALONG, before), _said_of),
    (lambda _before, after: bool(_PRINCIPAL_AFTER.match(after)), _thanks),
    (lambda before, _after: _hit(_COMPANION_BEFORE, before), _along),
    (lambda before, _after: not before.strip(" ,;:-"), _listed),
    (lambda before, _after: _hit(_COME_BEFORE, before), _listed),
    (lambda _before, _after: True, _perhaps_along),
)


def _hit(pattern: re.Pattern[str], text: str) -> bool:
    return bool(pattern.search(text))
