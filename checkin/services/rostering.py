"""The list on paper, for security: the day before, and on the morning."""

from dataclasses import dataclass
from pathlib import Path

from checkin.documents.roster import Order, Roster, roster_pdf
from checkin.language import language
from checkin.services.context import Context
from checkin.store import attendees
from checkin.store.files import write_whole

__all__ = ["Order", "Rostering"]


@dataclass(frozen=True, slots=True)
class Rostering:
    """The roster of one event: everyone who is expected."""

    context: Context

    def pdf(self, order: Order = Order.NAME, *, leads: bool = True) -> bytes:
        """Return the roster as an A4 PDF, in the language of the screen.

        Without `leads`, nothing says beside a companion's own name whom they come with.
        """
        with self.context.database.reading() as connection:
            people = attendees.all_of(connection, self.context.event.id)
        expected = tuple(person for person in people if person.is_expected)
        context = self.context
        return roster_pdf(
            Roster(context.event, expected, context.now(), context.operator, order, language(), leads)
        )

    def save(self, path: Path, order: Order = Order.NAME, *, leads: bool = True) -> None:
        """Write the roster's PDF to a file; raises PlaceError where that can't be done."""
        write_whole(path, self.pdf(order, leads=leads))
