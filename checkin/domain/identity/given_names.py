"""Given names compared: the first one decides. Words are A–Z, upper case."""

import re
from collections.abc import Mapping
from typing import TypeVar

from checkin.domain.identity.given_name_tables import COMPOUNDS, NEIGHBOURS, ONE_NAME
from checkin.domain.identity.known_names import KNOWN_NAMES
from checkin.domain.identity.likeness import DOUBTFUL, KNOWN, OTHER, SAME, Likeness, NameReason
from checkin.domain.identity.short_forms import SHORT_FORMS
from checkin.domain.identity.spelling import is_gap, is_near, is_turned, is_umlaut, key

T = TypeVar("T", int, str)
Words = tuple[str, ...]

ALL_NAMES = KNOWN_NAMES | NEIGHBOURS | ONE_NAME.keys() | SHORT_FORMS.keys()

_NONE: frozenset[int] = frozenset()
_ENDING = re.compile(r"(?<=...)(?:OUNET|OU|IE|Y|I|O)$")  # what short forms end in: Patou
_DOUBLED = re.compile(r"([B-DF-HJ-NP-TV-Z]+[AEIOUY]+)\1")  # a syllable of a name: Mimi, Loulou
_PATRONYMIC = re.compile(r"...(?:[OE]VI?T?CH|[OEI]VYCH|[OEI]VNA|ICHNA)$")
_SHORT_LEAST = 2  # letters
_END_LEAST = 4  # letters of a short form that is a name's end: Nando
_SLIP_LEAST = 6  # letters of a name that is known although one was left out
_CUT_SURE = 5  # letters of a cut given name that tell it, where no other known name begins so
_CUT_LEAST = 3
_INITIALS = 3  # letters at most

MIDDLE = frozenset({"THI", "VAN"})  # Vietnamese middle names, which a document prints first


def compare_given(listed: Words, printed: Words, *, cut: bool) -> Likeness:
    """Return how far given names of the list agree with those printed, the last of them cut short perhaps."""
    if not listed or not printed:
        return Likeness(DOUBTFUL, NameReason.GIVEN_MISSING)
    joined = "".join(listed)
    for count in range(1, len(printed) + 1):
        if joined == (start := "".join(printed[:count])) or (count > 1 and key(joined) == key(start)):
            return _same(joined, printed, count, cut=cut)
    if (short := _by_initials(listed, printed) or _by_short_form(joined, printed)) is not None:
        return short
    first = _word(listed[0], printed[0], cut=cut and len(printed) == 1)
    if len(listed) > 1 and (whole := _as_one_word(listed, printed)).weight < first.weight:
        return whole
    if first.weight < OTHER:
        return _with_rest(first, listed[1:], printed[1:], cut=cut)
    return _further_on(listed, printed, joined)


def _as_one_word(listed: Words, printed: Words) -> Likeness:
    """Compare several names as one: Nour Eddine, NOURDINE. Marie-Anne, each known, is no Marianne."""
    whole = _word("".join(listed), "".join(printed[: len(listed)]), cut=False)
    is_slip = whole.reason is NameReason.TYPING and ALL_NAMES.issuperset(listed)
    return Likeness(DOUBTFUL, NameReason.CLOSE_NAMES) if is_slip else whole


def _same(joined: str, printed: Words, count: int, *, cut: bool) -> Likeness:
    if cut and count == len(printed) == 1:
        return _cut_word(joined, printed[0])
    if count == 1 and printed[:2] in COMPOUNDS and len(printed) == count + 1:
        return Likeness(DOUBTFUL, NameReason.COMPOUND)  # Jean, or Jean-Pierre?
    if count == 1 < len(printed) and joined in MIDDLE:
        return Likeness(DOUBTFUL, NameReason.GIVEN_MISSING)
    return Likeness(SAME)


