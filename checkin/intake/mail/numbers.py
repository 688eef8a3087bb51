# ruff: noqa: E501 - a pattern reads best on one line
"""How many people come, where a reply counts them: « nous serons trois », « avec deux collègues », « +1 »."""

import re
from dataclasses import dataclass

_WORDS = {
    word: number
    for number, words in enumerate(
        [
            "zero",
            "un une one a an",
            "deux two",
            "trois three",
            "quatre four",
            "cinq five",
            "six",
            "sept seven",
            "huit eight",
            "neuf nine",
            "dix ten",
            "onze",
            "douze twelve",
        ]
    )
    for word in words.split()
}
_N = r"(\d{1,2}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|two|three|four|five|seven|eight|nine|ten)"
_ONE = r"(un|une|1|one|a|an)"
_KIN = (
    r"(?:collegues?|collaborat(?:eur|rice)s?|assistante?s?|adjointe?s?|stagiaires?|epou(?:x|se)|mari|femme|conjointe?s?|compagnes?|"
    r"compagnons?|fils|filles?|enfants?|ami[es]*|potes?|cop(?:ain|ine)s?|jeunes?|benevoles?|salariee?s?|personnes?|pers\b|membres?|"
    r"direct(?:eur|rice)s?|cheffes?|chefs?|chargee?s?|responsables?|conseill(?:er|ere)s?|invitee?s?|accompagnat(?:eur|rice)s?|"
    r"accompagnante?s?|alternante?s?|apprentie?s?|educat(?:eur|rice)s?|animat(?:eur|rice)s?|mediat(?:eur|rice)s?|eleves?|etudiante?s?|"
    r"chauffeurs?|interpretes?|interpreters?|carers?|photographes?|auxiliaires?|partenaires?|beneficiaires?|volontaires?|elu[es]*|representante?s?|"
    r"formateurs?|formatrices?|coordinat(?:eur|rice)s?|presidente?s?|attachee?s?|associee?s?|agents?|services? civiques?|"
    r"colleagues?|guests?|friends?|wife|husband|partners?|students?|members?|people|persons?|others?|son|daughter|interns?|autres?|"
    r"coordonnateurs?|secretaires?|professionnel(?:le)?s?|participante?s?|stagiaire|binome|equipiere?s?|frere|s[o]eur|mere|pere|"
    r"usagers?|parents?|voisine?s?|camarades?|intervenante?s?|employee?s?|juristes?|travailleurs?|referente?s?)"
)
_TOTAL = re.compile(
    rf"\b(?:(?:nous|on|we)\s?(?:y )?(?:serons|sera|serions|viendrons|viendra|venons|vient|participerons|assisterons|sommes|montons|monte|descendons|arrivons|arrive|debarquons|debarque|'ll be|will be|shall be|are|would be|will come|'re)|"
    rf"serons|viendrons|(?:venue|presence|participation|inscription) (?:de|a)|compos\w+ de|inscrire|prevoir|reserver|compter|comptez|noter|prevoyez|reservez|there (?:will be|are)|there'll be|party of|group of|delegation (?:de|of)|groupe de)"
    rf"(?: (?:donc|bien|au total|tous les|toutes les|un total de|sur|presents? a|presents?|a|de|au nombre de|en tout|probablement|there|coming|finalement|normalement|s'il vous plait|svp))*"
    rf" {_N}\b(?!\s*(?:h\d|h\b|heures?|novembre|minutes?|ans?\b|mois|years?|%|rue|november|autres|other|more|personnes? de plus))(?:\s*(?:personnes|participants?|places|people|persons))?"
)
_PLACES = re.compile(
    rf"(?<!\+ )(?<!\+)(?<!\bplus )(?<!\bavec )(?<!\bet )(?<!\bde )\b{_N} (?:places?|sieges|chaises|couverts|fauteuils|participante?s|inscriptions?|personnes|pers\b|people|attendees|seats)\b(?! (?:de plus|conviee?s|invitee?s|supplementaires?|m'accompagn|qui m'accompagn|de mon|de mes|avec moi))"
)
_EXTRA = re.compile(
    rf"(?:\b(?:avec|accompagn\w+(?: de| d'| par| by)?|plus|et|ainsi qu[e']|de meme qu[e']|with|and|have|bring|bringing|ramene|amene|emmene|ajoute\w*|aussi|egalement|viendr\w+|by|de|d'|celles?)\s*(?:de |d'|by |pour |for |celles? (?:de |d'))?|,\s*|:\s*|;\s*|\+\s?|^)"
    rf"(?:{_N}|{_ONE}|(mon|ma|my|son|sa|notre|our|his|her))[ ']?(?: ?(?:de|d') ?(?:mes|nos|ses|mon|notre|our|my))?(?: ?(?:autres?|other|nouveaux|nouvelles?|jeunes?|petite?s?|additional|more|of|my))*\s?({_KIN})\b"
)
# what somebody comes with and that is nobody: with these left out, any noun is a companion
_THINGS = (
    r"(?:\w+ )?(?:plaisir|joie|retard|interet|enthousiasme|impatience|regret|honneur|attention|accord|certitude|train|voiture|vehicule|velo|bus|metro|moto|piece|carte|"
    r"fauteuil|chien|dossier|ordinateur|heure|minutes?|demi|quart|peu|ami\w* pensee|reconnaissance|gratitude|sourire|delegation|groupe|equipe|presence|venue|participation|"
    r"passport|passeport|badge|laptop|papers|id|pleasure|delight|joy|interest|regret|great|car|wheelchair|delay|thanks|team|nom|direction|place|tour|cote|part|agenda|autorite|service|structure|association)\b"
)
_WITH = re.compile(
    r"\b(?:accompagn\w+|accompanied|together|joined|(?:viendr\w+|viens|venir|venons|serai|serons|sera|seront|participer\w*|participe|assister\w*|presente?s?|venue|attend\w*|come|coming|be there)\b[^.;:]{0,40}?\b(?:avec|with|plus))\b"
)
_ANY_NOUN = re.compile(
    rf"(?:\b(?:avec|de|d'|par|et|ainsi qu[e']|plus|with|by|and)|,|\+)\s*(?:de |d'|by |with )?(?:{_N}|{_ONE}|(mon|ma|my|son|sa|notre|our|his|her|leur|their))[ '](?!{_THINGS})(?:\w+ de )?((?!ans\b|mois\b)[a-z]{{3,}}|n\+\d)"
)
_OF_MINE = re.compile(rf"\b(?:mes|nos|my|our|ses|les) {_N} (?:\w+ )?{_KIN}\b")
_PLUS = re.compile(
    r"(?:\+|\bplus)\s?(\d|one|un|une|two|deux)\b(?!\d)(?:\s*(?:personne|pers|guest|accompagn)\w*)?"
)
_COME_ALONG = re.compile(
    rf"\b(?:{_N}|{_ONE}) (?:de (?:mes|nos) |of my |autres? |other )?(?:{_KIN} ){{1,2}}(?:\w+ ){{0,4}}(?:m'accompagn\w+|nous accompagn\w+|l'accompagn\w+|se joindr\w+|viendr\w+|will (?:join|accompany|come))"
)
_VAGUE = re.compile(
    rf"\b(?:avec|accompagn\w+ (?:de|d'|par)|with|et|ainsi qu[e'])\s+(?:plusieurs|quelques|mes|nos|des|certains|several|some|my|our)(?: de mes| de nos| of my)? (?:\w+ )?{_KIN}"
)
_ALONG = re.compile(
    r"\b(?:ser(?:ai|ons|a)|viendr\w+|viens|venir|suis|be|come) (?:\w+ )?(?:accompagnee?s?|accompanied)\b(?! (?:de|d'|par|by|d)\b)"
)


