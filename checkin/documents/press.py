"""Many confirmations at once: on all cores, where there are enough of them to be worth waking the others.

A process of its own each, for Python draws on one core only; started afresh (`spawn`), as every system can.
"""

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from types import TracebackType
from typing import Self, TypeVar

from checkin.documents.confirmation import Confirmation, confirmation_pdf

K = TypeVar("K")

_WORTH_IT = 400  # sheets: half a second of drawing, which is what another process takes to start
_MOST = 8
_AHEAD = 2  # batches waiting for each process


class Press:
    """Prints about `count` sheets in `processes` processes, None for as many as there are cores."""

    def __init__(self, count: int, processes: int | None = None) -> None:
        cores = processes or min(os.cpu_count() or 1, _MOST)
        self._processes = cores if count >= _WORTH_IT and cores > 1 else 0
        self._pool: Executor | None = None

    def __enter__(self) -> Self:
        if self._processes:
            from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - 30 ms, for many sheets only
            from multiprocessing import get_context  # noqa: PLC0415 - the same

            self._pool = ProcessPoolExecutor(self._processes, get_context("spawn"), _leave_interrupts)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def printed(self, batches: Iterable[tuple[K, Sequence[Confirmation]]]) -> Iterator[tuple[K, list[bytes]]]:
        """Give each batch's PDFs with its key, in order; batches are taken only a few ahead of that."""
        pending: deque[tuple[K, Sequence[Confirmation], Future[list[bytes]] | None]] = deque()
        for key, sheets in batches:
            pending.append((key, sheets, self._submitted(sheets)))
            if len(pending) > self._processes * _AHEAD:
                yield self._result(*pending.popleft())
        while pending:
            yield self._result(*pending.popleft())

    def _submitted(self, sheets: Sequence[Confirmation]) -> "Future[list[bytes]] | None":
        if self._pool is None:
            return None
        try:
            return self._pool.submit(_print, sheets)
        except BrokenExecutor:  # the system ended one of ours: this process goes on alone
            return None

    def _result(
        self, key: K, sheets: Sequence[Confirmation], future: "Future[list[bytes]] | None"
    ) -> tuple[K, list[bytes]]:
        try:
            return key, future.result() if future else _print(sheets)
        except BrokenExecutor:
            return key, _print(sheets)


def _leave_interrupts() -> None:
    """Leave Ctrl-C, which a shell sends to every process of the program, to the one that listens to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _print(sheets: Sequence[Confirmation]) -> list[bytes]:
    return [confirmation_pdf(sheet) for sheet in sheets]
