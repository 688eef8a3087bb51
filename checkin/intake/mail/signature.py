# ruff: noqa: E501 - a pattern reads best on one line
"""Where a reply ends and its signature begins, and what the signature says: who, and of what organisation."""

import re
from dataclasses import dataclass

from checkin.domain.folding import fold
from checkin.intake.mail.mentions import is_person, mentions
from checkin.intake.mail.sentences import plain
from checkin.intake.names import split_people
from checkin.intake.proposals import PersonName

_CLOSING = re.compile(
    r"""(?x)^\W*(?:
      (?:(?:bien|tres|très|fort|plus|sincerement|sinceres|avec|mes|nos|meilleures?|respectueuses?|cordiales?|toutes?|en\ vous\ (?:remerciant|souhaitant)|dans\ (?:l'attente|cette\ attente))[\ ,]+)*
      (?:a\ vous|a\ toi|a\ tous|cordialement|respectueusement|sincerement|amicalement|chaleureusement|salutations|sentiments|fidelement|amities|courtoisement|consideration|votre\ retour)\b.{0,70}
    | (?:bien\ |tres\ )?(?:cdt|cdlt|cldt|bav|bat|bàv|a\ vous|a\ toi|cord(?:ial(?:ement)?)?)\W{0,3}
    | (?:je|nous)\ (?:vous\ )?(?:prie|prions)\ .{0,40}(?:agreer|croire|accepter|recevoir)\b(?!.{0,30}(?:excuses|regrets)).*
    | (?:veuillez|je\ vous\ prie\ de|nous\ vous\ prions\ (?:de|d'))\ ?(?:bien\ vouloir\ )?(?:agreer|croire|recevoir|accepter)\b(?!.{0,30}(?:excuses|regrets)).*
    | (?:dans\ l'attente|en\ vous\ (?:remerciant|souhaitant)|restant\ a\ votre|avec\ mes\ (?:remerciements|salutations|meilleur))\b.{0,120}
    | (?:kind|best|warm|warmest|kindest)\ (?:regards|wishes)\b.{0,40}|regards\W{0,3}|(?:yours\ )?(?:sincerely|faithfully|truly)\b.{0,30}|all\ the\ best\W*|best\W{0,3}|cheers\W*|yours\W{0,3}|br\W{0,2}
    )$"""
)
_WEAK_CLOSING = re.compile(
    r"""(?x)^\W*(?:
      merci\b[^.!?]{0,40}|(?:many\ )?thank(?:s|\ you)\b[^.!?]{0,40}|(?:tres\ )?(?:belle|bonne|excellente)\ (?:journee|soiree|semaine|reception|fin|apres-midi|continuation|matinee)\b.{0,40}
    | a\ (?:tres\ )?(?:bientot|plus|jeudi|\+)\b.{0,20}|a\+|(?:grosses\ )?bises?|bisous|amities|ciao|au\ plaisir\b.{0,30}|see\ you\b.{0,30}|bonne\ chance\b.{0,20}|a\ tres\ vite\W*|bye\W*|toutes\ mes\ excuses\W*|avec\ mes\ regrets\W*
    )\W*$"""
)
_POSTSCRIPT = re.compile(r"(?i)^\s*(?:p\.?\s?-?s\.?|nb|n\.b\.)\s*[:\-–]?\s+\S")
_COUPLE = re.compile(r"^[^\W\d_][\w'’-]+ (?:et|and|&) [^\W\d_][\w'’-]+(?: [\w'’-]+){1,3}$")
_PAIR = 2
_MOST_LINES = 10  # of a signature
_LONGEST_LINE = 90
_MOST_WORDS = 5  # of a name
_DASHES = re.compile(r"^\s*(?:--|__+|—|–|-|\*{2,}|={3,})\s*$")
_FOR_ANOTHER = re.compile(
    r"\b(?:assistante?|secretaire|secretariat|collaborat\w+|attachee?|cheffe? de cabinet|office|assistant)\b.{0,40}\b(?:d[eu']|des|to|of)\b|^p\.?\s?/?\s?o\.?\b|^pour |\bpa to\b"
)
_ORGANISATION = re.compile(
    r"\b(?:association|mission locale|region|departement(?:al)?|conseil|ministere|prefecture|sous-prefecture|rectorat|academie|ville de|mairie|commune|"
    r"metropole|agglomeration|agence|maison|fondation|federation|groupe|societe|entreprise|universite|ecole|lycee|institut|reseau|union|syndicat|"
    r"pole emploi|france travail|centre|espace|foyer|club|collectif|cooperative|chambre|observatoire|dreets|ddets|dgefp|drajes|afpa|apec|cfa|"
    r"foundation|university|council|ministry|department|institute|company|ltd|inc|gmbh|sas?|sarl|scop|senat|assemblee nationale|cnam|epide|cabinet de)\b"
)
_NOT_OF_IT = re.compile(
    r"[@\d]{3,}|https?:|www\.|\btel\b|@|\b(?:rue|avenue|boulevard|cedex|bp)\b|^\W*(?:chef|cheffe|charge|chargee|direct|responsable|assistant|president|conseill|coordinat|secretaire|delegue|cordialement|bien |merci|le |la |je )",
)


@dataclass(frozen=True, slots=True)
class Signed:
    """A reply without its signature, and what the signature says."""

    body: str
    lines: tuple[str, ...] = ()
    signer: PersonName | None = None
    organisation: str = ""
    partner: PersonName | None = None  # who signs beside them: « Jean et Marie Dupont »


