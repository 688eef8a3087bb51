"""Try a scanner: one code is scanned from the screen or a sheet, and what is wrong is said in words."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPixmap, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from checkin.domain.calibration import TEXT, Diagnosis, diagnose
from checkin.domain.keyboards import Stroke
from checkin.gui.scanning import diagnosis
from checkin.gui.scanning.wedge import Wedge
from checkin.gui.tokens import Space, Tone
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.text import Badge, Part, label
from checkin.language import _, language

_SILENCE = 700  # ms after which nothing more comes
_SIDE = 196  # pixels


class Trial(QWidget):
    """The code, and what is said of the scanner that read it; `found` when that is known."""

    found = Signal(Diagnosis)

    def __init__(self, wedge: Wedge) -> None:
        super().__init__()
        self._wedge = wedge
        self._strokes: list[Stroke] = []
        self._times: list[int] = []
        self._silence = QTimer(self, singleShot=True, interval=_SILENCE)
        self._silence.timeout.connect(self._tell)
        self._code = QLabel()
        self._code.setFixedSize(_SIDE, _SIDE)
        self._code.setScaledContents(True)
        self._code.setAccessibleName(_("The code to try a scanner with"))
        self._title, self._words = Badge(), label("", Part.BODY)
        self.begin = button(_("Try a scanner"), "scan", "choice")
        self.begin.toggled.connect(self._listen)
        self.sheet = button(_("Save the sheet as PDF…"), "print", "quiet")
        self.sheet.clicked.connect(self._ask_where)
        self._lay_out()
        self._say(_("Press “Try a scanner”, then scan the code below, or the printed sheet."))

    def take(self, stroke: Stroke, at: int) -> None:
        """Take a key that a scanner pressed, at `at` milliseconds."""
        self._strokes.append(stroke)
        self._times.append(at)
        self._silence.start()

    def save(self, path: Path) -> None:
        """Write the sheet to a file."""
        from checkin.documents.calibration import calibration_pdf  # noqa: PLC0415 - ReportLab, that few need

        path.write_bytes(calibration_pdf(language()))

    def stop(self) -> None:
        """Listen no more."""
        self.begin.setChecked(False)

    def _listen(self, on: bool) -> None:  # noqa: FBT001 - a slot
        self._strokes, self._times = [], []
        self._silence.stop()
        self._wedge.record(self.take if on else None)
        if on:
            self._say(_("Scan the code now…"))

    def _tell(self) -> None:
        seen = diagnose(self._strokes, self._times)
        self._strokes, self._times = [], []
        words, tone = diagnosis.title(seen)
        self._say("\n\n".join(diagnosis.sentences(seen)))
        self._title.say(words, tone)
        self._title.show()
        self.found.emit(seen)

    def _say(self, text: str) -> None:
        self._title.say("", Tone.NEUTRAL)
        self._title.hide()
        self._words.setText(text)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the code when it is first looked at."""
        super().showEvent(event)
        self._draw_code()

    def _draw_code(self) -> None:
        from checkin.documents import qr  # noqa: PLC0415 - ReportLab, that few need

        picture = QPixmap()
        picture.loadFromData(qr.png(TEXT, "M", 5))
        self._code.setPixmap(picture)

    def _ask_where(self) -> None:
        place = str(Path.home() / _("scanner-sheet.pdf"))
        dialog = QFileDialog(self, _("Save the sheet"), place, "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(self._save_and_open)
        dialog.open()

    def _save_and_open(self, chosen: str) -> None:
        self.save(Path(chosen))
        QDesktopServices.openUrl(QUrl.fromLocalFile(chosen))

    def _scrolled(self) -> QScrollArea:
        area, inside = QScrollArea(), QWidget()
        inside.setProperty("part", "scrolled")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._words)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _lay_out(self) -> None:
        keys = QHBoxLayout()
        keys.setSpacing(Space.XS)
        keys.addWidget(self.begin)
        keys.addWidget(self.sheet)
        keys.addStretch()
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(keys)
        column.addWidget(self._title)
        column.addWidget(self._scrolled(), 1)
        column.addWidget(self._code, alignment=Qt.AlignmentFlag.AlignHCenter)
