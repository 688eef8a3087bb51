"""Names compared: a corpus of invented people by category, held as a whole and category by category."""

import re
from collections import Counter
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.attendee import Attendee
from checkin.domain.identity.checks import Outcome
from checkin.domain.identity.document import Name
from checkin.domain.identity.likeness import NameReason
from checkin.domain.identity.names import Part, compare, compare_names
from checkin.domain.identity.searching import rank, search_words

# Six sets, each written before the comparison was tried on it.
FILES = (
    "name_pairs.txt",
    "name_pairs_second.txt",
    "name_pairs_third.txt",
    "name_pairs_fourth.txt",
    "name_pairs_fifth.txt",
    "name_pairs_sixth.txt",
)
FEW_LOOKS = 0.15
FEW_MISMATCHES = 0.01

Pair = tuple[str, bool, str, str, Name]


def printed(text: str) -> Name:
    full = text.endswith("…")
    family, _, given_names = text.rstrip("…").partition("<<")
    given_parts = tuple(filter(None, given_names.split("<")))
    return Name(tuple(family.split("<")), given_parts, full, full and bool(given_parts))


def corpus(file: str) -> list[Pair]:
    pairs: list[Pair] = []
    category = ""
    for line in Path(__file__).with_name(file).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            category = line.strip("[]")
        elif line[:2] in {"= ", "! "}:
            given_name, family, zone = (part.strip() for part in line[2:].split(";"))
            pairs.append((category, line.startswith("="), given_name, family, printed(zone)))
    return pairs


SETS = {file: corpus(file) for file in FILES}
PAIRS = [pair for pairs in SETS.values() for pair in pairs]
SAME = [pair for pair in PAIRS if pair[1]]
OTHERS = [pair for pair in PAIRS if not pair[1]]


def outcome(pair: Pair) -> Outcome:
    return compare_names(pair[2], pair[3], pair[4]).outcome


def reasons(given_name: str, family: str, zone: str) -> tuple[NameReason, ...]:
    return compare_names(given_name, family, printed(zone)).reasons


def test_the_corpus_is_broad() -> None:
    assert len(PAIRS) >= 1300
    assert min(Counter(category for category, *_ in SETS["name_pairs.txt"]).values()) >= 5


@pytest.mark.parametrize("pair", OTHERS, ids=lambda pair: f"{pair[0]}: {pair[2]} {pair[3]}")
def test_another_person_never_matches(pair: Pair) -> None:
    assert outcome(pair) is not Outcome.MATCH


@pytest.mark.parametrize("file", FILES)
def test_the_same_person_is_hardly_ever_taken_for_another(file: str) -> None:
    same = [pair for pair in SETS[file] if pair[1]]
    missed = [pair[:4] for pair in same if outcome(pair) is Outcome.MISMATCH]
    assert len(missed) <= FEW_MISMATCHES * len(same), missed


@pytest.mark.parametrize("file", FILES)
def test_the_same_person_is_seldom_looked_at_twice(file: str) -> None:
    same = [pair for pair in SETS[file] if pair[1]]
    looked = [pair[:4] for pair in same if outcome(pair) is Outcome.LOOK]
    assert len(looked) <= FEW_LOOKS * len(same), looked


@pytest.mark.parametrize(
    "category",
    ["plain", "accents and ligatures", "apostrophes", "hyphens and compounds", "short forms"],
)
def test_what_is_only_written_otherwise_matches(category: str) -> None:
    pairs = [pair for pair in SAME if pair[0] == category]
    assert all(outcome(pair) is Outcome.MATCH for pair in pairs)
    assert pairs


