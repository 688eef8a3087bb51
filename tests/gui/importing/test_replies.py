from dataclasses import replace
from itertools import count
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from checkin.gui.importing.items import State
from checkin.gui.importing.replies import RepliesPage
from checkin.intake.proposals import PersonName, Proposal, Reading, Reply, Source
from checkin.services.comparing import compare
from checkin.services.importing import Plan

DOUBT = "Le nom n’est pas complet."


def _said(number: int, given: str, family: str, **more: Any) -> Proposal:
    answer = more.pop("reply", Reply.CONFIRMED)
    text = f"Bonjour,\n\nJe confirme ma présence.\n\n{given} {family}"
    return Proposal(
        answer,
        PersonName(given, family),
        Source("box.mbox", message=number),
        email=f"m{number}@example.org",
        text=text,
        evidence=("Je confirme ma présence.",),
        **more,
    )


REPLIES = (
    _said(1, "Ana", "Blin", companions=(PersonName("Paul", "Durand", written="Paul DURAND"),)),
    _said(2, "", "Zoé", sure=False, doubts=(DOUBT,)),
    _said(3, "Luc", "Roy"),
    _said(4, "", "", reply=Reply.NO_RSVP, sure=False),
    _said(5, "Max", "Ba", reply=Reply.DECLINED),
)


@pytest.fixture
def page(qtbot: QtBot) -> RepliesPage:
    made = RepliesPage()
    qtbot.addWidget(made)
    made.resize(1260, 620)
    made.show()
    numbers = count(1)
    changes = compare(REPLIES, (), lambda: UUID(int=next(numbers)))
    made.show_plan(Plan(Reading("box.mbox", REPLIES), changes))
    made.enter()
    return made


def _waiting(page: RepliesPage) -> list[str]:
    return [item.proposal.name.family_name for item in page.table.rows_model.rows]


@pytest.fixture
def handed_on(page: RepliesPage) -> list[Reading]:
    readings: list[Reading] = []
    page.accepted.connect(readings.append)
    return readings


def test_what_waits_is_shown_the_sure_first_and_the_message_marked(page: RepliesPage) -> None:
    assert _waiting(page) == ["Blin", "Roy", "Zoé"]
    assert page.form.given.text() == "Ana"
    assert "Je confirme ma présence." in page.message.toPlainText()
    assert "font-weight:600" in page.message.toHtml()
    assert not page.go_button.isEnabled()
    assert [page.filters[key].text() for key in page.filters] == [
        "À décider  3",
        "Acceptées  0",
        "Le reste  2",
    ]


def test_one_key_accepts_the_reply_and_shows_the_next(page: RepliesPage, handed_on: list[Reading]) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert _waiting(page) == ["Roy", "Zoé"]
    assert page.form.given.text() == "Luc"
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    page.go_button.click()
    assert [one.name.family_name for one in handed_on[0].proposals] == ["Blin", "Roy"]


