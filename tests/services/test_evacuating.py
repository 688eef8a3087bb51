from collections.abc import Callable
from pathlib import Path

import pytest

from checkin.app import Desk
from checkin.domain.attendance import Direction, Passage
from checkin.domain.attendee import Attendee
from checkin.intake.proposals import PersonName, Proposal, Reply, Source
from checkin.store import passages


@pytest.fixture
def people(desk: Desk, bring: Callable[..., None], person: Callable[[str], Attendee]) -> dict[str, Attendee]:
    """Give three people who were let in and one who was not."""
    bring(
        Proposal(Reply.CONFIRMED, PersonName("Zoé", "d’Artois"), Source("list", 2), unnamed_companions=1),
        Proposal(Reply.CONFIRMED, PersonName("Nino", "Di Martino"), Source("list", 3), assistance="Rampe"),
        Proposal(Reply.CONFIRMED, PersonName("Anna", "Eriksson"), Source("list", 4)),
    )
    found = {name: person(name) for name in ("Artois", "Martino", "Eriksson")}
    party = desk.admitting.look_up(found["Artois"].id).party
    found["companion"] = next(one.attendee for one in party if not one.attendee.is_named)
    for name in ("Artois", "companion", "Martino"):
        desk.admitting.admit(found[name].id, desk.admitting.new_admission_id())
    return found


def names(desk: Desk) -> list[str]:
    return [one.attendee.family_name for one in desk.evacuating.muster().present]


def test_inside_is_who_was_let_in(desk: Desk, people: dict[str, Attendee]) -> None:
    assert names(desk) == ["d’Artois", "Di Martino", ""]
    assert people["Eriksson"].id not in {one.attendee.id for one in desk.evacuating.muster().present}


def test_an_unnamed_companion_is_known_by_their_lead(desk: Desk, people: dict[str, Attendee]) -> None:
    companion = desk.evacuating.muster().present[-1]
    assert companion.attendee.id == people["companion"].id
    assert companion.lead is not None
    assert companion.lead.id == people["Artois"].id


def test_the_room_they_are_in_is_said(desk: Desk, people: dict[str, Attendee]) -> None:
    desk.attending.cross(people["Martino"].id, Direction.IN)
    rooms = [one.seen.room for one in desk.evacuating.muster().present]
    assert rooms == [None, desk.event.room, None]


def test_who_left_by_the_entrance_is_not_looked_for(desk: Desk, people: dict[str, Attendee]) -> None:
    context = desk.context
    out = Passage(
        context.new_id(), people["Artois"].id, desk.event.entrance.id, 1, Direction.OUT, context.now(), "", ""
    )
    with desk.database.transaction() as connection:
        passages.add(connection, desk.event.id, out)
    assert names(desk) == ["Di Martino", ""]


def test_a_passage_taken_back_counts_for_nothing(desk: Desk, people: dict[str, Attendee]) -> None:
    passage = desk.attending.cross(people["Martino"].id, Direction.IN).passage
    assert passage is not None
    desk.attending.void(passage.id, "Erreur")
    assert {one.seen.room for one in desk.evacuating.muster().present} == {None}


def test_an_admission_taken_back_takes_them_off(desk: Desk, people: dict[str, Attendee]) -> None:
    admission = desk.admitting.look_up(people["Martino"].id).party[0].admission
    assert admission is not None
    desk.admitting.void(admission.id, "Erreur")
    assert names(desk) == ["d’Artois", ""]


@pytest.mark.usefixtures("people")
def test_the_sheet_is_drawn_and_saved(desk: Desk, tmp_path: Path) -> None:
    assert desk.evacuating.sheet().pdf.startswith(b"%PDF")
    assert len(desk.evacuating.save(tmp_path / "inside.pdf").to_help) == 1
    assert (tmp_path / "inside.pdf").read_bytes().startswith(b"%PDF")
