# ruff: noqa: E501 - a pattern reads best on one line
"""A sentence → its clauses, and of each: what it says, of whom, who is named in it, how many it counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from checkin.intake.mail.cutting import Piece, pieces
from checkin.intake.mail.mentions import Mention, masked, mentions
from checkin.intake.mail.numbers import Counted, count
from checkin.intake.mail.phrases import Says, denies, says, without_asides
from checkin.intake.mail.roles import Cast, Role, cast, groups
from checkin.intake.mail.sense import sense
from checkin.intake.mail.sentences import Sentence

_FIRST_VERB = re.compile(
    r"\b(?:\w+rai|\w+rons|suis|viens|sommes|venons|peux|pouvons|assistons|participons|i'll|we'll|i'm|we're|m'inscris|je (?:vois|verifie|regarde|demande|dois|pense|crois|compte|souhaite))\b"
)
_THIRD_VERB = re.compile(
    r"(?<!\bon )(?<!\bce )(?<!\bca )(?<!\bcela )(?<!on ne )(?<!on y )\b(?:sera|seront|viendra|viendront|pourra|pourront|participera|participeront|assistera|assisteront|accompagnera|accompagneront|prendra|rendra|representera|representeront|honorera|joindra|fera)\b"
)
_FIRST = re.compile(r"\b(?:je|j|nous|on|moi|me|m|i|we|c|ce(?! (?:jour|matin|moment|mois))|cela|ca|us)\b")
_MYSELF = re.compile(r"\bvotre serviteur\b|\bvotre servante\b|\byours truly\b")
_THIRD = re.compile(
    r"\b(?:il|elle|ils|elles|he|she|they|his|her|their|sa|leur|lui|him|(?:le|la|les|notre|nos|mon|ma|mes|my|our|the) (?:\w+ )?(?:colleagues?|manager|boss|wife|husband|partner|deputy|team|assistante?|epoux|epouse|mari|femme|fils|fille|equipe|president\w*|directeur|directrice|chef\w*|ministre|prefete?|maire|collegues?|collaborat\w+|adjointe?|responsable))\b|¤+"
)
_OF_THIRD = re.compile(
    r"\b(?:presence|venue|participation|absence|inscription|attendance|excuses)s? (?:\w+ ){0,2}?(?:de|d'|du|des|of)\b(?! (?:nous|moi))[^.]{0,90}¤|\b(?:sa|leur|son|his|her|their) (?:\w+ )?(?:presence|venue|participation|absence|attendance|place|regrets)|\b(?:ses|leurs|his|her|their) (?:\w+ )?(?:excuses|regrets|apologies)|"
    r"\b(?:l'|le |la |les |him|her|s')\s?excuser|\bl'(?:en |y )?(?:empech|retien|contrai|oblige)\w*|\b(?:il|elle|ils|elles) (?:vous|me) (?:pri|present|demand|charg)\w+|(?:presence|absence) de (?:celui|celle)"
)
_OF_FIRST = re.compile(
    r"\b(?:ma|notre|my|our|mon) (?:propre |\w+ )?(?:presence|venue|participation|absence|inscription|attendance)|\b(?:m'|nous |me )(?:inscri|excuser|desist|compter)"
)
_AND_ME = re.compile(
    r"(?:^|[,:;(]|\b(?:et|par|dont|and|by|including)\b) ?(?:de |d'|pour |of )?(?:moi|moi-meme|myself)\b"
)
_ALONG_WITH = re.compile(
    r"\bje (?:l'|le |la |les )accompagner\w*|\b(?:i|i'll|we) (?:will |shall )?accompany(?:ing)? (?:him|her|them)|et je (?:l'|le |la )accompagne|je serai (?:egalement |aussi )?a ses cotes|je viendrai avec (?:lui|elle|eux)|\b(?:la mienne|la notre)\b|\band mine\b"
)

# a question that holds an answer: « puis-je m'inscrire ? »
_WANTS_IN = re.compile(
    r"\b(?:m'|me |nous )(?:(?:garder|reserver|prevoir|mettre|laisser|bloquer) (?:une|un|deux|trois|quatre|\d+) (?:place|siege|chaise|couvert)s?|inscri\w+|ajouter|rajouter|compter|noter|enregistrer|joindre a)\b|\binscri(?:re|vez)[ -](?:moi|nous)\b|\b(?:register|add|sign|put) (?:me|us)\b"
)
_WANTS_TIME = re.compile(
    r"\b(?:puis-je|pourrais-je|peut-on|serait-il possible|est-il possible|est-ce que je peux|can i|could i|may i)\b.*\b(?:repondre|reponse|confirmer|redire|confirm|answer|get back)\b"
)
_WANTS_OUT = re.compile(r"\b(?:me|nous|m'|ma|mon|notre|my|me|us)\b")
_ASKS = re.compile(
    r"-(?:je|il|elle|on|vous|nous|ils|elles|ce|t-)|\b(?:est-ce|comment|combien|quel\w*|ou\b|si|quand|lorsque|dans le cas|how|where|what|which|whether|if|could|can|would|is|are|do|does)\b"
)
# a question that is a request: « pouvez-vous noter la présence de ¤ ? »
_REQUEST = re.compile(
    r"\b(?:pouvez|pourriez|voulez|voudriez)-vous (?:\w+ ){0,3}?(?:noter|inscrire|ajouter|enregistrer|prevoir|compter|retenir|rajouter)\b[^?]*¤|"
    r"\b(?:could|can|would|will) you (?:please |kindly |also )*(?:note|register|add|put|sign|include|count|record)\b[^?]*¤"
)
_WITH_WRITER = re.compile(
    r"\b(?:se |s')?(?:joind\w+|associ\w+|rejoin\w+) a (?:moi|nous)\b|\bavec (?:moi|nous)\b|\bm'accompagn\w*|\bnous accompagn\w*|\bme rejoin\w*|\bwith (?:me|us)\b|\b(?:join\w*|accompany\w*) (?:me|us)\b|a mes cotes|\b(?:du|au|le) mien\b|\bla mienne\b"
)

# « mon binôme garde la permanence », « my colleague will not »: who is counted does not come
_ELSEWHERE = re.compile(
    r"^(?:[^¤;]{0,80}[,:] )?\W*(?:\w+ ){0,3}(?:mon|ma|mes|notre|nos|les|my|our) [^;]{0,60}\b(?:ne|garde|restent?|ayant|etant|hospitalis\w+|astreinte|permanence|absente?s?|malades?|not|cannot|away|ill)\b"
)
_COUNTING = {Says.YES, Says.SURELY, Says.POLITE, Says.CANCELS}


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence that says one thing."""

    sentence: Sentence
    says: Says
    of_writer: bool
    people: tuple[Cast, ...] = ()
    counted: Counted = field(default_factory=Counted)
    writer_follows: bool = False  # « je l'accompagnerai »
    with_writer: bool = False  # « X viendra avec moi »
    has_subject: bool = True
    guessed: bool = False  # no rule knows it
    opposes: bool = False  # it begins with « mais »
    denies: bool = False  # it affirms, and denies something as well
    unnamed: int = 0  # companions counted in it that it does not name
    text: str = ""  # its plain words, the people's names masked

    @property
    def decides(self) -> bool:
        """Whether the clause had a part in what was understood."""
        said = self.says not in {Says.NOTHING, Says.ASIDE}
        return (
            said
            or bool(self.unnamed or self.counted.total)
            or any(p.role is not Role.OTHER for p in self.people)
        )

    def named(self, *roles: Role) -> list[Cast]:
        """Return the people of the clause who have one of these roles."""
        return [one for one in self.people if one.role in roles]


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence, the people named in it, and its clauses."""

    sentence: Sentence
    people: tuple[Mention, ...]
    clauses: tuple[Clause, ...]


def parse(sentence: Sentence, known: frozenset[str] = frozenset()) -> ParsedSentence:
    """Return a sentence with its people and clauses; `known` holds folded words of names met elsewhere."""
    people = mentions(sentence.text, known)
    return ParsedSentence(sentence, tuple(people), tuple(_clauses(sentence, people)))


def _clauses(sentence: Sentence, people: list[Mention]) -> Iterator[Clause]:
    whole = masked(sentence.plain, people)
    found: list[Clause] = []
    for piece in pieces(whole):
        text = whole[piece.start : piece.end]
        inside = [
            Mention(one.start - piece.start, one.end - piece.start, one.name)
            for one in people
            if piece.start <= one.start < piece.end
        ]
        asked = sentence.is_question and (piece.end == len(whole) or bool(_ASKS.search(text)))
        asked = asked and not _REQUEST.search(text)
        found.append(_clause(sentence, text, inside, piece, found, asked=asked))
    yield from map(_with_subject, found, [*found[1:], None])


def _with_subject(clause: Clause, following: Clause | None) -> Clause:
    """« Retenu par la séance, il ne pourra … »: a clause without a subject has that of the next."""
    if clause.has_subject or following is None or not clause.says.refuses:
        return clause
    mine = bool(re.match(r"\W*(?:je|j'|nous)\b", following.text))
    return replace(clause, of_writer=mine or following.of_writer)


def _clause(
    sentence: Sentence, text: str, people: list[Mention], piece: Piece, before: list[Clause], *, asked: bool
) -> Clause:
    said, found = says(text)
    if asked:
        wanted = _wanted(text, said)
        asked_for = tuple(cast(text, people, wanted, asked=True))
        return Clause(sentence, wanted, of_writer=True, people=asked_for, text=text)
    if piece.introduces or (piece.trails and before and before[-1].says.comes):
        return Clause(sentence, Says.NOTHING, of_writer=True, people=tuple(cast(text, people, Says.NOTHING)))
    counted = count(without_asides(text))
    if said in {Says.NOTHING, Says.ASIDE} and (
        counted.total > 1 or (said is Says.NOTHING and re.search(r"\bnous (?:serons|viendrons)\b", text))
    ):
        said = Says.YES
    guessed = said is Says.NOTHING
    if guessed:
        said, found = sense(text)
    return Clause(
        sentence,
        said,
        guessed=guessed,
        of_writer=before[-1].of_writer
        if piece.trails and before
        else _of_writer(without_asides(text), found),
        has_subject=_has_subject(text),
        people=tuple(cast(text, people, said)),
        counted=counted,
        writer_follows=bool(_ALONG_WITH.search(text)),
        opposes=bool(re.match(r"\W*(?:mais|but)\b", text)),
        denies=said.comes and denies(text),
        with_writer=said.comes and bool(_WITH_WRITER.search(text)),
        unnamed=0 if said not in _COUNTING and _ELSEWHERE.match(text) else _unnamed(text, counted, people),
        text=text,
    )


def _wanted(text: str, said: Says) -> Says:
    """Return what a question answers, if it asks to be put on the list or off it."""
    if said is Says.CANCELS and _WANTS_OUT.search(text):
        return said
    if _WANTS_TIME.search(text):
        return Says.MAYBE
    if not _WANTS_IN.search(without_asides(text)):
        return Says.NOTHING
    return said if said is Says.MAYBE else Says.POLITE


def _has_subject(text: str) -> bool:
    return "¤" in text or any(
        one.search(text) for one in (_FIRST_VERB, _THIRD_VERB, _FIRST, _THIRD, _OF_FIRST)
    )


def _of_writer(text: str, found: re.Match[str] | None) -> bool:
    """Whether what a clause says is said of who writes it."""
    if _MYSELF.search(text):
        return True
    if _OF_FIRST.search(text) or _AND_ME.search(text):
        return True
    if _OF_THIRD.search(text):
        return False
    end = found.end() if found else len(text)
    verbs = [(_last(_FIRST_VERB, text[:end]), True), (_last(_THIRD_VERB, text[:end]), False)]
    at, first_person = max(verbs)
    if at >= 0:
        return first_person
    first, third = _last(_FIRST, text[:end]), _last(_THIRD, text[:end])
    if first < 0 and third < 0 and "¤" in text:
        return not re.search(r"\b(?:seront|sera|participants?|participeront)\b", text)
    return first >= third


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Return where the last match of a pattern begins, -1 if there is none."""
    return max((one.start() for one in pattern.finditer(text)), default=-1)


