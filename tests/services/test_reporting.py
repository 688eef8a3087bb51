from collections.abc import Callable
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from checkin.app import Desk
from checkin.domain.errors import InputError
from checkin.intake.proposals import PersonName, Proposal, Reply, Source


@pytest.fixture
def morning(desk: Desk, bring: Callable[..., None]) -> Desk:
    """Give a party of two of whom one came, and someone who did not."""
    companion = (PersonName("Luc", "Le Goff"),)
    bring(
        Proposal(Reply.CONFIRMED, PersonName("Zoé", "Roy"), Source("a.csv", 2), companions=companion),
        Proposal(Reply.CONFIRMED, PersonName("Ana", "Blin"), Source("a.csv", 3)),
    )
    who = desk.searching.find("Roy")[0].attendee.id
    desk.admitting.admit(who, desk.admitting.new_admission_id())
    desk.attending.cross(who)
    return desk


def test_the_turnout_is_what_was_recorded(morning: Desk) -> None:
    seen = morning.reporting.turnout()
    assert (seen.expected, seen.admitted, seen.inside, len(seen.no_shows)) == (3, 1, 1, 2)
    assert seen.company() == {1: 1}


def test_a_voided_admission_is_none(morning: Desk) -> None:
    who = morning.searching.find("Blin")[0].attendee.id
    entry = morning.admitting.admit(who, morning.admitting.new_admission_id())
    assert entry.admission
    assert morning.reporting.turnout().admitted == 2
    morning.admitting.void(entry.admission.id, "mistake")
    assert morning.reporting.turnout().admitted == 1


def test_attestations_are_for_those_who_came(morning: Desk) -> None:
    came, missing = (morning.searching.find(name)[0].attendee.id for name in ("Roy", "Blin"))
    with PdfDocument(morning.reporting.attestations({came, missing})) as pages:
        assert len(pages) == 1
    with pytest.raises(InputError):
        morning.reporting.attestations({missing})


@pytest.mark.parametrize("name", ["list.csv", "list.XLSX"])
def test_the_export_is_written_whole(morning: Desk, tmp_path: Path, name: str) -> None:
    morning.reporting.export(tmp_path / "out" / name)
    assert [path.name for path in (tmp_path / "out").iterdir()] == [name]


def test_another_ending_is_refused(morning: Desk, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        morning.reporting.export(tmp_path / "list.pdf")
    assert not (tmp_path / "list.pdf").exists()
