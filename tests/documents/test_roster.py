from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from checkin.documents.roster import Order, Roster, roster_pdf
from checkin.documents.roster_lines import Kind, pages
from checkin.domain.attendee import Attendee, Mark, parties
from checkin.domain.event import Event

Crowd = Callable[[int], tuple[Attendee, ...]]
Text = Callable[[bytes], str]


@pytest.fixture
def roster(event: Event) -> Callable[..., Roster]:
    def make(attendees: tuple[Attendee, ...], order: Order = Order.NAME) -> Roster:
        return Roster(event, attendees, event.starts, "Camille Durand", order)

    return make


def stand_in_order(names: list[str], words: str) -> bool:
    """Whether the names are found one after the other."""
    rest: Iterator[str] = iter(words.split("\n"))
    return all(any(name in line for line in rest) for name in names)


def test_every_name_stands_on_it_by_its_lead_and_in_order(
    roster: Callable[..., Roster], crowd: Crowd, text: Text
) -> None:
    people = crowd(400)
    words = text(roster_pdf(roster(people, Order.PARTY)))
    in_order = [person.list_name for party in parties(people) for person in party.members if person.is_named]
    assert stand_in_order(in_order, words)


def test_every_name_is_found_under_its_own_letter(
    roster: Callable[..., Roster], party: Callable[..., tuple[Attendee, ...]], text: Text
) -> None:
    names = ("Zola", "Aubert", "Martin")
    lead, *others = (
        replace(person, given_name=f"Nour {name}", family_name=name)
        for person, name in zip(party(3), names, strict=True)
    )
    between = party(1, 2, mark=Mark.SPEAKER)[0]
    words = text(roster_pdf(roster((between, lead, *others))))
    assert stand_in_order(["Aubert Nour Aubert", "Martin Élodie", "Martin Nour Martin", "Zola"], words)
    assert words.count("Aubert Nour Aubert") == 2


def test_an_arabic_name_is_read_from_right_to_left_family_name_first(
    roster: Callable[..., Roster], party: Callable[..., tuple[Attendee, ...]], text: Text
) -> None:
    people = tuple(
        replace(person, given_name=given, family_name=family)
        for person, given, family in zip(
            party(3), ("يوسف", "نور", "Nour"), ("الأمين", "بن علي", "Zed"), strict=True
        )
    )
    words = text(roster_pdf(roster(people, Order.PARTY))).translate(dict.fromkeys(range(0x202A, 0x202F)))
    assert stand_in_order(["الأمين يوسف", "بن علي نور", "Zed Nour"], words)


def test_everybody_stands_under_their_own_name_in_strict_order(
    roster: Callable[..., Roster], crowd: Crowd, text: Text
) -> None:
    people = crowd(400)
    words = text(roster_pdf(roster(people, Order.PERSON)))
    named = sorted((person for person in people if person.is_named), key=lambda person: person.sort_key)
    assert stand_in_order([person.list_name for person in named], words)


def test_whom_a_companion_comes_with_is_said_or_not(
    roster: Callable[..., Roster], party: Callable[..., tuple[Attendee, ...]], text: Text
) -> None:
    family = tuple(replace(person, family_name=f"Nom{person.position}") for person in party(2))
    with_lead = roster(family, Order.PERSON)
    assert text(roster_pdf(with_lead)).count("avec Nom0 Élodie") == 1
    assert "avec" not in text(roster_pdf(replace(with_lead, leads=False)))


def test_without_leads_nothing_refers_to_them(crowd: Crowd) -> None:
    lines = [line for page in pages(crowd(100), Order.NAME, 690, leads=False) for line in page]
    assert Kind.REFERENCE not in {line.kind for line in lines}


def test_a_companion_beside_their_lead_needs_no_reference(party: Callable[..., tuple[Attendee, ...]]) -> None:
    family = [replace(person, family_name="Martin", given_name=str(person.position)) for person in party(4)]
    kinds = [line.kind for line in pages(family, Order.NAME, 700)[0]]
    assert kinds == [Kind.HEADING, Kind.LEAD, *[Kind.COMPANION] * 3]


@pytest.mark.parametrize("order", list(Order))
def test_everybody_has_one_box_in_every_order(crowd: Crowd, order: Order) -> None:
    people = crowd(300)
    lines = [line for page in pages(people, order, 690) for line in page]
    boxed = [line.person for line in lines if line.kind in {Kind.LEAD, Kind.COMPANION}]
    assert sorted(person.id for person in boxed) == sorted(person.id for person in people)


def test_a_party_stays_on_one_page(crowd: Crowd) -> None:
    page_of: dict[object, set[int]] = {}
    for number, page in enumerate(pages(crowd(300), Order.NAME, 690)):
        for line in page:
            if line.kind in {Kind.LEAD, Kind.COMPANION}:
                page_of.setdefault(line.person.party_id, set()).add(number)
    assert {len(found) for found in page_of.values()} == {1}


def test_a_party_larger_than_a_page_goes_on(party: Callable[..., tuple[Attendee, ...]]) -> None:
    laid_out = pages(party(90), Order.PARTY, 690)
    assert len(laid_out) == 5
    assert sum(len(page) for page in laid_out) == 90 + len(laid_out)


def test_every_page_begins_with_a_heading(crowd: Crowd) -> None:
    assert all(page[0].kind is Kind.HEADING for page in pages(crowd(500), Order.ORGANISATION, 690))


def test_no_heading_stands_alone_at_the_foot(crowd: Crowd) -> None:
    assert all(page[-1].kind is not Kind.HEADING for page in pages(crowd(500), Order.NAME, 690))


def test_organisations_are_headings_and_none_comes_last(crowd: Crowd) -> None:
    lines = [line for page in pages(crowd(200), Order.ORGANISATION, 690) for line in page]
    headings = [line.heading for line in lines if line.kind is Kind.HEADING]
    assert list(dict.fromkeys(headings)) == ["AFPA", "Mission locale " * 12, "Région Grand Est", ""]


def test_each_page_says_which_it_is_when_and_by_whom(
    roster: Callable[..., Roster], crowd: Crowd, text: Text, info: Callable[[bytes], dict[str, str]]
) -> None:
    content = roster_pdf(roster(crowd(100)))
    count = int(info(content)["Pages"])
    sheets = text(content).split("\f")[:count]
    for number, sheet in enumerate(sheets, 1):
        words = " ".join(sheet.split())
        assert f"{number} " in words
        assert "24/11/2022 10h00" in words
        assert "Camille Durand" in words
        assert "Repérer et remobiliser" in words


def test_fonts_are_embedded(
    roster: Callable[..., Roster], crowd: Crowd, fonts: Callable[[bytes], list[list[str]]]
) -> None:
    assert {tuple(words[-5:-2]) for words in fonts(roster_pdf(roster(crowd(60))))} == {("yes", "yes", "yes")}


def test_an_empty_roster_is_one_page(
    roster: Callable[..., Roster], info: Callable[..., dict[str, str]]
) -> None:
    assert info(roster_pdf(roster(())))["Pages"] == "1"
