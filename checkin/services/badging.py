"""Badges: for everybody, for some, or for the one who has just been let in."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from checkin.documents.badge import Badge, badges_pdf
from checkin.documents.labels import LABELS, ROLL, SHEET, Labels
from checkin.domain.attendee import Attendee, parties
from checkin.domain.errors import InputError
from checkin.language import _, language
from checkin.services.context import Context
from checkin.store import attendees
from checkin.store.files import write_whole

__all__ = ["LABELS", "ROLL", "SHEET", "Badging", "Labels"]


@dataclass(frozen=True, slots=True)
class Badging:
    """The badges of one event."""

    context: Context

    def one(self, attendee_id: UUID, labels: str = ROLL) -> bytes:
        """Return the badge of one person as a PDF, on a label of its own.

        Raises InputError where there is no such person.
        """
        with self.context.database.asking() as connection:
            party = attendees.party_of(connection, self.context.event, attendee_id)
        return self._drawn([member.attendee for member in party], labels, 1, [attendee_id])

    def pdf(self, labels: str = SHEET, start: int = 1, only: Collection[UUID] | None = None) -> bytes:
        """Return the badges of everybody expected, or of `only` some whoever they are, in alphabetical order.

        `labels` is a key of LABELS; the first badge goes onto the `start`th label of the first sheet. Raises
        InputError for a label that a sheet does not have, and where there is nobody.
        """
        with self.context.database.reading() as connection:
            everyone = attendees.all_of(connection, self.context.event.id)
        return self._drawn(everyone, labels, start, only)

    def save(
        self, path: Path, labels: str = SHEET, start: int = 1, only: Collection[UUID] | None = None
    ) -> None:
        """Write the PDF to a file; raises PlaceError where that can't be done."""
        write_whole(path, self.pdf(labels, start, only))

    def _drawn(
        self, everyone: Sequence[Attendee], labels: str, start: int, only: Collection[UUID] | None
    ) -> bytes:
        product = LABELS[labels]
        if not 1 <= start <= product.count:
            raise InputError(
                _("A sheet of {name} has {count} labels.").format(name=product.key, count=product.count),
                _("Start with one of them, counted from the upper left, row by row."),
            )
        badges = _badges(everyone, only)
        if not badges:
            raise InputError(_("There is nobody to make a badge for."), _("Import the list first."))
        return badges_pdf(badges, self.context.event, product, language(), start)


def _badges(everyone: Sequence[Attendee], only: Collection[UUID] | None) -> list[Badge]:
    leads = {party.id: party.lead for party in parties(everyone)}
    return [
        Badge(person, None if person.is_lead else leads[person.party_id])
        for person in sorted(_wanted(everyone, only), key=lambda person: person.sort_key)
    ]


def _wanted(everyone: Iterable[Attendee], only: Collection[UUID] | None) -> list[Attendee]:
    if only is None:
        return [person for person in everyone if person.is_expected]
    wanted = frozenset(only)
    return [person for person in everyone if person.id in wanted]