def _by_initials(listed: Words, printed: Words) -> Likeness | None:
    """Compare with several names given by their beginnings: J.-Claude, JC, Anne-So."""
    is_compound, joined = printed[:2] in COMPOUNDS, "".join(listed)
    if len(listed) == len(printed[:2]) > 1 and is_compound and all(map(_begins, listed, printed)):
        return Likeness(KNOWN, NameReason.INITIAL)
    if 1 < len(joined) <= _INITIALS and "".join(word[0] for word in printed).startswith(joined):
        return Likeness(KNOWN if is_compound else DOUBTFUL, NameReason.INITIAL)
    return None


def _begins(half: str, whole: str) -> bool:
    """Whether half a compound name is the whole or its beginning: Laure is another name than Laurence."""
    return whole.startswith(half) and (half == whole or half not in KNOWN_NAMES)


def _by_short_form(joined: str, printed: Words) -> Likeness | None:
    """Compare with the short form of several names together: Marisol, JB."""
    longs = SHORT_FORMS.get(joined, frozenset())
    found = any("".join(printed[:count]) in longs for count in range(2, len(printed) + 1))
    return Likeness(KNOWN, NameReason.SHORT_FORM) if found else None


def _word(listed: str, printed: str, *, cut: bool) -> Likeness:
    """Return how far one given name agrees with another."""
    if cut and listed.startswith(printed):
        return _cut_word(listed, printed)
    if listed == printed:
        return Likeness(SAME)
    if len(listed) == 1 or len(printed) == 1:
        alike = listed[0] == printed[0]
        return Likeness(DOUBTFUL, NameReason.INITIAL) if alike else Likeness(OTHER, NameReason.OTHER_GIVEN)
    return _form(listed, printed) or _slip(listed, printed)


def _form(listed: str, printed: str) -> Likeness | None:
    """Find another spelling of the same name, or its short form."""
    if key(listed) == key(printed):
        return Likeness(SAME, NameReason.SPELLING)
    if _one_name(listed, printed) or is_umlaut(listed, printed):  # as Jurgen and JUERGEN
        return Likeness(KNOWN, NameReason.SPELLING)
    if _is_short(
        listed, printed
    ):  # Léo stands for Léonard, and is a name of its own: brothers may have one each
        return Likeness(DOUBTFUL if listed in KNOWN_NAMES else KNOWN, NameReason.SHORT_FORM)
    if _is_short(printed, listed):  # a document has the name of the register: Sami is hardly Samir
        return Likeness(DOUBTFUL, NameReason.SHORT_FORM)
    return Likeness(DOUBTFUL, NameReason.SHORT_FORM) if _may_be_short(listed, printed) else None


def _turned_over(table: Mapping[str, frozenset[T]]) -> dict[T, list[str]]:
    """Return the keys of a table by what it has for them."""
    found: dict[T, list[str]] = {}
    for name, values in table.items():
        for value in values:
            found.setdefault(value, []).append(name)
    return found


_SPELLED, _SHORT = _turned_over(ONE_NAME), _turned_over(SHORT_FORMS)


def other_forms(name: str) -> tuple[str, ...]:
    """Return what else the list may call someone of this name: its spellings, then its short forms."""
    spelled = {other for group in ONE_NAME.get(name, _NONE) for other in _SPELLED[group]} - {name}
    short = {form for full in (name, *spelled) for form in _SHORT.get(full, ())}
    return (*sorted(spelled), *sorted(short - spelled))


def _is_short(short: str, long: str) -> bool:
    return any(long == full or _one_name(long, full) for full in SHORT_FORMS.get(short, ()))


def _one_name(one: str, other: str) -> bool:
    return not ONE_NAME.get(one, _NONE).isdisjoint(ONE_NAME.get(other, _NONE))


