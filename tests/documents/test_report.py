import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from python_calamine import CalamineWorkbook

from checkin.documents.attestation import attestations_pdf
from checkin.documents.charts import arrivals_chart, chart_pdf, organisations_chart
from checkin.documents.report import report_pdf
from checkin.documents.spreadsheet import csv_bytes, headings, xlsx_bytes
from checkin.domain.attendance import Direction, Passage
from checkin.domain.attendee import Attendee
from checkin.domain.event import Event
from checkin.domain.turnout import Turnout, turnout

Crowd = Callable[[int], tuple[Attendee, ...]]
Text = Callable[[bytes], str]


@pytest.fixture
def seen(event: Event) -> Callable[..., Turnout]:
    """Give the turnout of some people, of whom every third did not come and the others stayed in the room."""

    def made(people: tuple[Attendee, ...]) -> Turnout:
        came = [person for place, person in enumerate(people) if place % 3]
        admitted = {
            person.id: event.starts - timedelta(minutes=place % 30) for place, person in enumerate(came)
        }
        assert event.room
        passages = [
            Passage(
                UUID(int=9_000_000 + place), person.id, event.room.id, 1, Direction.IN, event.starts, "", ""
            )
            for place, person in enumerate(came)
        ]
        return turnout(event, event.ends, people, admitted, passages)

    return made


@pytest.mark.parametrize("code", ["fr", "en"])
def test_the_report_has_the_figures_and_every_name(
    seen: Callable[..., Turnout], crowd: Crowd, text: Text, code: str
) -> None:
    people = tuple(replace(person, family_name=person.family_name[:20]) for person in crowd(120))
    one = seen(people)
    words = text(report_pdf(one, code))
    assert all(person.list_name in words for person in people if person.is_named)
    for count in (one.expected, one.admitted, len(one.no_shows)):
        assert str(count) in words.split("\n")
    assert ("Personnes venues (80)" if code == "fr" else "Who came (80)") in words


def test_every_font_of_the_report_is_embedded(
    seen: Callable[..., Turnout], crowd: Crowd, fonts: Callable[[bytes], list[list[str]]]
) -> None:
    listed = fonts(report_pdf(seen(crowd(120))))
    assert {line[-5] for line in listed} == {"yes"}


def test_a_party_of_which_only_some_came_is_told_by_its_lead(event: Event, crowd: Crowd, text: Text) -> None:
    lead, *_others = crowd(1)
    companion = replace(lead, id=UUID(int=77), position=1, given_name="Inès", family_name="Benali")
    one = turnout(event, event.ends, (lead, companion), {companion.id: event.starts}, [])
    lines = text(report_pdf(one)).split("\n")
    assert lines.count(lead.list_name) == 2  # there, and among those who did not come
    assert lines.count("Benali Inès") == 2  # there, and among those who came


def test_a_report_of_an_event_to_which_nobody_came(event: Event, text: Text) -> None:
    assert "Rapport de présence" in text(report_pdf(turnout(event, event.ends, (), {}, ())))


def test_headings_are_repeated_on_every_page(seen: Callable[..., Turnout], crowd: Crowd, text: Text) -> None:
    pages = text(report_pdf(seen(crowd(300)))).split("\f")
    assert len(pages) > 5
    assert all("NOM ET PRÉNOM" in page for page in pages[3:-1])


def test_charts_are_as_large_as_asked(
    seen: Callable[..., Turnout], crowd: Crowd, info: Callable[[bytes], dict[str, str]], text: Text
) -> None:
    one = seen(crowd(50))
    curve = chart_pdf(arrivals_chart(one, 400, 120, "fr"), "Arrivées", "fr")
    assert info(curve)["Page size"].startswith("400 x 120 pts")
    bars = chart_pdf(organisations_chart(one, 300, "fr"), "Organismes", "fr")
    assert "Sans organisme" in text(bars)
    assert " sur " in text(bars)


def test_the_smaller_organisations_are_one_bar(
    seen: Callable[..., Turnout], party: Callable[..., tuple[Attendee, ...]], text: Text
) -> None:
    people = tuple(party(1, number, organisation=f"Organisme {number:02}")[0] for number in range(1, 31))
    words = text(chart_pdf(organisations_chart(seen(people), 300, "fr", 100), "Organismes", "fr"))
    assert words.count("Organisme ") == 4
    assert "Autres organismes" in words


def test_charts_of_nobody_are_drawn(event: Event) -> None:
    empty = turnout(event, event.ends, (), {}, ())
    assert chart_pdf(arrivals_chart(empty, 400, 120, "fr"), "x", "fr").startswith(b"%PDF")
    assert chart_pdf(organisations_chart(empty, 400, "fr"), "x", "fr").startswith(b"%PDF")


def test_a_page_for_each_who_came_and_has_a_name(
    seen: Callable[..., Turnout], party: Callable[..., tuple[Attendee, ...]], text: Text
) -> None:
    people = tuple(party(1, number, organisation="AFPA")[0] for number in range(1, 7))
    one = seen((*people, *party(3, 9)))
    pages = text(attestations_pdf(one.event, one.presences, one.at)).split("\f")[:-1]
    named = [presence for presence in one.presences if presence.came and presence.attendee.is_named]
    assert len(pages) == len(named)
    for page, presence in zip(pages, named, strict=True):
        assert presence.attendee.name in page
        assert "Introduction" in page


def test_what_a_french_spreadsheet_opens(
    seen: Callable[..., Turnout], party: Callable[..., tuple[Attendee, ...]]
) -> None:
    people = (*party(2, organisation="=cmd|' /C calc'!A0"), *party(1, 7, note="-1"))
    one = seen(people)
    content = csv_bytes(one)
    assert content.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert lines[0] == headings(one)
    assert [line[0] for line in lines[1:]] == [presence.attendee.family_name for presence in one.presences]
    assert lines[1][4] == "'=cmd|' /C calc'!A0"
    assert lines[0][:14] == [
        "Nom de famille", "Prénom", "Civilité", "Courriel", "Organisme", "Fonction", "Mention", "Accompagne",
        "Réponse", "Venu (1 ou 0)", "Admis à", "Dans la salle de",
        "Dans la salle jusqu’à", "Minutes dans la salle",
    ]  # fmt: skip
    assert lines[0][14:] == [slot.title for slot in one.event.programme]


def test_a_workbook_has_the_same_rows_and_no_formula(
    seen: Callable[..., Turnout], party: Callable[..., tuple[Attendee, ...]]
) -> None:
    one = seen((*party(2, organisation="=1+1"), *party(1, 7)))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(xlsx_bytes(one))).get_sheet_by_index(0).to_python()
    assert rows[0] == headings(one)
    assert {row[4] for row in rows[1:]} == {"=1+1", ""}
    came = next(row for row in rows[1:] if row[9] == 1)
    assert isinstance(came[10], datetime)
    assert came[11] == datetime(2022, 11, 24, 10)  # noqa: DTZ001 - a sheet's instants have no zone