def _unnamed(text: str, counted: Counted, people: list[Mention]) -> int:
    """Return how many of the counted companions no name follows: « deux collègues, A et B » counts none."""
    left = 0
    for start, end, many in counted.spans:
        following = [one for one in people if end <= one.start]
        if (
            following
            and re.match(r"^[^.!?;]{0,60}$", text[end : following[0].start])
            and not re.search(
                r"\b(?:et|and|ainsi que|dont|avec|plus)\b(?! moi)|\+", text[end : following[0].start]
            )
        ):
            run = _run(text, following)
            left += max(0, many - run) if many > run else 0
        elif following and re.match(
            r"^[^.;¤]{0,50}\b(?:dont|including|parmi lesquel\w+|notamment)\b", text[end:]
        ):
            left += max(0, many - _run(text, following))
        elif _named_just_before(text, start, people) or _counts_the_named(text, start, many, people):
            continue
        else:
            left += many
    return left


def _counts_the_named(text: str, start: int, many: int, people: list[Mention]) -> bool:
    """Whether the count only says who were just named: « A et B, deux jeunes »."""
    before = [one for one in people if one.end <= start]
    return (
        many > 1
        and len(before) == many
        and bool(re.fullmatch(r"\s*[,(]?\s*", text[before[-1].end : start]))
        and bool(re.match(r"\s*[,(]?\s*\w", text[start:]))
    )


def _named_just_before(text: str, start: int, people: list[Mention]) -> bool:
    """Whether the count only says who was just named: « Mme X, une collègue »."""
    return any(
        re.match(r"^\s*[,(]?\s*$", text[one.end : start]) for one in people if one.end <= start
    ) and bool(re.match(r"(?:,|\()?\s*(?:un|une|mon|ma|notre|a|my|our)\b", text[start:].lstrip(" ,(")))


def _run(text: str, people: list[Mention]) -> int:

    return len(groups(text, people)[0])
