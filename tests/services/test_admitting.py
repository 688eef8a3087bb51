from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from checkin.app import Desk, demonstration_event, desk_at
from checkin.domain.admission import Exemption, Refusal, VerdictKind
from checkin.domain.identity.checks import DocumentKind
from checkin.domain.ticket import code_for
from checkin.intake.proposals import PersonName, Proposal, Reply, Source
from checkin.services.events import Events
from checkin.store import admissions, journal


@pytest.fixture(autouse=True)
def people(desk: Desk, bring: Callable[..., None], tmp_path: Path) -> None:
    source = Source("a.csv", 2)
    companions = (PersonName("Luc", "Le Goff"), PersonName("", ""))
    bring(
        Proposal(Reply.CONFIRMED, PersonName("Zoé", "Roy"), source, companions=companions[:1]),
        Proposal(Reply.CONFIRMED, PersonName("Ana", "Benali"), source, unnamed_companions=1),
    )
    desk.confirming.issue(tmp_path / "out")


def _admit(desk: Desk, who: Any) -> Any:
    return desk.admitting.admit(who.id, desk.admitting.new_admission_id())


def test_a_scan_shows_the_party_and_records_nothing(desk: Desk, code: Callable[[str], str]) -> None:
    verdict = desk.admitting.scan(code("Roy"))
    assert verdict.kind is VerdictKind.WELCOME
    assert [member.attendee.name for member in verdict.party] == ["Zoé Roy", "Luc Le Goff"]
    assert desk.admitting.counts() == (0, 4)
    assert desk.admitting.scan(code("Roy")).kind is VerdictKind.WELCOME


def test_a_forged_code_is_unknown(desk: Desk) -> None:
    assert desk.admitting.scan(code_for(bytes(32), desk.event.id)).kind is VerdictKind.UNKNOWN


def test_a_ticket_of_another_event_shows_nobody(desk: Desk, code: Callable[[str], str]) -> None:
    events = Events(desk.database, desk.context.now, desk.context.new_id)
    other = desk_at(desk.settings, events, events.create(demonstration_event()))
    verdict = other.admitting.scan(code("Roy"))
    assert verdict.kind is VerdictKind.OTHER_EVENT
    assert verdict.holder is None


def test_the_same_admission_asked_twice_is_one(desk: Desk, person: Callable[[str], Any]) -> None:
    one = desk.admitting.new_admission_id()
    first = desk.admitting.admit(person("Roy").id, one)
    again = desk.admitting.admit(person("Roy").id, one)
    assert first.is_new
    assert again.is_new
    assert desk.admitting.counts()[0] == 1


def test_another_desk_is_told_who_was_first(desk: Desk, person: Callable[[str], Any]) -> None:
    _admit(desk, person("Roy"))
    other = Desk(replace(desk.settings, desk="Poste 2"), desk.database, desk.event)
    entry = _admit(other, person("Roy"))
    assert not entry.is_new
    assert entry.verdict.kind is VerdictKind.ALREADY_ADMITTED
    assert entry.admission.desk == "Poste 1"


def test_eight_desks_at_once_admit_once(desk: Desk, person: Callable[[str], Any]) -> None:
    who, together = person("Roy"), Barrier(8)

    def try_it(_desk: int) -> bool:
        together.wait()
        return bool(_admit(desk, who).is_new)

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(try_it, range(8))) == 1
    assert len(desk.admitting.latest()) == 1


def test_a_companion_comes_later_and_alone(
    desk: Desk, person: Callable[[str], Any], code: Callable[[str], str]
) -> None:
    _admit(desk, person("Zoé"))
    verdict = desk.admitting.scan(code("Goff"))
    assert verdict.kind is VerdictKind.WELCOME
    assert [member.is_here for member in verdict.party] == [True, False]
    assert _admit(desk, person("Goff")).is_new


def test_those_present_are_admitted_in_one_go(desk: Desk, code: Callable[[str], str]) -> None:
    verdict = desk.admitting.scan(code("Benali"))
    entries = [
        (
            m.attendee.id,
            desk.admitting.new_admission_id(),
            desk.identifying.by_eye(m.attendee.id, DocumentKind.OTHER),
        )
        for m in verdict.party
    ]
    assert all(entry.is_new for entry in desk.admitting.admit_party(entries, verdict.ticket_id))
    with desk.database.reading() as connection:
        assert len(admissions.checks(connection, desk.event.id)) == 2


