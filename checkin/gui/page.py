"""What a page is, and what it may ask of the window around it.

A page is a widget for one job. The window builds it when it is first shown, with a Frame: the desk (the
services of the open event), the workers, the sounds, and a way to speak. When another event is opened, the
pages and their frame go together.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from checkin.domain.errors import CheckinError
from checkin.gui.memory import Memory
from checkin.gui.sounds import Sounds
from checkin.gui.tasks import Job, Lane, Task, Workers
from checkin.gui.widgets.banner import Notice

if TYPE_CHECKING:
    from checkin.app import Desk

T = TypeVar("T")


class Frame(QObject):
    """What surrounds a page."""

    told = Signal(Notice)
    status = Signal(str)
    moved_on = Signal()
    wanted = Signal(str)
    changed = Signal()
    dropped = Signal(list)  # paths of files that were dropped on the window

    def __init__(self, desk: "Desk", workers: Workers, sounds: Sounds, memory: Memory | None = None) -> None:
        super().__init__()
        self.desk, self.workers, self.sounds = desk, workers, sounds
        self.memory = memory or Memory()

    def tell(self, notice: Notice) -> None:
        """Show a banner above the page."""
        self.told.emit(notice)

    def say(self, text: str) -> None:
        """Show a short text in the status line."""
        self.status.emit(text)

    def move_on(self) -> None:
        """Take away what was said of the scan before: another begins."""
        self.moved_on.emit()
        self.say("")

    def go(self, key: str) -> None:
        """Show another page, by its key."""
        self.wanted.emit(key)

    def note_change(self) -> None:
        """Tell the window that what is stored has changed; every page shown after it looks again."""
        self.changed.emit()


class Page(QWidget):
    """The base of the pages."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.frame = frame

    @property
    def desk(self) -> "Desk":
        """The services of the open event."""
        return self.frame.desk

    def enter(self) -> None:
        """Look anew and take the focus: the page is shown, or what is stored changed while it is."""

    def leave(self) -> None:
        """Make room for another page."""

    def run(
        self,
        work: Callable[[Job], T],
        then: Callable[[T], None] = lambda _result: None,
        *,
        failed: Callable[[CheckinError], None] | None = None,
        progress: Callable[[int, int], None] | None = None,
        ended: Callable[[], None] = lambda: None,
        lane: Lane = Lane.DATABASE,
    ) -> Job:
        """Do `work` on a worker; the callbacks come back here while this page lives (see tasks.Task)."""
        return self.frame.workers.run(self, Task(work, then, failed, progress, ended, lane))


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page as the rail knows it; `label` is called when the language is known."""

    key: str
    label: Callable[[], str]
    icon: str
    build: Callable[[Frame], Page]
