import logging
import sys

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from checkin.gui.errors import BugDialog, catch_bugs, details, show_bug


def bug() -> Exception:
    try:
        try:
            int("Hélène d’Exemple")
        except ValueError as cause:
            raise RuntimeError("Hélène d’Exemple") from cause
    except RuntimeError as error:
        return error
    raise AssertionError


def test_the_details_say_where_and_never_what_data() -> None:
    text = details(bug())
    assert "builtins.RuntimeError" in text
    assert "builtins.ValueError" in text
    assert "test_errors.py" in text
    assert "Hélène" not in text


def test_a_bug_is_shown_and_logged_without_data(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with caplog.at_level(logging.ERROR):
        dialog = show_bug(bug(), window)
    qtbot.waitUntil(dialog.isVisible)
    dialog.copy()
    assert "builtins.RuntimeError" in QGuiApplication.clipboard().text()
    assert "builtins.RuntimeError" in caplog.text
    assert "Hélène" not in caplog.text
    dialog.accept()
    caplog.clear()


def test_an_exception_that_nobody_caught_is_shown_over_the_window(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # taken back after the test
    window = QWidget()
    qtbot.addWidget(window)
    catch_bugs(window)
    error = bug()
    sys.excepthook(type(error), error, None)
    dialog = window.findChildren(BugDialog)[0]
    qtbot.waitUntil(dialog.isVisible)
    dialog.accept()
    caplog.clear()
