from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from pytestqt.qtbot import QtBot

from checkin.domain.ticket import read


def settled(counter: Any, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not counter.wedge.is_deciding)


@pytest.mark.parametrize("end", ["", "\n", "\t"])
@pytest.mark.parametrize("place", ["field", "other", "button"])
def test_a_burst_is_a_scan_wherever_the_focus_is(
    counter: Any, code: str, qtbot: QtBot, place: str, end: str
) -> None:
    getattr(counter, place).setFocus()
    counter.keys(code + end)
    settled(counter, qtbot)
    assert counter.read == [code]
    assert (counter.field.text(), counter.other.text(), counter.pressed) == ("", "", [])
    assert getattr(counter, place).hasFocus()


@pytest.mark.parametrize(("before", "after"), [("]Q1", ""), ("", "]Q1"), ("99", "XY"), ("A", "\nZ")])
def test_what_a_scanner_puts_around_a_code_goes_nowhere(
    counter: Any, code: str, qtbot: QtBot, before: str, after: str
) -> None:
    counter.keys(before + code + after)
    settled(counter, qtbot)
    assert [read(text) for text in counter.read] == [code]
    assert counter.field.text() == ""


def test_typing_stays_typing(counter: Any, qtbot: QtBot) -> None:
    counter.keys("di martino", gap=90)
    settled(counter, qtbot)
    assert counter.field.text() == "di martino"
    assert counter.read == []


def test_a_roll_of_fingers_stays_typing_in_its_order(counter: Any, qtbot: QtBot) -> None:
    counter.gaps("theodore", (200, 12, 30, 110, 20, 20, 90, 25))
    settled(counter, qtbot)
    assert counter.field.text() == "theodore"


def test_enter_is_never_held_back_from_a_person(counter: Any, qtbot: QtBot) -> None:
    with qtbot.waitSignal(counter.field.returnPressed):
        counter.gaps("li\n", (200, 110, 40))
    assert counter.field.text() == "li"


def test_a_pressed_button_is_pressed_once(counter: Any, qtbot: QtBot) -> None:
    counter.button.setFocus()
    counter.key(" ", 500)
    settled(counter, qtbot)
    assert len(counter.pressed) == 1


def test_a_key_held_down_is_no_scan(counter: Any, qtbot: QtBot) -> None:
    counter.key("e", 500)
    for _ in range(20):
        counter.key("e", 5, repeated=True)
    settled(counter, qtbot)
    assert counter.read == []
    assert counter.field.text() == "e" * 21


def test_two_scans_on_each_others_heels_are_two(counter: Any, code: str, qtbot: QtBot) -> None:
    counter.keys((code + "\n") * 3)
    settled(counter, qtbot)
    assert counter.read == [code] * 3


def test_lines_that_follow_at_once_are_one_reading(counter: Any, qtbot: QtBot) -> None:
    card = "BEGIN:VCARD\nFN:ZOE MARTIN\nEND:VCARD"
    counter.keys(card + "\n")
    settled(counter, qtbot)
    assert counter.read == [card]


def test_line_ends_of_two_keys_press_nothing(counter: Any, qtbot: QtBot) -> None:
    counter.button.setFocus()
    counter.keys("P<UTOERIKSSON<<ANNA\n\nL898902C36UTO\n\n")
    counter.key("\n", 60)
    settled(counter, qtbot)
    assert [text.split() for text in counter.read] == [["P<UTOERIKSSON<<ANNA", "L898902C36UTO"]]
    assert counter.pressed == []


def test_a_code_that_was_cut_is_given_as_it_came(counter: Any, code: str, qtbot: QtBot) -> None:
    counter.keys(code[:-2] + "\n")
    settled(counter, qtbot)
    assert counter.read == [code[:-2]]
    assert counter.field.text() == ""


def test_a_pause_of_the_scanner_within_a_code_is_waited_for(counter: Any, code: str, qtbot: QtBot) -> None:
    counter.keys(code[:12])
    counter.key(code[12], 900)
    counter.keys(code[13:])
    settled(counter, qtbot)
    assert counter.read == [code]


