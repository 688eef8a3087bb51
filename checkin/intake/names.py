"""Names of people: one text in either order, two columns, or several people in one text.

« DI MARTINO Nicolas », « Nicolas Di Martino » and « Di Martino, Nicolas » are the same person.
"""

import re

from checkin.intake.casing import PARTICLES, clean, family_case, given_case, is_capitals, straight
from checkin.intake.memory import remembered
from checkin.intake.order import best_cut, likely_given
from checkin.intake.patterns import pattern, plain, plain_words, word_set
from checkin.intake.proposals import PersonName

_TITLES = {
    "M.": "m mr monsieur messieurs mm sr",
    "Mme": "mme madame mesdames mmes mrs ms mdme",
    "Mlle": "mlle mademoiselle miss",
    "Dr": "dr docteur doctor docteure",
    "Pr": "pr prof professeur professeure professor",
    "Me": "me maitre mtre",
    "Mgr": "mgr monseigneur",
}
TITLES = {word: title for title, written in _TITLES.items() for word in written.split()}

# Words that no name holds: who they stand beside is described, not named.
NOT_NAMES = word_set(
    """
    absentes absents academie accompagnant accompagnante accompagnants accompagnateur accompagnateurs
    accompagnatrice cordialement merci nous vous
    adjoint adjointe agence alone ami amie amis anonyme anonymous assistant assistante
    association attente aucun aucune autre autres charge chargee chauffeur chef collaborateur collaborateurs
    collaboratrice colleague colleagues collegue collegues compagne compagnon companion companions compris
    confirmer confirmes conjoint conjointe conseiller conseillere definir departement directeur direction
    directrice elus enfant enfants epouse epoux equipe excusees excuses femme fille fils frere guest guests
    husband inclus inconnu inconnue intervenant intervenante intervenantes intervenants invite invitee
    invites liste mairie mari medias mere ministere mission neant no nobody non none officiels orateurs
    organisateurs oui partenaires participant participants partner people pere pers person personnalites
    personne personnellement personnes persons preciser prefecture presentes presents president presidente
    presse rectorat region responsable rien sans service seul seule soeur speakers staff stagiaire tbc tbd
    total venir vip voisin wife yes
    """
)
_BEFORE_A_NOUN = word_set("mon ma mes son sa ses notre votre leur un une deux trois quatre my")

_ASIDE = re.compile(r"\s*(?:(?<=\w\s)[\"“«][^\"”»]*[\"”»]|\([^)]*\)?|\[[^\]]*\]?|<[^>]*>?|\S+@\S+)\s*")
_PARTICLE_BEHIND = re.compile(r"(\S+)\s+\((de|du|des|de la|le|la|van|von|van der|van den)\)", re.IGNORECASE)
_BIRTH = re.compile(r"\s+(?:née?s?|nee)\s+.*$", re.IGNORECASE)
_SPOUSE = re.compile(r"^(.*?)[\s,]+(?:épouse|epouse|ép\.?|ep\.|veuve|vve)\s+(.+)$", re.IGNORECASE)
_EDGES = " \t,;:/|*•·«»\"“”'-–—_"
_BETWEEN = pattern(
    r"""\s*[\r\n;/|•+]+\s*|\s+[-–—]\s+|\s*&\s*|\s+(?=\d{1,2}\s*[.)°]\s*[^\W\d])|
    ,?\s+(?:et|and|ainsi que|avec|with)\s+""",
    re.IGNORECASE,
)
_ASIDES_ONLY = re.compile(r"\([^)]*\)?")
_BULLET = re.compile(r"^\s*(?:[-–—*•·◦‣▪■□☐☑☒✓✔➢➤►]|\d{1,2}\s*[.)°/:-])\s*(?=\D)")
_NUMBER = re.compile(r"^\s*\d{1,3}\s+(?=[A-ZÀ-Þ])")  # « 12 DUPONT Jean »
_LABEL = re.compile(r"^(?:[^:]{3,40}:|accompagn\w+\s+(?:de|par))\s*", re.IGNORECASE)
_ROLE = re.compile(r"[^\W\d][^:@,]{2,30}\s*:\s+(?=\S+\s+\S)")
_NEAR = 3  # a title, and a name in either order
_RELATION = pattern(
    r"""^\s*(?:[Aa]vec\s+)?(?:[Mm]on|[Mm]a|[Ss]on|[Ss]a|[Nn]otre|[Ll]eur|[Mm]y|[Hh]is|[Hh]er)\s+
    (?:conjointe?|compagn(?:e|on)|[ée]pou(?:x|se)|mari|femme|fille|fils|coll[èe]gue|assistante?|
    collaborat(?:eur|rice)|ami|amie|adjointe?|stagiaire|husband|wife|partner|colleague|assistant)\s*[,:]?\s+
    (?=(?:M\.|Mr|Mme)?\s*[A-ZÀ-Þ][\w'’-]+\s+[A-ZÀ-Þ])"""
)
_OFFICE = pattern(  # « Madame la Préfète Léa Petit »; « M. Le Maire » may be a name
    r"""(?:(?:le|la) |l['’])(?:[Ss]ous-|[Vv]ice-|[Hh]aut-|[Hh]aute-)?(?:[Pp]réf[èe]te?|[Mm]aire|[Mm]inistre|
    [Dd]éputée?|[Ss]énat(?:eur|rice)|[Pp]résidente?|[Dd]irect(?:eur|rice)|[Rr]ect(?:eur|rice)|
    [Aa]mbassad(?:eur|rice)|[Cc]ommissaire|[Dd]éléguée?|[Cc]onseill(?:er|ère)|[Pp]rocureure?|[Ss]ecrétaire)
    (?: (?:[Gg]énérale?|[Rr]égionale?|[Dd]épartementale?|[Aa]djointe?))*(?=(?: \S+){2})"""
)
_AFTER_NAME = re.compile(r"\s[-–—]\s|[(+,;/&\n<:|]")
_MOST_WORDS = 7
_FEWEST_BLANKS = 2  # around « née » and « épouse »
# Latin words, each parted from the next by one sign, as most names of a list are: nothing is to be left out.
_TIDY = re.compile(r"[A-Za-zÀ-ÖØ-öø-ſ]+(?:[ '-][A-Za-zÀ-ÖØ-öø-ſ]+)*")


