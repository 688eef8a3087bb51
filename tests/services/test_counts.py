"""Whatever is scanned, decided and undone: the counts are what the rows say."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import func, select

from checkin.app import Desk, demonstration_event, desk_at, open_events
from checkin.domain.admission import Exemption, Refusal
from checkin.domain.attendance import inside
from checkin.domain.attendee import Attendee, Status
from checkin.domain.event import Checkpoint, CheckpointKind
from checkin.settings import Settings
from checkin.store import attendees, journal, passages
from checkin.store.tables import admission

WHO = st.integers(0, 4)
REASON = st.sampled_from(tuple(Exemption))


class Morning(RuleBasedStateMachine):
    """Two desks at one event of five people, one of whom declined, and a room that holds two."""

    folder: Path
    number = 0

    def __init__(self) -> None:
        super().__init__()
        Morning.number += 1
        options = Settings(self.folder / str(self.number), operator="Camille", desk="Poste 1")
        events, draft = open_events(options), demonstration_event()
        room = Checkpoint(draft.id, CheckpointKind.ROOM, "Salle", 2)
        event = events.create(replace(draft, checkpoints=(draft.entrance, room)))
        self.desks = [desk_at(replace(options, desk=name), events, event) for name in ("Poste 1", "Poste 2")]
        self.people = [_person(self.desks[0], number) for number in range(5)]
        with events.database.transaction() as connection:
            attendees.add(connection, event.id, self.people)
        self.let_in: set[int] = set()  # what this test knows by itself
        self.refusals = self.exemptions = 0

    @rule(who=WHO, desk=st.integers(0, 1))
    def admit(self, who: int, desk: int) -> None:
        entry = self._admit(who, desk, None)
        assert entry.is_new == (who not in self.let_in and who != 4)
        self.let_in |= {who} if entry.is_new else set()

    @rule(who=WHO, desk=st.integers(0, 1), reason=REASON)
    def exempt(self, who: int, desk: int, reason: Exemption) -> None:
        entry = self._admit(who, desk, reason)
        assert entry.is_new == (who not in self.let_in)
        self.exemptions += entry.is_new and who == 4
        self.let_in.add(who)

    @rule(who=WHO, desk=st.integers(0, 1))
    def retry(self, who: int, desk: int) -> None:
        admitting, one = self.desks[desk].admitting, self.desks[desk].admitting.new_admission_id()
        first, again = (admitting.admit(self.people[who].id, one) for _time in range(2))
        assert first.is_new == again.is_new
        self.let_in |= {who} if first.is_new else set()

    @rule(who=WHO)
    def refuse(self, who: int) -> None:
        self.desks[0].admitting.refuse(self.people[who].id, Refusal.NO_DOCUMENT)
        self.refusals += 1

    @rule(who=WHO)
    def undo(self, who: int) -> None:
        standing = self.desks[1].admitting.look_up(self.people[who].id).holder
        assert standing is not None
        assert (standing.admission is not None) == (who in self.let_in)
        if standing.admission is not None:
            assert self.desks[1].admitting.void(standing.admission.id, "mistake")
            assert not self.desks[0].admitting.void(standing.admission.id, "again")
            self.let_in.discard(who)

    @rule(who=WHO, desk=st.integers(0, 1), insist=st.booleans())
    def cross(self, who: int, desk: int, insist: bool) -> None:  # noqa: FBT001 - drawn
        self.desks[desk].attending.cross(self.people[who].id, insist=insist)

    @rule()
    def undo_passage(self) -> None:
        standing = [one for one, _who in self.desks[0].attending.latest() if one.counts]
        if standing:
            self.desks[0].attending.void(standing[0].id, "mistake")

    @rule()
    def walk_in(self) -> None:
        if len(self.people) < 9:
            self.people.append(self.desks[0].welcoming.add_walk_in("Ana Díaz"))

    @invariant()
    def the_counts_are_what_the_rows_say(self) -> None:
        desk = self.desks[0]
        with desk.database.reading() as connection:
            standing = select(func.count()).select_from(admission).where(admission.c.voided_at.is_(None))
            rows = connection.execute(standing).scalar_one()
            derived = inside(passages.all_at(connection, desk.attending.room().id))
            lines = [line.action for line in journal.read(connection, desk.event.id)]
        assert desk.admitting.counts() == (len(self.let_in), len(self.people) - 1)
        assert rows == len(self.let_in) == sum(one.admission.counts for one in desk.admitting.latest(1000))
        assert desk.attending.occupancy().inside == len(derived) == len(desk.attending.inside())
        assert lines.count("admission.refuse") == self.refusals
        assert lines.count("admission.exempt") == self.exemptions

    def teardown(self) -> None:
        self.desks[0].close()

    def _admit(self, who: int, desk: int, reason: Exemption | None) -> Any:
        admitting = self.desks[desk].admitting
        return admitting.admit(self.people[who].id, admitting.new_admission_id(), None, None, reason)


def _person(desk: Desk, number: int) -> Attendee:
    who = desk.context.new_id()
    status = Status.DECLINED if number == 4 else Status.CONFIRMED
    return Attendee(who, who, 0, "Camille", f"Nom{number}", status=status)


def test_any_morning_counts_right(tmp_path: Path) -> None:
    Morning.folder = tmp_path
    run_state_machine_as_test(
        Morning, settings=settings(max_examples=15, stateful_step_count=25, deadline=None)
    )