@pytest.mark.parametrize("end", ["", "\n"])
@pytest.mark.parametrize("first", [1, 2, 5])
def test_the_first_letters_of_a_scanner_that_faltered_are_taken_back(
    counter: Any, code: str, qtbot: QtBot, first: int, end: str
) -> None:
    counter.field.setText("abc")
    for letter in code[:first]:
        counter.key(letter, 150)
    counter.key(code[first], 300)
    assert counter.field.text() == "abc" + code[:first]
    counter.keys(code[first + 1 :] + end)
    settled(counter, qtbot)
    assert counter.read == [code]
    assert counter.field.text() == "abc"


@pytest.mark.parametrize("gap", [40, 70, 95])
def test_a_code_from_a_slow_scanner_is_taken_back_too(
    counter: Any, code: str, qtbot: QtBot, gap: int
) -> None:
    counter.field.setText("abc")
    counter.keys(code, gap=gap)
    settled(counter, qtbot)
    counter.key("\n", 90)
    settled(counter, qtbot)
    assert counter.read == [code]
    assert counter.field.text() == "abc"


def test_a_code_typed_by_hand_waits_for_enter(counter: Any, code: str, qtbot: QtBot) -> None:
    counter.keys(code.lower(), gap=160)
    settled(counter, qtbot)
    assert counter.read == []
    assert counter.field.text() == code.lower()


def test_a_window_that_was_busy_goes_by_the_time_of_the_keys(counter: Any, qtbot: QtBot) -> None:
    counter.keys("martin", gap=110)  # all of them wait in one turn of the event loop
    settled(counter, qtbot)
    assert counter.field.text() == "martin"
    assert counter.read == []


def compose(counter: Any, letters: str) -> None:
    """Have the system write what a dead key or an input method made."""
    event = QInputMethodEvent()
    event.setCommitString(letters)
    QCoreApplication.sendEvent(counter.field, event)


@pytest.mark.parametrize("letters", ["ê", "東京都千代田区"])
def test_what_a_person_composes_keeps_its_place(counter: Any, qtbot: QtBot, letters: str) -> None:
    counter.key("t", 500)
    compose(counter, letters)
    counter.key("t", 200)
    settled(counter, qtbot)
    assert counter.field.text() == f"t{letters}t"
    assert counter.read == []


def test_what_a_scanner_s_keys_compose_is_typed_nowhere(counter: Any, code: str, qtbot: QtBot) -> None:
    counter.keys("AB")
    compose(counter, "ê")
    counter.keys(code)
    settled(counter, qtbot)
    assert [read(text) for text in counter.read] == [code]
    assert counter.field.text() == ""


def test_a_shortcut_takes_no_key_out_of_a_scan(counter: Any, code: str, qtbot: QtBot) -> None:
    counter.keys(code[:20])
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    override.setTimestamp(counter.now + 5)
    override.ignore()
    QCoreApplication.sendEvent(counter.field, override)
    assert override.isAccepted()
    settled(counter, qtbot)


def test_a_page_that_is_not_shown_leaves_the_keys_alone(counter: Any, code: str, qtbot: QtBot) -> None:
    counter.wedge._page = counter.other
    counter.other.hide()
    counter.keys(code.lower())
    settled(counter, qtbot)
    assert counter.field.text() == code.lower()
    assert counter.read == []


def test_a_slot_that_takes_its_time_loses_no_scan(counter: Any, code: str, qtbot: QtBot) -> None:
    later: list[str] = []
    counter.wedge.scanned.connect(lambda text: QTimer.singleShot(0, lambda: later.append(text)))
    counter.keys(code + "\n" + code)
    qtbot.waitUntil(lambda: later == [code, code])


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from("abcdeé 12<"), st.integers(50, 400)), max_size=30))
def test_no_letter_of_a_person_is_lost_doubled_or_moved(counter: Any, qtbot: QtBot, keys: Any) -> None:
    counter.field.clear()
    counter.now += 5_000
    for letter, gap in keys:
        counter.key(letter, gap)
    settled(counter, qtbot)
    assert counter.field.text() == "".join(letter for letter, _gap in keys)
    assert counter.read == []
