"""The page « Attendance »: who is expected, here, inside and gone, as it is now; and what is kept of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from checkin import words
from checkin.domain.turnout import Presence, Turnout
from checkin.gui.page import Frame, Page
from checkin.gui.tasks import Job
from checkin.gui.tokens import Space, Tone
from checkin.gui.widgets.banner import Notice
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.card import Card
from checkin.gui.widgets.chart import ChartView
from checkin.gui.widgets.table import Column, TableView
from checkin.gui.widgets.text import Part, label
from checkin.language import _, clock, n_
from checkin.services.reporting import Charts

_EVERY = 10_000  # ms between two looks while the page is shown
_RESIZED = 120  # ms without another size, after which the charts are drawn anew
_ROW = 34


@dataclass(frozen=True, slots=True)
class Group:
    """People who are listed together: what they have in common, when it was, and who they are."""

    title: str
    hours: str
    people: tuple[Presence, ...]


class AttendancePage(Page):
    """The morning in figures, charts and names; it looks again every ten seconds."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._job: Job | None = None
        self._chosen = 0
        self._at = label("", Part.MUTED)
        self.figures = {key: label("–", Part.FIGURE) for key in _figures()}
        self.arrivals = ChartView(_("Arrivals, minute by minute"), QSize(320, 150))
        self.organisations = ChartView(_("Who came, by organisation"), QSize(320, 150))
        self.groups: TableView[Group] = TableView(_group_columns(), _ROW)
        self.people: TableView[Presence] = TableView(_people_columns(), _ROW)
        self.export_button = button(_("Export…"), "export")
        self.attest_button = button(_("Attestations…"), "badge")
        self.report_button = button(_("Report…"), "save", "primary")
        self._timer, self._settled = QTimer(self), QTimer(self)
        self._connect()
        self._lay_out()

    def enter(self) -> None:
        """Look now, and every ten seconds from now on."""
        self._timer.start(_EVERY)
        self.look()

    def leave(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Count anew, off the GUI thread; a look that is on its way is given up."""
        if self._job is not None:
            self._job.drop()
        curve, bars = self.arrivals.points, self.organisations.points
        reporting = self.desk.reporting

        def work(_job: Job) -> tuple[Turnout, Charts]:
            seen = reporting.turnout()
            return seen, reporting.charts(seen, curve, bars)

        self._job = self.run(work, lambda seen: self._show(*seen))

    def save_report(self, path: Path) -> None:
        """Write the report to a file."""
        self._save(lambda: self.desk.reporting.save(path, self.desk.reporting.report()), path)

    def save_attestations(self, path: Path, whose: Presence | None = None) -> None:
        """Write the attestation of one person, or of all who came, to a file."""
        ids = None if whose is None else {whose.attendee.id}
        self._save(lambda: self.desk.reporting.save(path, self.desk.reporting.attestations(ids)), path)

    def export(self, path: Path) -> None:
        """Write everybody and their attendance to a spreadsheet."""
        self._save(lambda: self.desk.reporting.export(path), path)

    def _show(self, seen: Turnout, charts: Charts) -> None:
        self._at.setText(_("As of {time}").format(time=clock(seen.at)))
        for key, count in _figures_of(seen).items():
            self.figures[key].setText(str(count))
        came = n_("{count} person came.", "{count} people came.", seen.admitted).format(count=seen.admitted)
        self.arrivals.show_pdf(charts.arrivals, came)
        self.organisations.show_pdf(charts.organisations, came)
        self.attest_button.setEnabled(seen.admitted > 0)
        groups = _groups(seen)
        self._chosen = min(self._chosen, len(groups) - 1)
        chosen = self._chosen
        self.groups.fill(groups)
        self.groups.selectRow(chosen)

    def _choose(self, group: Group) -> None:
        self._chosen = self.groups.currentIndex().row()
        if tuple(self.people.rows_model.rows) != group.people:
            self.people.fill(group.people)

    def _save(self, work: Callable[[], None], path: Path) -> None:
        self.run(
            lambda _job: work(),
            lambda _done: self.frame.tell(Notice(_("The file was saved."), str(path), Tone.SUCCESS)),
        )

    def _ask(self, title: str, name: str, kinds: str, then: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self, title, str(Path.home() / name), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        dialog.fileSelected.connect(lambda chosen: then(_with_suffix(Path(chosen), dialog)))
        dialog.open()

    def _ask_report(self) -> None:
        self._ask(_("Save the report"), _("attendance-report.pdf"), "PDF (*.pdf)", self.save_report)

    def _ask_attestations(self) -> None:
        title, name = _("Save the attestations"), _("attestations.pdf")
        self._ask(title, name, "PDF (*.pdf)", self.save_attestations)

    def _ask_attestation(self, whose: Presence) -> None:
        if whose.came and whose.attendee.is_named:
            title, name = _("Save the attestation"), _("attestation.pdf")
            self._ask(title, name, "PDF (*.pdf)", lambda path: self.save_attestations(path, whose))

    def _ask_export(self) -> None:
        kinds = _("Workbook (*.xlsx);;Text for a spreadsheet (*.csv)")
        self._ask(_("Export the attendance"), _("attendance.xlsx"), kinds, self.export)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.look)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_RESIZED)
        self._settled.timeout.connect(self.look)
        self.arrivals.resized.connect(self._settled.start)
        self.groups.chosen.connect(self._choose)
        self.people.opened.connect(self._ask_attestation)
        self.export_button.clicked.connect(self._ask_export)
        self.attest_button.clicked.connect(self._ask_attestations)
        self.report_button.clicked.connect(self._ask_report)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addLayout(self._head())
        column.addLayout(_row(*(_tile(title, self.figures[key]) for key, title in _figures().items())))
        charts = ((_("Arrivals, minute by minute"), self.arrivals),
                  (_("Who came, by organisation"), self.organisations))  # fmt: skip
        column.addLayout(_row(*(_framed(title, chart) for title, chart in charts)), 5)
        column.addLayout(_row(self.groups, self.people), 4)

    def _head(self) -> QHBoxLayout:
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(label(_("Attendance"), Part.H1))
        titles.addWidget(self._at)
        head = QHBoxLayout()
        head.setSpacing(Space.XS)
        head.addLayout(titles, 1)
        for widget in (self.export_button, self.attest_button, self.report_button):
            head.addWidget(widget)
        return head


def _figures() -> dict[str, str]:
    return {
        "expected": _("People expected"),
        "admitted": _("Came"),
        "inside": _("In the room"),
        "gone": _("Left the room"),
        "missing": _("Not here"),
    }


def _figures_of(seen: Turnout) -> dict[str, int]:
    return {
        "expected": seen.expected,
        "admitted": seen.admitted,
        "inside": seen.inside,
        "gone": seen.gone,
        "missing": len(seen.no_shows),
    }


def _groups(seen: Turnout) -> list[Group]:
    """Return who is listed together: those who are missing, those who came, those of each slot."""
    programme = seen.event.programme if seen.event.room else ()
    return [
        Group(_("Expected and not here"), "", seen.no_shows),
        Group(_("Came"), "", tuple(one for one in seen.presences if one.came)),
        *(
            Group(slot.title, f"{clock(slot.starts)} – {clock(slot.ends)}", seen.during(place))
            for place, slot in enumerate(programme)
        ),
    ]


def _group_columns() -> Sequence[Column[Group]]:
    return (
        Column(_("Who"), lambda group: group.title),
        Column(_("Hours"), lambda group: group.hours, 124),
        Column(_("People"), lambda group: str(len(group.people)), 104, align_right=True),
    )


def _people_columns() -> Sequence[Column[Presence]]:
    return (
        Column(_("Name"), lambda one: words.list_name(one.attendee)),
        Column(_("Organisation"), lambda one: one.attendee.organisation, 240),
        Column(_("Entrance"), lambda one: clock(one.admitted_at) if one.admitted_at else "", 84),
    )


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.M)
    for widget in widgets:
        row.addWidget(widget, 1)
    return row


def _tile(title: str, figure: QLabel) -> Card:
    card = Card(margin=Space.S)
    card.column.setSpacing(0)
    card.add(figure, label(title, Part.MUTED))
    return card


def _with_suffix(path: Path, dialog: QFileDialog) -> Path:
    """Return the path with the ending of the kind that was chosen, if it has none of its own."""
    kind = dialog.selectedNameFilter().rpartition("*")[2].rstrip(")")
    return path if path.suffix else path.with_suffix(kind)


def _framed(title: str, chart: ChartView) -> Card:
    card = Card(margin=Space.M)
    card.add(label(title, Part.H3))
    card.column.addWidget(chart, 1)
    return card
