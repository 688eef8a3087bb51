# ruff: noqa: E501 - a pattern reads best on one line
"""A sentence → its clauses, and of each: what it says, of whom, who is named in it, how many it counts."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from checkin.intake.mail.mentions import Mention, masked, mentions
from checkin.intake.mail.numbers import Counted, count
from checkin.intake.mail.phrases import Says, denies, says
from checkin.intake.mail.roles import Cast, Role, cast, groups
from checkin.intake.mail.sentences import Sentence

_CUT = re.compile(
    r"\s*;\s+(?=(?:je|nous|il|elle|on|mais|i|we)\b)|,?\s+(?=(?:mais|toutefois|cependant|neanmoins|en revanche|par contre|but|however)\b)|"
    r",?\s+(?:et|and)\s+(?=(?:je|j'|nous|il|elle|on|serai|serons|sera|viendrai|viendrons|participerai|i|we|he|she|me|m'|y|vous confirme|ne|n'|¤+ (?:me|m'|la|le|nous|l'|sera|viendra|participera|will))[ ']?)|"
    r",\s+(?=(?:c'est|je|nous) (?:¤|¤+ qui|donc|viendrai|serai|serons))|,\s+(?=¤+ (?:me|m'|la |le |nous|l'))"
)
_FIRST_VERB = re.compile(
    r"\b(?:\w+rai|\w+rons|suis|viens|sommes|venons|peux|pouvons|assistons|participons|i'll|we'll|i'm|we're|m'inscris)\b"
)
_THIRD_VERB = re.compile(
    r"(?<!\bon )(?<!\bce )(?<!\bca )(?<!\bcela )(?<!on ne )(?<!on y )\b(?:sera|seront|viendra|viendront|pourra|pourront|participera|participeront|assistera|assisteront|accompagnera|accompagneront|prendra|rendra|representera|representeront|honorera|joindra|fera)\b"
)
_FIRST = re.compile(r"\b(?:je|j|nous|on|moi|me|m|i|we|c|ce|cela|ca|us)\b")
_MYSELF = re.compile(r"\bvotre serviteur\b|\bvotre servante\b|\byours truly\b")
_THIRD = re.compile(
    r"\b(?:il|elle|ils|elles|he|she|they|his|her|their|sa|leur|lui|him|(?:le|la|notre|mon|ma) (?:president\w*|directeur|directrice|chef\w*|ministre|prefete?|maire|collegue|collaborat\w+|adjointe?|responsable))\b|¤+"
)
_OF_THIRD = re.compile(
    r"\b(?:presence|venue|participation|absence|inscription|attendance|excuses)s? (?:\w+ ){0,2}?(?:de|d'|du|des|of)\b(?! (?:nous|moi))[^.]{0,90}¤|\b(?:sa|leur|son|his|her|their) (?:\w+ )?(?:presence|venue|participation|absence|attendance|place|regrets)|"
    r"\b(?:l'|le |la |les |him|her|s')\s?excuser|(?:presence|absence) de (?:celui|celle)"
)
_OF_FIRST = re.compile(
    r"\b(?:ma|notre|my|our|mon) (?:propre |\w+ )?(?:presence|venue|participation|absence|inscription|attendance)|\b(?:m'|nous |me )(?:inscri|excuser|desist|compter)"
)
_ALONG_WITH = re.compile(
    r"\bje (?:l'|le |la |les )accompagner\w*|\b(?:i|i'll|we) (?:will |shall )?accompany(?:ing)? (?:him|her|them)|et je (?:l'|le |la )accompagne|je serai (?:egalement |aussi )?a ses cotes|je viendrai avec (?:lui|elle|eux)|\b(?:la mienne|la notre)\b|\band mine\b"
)

_WITH_WRITER = re.compile(
    r"\bavec (?:moi|nous)\b|\bm'accompagn\w*|\bnous accompagn\w*|\bme rejoin\w*|\bwith (?:me|us)\b|\b(?:join\w*|accompany\w*) (?:me|us)\b|a mes cotes"
)


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
    denies: bool = False  # it affirms, and denies something as well
    unnamed: int = 0  # companions counted in it that it does not name

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


def clauses(sentence: Sentence, known: frozenset[str] = frozenset()) -> Iterator[Clause]:
    """Yield the clauses of a sentence."""
    people = mentions(sentence.text, known)
    whole = masked(sentence.plain, people)
    starts = [0, *(cut.end() for cut in _CUT.finditer(whole)), len(whole)]
    for start, end in itertools.pairwise(starts):
        inside = [
            Mention(one.start - start, one.end - start, one.name)
            for one in people
            if start <= one.start < end
        ]
        yield _clause(sentence, whole[start:end], inside)


def _clause(sentence: Sentence, text: str, people: list[Mention]) -> Clause:
    if sentence.is_question:
        return Clause(
            sentence, Says.NOTHING, of_writer=True, people=tuple(cast(text, people, Says.NOTHING, asked=True))
        )
    said, found = says(text)
    counted = count(text)
    if said is Says.NOTHING and (counted.total > 1 or re.search(r"\bnous (?:serons|viendrons)\b", text)):
        said = Says.YES
    return Clause(
        sentence,
        said,
        of_writer=_of_writer(text, found),
        people=tuple(cast(text, people, said)),
        counted=counted,
        writer_follows=bool(_ALONG_WITH.search(text)),
        denies=said.comes and denies(text),
        with_writer=said.comes and bool(_WITH_WRITER.search(text)),
        unnamed=_unnamed(text, counted, people),
    )


def _of_writer(text: str, found: re.Match[str] | None) -> bool:
    """Whether what a clause says is said of who writes it."""
    if _MYSELF.search(text):
        return True
    if _OF_FIRST.search(text):
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
        elif _named_just_before(text, start, people):
            continue
        else:
            left += many
    return left


def _named_just_before(text: str, start: int, people: list[Mention]) -> bool:
    """Whether the count only says who was just named: « Mme X, une collègue »."""
    return any(
        re.match(r"^\s*[,(]?\s*$", text[one.end : start]) for one in people if one.end <= start
    ) and bool(re.match(r"(?:,|\()?\s*(?:un|une|mon|ma|notre|a|my|our)\b", text[start:].lstrip(" ,(")))


def _run(text: str, people: list[Mention]) -> int:

    return len(groups(text, people)[0])