def understand(written: str, *, family_first: bool | None = None) -> PersonName:
    """Return the name in one text that holds a whole name, in either order.

    `family_first` is what the rest of a list says of the order; it decides where the words don't. A single
    word is a family name, unless it is known as a given name. Titles, birth names (« née … »), e-mail
    addresses and asides in brackets are left out.
    """
    title, bare = split_title(_bare(written))
    if "," in bare:
        family, given = (side.strip(_EDGES) for side in bare.split(",", 1))
        if is_turned_round(family, given):
            return from_parts(given, family, title, written=written)
        bare = family or given
    parts = bare.split()
    cut = best_cut(parts, family_first=family_first, titled=bool(title))
    return _named(list(cut.given), list(cut.family), title, written, mixed=not _in_one_case(parts))


def from_parts(given: str, family: str, title: str = "", written: str = "") -> PersonName:
    """Return the name whose parts were written apart; a title may stand in any of the three."""
    given_title, given_name = _given_alone(given)
    family_title, family_name = _family_alone(family)
    said = (title and TITLES.get(plain(title), clean(title))) or family_title or given_title
    return PersonName(given_name, family_name, said, clean(written or f"{title} {given} {family}"))


def split_people(text: str) -> list[PersonName]:
    """Return the people named in a cell or a phrase, in their order; those only described are left out.

    They may be parted by new lines, `;`, `/`, `,`, `&`, `+`, « et » or « and ». A comma may also turn a
    name round (« Dupont, Jean »). « Jean et Marie Dupont » share a family name, as « M. et Mme Dupont » do.
    """
    pieces = [one for piece in apart(text) for one in _part_at_commas(piece)]
    people: list[PersonName] = []
    for piece in reversed([piece for piece in pieces if is_name(piece)]):
        person = understand(piece)
        if person.title and not person.given_name and likely_given(person.family_name) > 1 and people:
            person = PersonName(person.family_name, "", person.title, person.written)  # M. Paul et Mme Anne X
        if (
            not person.family_name
            and people
            and people[-1].family_name
            and re.search(r"\b(?:et|and)\b|&", text)
        ):
            shared = people[-1].family_name
            person = PersonName(person.given_name, shared, person.title, person.written)
        people.append(person)
    return people[::-1]


def apart(text: str) -> list[str]:
    """Return the pieces of a text that lists people, without asides in brackets; commas part nothing yet."""
    return [_RELATION.sub("", piece) for piece in _BETWEEN.split(_ASIDES_ONLY.sub(" ", text))]


@remembered
def is_name(text: str) -> bool:
    """Whether a text may be a person's name: a few words, no figures, none that describes (« mon mari »)."""
    bare = straight(clean(text)).strip(_EDGES)
    parts = plain_words(bare)
    if not parts or len(parts) > _MOST_WORDS or any(map(str.isdigit, bare)):
        return False
    described = len(parts) > 1 and bare[:1].islower() and parts[0] in _BEFORE_A_NOUN
    return not described and not NOT_NAMES.intersection(parts)


def begins_with_name(text: str) -> bool:
    """Whether a person's name may stand before the rest: « 1. Jean Dupont - AFPA », « Léa Petit (+1) »."""
    return is_name(_AFTER_NAME.split(unlabelled(unnumbered(text)), maxsplit=1)[0])


def unnumbered(text: str) -> str:
    """Return a text without the bullet or the number that it begins with: « 1) Jean Dupont »."""
    return _NUMBER.sub("", _BULLET.sub("", text))


def unlabelled(text: str) -> str:
    """Return a text without the role that stands before a whole name: « Présidente : Léa Petit »."""
    found = _ROLE.match(text)
    rest = text[found.end() :] if found else ""
    return rest if any(map(likely_given, rest.split()[:_NEAR])) else text


