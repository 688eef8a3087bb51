from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QDate, QTime
from pytestqt.qtbot import QtBot

from checkin.gui.new_event import NewEventForm


def test_a_filled_form_makes_an_event_in_utc(qtbot: QtBot) -> None:
    form = NewEventForm()
    qtbot.addWidget(form)
    form.title.setText("Journée d’étude")
    form.day.setDate(QDate(2027, 7, 1))
    form.starts.setTime(QTime(9, 30))
    form.ends.setTime(QTime(12, 0))
    form.room.setText("Salle 1")
    form.places.setValue(40)
    with qtbot.waitSignal(form.made) as made:
        form.create_button.click()
    event = made.args[0]
    assert event.starts == datetime(2027, 7, 1, 7, 30, tzinfo=UTC)
    assert event.room.capacity == 40
    assert event.entrance.name == "Entrée"


def test_what_is_missing_is_said(qtbot: QtBot) -> None:
    form = NewEventForm()
    qtbot.addWidget(form)
    form.create_button.click()
    assert "titre" in form.wrong.text()
    form.title.setText("Journée")
    form.ends.setTime(QTime(8, 0))
    with qtbot.assertNotEmitted(form.made):
        form.create_button.click()
    assert "finit" in form.wrong.text()


@pytest.mark.parametrize("is_wanted", [True, False])
def test_what_the_door_may_do_is_the_event_s_policy(qtbot: QtBot, is_wanted: bool) -> None:  # noqa: FBT001 - a case
    form = NewEventForm()
    qtbot.addWidget(form)
    form.title.setText("Journée")
    choices = (form.walk_ins, form.extra_companions, form.badges, form.same_document)
    assert [choice.isChecked() for choice in choices] == [True, True, False, False]
    for choice in choices:
        if choice.isChecked() is not is_wanted:
            choice.click()
    with qtbot.waitSignal(form.made) as made:
        form.create_button.click()
    policy = made.args[0].policy
    told = (policy.walk_ins, policy.extra_companions, policy.badges, policy.notice_same_document)
    assert told == (is_wanted,) * 4


def test_it_fits_a_small_screen_and_its_hours_can_be_read(qtbot: QtBot) -> None:
    form = NewEventForm()
    qtbot.addWidget(form)
    form.resize(1366, 768)
    form.show()
    assert form.height() <= 768
    for time in (form.starts, form.ends):
        needed = time.fontMetrics().horizontalAdvance(time.text())
        assert time.lineEdit().width() > needed


def test_the_times_are_to_be_read(qtbot: QtBot) -> None:
    form = NewEventForm()
    qtbot.addWidget(form)
    form.resize(1366, 732)
    form.show()
    for field in (form.starts, form.ends):
        typed = field.lineEdit()
        assert typed.width() > typed.fontMetrics().horizontalAdvance("10:00")
        assert field.height() >= field.minimumSizeHint().height()
