"""Is the name on the list the name on the document? A match, a look at what differs, or a mismatch.

Field by field, not letter by letter: a surname and a first given name must both be found, each in a way that
is known to be the same name. Same family and another given name is never a match, nor is a part of a name.
"""

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from checkin.domain.attendee import Attendee
from checkin.domain.identity.checks import Outcome
from checkin.domain.identity.document import Name, Pieces
from checkin.domain.identity.family_names import Surname, compare_families
from checkin.domain.identity.given_names import compare_given
from checkin.domain.identity.known_names import MEN
from checkin.domain.identity.likeness import DOUBTFUL, KNOWN, OTHER, SAME, Likeness, NameReason
from checkin.domain.identity.listed_names import GENERATIONS, Listed, Reading, listed_names, readings

_MARRIED = frozenset({"EP", "EPS", "EPSE", "EPOUSE", "NEE", "VVE", "VEUVE", "GEB", "BORN"})
# Where more of the document's given names matter than the list has.
_WHOLE = frozenset({NameReason.COMPOUND, NameReason.SECOND_GIVEN_NAME, NameReason.INITIAL})
_ALIKE = 0.6  # the share of letters that two spellings of one word have in common
_SURE = KNOWN  # the weight up to which a name is the same
_USAGE = OTHER - 1  # a surname wholly unlike, on a woman's document: the last thing a look is for


class Part(StrEnum):
    """A part of a name."""

    GIVEN = "given"
    FAMILY = "family"


def _whole(text: str) -> Pieces:
    return ((text, True),) if text else ()


def _is_apart(tag: str, text: str) -> bool:
    return tag != "equal" and not text.isspace()  # « D ARTOIS » is DARTOIS


@dataclass(frozen=True, slots=True, repr=False)
class Difference:
    """A part that differs, as the list has it and as the document prints it (A–Z, upper case)."""

    part: Part
    listed: str
    printed: str

    def marked(self) -> tuple[Pieces, Pieces]:
        """Return both sides in pieces, each with whether it differs: for marking letters on the card."""
        matcher = SequenceMatcher(None, self.listed, self.printed, autojunk=False)
        if matcher.ratio() < _ALIKE:  # another word: a few letters in common mean nothing
            return _whole(self.listed), _whole(self.printed)
        steps = matcher.get_opcodes()
        listed = tuple(
            (self.listed[a:b], _is_apart(tag, self.listed[a:b])) for tag, a, b, _, _ in steps if b > a
        )
        printed = tuple(
            (self.printed[a:b], _is_apart(tag, self.printed[a:b])) for tag, _, _, a, b in steps if b > a
        )
        return listed, printed

    def __repr__(self) -> str:
        return f"Difference({self.part}, …)"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome, why it is not plain, and the parts that differ."""

    outcome: Outcome
    reasons: tuple[NameReason, ...] = ()
    differences: tuple[Difference, ...] = ()
    weight: int = SAME  # the lighter of two comparisons is the better one
    parts: tuple[Difference, ...] = ()  # both parts as they were compared, alike or not


@dataclass(frozen=True, slots=True)
class _Printed:
    """A document's name, taken apart once for all readings of the list's."""

    given: tuple[str, ...]
    families: tuple[Surname, ...]  # the whole; where it says « ép. », by birth and in use too
    words: tuple[str, ...]
    generation: str
    given_cut: bool
    family_cut: bool


def compare(attendee: Attendee, name: Name) -> Comparison:
    """Return how an attendee's name compares with that on a document."""
    return compare_names(attendee.given_name, attendee.family_name, name)


def compare_names(given: str, family: str, name: Name) -> Comparison:
    """Return how a name of the list (swapped perhaps, or all in one field) compares with a document's."""
    printed = _printed(name)
    best: Comparison | None = None
    for listed in listed_names(given, family):
        if not listed.is_latin:
            return Comparison(Outcome.LOOK, (NameReason.SCRIPT,), weight=DOUBTFUL)
        for reading in readings(listed):
            likeness = compare_given(reading.given, printed.given, cut=printed.given_cut)
            if best is not None and likeness.weight >= OTHER >= best.weight:
                continue  # another given name, and a reading that is no worse is known
            found = _compare(reading, printed, listed, likeness)
            if best is None or found.weight < best.weight:
                best = found
            if best.weight == SAME:
                return best
    return best or Comparison(Outcome.MISMATCH, weight=OTHER)


