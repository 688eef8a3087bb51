"""Background work as a value: what to do off the GUI thread, and what to do with its result on it.

Three workers, one thread each: the database's, which keeps the order in which its tasks were given, one for
everything slow outside (files, mail, documents), and one that nothing else keeps waiting. The GUI thread
never waits. Where an owner (a widget) is gone when a result arrives, the result is dropped.
"""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from checkin.domain.errors import CheckinError

T = TypeVar("T")


class Lane(StrEnum):
    """Which worker does a task."""

    DATABASE = "database"
    OUTSIDE = "outside"  # files, documents, the network: whatever may take long
    URGENT = "urgent"  # what must not wait for either: the list for the evacuation; it only reads


class Job:
    """A task on its way: the work reports its progress here and asks whether to go on.

    `cancel` may be called from any thread, `step` from the worker's.
    """

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._cancelled = threading.Event()
        self._dropped = False

    def step(self, done: int, total: int) -> None:
        """Tell the GUI thread that `done` of `total` pieces are done (total 0: nobody knows)."""
        self._tell(done, total)

    def cancel(self) -> None:
        """Ask the work to stop where it can; not yet begun, it never will. What it returns still arrives."""
        self._cancelled.set()

    def drop(self) -> None:
        """Cancel, and hear nothing more of it: a newer task replaced this one."""
        self._dropped = True
        self.cancel()

    @property
    def is_cancelled(self) -> bool:
        """Whether the work should return what it has."""
        return self._cancelled.is_set()

    @property
    def is_dropped(self) -> bool:
        """Whether nobody wants to hear of it any more."""
        return self._dropped


@dataclass(frozen=True, slots=True)
class Task(Generic[T]):
    """Work for a worker, and what follows on the GUI thread.

    `work` is called with its Job and touches no widget. Then exactly one of: `then` with what it returned;
    `failed` with the CheckinError it raised (without `failed`, the window's banner); nothing, if it was
    cancelled before it began. `ended` follows each of them. Another exception is a bug: it goes where all go.
    """

    work: Callable[[Job], T]
    then: Callable[[T], None] = lambda _result: None
    failed: Callable[[CheckinError], None] | None = None
    progress: Callable[[int, int], None] | None = None
    ended: Callable[[], None] = lambda: None
    lane: Lane = Lane.DATABASE


class Workers(QObject):
    """The workers. `refused` says of a CheckinError nobody took, `crashed` of any other exception."""

    refused = Signal(CheckinError)
    crashed = Signal(Exception)
    idle = Signal()
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools = {lane: ThreadPoolExecutor(1, f"checkin-{lane}") for lane in Lane}
        self._jobs: set[Job] = set()
        self._is_closed = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self, owner: QObject, task: Task[T]) -> Job:
        """Give `task` to its worker; its callbacks are called on the GUI thread while `owner` lives.

        Once the workers are closed nothing is done any more: a page's timer may still ring after that.
        """
        course = _Course(owner, task, self)
        if self._is_closed:
            course.job.drop()
            return course.job
        self._jobs.add(course.job)
        self._pools[task.lane].submit(course.run)
        return course.job

    @property
    def is_idle(self) -> bool:
        """Whether nothing is on its way; `idle` says when."""
        return not self._jobs

    def close(self) -> None:
        """Finish what the database was given, stop the rest. Nothing is delivered any more."""
        self._is_closed = True
        for job in tuple(self._jobs):
            job._dropped = True  # noqa: SLF001 - a job's own module
        self._pools[Lane.DATABASE].shutdown(wait=True)
        for job in tuple(self._jobs):
            job.cancel()
        for lane in (Lane.OUTSIDE, Lane.URGENT):
            self._pools[lane].shutdown(wait=True)

    def post(self, call: Callable[[], None]) -> None:
        """Have `call` called on the GUI thread, after those posted before it."""
        self._arrived.emit(call)

    def finish(self, job: Job) -> None:
        """Forget a job whose callbacks were called."""
        self._jobs.discard(job)
        if not self._jobs:
            self.idle.emit()

    def _deliver(self, call: Callable[[], None]) -> None:
        call()


class _Course(Generic[T]):
    """One task from the worker to its callbacks."""

    def __init__(self, owner: QObject, task: Task[T], workers: Workers) -> None:
        self._owner, self._task, self._workers = owner, task, workers
        self.job = Job(self._tell)
        self._latest = (0, 0)
        self._told = True

    def run(self) -> None:
        """On the worker: do the work, and post what came of it."""
        if self.job.is_cancelled:
            self._workers.post(lambda: self._land(lambda: None))
            return
        try:
            result = self._task.work(self.job)
        except CheckinError as error:
            self._workers.post(lambda error=error: self._land(lambda: self._refuse(error)))  # type: ignore[misc]  # binds
        except Exception as bug:  # noqa: BLE001 - passed on to the one place that shows bugs
            self._workers.post(lambda bug=bug: self._land(lambda: self._workers.crashed.emit(bug)))  # type: ignore[misc]  # binds
        else:
            self._workers.post(lambda: self._land(lambda: self._task.then(result)))

    def _land(self, callback: Callable[[], None]) -> None:
        """On the GUI thread: call back, unless nobody is there to hear it."""
        try:
            if self._is_heard:
                callback()
            if self._is_heard:
                self._task.ended()
        finally:
            self._workers.finish(self.job)

    def _refuse(self, error: CheckinError) -> None:
        if self._task.failed is None:
            self._workers.refused.emit(error)
        else:
            self._task.failed(error)

    def _tell(self, done: int, total: int) -> None:
        """On the worker: many steps between two turns of the GUI thread become one."""
        self._latest = (done, total)
        if self._task.progress is not None and self._told:
            self._told = False
            self._workers.post(self._show_progress)

    def _show_progress(self) -> None:
        self._told = True
        if self._task.progress is not None and self._is_heard:
            self._task.progress(*self._latest)

    @property
    def _is_heard(self) -> bool:
        return not self.job.is_dropped and isValid(self._owner)
