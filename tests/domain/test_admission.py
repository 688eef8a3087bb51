"""Who may come in: every situation and its verdict."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product
from uuid import UUID

import pytest

from checkin.domain.admission import Admission, Known, Member, Verdict, VerdictKind, decide
from checkin.domain.attendee import Attendee, Status
from checkin.domain.event import Checkpoint, CheckpointKind, Event
from checkin.domain.ticket import Ticket, Unreadable

NOW = datetime(2022, 11, 24, 9, 0, tzinfo=UTC)
ENTRANCE = Checkpoint(UUID(int=20), CheckpointKind.ENTRANCE, "127 rue de Grenelle")
EVENT = Event(UUID(int=10), "Une matinée", NOW, NOW, checkpoints=(ENTRANCE,))
LEAD = Attendee(UUID(int=1), UUID(int=1), 0, "Inès", "Bérard")
TICKET = Ticket(UUID(int=30), EVENT.id, LEAD.id, NOW)
ADMISSION = Admission(UUID(int=40), LEAD.id, ENTRANCE.id, NOW, "Accueil", "1")

HERE, EXPECTED, TICKETS = (False, True), tuple(Status), (None, TICKET, replace(TICKET, revoked_at=NOW))


def known(ticket: Ticket | None, status: Status, *, is_here: bool) -> Known:
    member = Member(replace(LEAD, status=status), ADMISSION if is_here else None)
    return Known(ticket, member, (member,))


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        (Unreadable.FOREIGN, VerdictKind.FOREIGN),
        (Unreadable.MISREAD, VerdictKind.MISREAD),
        (None, VerdictKind.UNKNOWN),
    ],
)
def test_nobody_is_shown_for_what_is_no_ticket(found: Unreadable | None, kind: VerdictKind) -> None:
    assert decide(found, EVENT) == Verdict(kind)
    assert not decide(found, EVENT).may_enter


@pytest.mark.parametrize(("is_here", "status", "ticket"), [*product(HERE, EXPECTED, TICKETS)])
def test_every_situation(is_here: bool, status: Status, ticket: Ticket | None) -> None:  # noqa: FBT001 - a table
    if is_here:
        expected = VerdictKind.ALREADY_ADMITTED
    elif status in {Status.DECLINED, Status.CANCELLED}:
        expected = VerdictKind.DECLINED
    elif ticket is not None and ticket.revoked_at:
        expected = VerdictKind.REVOKED
    else:
        expected = VerdictKind.WELCOME
    found = known(ticket, status, is_here=is_here)
    verdict = decide(found, EVENT)
    assert verdict == Verdict(expected, found.holder, found.party, ticket.id if ticket else None)
    assert verdict.may_enter is (expected is VerdictKind.WELCOME)


@pytest.mark.parametrize(("is_here", "status", "ticket"), [*product(HERE, EXPECTED, TICKETS[1:])])
def test_nothing_is_told_of_another_event(is_here: bool, status: Status, ticket: Ticket) -> None:  # noqa: FBT001 - a table
    elsewhere = replace(ticket, event_id=UUID(int=11))
    assert decide(known(elsewhere, status, is_here=is_here), EVENT) == Verdict(VerdictKind.OTHER_EVENT)


def test_those_still_awaited_are_the_expected_who_are_not_here() -> None:
    lead = Member(LEAD, ADMISSION)
    late = Member(replace(LEAD, id=UUID(int=2), position=1, status=Status.TENTATIVE))
    stays_away = Member(replace(LEAD, id=UUID(int=3), position=2, status=Status.CANCELLED))
    unnamed = Member(replace(LEAD, id=UUID(int=4), position=3, given_name="", family_name=""))
    verdict = decide(Known(TICKET, lead, (lead, late, stays_away, unnamed)), EVENT)
    assert verdict.kind is VerdictKind.ALREADY_ADMITTED
    assert verdict.waiting == (late, unnamed)


def test_a_voided_admission_no_longer_counts() -> None:
    assert ADMISSION.counts
    assert not replace(ADMISSION, voided_at=NOW).counts


def test_every_reason_of_unreadable_has_a_verdict() -> None:
    assert {decide(reason, EVENT).kind for reason in Unreadable} == {VerdictKind.MISREAD, VerdictKind.FOREIGN}