def stands_family_first(written: str) -> bool | None:
    """Whether a whole name stands family name first; None where its words leave it open."""
    title, bare = split_title(_bare(written))
    parts = bare.split()
    if len(parts) < 2 or "," in written:  # noqa: PLR2004 - a given name and a family's
        return None
    if title and not any(map(is_capitals, parts)):
        return best_cut(parts, family_first=None, titled=True).family_first
    first, last = (best_cut(parts, family_first=usual, titled=False).family_first for usual in (True, False))
    return first if first == last else None


def is_turned_round(left: str, right: str) -> bool:
    """Whether « left, right » is one name turned round, and not a name and a function or two people."""
    if not left or not right or any(letter.isdigit() for letter in right):
        return False
    parts = left.split()
    capitals = [is_capitals(part) or plain(part) in PARTICLES for part in parts]
    if any(map(is_capitals, parts)) and not all(capitals):
        return False  # « DUPONT Jean, directeur »
    return left[:1].islower() or not right[:1].islower() or left.isupper()


def split_title(text: str) -> tuple[str, str]:
    """Return the title that a name begins or ends with, as it is abbreviated ("" if none), and the rest."""
    parts = text.split()
    title = ""
    while parts and (found := _title(parts[0])):
        title, parts = found, parts[1:]
        if len(parts) > 1 and parts[0].casefold() in {"le", "la"} and _title(parts[1]):
            parts = parts[1:]
        if office := _OFFICE.match(" ".join(parts)):
            parts = parts[len(office[0].split()) :]
    if not title and len(parts) > 1 and (found := _title(parts[-1])) and len(parts[-1].rstrip(".")) > 1:
        title, parts = found, parts[:-1]
    return title, " ".join(parts)


def _part_at_commas(piece: str) -> list[str]:
    piece = _LABEL.sub("", _BULLET.sub("", straight(clean(piece))))
    sides = [_BULLET.sub("", side).strip(_EDGES) for side in piece.split(",")]
    sides = [side for side in sides if side]
    pairs = list(zip(sides[::2], sides[1::2], strict=False))
    if len(sides) % 2 == 0 and pairs and all(_is_one_person(*pair) for pair in pairs):
        return [", ".join(pair) for pair in pairs]
    return sides


def _is_one_person(left: str, right: str) -> bool:
    """Whether « left, right » among people is a family name and a given one."""
    if not is_turned_round(left, right) or not is_name(left) or not is_name(right):
        return False
    names = [part for part in split_title(left)[1].split() if plain(part) not in PARTICLES]
    given = right.split()
    if not names or not given:
        return False
    if len(names) == 1 and likely_given(names[0]) > 1 and not is_capitals(names[0]):
        return False  # « Marie, Paul »
    return (len(names) == 1 or left.isupper()) and (
        likely_given(given[0]) > 0 or (is_capitals(names[0]) and not is_capitals(given[0])) or len(given) == 1
    )


def _title(word: str) -> str:
    if word.isascii() and word.isalpha():
        return TITLES.get(word.lower(), "")
    folded = word.rstrip(".").casefold()
    return TITLES.get(plain(folded), "") if word[-1:] != "-" else ""


@remembered
def _given_alone(written: str) -> tuple[str, str]:
    """Return the title and the given names in a cell of their own; a list repeats them."""
    title, bare = split_title(_bare(written))
    return title, given_case(bare.split())


def _family_alone(written: str) -> tuple[str, str]:
    """Return the title and the family name in a cell of its own."""
    if written.isascii() and written.isalpha() and written.lower() not in TITLES:
        return "", family_case([written])  # most families are one plain word
    title, bare = split_title(_bare(written))
    parts = bare.split()
    return title, family_case(parts, mixed=len(parts) > 1 and not _in_one_case(parts))


def is_tidy(text: str) -> bool:
    """Whether a text is Latin words alone, each parted from the next by one blank, hyphen or apostrophe."""
    return bool(_TIDY.fullmatch(text))


def _bare(written: str) -> str:
    if written.count(" ") < _FEWEST_BLANKS and is_tidy(written):
        return written
    text = _PARTICLE_BEHIND.sub(r"\2 \1", _BULLET.sub("", straight(clean(written))))
    text = _ASIDE.sub(" ", text)
    if found := _SPOUSE.match(text):  # « MARTIN Anne épouse DUPONT »: the name in use is the second
        return _in_use(found[1], found[2])
    return _BIRTH.sub("", text).strip(_EDGES)


def _in_use(birth: str, spouse: str) -> str:
    kept = [word for word in birth.split() if not is_capitals(word)] if not birth.isupper() else []
    return " ".join([*kept, spouse]).strip(_EDGES)


def _in_one_case(parts: list[str]) -> bool:
    return all(part.isupper() for part in parts) or all(part.islower() for part in parts)


def _named(given: list[str], family: list[str], title: str, written: str, *, mixed: bool) -> PersonName:
    return PersonName(given_case(given), family_case(family, mixed=mixed), title, clean(written))
