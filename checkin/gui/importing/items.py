"""The replies under decision: each where it stands, and what comes of all of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from checkin.intake.proposals import Proposal, Reading, Reply
from checkin.services.changes import Change, ChangeKind
from checkin.services.importing import Plan


class State(StrEnum):
    """Where a reply stands."""

    SURE = "sure"
    UNSURE = "unsure"
    ACCEPTED = "accepted"
    LEFT = "left"
    KNOWN = "known"  # it would change nothing
    SILENT = "silent"  # it answers nothing


@dataclass(eq=False, slots=True, repr=False)
class Item:
    """One reply, as it was understood or corrected."""

    proposal: Proposal
    state: State

    @property
    def text(self) -> str:
        """What the person wrote."""
        return self.proposal.text

    def accept(self, proposal: Proposal) -> None:
        """Take the reply, as it was corrected."""
        self.proposal, self.state = proposal, State.ACCEPTED

    def correct(self, proposal: Proposal | None) -> None:
        """Keep what was corrected, without a decision; what was not sure still waits for one."""
        if proposal is not None and self.state is not State.ACCEPTED:
            self.proposal = proposal

    def leave(self) -> None:
        """Enter nothing of it."""
        self.state = State.LEFT


def items_of(plan: Plan) -> list[Item]:
    """Return the replies of a plan, those that change nothing among them."""
    return [
        Item(change.proposal, State.LEFT if place in plan.left_before else _state(change))
        for place, change in enumerate(plan.changes)
    ]


def reading_of(plan: Plan, items: Sequence[Item]) -> Reading:
    """Return the reading with the accepted replies only, in their order."""
    kept = tuple(item.proposal for item in items if item.state is State.ACCEPTED)
    return replace(plan.reading, proposals=kept)


def _state(change: Change) -> State:
    if change.proposal.reply is Reply.NO_RSVP:
        return State.SILENT
    if change.kind is ChangeKind.SAME:
        return State.KNOWN
    if not change.proposal.sure:
        return State.UNSURE
    return State.KNOWN if change.kind is ChangeKind.NOT_COMING else State.SURE
