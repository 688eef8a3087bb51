import threading
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from checkin.domain.errors import CheckinError, InputError
from checkin.gui.tasks import Job, Lane, Task, Workers


@pytest.fixture
def owner() -> QObject:
    return QObject()


def echo(number: int, _job: Job) -> int:
    return number


def finish(qtbot: QtBot, workers: Workers) -> None:
    qtbot.waitUntil(lambda: workers.is_idle)


def test_work_is_done_elsewhere_and_its_result_arrives_on_the_gui_thread(
    qtbot: QtBot, workers: Workers, owner: QObject
) -> None:
    heard: list[Any] = []
    gui = QThread.currentThread()
    workers.run(
        owner,
        Task(
            lambda _job: threading.current_thread().name,
            lambda name: heard.extend([name, QThread.currentThread() is gui]),
            ended=lambda: heard.append("ended"),
        ),
    )
    assert heard == []
    finish(qtbot, workers)
    assert heard[0].startswith("checkin-database")
    assert heard[1:] == [True, "ended"]


def test_the_database_keeps_the_order_of_its_tasks(qtbot: QtBot, workers: Workers, owner: QObject) -> None:
    done: list[int] = []
    for number in range(200):
        workers.run(owner, Task(partial(echo, number), done.append))
    finish(qtbot, workers)
    assert done == list(range(200))


def test_a_slow_task_outside_does_not_keep_the_database_waiting(
    qtbot: QtBot, workers: Workers, owner: QObject
) -> None:
    gate = threading.Event()
    done: list[str] = []
    workers.run(owner, Task(lambda _job: gate.wait(10), lambda _: done.append("outside"), lane=Lane.OUTSIDE))
    workers.run(owner, Task(lambda _job: None, lambda _: done.append("database")))
    qtbot.waitUntil(lambda: done == ["database"])
    gate.set()
    finish(qtbot, workers)
    assert done == ["database", "outside"]


def test_an_error_for_people_goes_to_the_task_or_to_the_banner(
    qtbot: QtBot, workers: Workers, owner: QObject
) -> None:
    told: list[tuple[str, CheckinError]] = []
    wrong = InputError("No.", "Do.")

    def refuse(_job: Job) -> None:
        raise wrong

    workers.refused.connect(lambda error: told.append(("banner", error)))
    workers.run(owner, Task(refuse, failed=lambda error: told.append(("task", error))))
    workers.run(owner, Task(refuse, ended=lambda: told.append(("ended", wrong))))
    finish(qtbot, workers)
    assert told == [("task", wrong), ("banner", wrong), ("ended", wrong)]


def test_a_bug_goes_where_bugs_go(qtbot: QtBot, workers: Workers, owner: QObject) -> None:
    def stumble(_job: Job) -> None:
        raise KeyError("missing")

    with qtbot.waitSignal(workers.crashed) as crash:
        workers.run(owner, Task(stumble, failed=lambda _error: pytest.fail("not for people")))
    assert isinstance(crash.args, list)
    assert isinstance(crash.args[0], KeyError)
    finish(qtbot, workers)


def test_the_callback_of_a_widget_that_is_gone_is_dropped(
    qtbot: QtBot, workers: Workers, owner: QObject
) -> None:
    gate = threading.Event()

    def work(job: Job) -> None:
        gate.wait(10)
        job.step(1, 2)

    workers.run(
        owner,
        Task(
            work,
            lambda _result: pytest.fail("nobody is there"),
            progress=lambda _done, _total: pytest.fail("nobody is there"),
            ended=lambda: pytest.fail("nobody is there"),
        ),
    )
    delete(owner)
    gate.set()
    finish(qtbot, workers)


def test_a_task_cancelled_before_it_began_is_never_done(
    qtbot: QtBot, workers: Workers, owner: QObject
) -> None:
    gate = threading.Event()
    ended: list[str] = []
    workers.run(owner, Task(lambda _job: gate.wait(10)))
    waiting = workers.run(
        owner,
        Task(
            lambda _job: pytest.fail("cancelled"),
            lambda _result: pytest.fail("cancelled"),
            ended=lambda: ended.append("ended"),
        ),
    )
    waiting.cancel()
    gate.set()
    finish(qtbot, workers)
    assert ended == ["ended"]


def test_a_task_cancelled_under_way_returns_what_it_has(
    qtbot: QtBot, workers: Workers, owner: QObject
) -> None:
    started = threading.Event()
    results: list[int] = []

    def count(job: Job) -> int:
        done = 0
        while not job.is_cancelled:
            done += 1
            started.set()
        return done

    job = workers.run(owner, Task(count, results.append))
    assert started.wait(10)
    job.cancel()
    finish(qtbot, workers)
    assert results[0] >= 1


def test_a_dropped_task_is_heard_of_no_more(qtbot: QtBot, workers: Workers, owner: QObject) -> None:
    gate = threading.Event()
    job = workers.run(
        owner,
        Task(
            lambda _job: gate.wait(10),
            lambda _result: pytest.fail("dropped"),
            ended=lambda: pytest.fail("dropped"),
        ),
    )
    job.drop()
    gate.set()
    finish(qtbot, workers)


def test_progress_arrives_in_order_and_ends_at_the_last_step(
    qtbot: QtBot, workers: Workers, owner: QObject
) -> None:
    seen: list[tuple[int, int]] = []

    def work(job: Job) -> None:
        for number in range(1, 5001):
            job.step(number, 5000)

    workers.run(owner, Task(work, progress=lambda done, total: seen.append((done, total))))
    finish(qtbot, workers)
    assert seen == sorted(seen)
    assert seen[-1] == (5000, 5000)


def test_closing_finishes_what_the_database_was_given(workers: Workers, owner: QObject) -> None:
    done: list[int] = []
    for _number in range(20):
        workers.run(owner, Task(lambda _job: done.append(len(done))))
    workers.close()
    assert done == list(range(20))


def test_closing_stops_what_goes_on_outside(workers: Workers, owner: QObject) -> None:
    def forever(job: Job) -> None:
        while not job.is_cancelled:
            pass

    workers.run(owner, Task(forever, lane=Lane.OUTSIDE))
    workers.close()


def test_nothing_is_begun_once_they_are_closed(workers: Workers, owner: QObject) -> None:
    done: list[int] = []
    workers.close()
    job = workers.run(owner, Task(lambda _job: done.append(1)))
    assert job.is_dropped
    assert workers.is_idle
    assert done == []