def _printed(name: Name) -> _Printed:
    words = tuple(word for part in name.given for word in part.split())
    marks = [GENERATIONS[word] for word in (*words[1:], *name.family[1:]) if word in GENERATIONS]
    given = (*words[:1], *(word for word in words[1:] if word not in GENERATIONS))
    family = (*name.family[:1], *(word for word in name.family[1:] if word not in GENERATIONS))
    return _Printed(given, _families(family), family, "".join(marks[:1]), name.given_cut, name.family_cut)


def _families(words: tuple[str, ...]) -> tuple[Surname, ...]:
    at = next((at for at, word in enumerate(words) if word in _MARRIED and 0 < at < len(words) - 1), None)
    ways = (words,) if at is None else (words[:at] + words[at + 1 :], words[:at], words[at + 1 :])
    return tuple(map(Surname.of, ways))


def _compare(reading: Reading, printed: _Printed, listed: Listed, given: Likeness) -> Comparison:
    family = _best_family(reading, printed, listed)
    if not printed.given and not printed.family_cut and len(reading.given + reading.family) > 1:
        family = _all_in_one(reading, printed, family)
    if not printed.given and reading.given in {(), reading.family} and family.weight < OTHER:
        given = Likeness(SAME)  # people of one name, which a form that wants two has twice
    weight = family.weight + given.weight + reading.weight
    if listed.generation != printed.generation:
        weight += DOUBTFUL
    if weight >= OTHER and _may_be_a_usage_name(reading, family, given):
        family, weight = Likeness(OTHER, NameReason.USAGE_NAME), _USAGE
    generation = NameReason.GENERATION if listed.generation != printed.generation else None
    reasons = dict.fromkeys(filter(None, (family.reason, given.reason, reading.reason, generation)))
    parts = _parts(reading, printed, given)
    differs = dict(zip(parts, (given, family), strict=True))
    differences = tuple(part for part in parts if differs[part].weight or differs[part].reason)
    return Comparison(_outcome(weight), tuple(reasons), differences, weight, parts)


def _best_family(reading: Reading, printed: _Printed, listed: Listed) -> Likeness:
    """Compare a surname with the one printed; with « ép. » there are two, and either will do."""
    ours = Surname.of(reading.family)
    whole, *others = (
        compare_families(ours, one, cut=printed.family_cut, double=listed.is_double)
        for one in printed.families
    )
    if others and min(each.weight for each in others) <= KNOWN:
        return Likeness(KNOWN, NameReason.USAGE_NAME)
    return min((whole, *others), key=lambda each: each.weight)


def _outcome(weight: int) -> Outcome:
    if weight <= _SURE:
        return Outcome.MATCH
    return Outcome.LOOK if weight < OTHER else Outcome.MISMATCH


def _may_be_a_usage_name(reading: Reading, family: Likeness, given: Likeness) -> bool:
    """Whether only the surname differs, wholly, on a name that is not known for a man's: few men take one."""
    only_the_surname = given.weight == SAME and family.weight == OTHER and bool(reading.family)
    return reading.as_stated and only_the_surname and not MEN.intersection(reading.given[:1])


def _all_in_one(reading: Reading, printed: _Printed, family: Likeness) -> Likeness:
    """Compare with a document that prints the whole name as one part."""
    if sorted(reading.given + reading.family) == sorted(printed.words):
        return Likeness(SAME)
    return family


def _parts(reading: Reading, printed: _Printed, given: Likeness) -> tuple[Difference, Difference]:
    shown = printed.given if given.reason in _WHOLE else printed.given[: max(1, len(reading.given))]
    return (
        Difference(Part.GIVEN, " ".join(reading.given), " ".join(shown)),
        Difference(Part.FAMILY, " ".join(reading.family), " ".join(printed.words)),
    )