def part_signature(text: str, known: frozenset[str] = frozenset()) -> Signed:
    """Return the reply in `text` and the signature below it.

    `known` holds the folded words of the sender's display name and address: a lone given name or a name in
    small letters is a signature when they say so.
    """
    lines = text.split("\n")
    at = _closing(lines)
    start = at if at is not None else _unclosed(lines, known)
    if start is None:
        return Signed(text)
    closing, rest = _same_line(lines[start]) if at is not None else ("", lines[start])
    below = [rest, *lines[start + 1 :]]
    body = [*lines[:start], closing] if at is not None and not _pure(lines[start]) else lines[:start]
    after = [line for line in below if _POSTSCRIPT.match(line)]
    signature = tuple(line.strip() for line in below if line.strip() and line not in after)
    return Signed(
        "\n".join([*body, "", *after]),
        signature,
        _signer(signature, known),
        _organisation(signature),
        _partner(signature),
    )


def _closing(lines: list[str]) -> int | None:
    plains = [plain(line.strip()) for line in lines]
    strong = [at for at, line in enumerate(plains) if line and (_CLOSING.match(line) or _DASHES.match(line))]
    for at in strong:
        if at and any(line.strip() for line in lines[:at]):
            return at
    weak = [at for at, line in enumerate(plains) if at and _WEAK_CLOSING.match(line)]
    for at in reversed(weak):
        if sum(bool(line) for line in plains[at + 1 :]) <= _MOST_LINES and _no_sentence(plains[at + 1 :]):
            return at
    return None


def _no_sentence(plains: list[str]) -> bool:
    return not any(
        re.search(r"\b(?:je|j'|nous|i will|i'll|we|serai|serons|viendr\w+|participer\w+)\b", line)
        for line in plains
    )


def _pure(line: str) -> bool:
    """Whether a line holds nothing but the closing, so that it says nothing of coming."""
    return bool(_CLOSING.match(plain(line.strip())) or _DASHES.match(line))


def _same_line(line: str) -> tuple[str, str]:
    """Part « Cordialement, Claire Fontaine »."""
    found = re.match(r"^([^,.!\-–]{3,40}[,.!\-–]+)\s+(.{3,60})$", line.strip())
    if found and (is_person(found[2]) or is_person(found[2].split(",")[0])):
        return found[1], found[2]
    return line, ""


def _unclosed(lines: list[str], known: frozenset[str]) -> int | None:
    """Return where a signature without a closing begins: a name, then short lines only."""
    last = [at for at, line in enumerate(lines) if line.strip()]
    tail = last[1:][-_MOST_LINES - 1 :]
    own = [at for at in tail if set(fold(_name_part(lines[at])).split()) & known]
    for at in own or tail:
        below = [lines[k].strip() for k in last if k > at]
        if len(below) > _MOST_LINES or any(len(line) > _LONGEST_LINE for line in below):
            continue
        fresh = not lines[at - 1].strip() or not below or at == last[-1]
        if (
            fresh
            and len(lines[at]) <= _LONGEST_LINE
            and _names_sender(lines[at], known)
            and not lines[at - 1].rstrip().endswith(":")
            and _ends(lines, at, below)
        ):
            return at
    return None


def _ends(lines: list[str], at: int, below: list[str]) -> bool:
    named = [line for line in below if len(line.split()) > 1 and is_person(line)]
    people = len(named) == len(below) > 1  # « RSVP = yes x4 », and the names below each other
    return not people and _no_sentence([plain(line) for line in below]) and not _in_list(lines, at)


def _in_list(lines: list[str], at: int) -> bool:
    above = [line for line in lines[:at] if line.strip()]
    return bool(above) and above[-1].rstrip().endswith(":")


def _names_sender(line: str, known: frozenset[str]) -> bool:
    if re.match(r"^\s*[-•*·\d]", line):
        return False
    words = set(fold(_name_part(line)).split())
    if words and (words <= known or (words & known and _COUPLE.match(line.strip()))):
        return True
    return is_person(_name_part(line)) and len(words) > 1


def _name_part(line: str) -> str:
    return re.split(r"\s+[-–—|/]\s+|,\s|\t|\s\(|;\s", line.strip(" ,.-–—*_|!"), maxsplit=1)[0].strip()


def _signer(lines: tuple[str, ...], known: frozenset[str]) -> PersonName | None:
    for line in lines[:6]:
        if _FOR_ANOTHER.search(plain(line)) and not is_person(_name_part(line)):
            continue
        name = _name_part(line)
        if is_person(name) and not plain(name).startswith(("m. le", "madame la")):
            return mentions(name.strip(" ,;:-–—*_|•\t\"'"))[0].name
        words = set(fold(name).split())
        if words and words <= known and len(words) <= _MOST_WORDS:
            found = mentions(name.title())
            if found:
                return found[0].name
    return None


def _partner(lines: tuple[str, ...]) -> PersonName | None:
    couple = [split_people(line) for line in lines[:2] if _COUPLE.match(line)]
    return next((people[1] for people in couple if len(people) == _PAIR), None)


def _organisation(lines: tuple[str, ...]) -> str:
    for line in lines:
        for piece in re.split(r"\s+[-–—|]\s+|\t|,\s", line.strip(" *_|-–—")):
            if (
                _ORGANISATION.search(plain(piece))
                and not _NOT_OF_IT.search(plain(piece))
                and len(piece) < _LONGEST_LINE
            ):
                return piece.strip(" ,.;")
    return ""
