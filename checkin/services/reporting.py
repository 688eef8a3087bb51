"""After the event, and while it is on: who came, in figures, on paper and as a spreadsheet."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from checkin.documents.attestation import attestations_pdf
from checkin.documents.charts import arrivals_chart, chart_pdf, organisations_chart
from checkin.documents.report import report_pdf
from checkin.documents.spreadsheet import csv_bytes, xlsx_bytes
from checkin.domain.errors import InputError
from checkin.domain.turnout import Turnout, turnout
from checkin.language import _, language
from checkin.services.context import Context
from checkin.store import admissions, attendees, passages
from checkin.store.files import write_whole

_WRITERS = {".csv": csv_bytes, ".xlsx": xlsx_bytes}


@dataclass(frozen=True, slots=True)
class Charts:
    """The charts of the report, each as a PDF of one page."""

    arrivals: bytes
    organisations: bytes


@dataclass(frozen=True, slots=True)
class Reporting:
    """The attendance of one event."""

    context: Context

    def turnout(self) -> Turnout:
        """Return the attendance as it is now."""
        event = self.context.event
        with self.context.database.reading() as connection:
            return turnout(
                event,
                self.context.now(),
                attendees.all_of(connection, event.id),
                admissions.standing_instants(connection, event.id),
                passages.all_at(connection, event.room.id) if event.room else (),
            )

    def charts(
        self, seen: Turnout, arrivals: tuple[float, float], organisations: tuple[float, float]
    ) -> Charts:
        """Return the charts of a turnout, each in the width and height (points) there is room for."""
        wide, high = organisations
        code = language()
        return Charts(
            chart_pdf(arrivals_chart(seen, *arrivals, code), _("Arrivals, minute by minute"), code),
            chart_pdf(organisations_chart(seen, wide, code, high), _("Who came, by organisation"), code),
        )

    def report(self) -> bytes:
        """Return the report as an A4 PDF, in the language of the screen."""
        return report_pdf(self.turnout(), language())

    def attestations(self, whose: Collection[UUID] | None = None) -> bytes:
        """Return a PDF with a page for each who came, of the attendees `whose` (None: of all).

        Raises InputError where nobody of them came.
        """
        seen = self.turnout()
        chosen = [one for one in seen.presences if whose is None or one.attendee.id in whose]
        if not any(one.came and one.attendee.is_named for one in chosen):
            raise InputError(
                _("Nobody of them has come, so there is nothing to attest."),
                _("Attestations are for those who were admitted."),
            )
        return attestations_pdf(seen.event, chosen, seen.at, language())

    def export(self, path: Path) -> None:
        """Write everybody and their attendance to a .csv or .xlsx file.

        Raises InputError for another ending, PlaceError where the file can't be written.
        """
        writer = _WRITERS.get(path.suffix.lower())
        if writer is None:
            raise InputError(
                _("A list is exported as .xlsx or .csv."), _("Give the file one of these endings.")
            )
        write_whole(path, writer(self.turnout()))

    def save(self, path: Path, pdf: bytes) -> None:
        """Write a PDF to a file; raises PlaceError where that can't be done."""
        write_whole(path, pdf)
