"""The window: the rail, the header, the banners, one page at a time, the status line."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from checkin.gui.alarm import Alarm
from checkin.gui.errors import show_bug
from checkin.gui.first_page import FirstPage, Splash
from checkin.gui.header import Header
from checkin.gui.memory import Memory
from checkin.gui.new_event import NewEventForm
from checkin.gui.opening import LAST, Opener, Source, Wish
from checkin.gui.page import Frame, Page, PageSpec
from checkin.gui.pages import EVACUATION, PAGES
from checkin.gui.rail import Rail
from checkin.gui.sounds import Sounds
from checkin.gui.status import StatusLine
from checkin.gui.tasks import Task, Workers
from checkin.gui.tokens import Tone
from checkin.gui.widgets.banner import BannerArea, Notice, notice_of
from checkin.language import _

if TYPE_CHECKING:
    from checkin.app import Desk
    from checkin.gui.pages.evacuation import EvacuationPage


# A French or Belgian keyboard gives its digits only with Shift; the same keys are to do.
_DIGITS = tuple(
    (f"Ctrl+{digit}", f"Ctrl+{plain}") for digit, plain in zip("1234567", "&É\"'(-È", strict=True)
)


class MainWindow(QMainWindow):
    """The program's one window; `start` opens the last event, or the first page."""

    painted = Signal()
    opened = Signal()

    def __init__(self, opener: Opener, memory: Memory, pages: Sequence[PageSpec] = PAGES) -> None:
        super().__init__()
        self._opener, self._memory = opener, memory
        self._specs = {spec.key: spec for spec in (*pages, EVACUATION)}
        self._pages: dict[str, Page] = {}
        self.frame: Frame | None = None
        self._was_painted = False
        self.workers = Workers(self)
        self.workers.refused.connect(lambda error: self.tell(notice_of(error)))
        self.workers.crashed.connect(lambda bug: show_bug(bug, self))
        self.sounds = Sounds(self)
        self._build(pages)
        self._bind_keys(pages)
        self._restore()

    def start(self, wish: Wish = LAST) -> None:
        """Open what was wished for; what this needs is imported by then, on the worker."""
        self._status.say(_("Opening…"))
        self._first.setEnabled(False)
        self.workers.run(self, Task(lambda _job: self._opener(wish), self._show_opened, ended=self._ready))

    def tell(self, notice: Notice) -> None:
        """Show a banner."""
        self._banners.tell(notice)

    def show_page(self, key: str) -> None:
        """Show a page of the open event, building it the first time."""
        if self.frame is None:
            return
        page = self._pages.get(key) or self._build_page(key, self.frame)
        before = self._stack.currentWidget()
        if isinstance(before, Page) and before is not page:
            before.leave()
            self._banners.turn_over()
            self._status.say("")
        self._stack.setCurrentWidget(page)
        self._rail.show_chosen(key)
        page.enter()

    def sound_the_alarm(self) -> None:
        """Show who is in the building, and have it printed."""
        if self.frame is None:
            self.tell(
                Notice(
                    _("No event is open: nobody is known to be inside."),
                    _("Open the event first, then press F12 again."),
                    Tone.WARNING,
                )
            )
            return
        page = self._pages.get(EVACUATION.key) or self._build_page(EVACUATION.key, self.frame)
        cast("EvacuationPage", page).sound()
        self.show_page(EVACUATION.key)

    def show_first_page(self) -> None:
        """Close the event, if one is open, and offer the choice."""
        self._close_event()
        self._first.show_recent(self._memory.recent)
        self._stack.setCurrentWidget(self._first)
        self._show_around(visible=False)
        self.setWindowTitle("checkin")

    def show_new_event(self) -> None:
        """Ask for a new event."""
        self._stack.setCurrentWidget(self._form)
        self._form.enter()

    @property
    def page(self) -> QWidget | None:
        """What is shown now."""
        return self._stack.currentWidget()

    def _ready(self) -> None:
        self._status.say("")
        self._first.setEnabled(True)
        if self.frame is None and self.page is not self._first:
            self.show_first_page()

    def _show_opened(self, desk: "Desk | None") -> None:
        if desk is None:
            return
        self._close_event()
        self._banners.clear()
        self._remember(desk)
        self.frame = Frame(desk, self.workers, self.sounds, self._memory)
        self.frame.told.connect(self.tell)
        self.frame.status.connect(self._status.say)
        self.frame.moved_on.connect(self._banners.move_on)
        self.frame.wanted.connect(self.show_page)
        self.frame.changed.connect(self._look_again)
        self._header.show_event(desk.event, desk.settings.desk)
        self.setWindowTitle(f"{desk.event.title} – checkin")
        self._show_around(visible=True)
        self.show_page(next(iter(self._specs)))
        self.opened.emit()

    def _remember(self, desk: "Desk") -> None:
        if desk.settings.database and "://" not in desk.settings.database:
            self._memory.opened(Path(desk.settings.database))

    def _build_page(self, key: str, frame: Frame) -> Page:
        page = self._specs[key].build(frame)
        self._pages[key] = page
        self._stack.addWidget(page)
        return page

    def _show_around(self, *, visible: bool) -> None:
        self._rail.setVisible(visible)
        self._header.setVisible(visible)
        self._status.show_page_keys(visible=visible)

    def _close_event(self) -> None:
        if isinstance(self.page, Page):
            self.page.leave()
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        if self.frame is not None:
            desk = self.frame.desk
            self.workers.run(self, Task(lambda _job: desk.close()))
            self.frame.deleteLater()
            self.frame = None

    def _look_again(self) -> None:
        if isinstance(self.page, Page):
            self.page.enter()

    def _build(self, pages: Sequence[PageSpec]) -> None:
        self._rail, self._header, self._banners = Rail(pages), Header(), BannerArea()
        self._status, self._stack, self._first = StatusLine(), QStackedWidget(), FirstPage()
        self._rail.chosen.connect(self.show_page)
        self._rail.alarmed.connect(self.sound_the_alarm)
        self._header.left.connect(self.show_first_page)
        self._header.muted.connect(self._mute)
        self._form = NewEventForm()
        self._form.made.connect(lambda draft: self.start(Wish(Source.NEW, draft=draft)))
        self._form.cancelled.connect(self.show_first_page)
        self._first.new_event.connect(self.show_new_event)
        self._first.demonstration.connect(lambda: self.start(Wish(Source.DEMONSTRATION)))
        self._first.file_chosen.connect(lambda path: self.start(Wish(Source.FILE, path)))
        self._stack.addWidget(Splash())
        self._stack.addWidget(self._first)
        self._stack.addWidget(self._form)
        column = QVBoxLayout()
        column.setSpacing(0)
        for part in (self._header, self._banners, self._stack, self._status):
            column.addWidget(part, int(part is self._stack))
        ground = QWidget()
        ground.setObjectName("canvas")
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(column, 1)
        self.setCentralWidget(ground)
        self._show_around(visible=False)

    def _bind_keys(self, pages: Sequence[PageSpec]) -> None:
        for number, spec in enumerate(pages):
            self._bind(_DIGITS[number], partial(self.show_page, spec.key))
        self._bind(("F11",), self._toggle_full_screen)
        Alarm(self).sounded.connect(self.sound_the_alarm)

    def _bind(self, keys: Sequence[str], deed: Callable[[], None]) -> None:
        shortcut = QShortcut(self)
        shortcut.setKeys([QKeySequence(key) for key in keys])
        shortcut.activated.connect(deed)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _mute(self, muted: bool) -> None:  # noqa: FBT001 - a slot
        self.sounds.muted = muted
        self._memory.muted = muted

    def _restore(self) -> None:
        self.setAcceptDrops(True)
        self.setMinimumSize(1024, 640)
        self.resize(1366, 768)
        self.restoreGeometry(self._memory.geometry)
        self._header.set_muted(self._memory.muted)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files wherever they are dropped, while an event is open."""
        if self.frame is not None and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand dropped files to the page that imports them."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths and self.frame is not None:
            event.acceptProposedAction()
            self.show_page("attendees")
            self.frame.dropped.emit(paths)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say when the window stands on the screen for the first time."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's place; finish what the database was given."""
        self._memory.geometry = self.saveGeometry()
        self._close_event()
        self.workers.close()
        super().closeEvent(event)