def test_another_key_accepts_all_that_are_sure_and_none_that_is_not(
    page: RepliesPage, handed_on: list[Reading]
) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert _waiting(page) == ["Zoé"]
    QTest.keyClick(page.table, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert handed_on[0].proposals == (REPLIES[0], REPLIES[2])
    assert handed_on[0].file == "box.mbox"


def test_nothing_goes_on_without_a_person(page: RepliesPage, handed_on: list[Reading]) -> None:
    page.go_on()
    assert handed_on == []


def test_an_unsure_reply_says_why_and_is_sure_once_corrected(
    page: RepliesPage, handed_on: list[Reading]
) -> None:
    page.table.setCurrentIndex(page.table.rows_model.index(2, 0))
    assert page.form._doubts.isVisible()
    assert page.form._why.text() == DOUBT
    page.form.given.setText("Zoé")
    page.form.family.setText("Alt")
    QTest.keyClick(page.form.family, Qt.Key.Key_Return)
    page.go_on()
    (zoe,) = handed_on[0].proposals
    assert (zoe.name.given_name, zoe.name.family_name, zoe.sure, zoe.doubts) == ("Zoé", "Alt", True, ())


def test_everything_can_be_corrected(page: RepliesPage, handed_on: list[Reading]) -> None:
    form = page.form
    form.answer.setCurrentIndex(form.answer.findData(Reply.TENTATIVE))
    form.given.setText(" Anna ")
    form.email.setText("anna@example.org")
    form.organisation.setText("AFPA")
    form.assistance.setText("rampe")
    form.notes.setText("arrive tard")
    form.unnamed.setValue(2)
    line = form.companions.add(PersonName("", ""))
    line.given.setText("Inès")
    line.family.setText("Benali")
    form.companions.add(PersonName("", ""))
    page.accept()
    page.go_on()
    (ana,) = handed_on[0].proposals
    assert (ana.reply, ana.name.given_name, ana.email) == (Reply.TENTATIVE, "Anna", "anna@example.org")
    assert (ana.organisation, ana.assistance, ana.notes) == ("AFPA", "rampe", "arrive tard")
    assert ana.companions == (
        PersonName("Paul", "Durand", written="Paul DURAND"),
        PersonName("Inès", "Benali"),
    )
    assert ana.unnamed_companions == 2
    assert ana.evidence == REPLIES[0].evidence


def test_a_companion_is_taken_off(page: RepliesPage) -> None:
    page.form.companions._lines[0].removed.emit()
    assert page.form.proposal is not None
    assert page.form.proposal.companions == ()


def test_a_reply_may_be_left_with_a_key(page: RepliesPage) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert _waiting(page) == ["Roy", "Zoé"]
    page.filters["rest"].click()
    assert {item.state for item in page.table.rows_model.rows} == {State.LEFT, State.SILENT, State.KNOWN}


def test_what_was_left_may_be_accepted_all_the_same(page: RepliesPage, handed_on: list[Reading]) -> None:
    page.filters["rest"].click()
    page.table.setCurrentIndex(page.table.rows_model.index(0, 0))
    page.form.answer.setCurrentIndex(page.form.answer.findData(Reply.CONFIRMED))
    page.form.given.setText("Eve")
    page.form.family.setText("Alt")
    page.accept_button.click()
    page.go_on()
    assert [one.name.given_name for one in handed_on[0].proposals] == ["Eve"]


def test_a_correction_is_kept_while_one_looks_at_another(page: RepliesPage) -> None:
    page.form.organisation.setText("AFPA")
    page.table.setCurrentIndex(page.table.rows_model.index(1, 0))
    page.table.setCurrentIndex(page.table.rows_model.index(0, 0))
    assert page.form.organisation.text() == "AFPA"


def test_a_correction_while_looking_accepts_nothing(page: RepliesPage) -> None:
    page.form.organisation.setText("AFPA")
    page.table.setCurrentIndex(page.table.rows_model.index(1, 0))
    assert len(_waiting(page)) == 3


def test_when_all_is_decided_it_says_so(page: RepliesPage) -> None:
    for _reply in range(3):
        page.accept()
    assert page.message.toPlainText() == "Il ne reste rien à décider ici."
    assert not page.accept_button.isEnabled()
    page.accept()  # and a further key does nothing
    assert sum(item.state is State.ACCEPTED for item in page.items) == 3


def test_a_substitute_says_whose_place_it_is(qtbot: QtBot, page: RepliesPage) -> None:
    instead = _said(1, "Luc", "Alt", in_place_of=PersonName("Ana", "Roy"))
    numbers = count(1)
    plan = Plan(Reading("b", (instead,)), compare((instead,), (), lambda: UUID(int=next(numbers))))
    page.show_plan(plan)
    qtbot.waitUntil(page.form._instead.isVisible)
    assert "Ana Roy" in page.form._instead.text()


def test_what_is_left_is_told_as_it_was_understood(page: RepliesPage, handed_on: list[Reading]) -> None:
    told: list[list[Proposal]] = []
    page.left.connect(told.append)
    page.form.organisation.setText("AFPA")
    page.leave()
    page.go_on()
    assert told == [[REPLIES[0]]]
    assert handed_on[0].proposals == ()


def test_what_was_left_before_is_not_asked_about_again(page: RepliesPage) -> None:
    assert page._plan is not None
    page.show_plan(replace(page._plan, left_before=frozenset({0})))
    assert _waiting(page) == ["Roy", "Zoé"]


def test_cancel_hands_nothing_on(page: RepliesPage, qtbot: QtBot, handed_on: list[Reading]) -> None:
    page.accept_all_sure()
    with qtbot.waitSignal(page.refused):
        page.cancel_button.click()
    assert handed_on == []