def _may_be_short(listed: str, printed: str) -> bool:
    """Whether a short form that no table has may be of the name printed: its beginning, or its end."""
    if listed in KNOWN_NAMES:
        return False
    if (doubled := _DOUBLED.fullmatch(listed)) and doubled[1] in printed:
        return True
    beginning = _ENDING.sub("", listed)
    begins = len(beginning) >= _SHORT_LEAST and printed.startswith(beginning)
    return begins or (len(listed) >= _END_LEAST and printed.endswith(listed))


def _slip(listed: str, printed: str) -> Likeness:
    is_turned_round = listed not in ALL_NAMES and is_turned(listed, printed)  # Elsie is not Elise
    if is_turned_round or _is_a_slip_in(listed, printed):
        return Likeness(KNOWN, NameReason.TYPING)
    two_names = listed in ALL_NAMES and printed in ALL_NAMES
    if is_near(listed, printed) or is_near(key(listed), key(printed)):
        return Likeness(DOUBTFUL, NameReason.CLOSE_NAMES if two_names else NameReason.TYPING)
    return Likeness(OTHER, NameReason.OTHER_GIVEN)


def _is_a_slip_in(listed: str, printed: str) -> bool:
    """Whether a letter is missing or too many in what can only be meant for a known name: Fraçois."""
    if listed in ALL_NAMES or printed not in KNOWN_NAMES or len(printed) < _SLIP_LEAST:
        return False
    return is_gap(listed, printed) and sum(is_gap(listed, name) for name in ALL_NAMES) == 1


def _cut_word(listed: str, printed: str) -> Likeness:
    """Compare with a word whose end may be missing: sure only where no other known name begins so."""
    others = any(
        name.startswith(printed) and name != listed and not _one_name(name, listed) for name in KNOWN_NAMES
    )
    if len(printed) < _CUT_LEAST:
        return Likeness(DOUBTFUL, NameReason.INITIAL)
    sure = len(printed) >= _CUT_SURE and not others
    return Likeness(SAME if sure else DOUBTFUL, NameReason.GIVEN_CUT)


def _with_rest(first: Likeness, listed: Words, printed: Words, *, cut: bool) -> Likeness:
    """Weigh the further given names of the list: each must stand, in order, among those printed.

    But for a patronymic, which the list may have and an international document has not.
    """
    listed = tuple(word for word in listed if not _PATRONYMIC.search(word) or word in printed)
    if not printed:
        initials = all(len(word) == 1 for word in listed)
        return first if initials or cut else Likeness(DOUBTFUL, NameReason.COMPOUND)
    place = 0
    for word in listed:
        while place < len(printed) and not _agrees(
            word, printed[place], cut=cut and place == len(printed) - 1
        ):
            place += 1
        if place == len(printed):
            return first if cut else Likeness(DOUBTFUL, NameReason.COMPOUND)
        place += 1
    return first


def _agrees(listed: str, printed: str, *, cut: bool) -> bool:
    """Whether a further given name agrees with one printed: an initial is enough, a slip is not."""
    if len(listed) == 1 or len(printed) == 1 or (cut and listed.startswith(printed)):
        return listed[0] == printed[0]
    return _word(listed, printed, cut=False).weight <= KNOWN


def _further_on(listed: Words, printed: Words, joined: str) -> Likeness:
    """Find the list's given name among the document's second ones."""
    if printed[0] in MIDDLE and listed == printed[-len(listed) :]:
        return Likeness(KNOWN, NameReason.SECOND_GIVEN_NAME)
    if any(
        joined == "".join(printed[a:b])
        for a in range(1, len(printed))
        for b in range(a + 1, len(printed) + 1)
    ):
        return Likeness(DOUBTFUL, NameReason.SECOND_GIVEN_NAME)
    if len(listed) == 1 and any(_word(listed[0], word, cut=False).weight <= SAME for word in printed[1:]):
        return Likeness(DOUBTFUL, NameReason.SECOND_GIVEN_NAME)
    if printed[0] in listed[1:]:
        return Likeness(DOUBTFUL, NameReason.COMPOUND)
    return Likeness(OTHER, NameReason.OTHER_GIVEN)
