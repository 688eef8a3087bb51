"""An admission on what the scan saw: nothing read again while it holds, nothing admitted once it does not."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from checkin.app import Desk
from checkin.domain.admission import Admission, Exemption, Verdict, VerdictKind
from checkin.domain.attendee import Status
from checkin.domain.identity.checks import DocumentKind
from checkin.intake.proposals import PersonName, Proposal, Reply, Source
from checkin.services.admitting import Entry
from checkin.store import admissions, attendees


@pytest.fixture(autouse=True)
def people(desk: Desk, bring: Callable[..., None], tmp_path: Path) -> None:
    companions = (PersonName("Luc", "Le Goff"), PersonName("", ""))
    bring(Proposal(Reply.CONFIRMED, PersonName("Zoé", "Roy"), Source("a.csv", 2), companions=companions))
    desk.confirming.issue(tmp_path / "out")


@pytest.fixture
def seen(desk: Desk, code: Callable[[str], str]) -> Verdict:
    return desk.admitting.scan(code("Roy"))


def _entry(desk: Desk, seen: Verdict, at: int = 0) -> Any:
    who = seen.party[at].attendee.id
    check = desk.identifying.by_eye(who, DocumentKind.PASSPORT)
    return who, desk.admitting.new_admission_id(), check


def _admit(desk: Desk, seen: Verdict, exemption: Exemption | None = None) -> Entry:
    return desk.admitting.admit_party([_entry(desk, seen)], seen.ticket_id, exemption, seen)[0]


def _recorded(desk: Desk) -> tuple[int, int]:
    """Return how many admissions stand, and how many identity checks there are."""
    with desk.database.reading() as connection:
        return desk.admitting.counts()[0], len(admissions.checks(connection, desk.event.id))


def _row(desk: Desk) -> Admission:
    return desk.admitting.latest(1)[0].admission


def test_it_records_what_an_admission_read_anew_records(desk: Desk, seen: Verdict) -> None:
    entry = _admit(desk, seen)
    assert entry.is_new
    assert entry.admission == _row(desk)
    assert entry.verdict == replace(
        desk.admitting.look_up(seen.party[0].attendee.id), kind=VerdictKind.WELCOME, ticket_id=seen.ticket_id
    )
    assert _recorded(desk) == (1, 1)


def test_nothing_is_read_again(desk: Desk, seen: Verdict, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("checkin.store.tickets.known_by_id")
    assert _admit(desk, seen).is_new


def test_a_party_in_one_go_is_shown_as_it_then_is(desk: Desk, seen: Verdict) -> None:
    entries: Any = [_entry(desk, seen, at) for at in range(3)]
    done = desk.admitting.admit_party(entries, seen.ticket_id, seen=seen)
    assert [entry.is_new for entry in done] == [True] * 3
    assert all(member.is_here for member in done[-1].verdict.party)
    assert _recorded(desk) == (3, 3)


def test_the_same_entry_again_is_the_same_admission(desk: Desk, seen: Verdict) -> None:
    entries: Any = [_entry(desk, seen)]
    first, again = (desk.admitting.admit_party(entries, seen.ticket_id, seen=seen)[0] for _time in range(2))
    assert first.is_new
    assert again.is_new
    assert again.admission == first.admission
    assert _recorded(desk) == (1, 1)


def test_who_was_admitted_elsewhere_meanwhile_is_not_admitted_again(desk: Desk, seen: Verdict) -> None:
    first = _admit(desk, seen)
    entry = _admit(desk, seen)
    assert not entry.is_new
    assert entry.verdict.kind is VerdictKind.ALREADY_ADMITTED
    assert entry.admission == first.admission
    assert _recorded(desk) == (1, 1)


def test_a_code_revoked_meanwhile_admits_nobody(desk: Desk, seen: Verdict, tmp_path: Path) -> None:
    desk.confirming.reissue(seen.party[0].attendee.party_id, tmp_path / "out")
    assert _admit(desk, seen).verdict.kind is VerdictKind.REVOKED
    assert _recorded(desk) == (0, 0)
    assert _admit(desk, seen, Exemption.ORGANISER).is_new


def test_who_declined_meanwhile_is_not_admitted(desk: Desk, seen: Verdict) -> None:
    with desk.database.transaction() as connection:
        declined = replace(seen.party[0].attendee, status=Status.DECLINED)
        attendees.change(connection, desk.event.id, [declined])
    assert _admit(desk, seen).verdict.kind is VerdictKind.DECLINED
    assert _recorded(desk) == (0, 0)


def test_a_stranger_to_the_verdict_is_decided_upon_anew(
    desk: Desk, seen: Verdict, bring: Callable[..., None], person: Callable[[str], Any]
) -> None:
    bring(Proposal(Reply.CONFIRMED, PersonName("Ana", "Benali"), Source("b.csv", 2)))
    entry = desk.admitting.admit(person("Benali").id, desk.admitting.new_admission_id(), seen=seen)
    assert entry.is_new
    assert [member.attendee.name for member in entry.verdict.party] == ["Ana Benali"]
