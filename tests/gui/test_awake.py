import sys

import pytest

from checkin.gui.awake import Awake

pytestmark = pytest.mark.usefixtures("qapp")


def test_where_there_is_no_session_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    awake = Awake()
    awake.hold()
    awake.release()


def test_what_is_held_twice_is_let_go_once(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    def hold() -> object:
        done.append("held")
        return lambda: done.append("let go")

    monkeypatch.setattr("checkin.gui.awake._hold", hold)
    awake = Awake()
    awake.hold()
    awake.hold()
    awake.release()
    awake.release()
    assert done == ["held", "let go"]


def test_a_mac_without_caffeinate_sleeps_as_it_likes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setenv("PATH", "")
    awake = Awake()
    awake.hold()
    awake.release()
