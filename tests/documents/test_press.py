import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from checkin.documents.confirmation import Confirmation, Holder, confirmation_pdf
from checkin.documents.press import Press
from checkin.domain.attendee import Attendee
from checkin.domain.event import Event

Batches = list[tuple[int, list[Confirmation]]]


@pytest.fixture
def batches(
    event: Event, party: Callable[..., tuple[Attendee, ...]], codes: Callable[[int], list[str]]
) -> Batches:
    code = codes(40)
    return [
        (
            batch,
            [
                Confirmation(event, (Holder(party(1, batch * 3 + one)[0], code[batch * 3 + one]),))
                for one in (0, 1)
            ],
        )
        for batch in range(12)
    ]


def lengths(printed: list[tuple[int, list[bytes]]]) -> list[tuple[int, list[int]]]:
    return [(key, [len(pdf) for pdf in pdfs]) for key, pdfs in printed]


@pytest.mark.parametrize(("count", "processes"), [(2, None), (5000, 1), (5000, 2)])
def test_each_batch_is_printed_in_its_order(batches: Batches, count: int, processes: int | None) -> None:
    with Press(count, processes) as press:
        printed = list(press.printed(batches))
    alone = [(key, [confirmation_pdf(sheet) for sheet in sheets]) for key, sheets in batches]
    assert lengths(printed) == lengths(alone)


def test_batches_are_taken_only_as_they_are_needed(batches: Batches) -> None:
    taken = []

    def given() -> Iterator[tuple[int, list[Confirmation]]]:
        for batch in batches:
            taken.append(batch[0])
            yield batch

    with Press(5000, 2) as press:
        for key, _pdfs in press.printed(given()):
            assert max(taken) <= key + 5


@pytest.mark.skipif(os.name != "posix", reason="Windows has no SIGKILL")
@pytest.mark.skipif(not Path("/proc").exists(), reason="looks for its children in /proc")
def test_a_process_that_dies_is_done_without(batches: Batches) -> None:
    with Press(5000, 2) as press:
        results = press.printed(batches)
        printed = [next(results)]
        for child in _children():
            os.kill(child, signal.SIGKILL)
        printed += results
    assert [key for key, _pdfs in printed] == [key for key, _sheets in batches]
    assert all(pdf.startswith(b"%PDF") for _key, pdfs in printed for pdf in pdfs)


def _children() -> list[int]:
    """Return the processes that draw for us; multiprocessing's tracker, which is none of them, stays."""
    mine = Path(f"/proc/{os.getpid()}/task")
    found = [int(one) for task in mine.iterdir() for one in (task / "children").read_text().split()]
    return [one for one in found if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]