def test_a_code_revoked_since_the_scan_admits_nobody(
    desk: Desk, code: Callable[[str], str], tmp_path: Path
) -> None:
    verdict = desk.admitting.scan(code("Roy"))
    assert verdict.holder is not None
    desk.confirming.reissue(verdict.holder.attendee.party_id, tmp_path / "out")
    entry = desk.admitting.admit(
        verdict.holder.attendee.id, desk.admitting.new_admission_id(), None, verdict.ticket_id
    )
    assert entry.verdict.kind is VerdictKind.REVOKED
    assert desk.admitting.counts()[0] == 0


def test_a_voided_admission_stays_on_record_and_opens_the_way_again(
    desk: Desk, person: Callable[[str], Any]
) -> None:
    first = _admit(desk, person("Roy"))
    assert desk.admitting.void(first.admission.id, "wrong person")
    assert not desk.admitting.void(first.admission.id, "again")
    assert desk.admitting.counts()[0] == 0
    assert _admit(desk, person("Roy")).is_new
    told = [
        (a.admission.counts, a.admission.voided_by, a.admission.void_reason) for a in desk.admitting.latest()
    ]
    assert told == [(True, "", ""), (False, "Camille", "wrong person")]


def test_a_revoked_code_says_what_replaced_it(desk: Desk, code: Callable[[str], str], tmp_path: Path) -> None:
    old = code("Roy")
    desk.confirming.reissue(desk.searching.find("Roy")[0].attendee.party_id, tmp_path / "out")
    verdict = desk.admitting.scan(old)
    assert verdict.kind is VerdictKind.REVOKED
    assert verdict.because.replaced_at is not None


def test_another_event_s_code_says_which(desk: Desk, code: Callable[[str], str]) -> None:
    events = Events(desk.database, desk.context.now, desk.context.new_id)
    draft = replace(demonstration_event(), title="Un autre jour")
    other = desk_at(desk.settings, events, events.create(draft))
    because = other.admitting.scan(code("Roy")).because
    assert (because.event_title, because.event_starts) == (desk.event.title, desk.event.starts)


def test_who_is_already_admitted_is_known_to_be_in_the_room(desk: Desk, code: Callable[[str], str]) -> None:
    who = desk.admitting.scan(code("Roy")).holder
    assert who is not None
    desk.admitting.admit(who.attendee.id, desk.admitting.new_admission_id())
    desk.attending.cross(who.attendee.id)
    desk.attending.cross(who.attendee.id)
    ways = [passage.direction.value for passage in desk.admitting.scan(code("Roy")).because.passages]
    assert ways == ["in", "out"]


def test_a_supervisor_s_exemption_admits_whom_the_rules_hold_back(
    desk: Desk, code: Callable[[str], str], tmp_path: Path
) -> None:
    old = desk.admitting.scan(code("Roy"))
    assert old.holder is not None
    desk.confirming.reissue(old.holder.attendee.party_id, tmp_path / "out")
    who, one = old.holder.attendee.id, desk.admitting.new_admission_id()
    assert not desk.admitting.admit(who, one, None, old.ticket_id).is_new
    assert desk.admitting.admit(who, one, None, old.ticket_id, Exemption.ORGANISER).is_new
    again = desk.admitting.admit(who, desk.admitting.new_admission_id(), None, old.ticket_id, Exemption.OTHER)
    assert not again.is_new
    with desk.database.reading() as connection:
        line = journal.read(connection, desk.event.id)[-1]
    assert (line.action, line.figures) == ("admission.exempt", {"verdict": "revoked", "reason": "organiser"})


def test_a_refusal_is_on_record_and_uses_nothing_up(desk: Desk, code: Callable[[str], str]) -> None:
    holder = desk.admitting.scan(code("Roy")).holder
    assert holder is not None
    desk.admitting.refuse(holder.attendee.id, Refusal.NO_DOCUMENT)
    assert desk.admitting.scan(code("Roy")).kind is VerdictKind.WELCOME
    with desk.database.reading() as connection:
        line = journal.read(connection, desk.event.id)[-1]
    assert (line.action, line.figures) == ("admission.refuse", {"reason": "no_document"})


def test_a_badge_is_due_once_whoever_asks(desk: Desk, person: Callable[[str], Any]) -> None:
    admission = _admit(desk, person("Roy")).admission.id
    together = Barrier(6)

    def ask(_desk: int) -> bool:
        together.wait()
        return desk.admitting.badge_due(admission)

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(ask, range(6))) == 1
    assert desk.admitting.reprint_badge(admission) == 2
    assert not desk.admitting.badge_due(admission)
    assert desk.admitting.reprint_badge(desk.context.new_id()) == 0