@pytest.mark.parametrize(
    ("given_name", "family", "zone", "reason"),
    [
        ("Garnier", "Pascale", "GARNIER<<PASCALE", NameReason.ORDER),
        ("Marie", "Garnier", "DUPONT<<MARIE", NameReason.USAGE_NAME),
        ("Marie", "Dupont-Garnier", "DUPONT<<MARIE", NameReason.USAGE_NAME),
        ("Claire", "Roche", "ROCHE<<MARIE<CLAIRE", NameReason.SECOND_GIVEN_NAME),
        ("Jean", "Roche", "ROCHE<<JEAN<PIERRE", NameReason.COMPOUND),
        ("Pascal", "Garnier", "GARNIER<<PASCALE<MARIE", NameReason.CLOSE_NAMES),
        ("P.", "Garnier", "GARNIER<<PASCALE", NameReason.INITIAL),
        ("Nico", "Garnier", "GARNIER<<NICOLAS", NameReason.SHORT_FORM),
        ("Youssef", "Haddad", "HADDAD<<YUSUF", NameReason.SPELLING),
        ("Hugues", "Tour", "DE<LA<TOUR<<HUGUES", NameReason.PARTICLE),
        ("Luis", "García", "GARCIA<LOPEZ<<LUIS", NameReason.ONE_OF_TWO),
        ("Élise", "Martinez-Garnier", "MARTINEZ…", NameReason.FAMILY_CUT),
        ("Élise", "Martinez-Garnier", "MARTINEZ…", NameReason.GIVEN_MISSING),
        ("Alexandre", "Garnier", "GARNIER<<ALEX…", NameReason.GIVEN_CUT),
        ("John", "Doe Jr", "DOE<<JOHN", NameReason.GENERATION),
        ("伟", "王", "WANG<<WEI", NameReason.SCRIPT),
        ("Jean", "Durand", "DURAND<<PIERRE", NameReason.OTHER_GIVEN),
        ("Jean", "Durand", "DUPONT<<JEAN", NameReason.OTHER_FAMILY),
    ],
)
def test_the_card_says_why(given_name: str, family: str, zone: str, reason: NameReason) -> None:
    assert reason in reasons(given_name, family, zone)


def test_a_plain_match_needs_no_word() -> None:
    found = compare_names("Pascale", "d'Artois", printed("DARTOIS<<PASCALE<MARIE"))
    assert (found.outcome, found.reasons, found.differences) == (Outcome.MATCH, (), ())


def test_the_letters_that_differ_are_marked() -> None:
    found = compare_names("Pascal", "Garnier", printed("GARNIER<<PASCALE<MARIE"))
    (difference,) = found.differences
    assert difference.part is Part.GIVEN
    listed, on_document = difference.marked()
    assert listed == (("PASCAL", False),)
    assert on_document == (("PASCAL", False), ("E", True))


def test_nothing_personal_is_printed() -> None:
    assert not re.search(
        "(?i)pascal|garnier", repr(compare_names("Pascal", "Garnier", printed("GARNIER<<PASCALE")))
    )


@given(
    st.text(max_size=30), st.text(max_size=30), st.lists(st.text("ABCDEILMNORSTU", min_size=1, max_size=9))
)
def test_no_name_is_too_strange(given_name: str, family: str, parts: list[str]) -> None:
    name = Name(tuple(parts[:2]), tuple(parts[2:]), family_cut=bool(parts), given_cut=len(parts) > 2)
    assert compare_names(given_name, family, name).outcome in Outcome
    assert search_words(name) is not None


WORDS = st.text("abdeilmnorstuz", min_size=4, max_size=10)


@given(WORDS, WORDS, st.lists(WORDS, max_size=2))
def test_a_name_matches_itself(given_name: str, family: str, more: list[str]) -> None:
    name = Name((family.upper(),), (given_name.upper(), *(word.upper() for word in more)))
    assert compare_names(given_name.title(), family.title(), name).outcome is Outcome.MATCH


@given(WORDS, WORDS)
def test_half_a_name_never_matches(given_name: str, family: str) -> None:
    name = Name((family.upper(),), (given_name.upper(),))
    assert compare_names("", family, name).outcome is not Outcome.MATCH
    assert compare_names(given_name, "", name).outcome is not Outcome.MATCH


def person(number: int, given_name: str, family: str) -> Attendee:
    return Attendee(UUID(int=number), UUID(int=number), 0, given_name, family)


def test_a_document_finds_its_person_on_the_list() -> None:
    attendees = [
        person(1, "Pascal", "Dartois"),
        person(2, "Pascale", "d'Artois"),
        person(3, "Anne", "Roche"),
        person(4, "", ""),
    ]
    found = rank(attendees, printed("DARTOIS<<PASCALE<MARIE"))
    assert [attendee.id.int for attendee, _ in found] == [2, 1]
    assert [comparison.outcome for _, comparison in found] == [Outcome.MATCH, Outcome.LOOK]
    assert compare(attendees[1], printed("DARTOIS<<PASCALE")).outcome is Outcome.MATCH


@pytest.mark.parametrize(
    ("zone", "sought"),
    [
        ("DARTOIS<<PASCALE<MARIE", ("artois", "pascale")),
        ("DARTOIS<<PASCALE<MARIE", ("dartois", "pascale")),
        ("MUELLER<<JUERGEN", ("muller",)),
        ("DI<MARTINO<<NICOLAS", ("martino", "nicolas")),
        ("SUHARTO", ("suharto",)),
        ("LE<<THI", ("le", "thi")),
    ],
)
def test_what_to_look_for_on_the_list(zone: str, sought: tuple[str, ...]) -> None:
    assert sought in search_words(printed(zone))
