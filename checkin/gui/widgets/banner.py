"""What the window has to say, above the page: what happened, and what to do about it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from checkin.domain.errors import CheckinError
from checkin.gui.tokens import Space, Tone
from checkin.gui.widgets.buttons import button, icon_button
from checkin.gui.widgets.glyph import Glyph
from checkin.gui.widgets.text import label
from checkin.language import _

_GLYPHS = {
    Tone.NEUTRAL: "info",
    Tone.ACCENT: "info",
    Tone.INFO: "info",
    Tone.SUCCESS: "welcome",
    Tone.WARNING: "warning",
    Tone.DANGER: "refused",
    Tone.PLUM: "revoked",
}


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to say: `text` is a whole sentence, `detail` another; `action` a button's words and deed.

    What is `is_of_scan` is over with the next scan, or on another page.
    """

    text: str
    detail: str = ""
    tone: Tone = Tone.INFO
    action: tuple[str, Callable[[], None]] | None = None
    is_of_scan: bool = False

    @property
    def is_passing(self) -> bool:
        """Whether it only informs."""
        return self.tone in {Tone.INFO, Tone.SUCCESS, Tone.NEUTRAL, Tone.ACCENT}


def notice_of(error: CheckinError) -> Notice:
    """Return how an error is told."""
    return Notice(error.happened, error.to_do, Tone.DANGER)


class Banner(QFrame):
    """A notice that stays until it is closed, acted upon or replaced."""

    closed = Signal()

    def __init__(self, notice: Notice) -> None:
        super().__init__()
        self.notice = notice
        self.setProperty("part", "banner")
        self.setProperty("tone", notice.tone.value)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.XS, Space.XS)
        row.setSpacing(Space.S)
        row.addWidget(Glyph(_GLYPHS[notice.tone], notice.tone.strong, 24))
        row.addLayout(self._words(), 1)
        if notice.action is not None:
            row.addWidget(self._act(*notice.action))
        close = icon_button("cross", _("Close this message"))
        close.clicked.connect(self.closed)
        row.addWidget(close)

    def _words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        text = label(self.notice.text)
        text.setStyleSheet("font-weight: 600")
        column.addWidget(text)
        if self.notice.detail:
            column.addWidget(label(self.notice.detail))
        return column

    def _act(self, words: str, deed: Callable[[], None]) -> QWidget:
        made = button(words)
        made.clicked.connect(self.closed)
        made.clicked.connect(lambda _checked: deed())
        return made


class BannerArea(QWidget):
    """Where banners stand: one at a time, the newest; the words it replaced are not lost if they warn."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.L, Space.S, Space.L, 0)
        self._column.setSpacing(Space.XS)
        self._banners: list[Banner] = []
        self.hide()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What is being told, the newest last."""
        return tuple(banner.notice for banner in self._banners)

    def tell(self, notice: Notice) -> None:
        """Show a notice; it takes the place of one with the same words, and of those that only inform."""
        for banner in tuple(self._banners):
            if banner.notice.is_passing or banner.notice.text == notice.text:
                self._remove(banner)
        banner = Banner(notice)
        banner.closed.connect(lambda: self._remove(banner))
        self._banners.append(banner)
        self._column.addWidget(banner)
        self.show()

    def move_on(self) -> None:
        """Take away what was said of a scan."""
        for banner in tuple(self._banners):
            if banner.notice.is_of_scan:
                self._remove(banner)

    def turn_over(self) -> None:
        """Take away what does not go on to another page: what only informed, and what was said of a scan."""
        self.move_on()
        for banner in tuple(self._banners):
            if banner.notice.is_passing:
                self._remove(banner)

    def clear(self) -> None:
        """Take all of them away."""
        for banner in tuple(self._banners):
            self._remove(banner)

    def _remove(self, banner: Banner) -> None:
        if banner in self._banners:
            self._banners.remove(banner)
            self._column.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        self.setVisible(bool(self._banners))