# « mon fils doit se faire opérer »: whose own verb follows, and it is not one of coming, is spoken of only
_OWN_VERB = re.compile(
    r"(?![^,;:¤]{0,40}\b(?:vien|ser[ao]|particip|assist|\w*joindr|accompagn|fer[ao]|prendr|will|come|join))"
    r"[^,;:¤]{0,30}?\b(?:\w+(?:ra|ront)|doit|est|a|va|ont|sont|is|has|was|can't|cannot)\b"
)
_BY_WHOM = re.compile(
    r"\b(?:accompagn|rejoint|accompan|join|ainsi|compagnie|presence|venue|celle)\w* ?$|[,¤] ?$|\bet ?$|\band ?$"
)
_SPOKEN_WITH = re.compile(  # « je dois valider avec mon associé » brings nobody
    r"\b(?:valid\w*|verif\w*|voir|vois|parl\w*|discut\w*|caler|agenda|check\w*|echang\w*|convenu|accord|organis\w*|arrang\w*|confirmer|speak|talk)(?: \w+){0,2} (?:avec|with) ?$|"
    r"\b(?:aupres|accord|avis|autorisation|demande|nom|part|invitation|place|absence|empechement|lieu|remplacement|feu vert|validation|retour|reponse) (?:de|d') ?$"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a sentence counts: all who come, those beside the guest and the named, and whether it was vague."""

    total: int = 0
    extra: int = 0
    vague: bool = False
    alone: bool = False  # « je viendrai accompagné », and no word of by whom
    spans: tuple[tuple[int, int, int], ...] = ()  # where each extra stands and how many it is


def number(text: str) -> int:
    """Return the number that a word or figures mean."""
    return int(text) if text.isdigit() else _WORDS.get(text, 0)


def count(clause: str) -> Counted:
    """Return what a plain clause (names as ¤) counts."""
    total = _first(_TOTAL, clause) or _first(_PLACES, clause)
    spans: list[tuple[int, int, int]] = []
    for pattern in (_COME_ALONG, _EXTRA, _OF_MINE, _PLUS):
        for found in pattern.finditer(clause):
            taken = any(start < found.end() and found.start() < end for start, end, _ in spans)
            if not taken and not _is_aside(clause, found):
                spans.append((found.start(), found.end(), _how_many(found)))
    spans += _of_any_kind(clause, spans)
    vague = any(not _is_aside(clause, found) for found in _VAGUE.finditer(clause))
    alone = bool(_ALONG.search(clause))
    return Counted(total, sum(many for *_, many in spans), vague, alone, tuple(sorted(spans)))


def _is_aside(clause: str, found: re.Match[str]) -> bool:
    """Whether somebody is only spoken with, or does something else: « mon fils doit se faire opérer »."""
    before = clause[: found.start()]
    subject = not before and found[0][0] not in "+,;:" and _OWN_VERB.match(clause, found.end())
    return bool(_SPOKEN_WITH.search(before + found[0].split()[0]) or subject)


def _of_any_kind(clause: str, known: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Return the companions whose kind no list holds: « avec son officier de sécurité et un garde du corps »."""
    along = _WITH.search(clause)
    found = _ANY_NOUN.finditer(clause, along.start()) if along else ()
    return [
        (one.start(), one.end(), _how_many(one))
        for one in found
        if not any(start < one.end() and one.start() < end for start, end, _ in known)
        and not (
            one[0].startswith(("de ", "d'", "par ", "by ")) and not _BY_WHOM.search(clause[: one.start()])
        )
        and not (one[0].startswith("d") and any(end in {one.start(), one.start() - 1} for _, end, _ in known))
    ]


def _first(pattern: re.Pattern[str], clause: str) -> int:
    found = pattern.search(clause)
    return number(next(group for group in found.groups() if group)) if found else 0


def _how_many(found: re.Match[str]) -> int:
    for group in found.groups():
        if group and number(group):
            return number(group)
    return 1
