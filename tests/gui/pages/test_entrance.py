import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from checkin.domain.errors import PlaceError
from checkin.domain.identity.checks import DocumentKind, OverrideReason, Way
from checkin.domain.identity.document import Field, Format
from checkin.domain.identity.specimen import printed_name, write
from checkin.gui.door.visit import Visit
from checkin.gui.page import Frame
from checkin.gui.pages.entrance import EntrancePage
from checkin.gui.tokens import Tone
from checkin.store import admissions


@pytest.fixture
def page(door: Any, qtbot: QtBot, settle: Callable[[], None]) -> EntrancePage:
    made = EntrancePage(door.frame)
    qtbot.addWidget(made)
    made.resize(1260, 660)
    made.show()
    made.enter()
    settle()
    return made


@pytest.fixture
def press(page: EntrancePage, settle: Callable[[], None], qtbot: QtBot) -> Callable[..., None]:
    def pressed(*keys: Qt.Key) -> None:
        if page.documents.is_settling:
            with qtbot.waitSignal(page.documents.settled):
                pass
        for key in keys:
            QTest.keyClick(page.field, key)
            settle()

    return pressed


@pytest.fixture
def scan(page: EntrancePage, typed: Any, settle: Callable[[], None]) -> Callable[[str], None]:
    def scanned(text: str) -> None:
        typed(page.field, text)
        settle()

    return scanned


def passport(family: str, given: str) -> tuple[str, ...]:
    return write(
        Format.TD3,
        {
            Field.CODE: "P",
            Field.STATE: "UTO",
            Field.NAME: printed_name(family, given),
            Field.NUMBER: "L898902C3",
            Field.NATIONALITY: "UTO",
            Field.BIRTH: "740812",
            Field.SEX: "F",
            Field.EXPIRY: "401231",
        },
    )


def test_a_scan_shows_who_it_is_and_admits_nobody(page: EntrancePage, scan: Any, door: Any) -> None:
    scan(door.code("artois").lower())
    assert page.card.name.text() == "Zoé d’Artois"
    assert [shown.member.attendee.family_name for shown in page.card.members.shown] == [
        "d’Artois",
        "Le Goff",
        "Benali",
    ]
    assert page.field.text() == ""
    assert door.desk.admitting.counts()[0] == 0


def test_enter_after_the_scan_admits_and_says_so_once_it_is_stored(
    page: EntrancePage, scan: Any, press: Any, door: Any
) -> None:
    scan(door.code("artois"))
    press(Qt.Key.Key_F2, Qt.Key.Key_Return)
    assert door.desk.admitting.counts()[0] == 1
    assert page.card.band.tone is Tone.SUCCESS
    assert page.side.counter.figure == "1"
    with door.desk.database.reading() as connection:
        check = admissions.checks(connection, door.desk.event.id)[0]
    assert (check.way, check.kind) == (Way.EYE, DocumentKind.PASSPORT)


def test_a_second_enter_admits_nobody_twice(scan: Any, press: Any, door: Any) -> None:
    scan(door.code("martino"))
    press(Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert door.desk.admitting.counts()[0] == 1
    assert len(door.desk.admitting.latest()) == 1


def test_the_next_scan_says_already_admitted(page: EntrancePage, scan: Any, press: Any, door: Any) -> None:
    scan(door.code("martino"))
    press(Qt.Key.Key_Return)
    scan(door.code("martino"))
    assert page.card.band.title.text() == "Déjà admis"
    assert page.card.band.tone is Tone.WARNING


def test_those_present_are_admitted_in_one_go_and_the_others_later(
    page: EntrancePage, scan: Any, press: Any, door: Any
) -> None:
    scan(door.code("artois"))
    press(Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert door.desk.admitting.counts()[0] == 2
    scan(door.code("benali"))
    press(Qt.Key.Key_Return)
    assert door.desk.admitting.counts()[0] == 3
    assert page.card.name.text() == "Inès Benali"


def test_f9_takes_the_whole_party(scan: Any, press: Any, door: Any) -> None:
    scan(door.code("artois"))
    press(Qt.Key.Key_F9, Qt.Key.Key_Return)
    assert door.desk.admitting.counts()[0] == 3


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("https://example.org/billet/12", "Pas un de nos codes"),
        ("CBDEFGHIJKLNRTUVCBDEFGHIJKLNRTUV", "Code mal lu"),
        ("BEGIN:VCARD", "Pas un de nos codes"),
    ],
)
def test_what_is_no_code_says_so_in_its_own_words(
    page: EntrancePage, scan: Any, text: str, title: str
) -> None:
    scan(text)
    assert page.card.band.title.text() == title
    assert not page.card.admit.isVisible()


def test_a_revoked_code_opens_nothing(page: EntrancePage, scan: Any, door: Any, tmp_path: Any) -> None:
    old = door.code("martino")
    door.desk.confirming.reissue(door.person("martino").party_id, tmp_path)
    scan(old)
    assert page.card.band.tone is Tone.PLUM
    assert page.visit is not None
    assert not page.visit.may_admit


def test_escape_uses_nothing_up(page: EntrancePage, scan: Any, press: Any, door: Any) -> None:
    scan(door.code("martino"))
    press(Qt.Key.Key_Escape)
    assert page.visit is None
    press(Qt.Key.Key_Return)
    assert door.desk.admitting.counts()[0] == 0


def test_a_name_is_searched_from_its_first_letter_and_chosen_with_enter(
    page: EntrancePage, typed: Any, press: Any, settle: Any, door: Any
) -> None:
    typed(page.field, "g", enter=False)
    settle()
    assert [shown.member.attendee.family_name for shown in page.found.shown] == ["Le Goff"]
    press(Qt.Key.Key_Return)
    assert page.card.name.text() == "Luc Le Goff"
    assert door.desk.admitting.counts()[0] == 0


@pytest.mark.parametrize("is_one_reading", [True, False])
def test_a_scanner_s_readings_reach_the_page_wherever_the_focus_is(
    page: EntrancePage, settle: Any, door: Any, *, is_one_reading: bool
) -> None:
    lines = passport("Eriksson", "Anna Maria")
    page.setFocus()
    for reading in (door.code("eriksson"), *(["\n".join(lines)] if is_one_reading else lines)):
        page.scanners.scanned.emit(reading)
        settle()
    assert page.visit is not None
    assert page.visit.may_admit
    assert len(page.visit.checked) == 1
    assert page.field.text() == ""


def test_a_passport_of_the_same_name_needs_none_but_enter(
    page: EntrancePage, scan: Any, press: Any, door: Any
) -> None:
    scan(door.code("eriksson"))
    for line in passport("Eriksson", "Anna Maria"):
        scan(line)
    assert page.visit is not None
    assert page.visit.may_admit
    press(Qt.Key.Key_Return)
    assert door.desk.admitting.counts()[0] == 1


def test_what_is_mistyped_is_shown_where_it_stands_until_the_next_reading(
    page: EntrancePage, scan: Any, door: Any
) -> None:
    scan(door.code("eriksson"))
    first, second = passport("Eriksson", "Anna Maria")
    for line in (first, second.replace("740812", "740813")):
        scan(line)
    assert page.view.mistakes.isVisible()
    assert "underline" in page.view.mistakes.lines.text().partition("<br>")[2]
    assert page.field.hasFocus()
    scan(first)
    assert not page.view.mistakes.isVisible()
    assert page.view.mistakes.lines.text() == ""
    scan(second)
    assert page.visit is not None
    assert page.visit.checked


@pytest.mark.parametrize("between", ["", "\n"])
def test_a_whole_reading_that_lacks_a_letter_waits_for_no_other_line(
    page: EntrancePage, settle: Any, between: str
) -> None:
    page.take(between.join(passport("Eriksson", "Anna Maria"))[:-1])
    settle()
    assert "·" in page.view.mistakes.lines.text()


@pytest.mark.parametrize("ending", ["\n", "\n\n"])
def test_the_reader_s_own_enters_admit_nobody(
    page: EntrancePage, scan: Any, press: Any, door: Any, settle: Any, ending: str
) -> None:
    """A reader too slow to be told from a person ends each line with CR and LF, some add one more."""
    scan(door.code("eriksson"))
    for line in passport("Eriksson", "Anna Maria"):
        scan(line)
        for _key in ending:
            QTest.keyClick(page.field, Qt.Key.Key_Return)
            settle()
    assert page.visit is not None
    assert page.visit.checked
    assert door.desk.admitting.counts()[0] == 0
    press(Qt.Key.Key_Return)
    assert door.desk.admitting.counts()[0] == 1


def test_another_name_waits_for_a_reason(scan: Any, press: Any, door: Any) -> None:
    scan(door.code("martino"))
    for line in passport("Eriksson", "Anna Maria"):
        scan(line)
    press(Qt.Key.Key_Return)
    assert door.desk.admitting.counts()[0] == 0
    press(Qt.Key.Key_F1, Qt.Key.Key_Return)
    assert door.desk.admitting.counts()[0] == 1
    with door.desk.database.reading() as connection:
        check = admissions.checks(connection, door.desk.event.id)[0]
    assert check.override is OverrideReason.BIRTH_NAME


def test_a_document_alone_finds_its_bearer(page: EntrancePage, scan: Any, settle: Any) -> None:
    for line in passport("Eriksson", "Anna Maria"):
        scan(line)
    settle()
    assert page.card.name.text() == "Anna Maria Eriksson"
    assert page.visit is not None
    assert page.visit.checked


def test_an_undone_admission_is_voided_with_its_reason(
    page: EntrancePage, scan: Any, press: Any, settle: Any, door: Any
) -> None:
    scan(door.code("martino"))
    press(Qt.Key.Key_Return)
    page.side.latest.undo_latest()
    reason = page.side.latest.findChild(QLineEdit)
    assert reason is not None
    QTest.keyClick(reason, Qt.Key.Key_Return)
    settle()
    assert door.desk.admitting.counts()[0] == 0
    voided = door.desk.admitting.latest()[0].admission
    assert voided.voided_by == "Camille"
    assert voided.void_reason


def test_tab_ends_a_scan_as_enter_does(page: EntrancePage, typed: Any, settle: Any, door: Any) -> None:
    typed(page.field, door.code("martino"), enter=False)
    QTest.keyClick(page.field, Qt.Key.Key_Tab)
    settle()
    assert page.card.name.text() == "Nino Di Martino"
    assert page.field.hasFocus()


def test_a_scan_while_a_reason_is_asked_for_is_a_scan(
    page: EntrancePage, scan: Any, press: Any, typed: Any, settle: Any, door: Any
) -> None:
    scan(door.code("martino"))
    press(Qt.Key.Key_Return)
    page.side.latest.undo_latest()
    reason = page.side.latest.findChild(QLineEdit)
    assert reason is not None
    typed(reason, door.code("eriksson"))
    settle()
    assert page.card.name.text() == "Anna Maria Eriksson"
    assert door.desk.admitting.counts()[0] == 1
    assert page.field.hasFocus()


def test_a_refusal_is_recorded_and_uses_nothing_up(
    page: EntrancePage, scan: Any, press: Any, door: Any
) -> None:
    scan(door.code("martino"))
    press(Qt.Key.Key_F6, Qt.Key.Key_F1)
    assert page.card.band.title.text() == "Refus\u00a0: Pas de pièce d’identité"
    press(Qt.Key.Key_Return)
    assert door.desk.admitting.counts()[0] == 0
    scan(door.code("martino"))
    press(Qt.Key.Key_Return)
    assert door.desk.admitting.counts()[0] == 1


def test_a_question_is_left_with_escape_and_replaced_by_a_scan(
    page: EntrancePage, scan: Any, press: Any, typed: Any, settle: Any, door: Any
) -> None:
    scan(door.code("artois"))
    press(Qt.Key.Key_F7)
    assert page.view.prompt.line.hasFocus()
    QTest.keyClick(page.view.prompt.line, Qt.Key.Key_Escape)
    assert page.field.hasFocus()
    press(Qt.Key.Key_F7)
    typed(page.view.prompt.line, door.code("eriksson"))
    settle()
    assert page.card.name.text() == "Anna Maria Eriksson"
    assert not page.view.prompt.isVisible()
    assert page.field.hasFocus()


def test_a_supervisor_lets_in_whom_the_rules_hold_back(
    page: EntrancePage, scan: Any, press: Any, typed: Any, settle: Any, door: Any, tmp_path: Any
) -> None:
    door.desk.supervising.set_pin("2580")
    old = door.code("martino")
    door.desk.confirming.reissue(door.person("martino").party_id, tmp_path)
    scan(old)
    press(Qt.Key.Key_F8)
    typed(page.view.prompt.line, "1111")
    settle()
    assert page.view.prompt.line.hasFocus()  # asked again
    typed(page.view.prompt.line, "2580")
    settle()
    press(Qt.Key.Key_F1, Qt.Key.Key_Return)
    assert door.desk.admitting.counts()[0] == 1
    assert page.card.band.tone is Tone.SUCCESS


def test_without_a_pin_nobody_overrides(
    page: EntrancePage, scan: Any, press: Any, door: Any, tmp_path: Any, qtbot: QtBot
) -> None:
    old = door.code("martino")
    door.desk.confirming.reissue(door.person("martino").party_id, tmp_path)
    scan(old)
    with qtbot.waitSignal(page.frame.told):
        press(Qt.Key.Key_F8)
    assert not page.view.prompt.isVisible()


def test_one_more_companion_comes_with_those_who_were_chosen(
    page: EntrancePage, scan: Any, press: Any, typed: Any, settle: Any, door: Any
) -> None:
    scan(door.code("artois"))
    press(Qt.Key.Key_F7)
    typed(page.view.prompt.line, "Ana Diaz")
    settle()
    assert page.card.name.text() == "Ana Diaz"
    press(Qt.Key.Key_Return)
    assert door.desk.admitting.counts() == (2, 6)


def test_who_comes_in_the_place_of_another_takes_the_name(
    page: EntrancePage, scan: Any, press: Any, typed: Any, settle: Any, door: Any
) -> None:
    scan(door.code("eriksson"))
    press(Qt.Key.Key_F8)
    typed(page.view.prompt.line, "BERARD Ines")
    settle()
    assert page.card.name.text() == "Ines Berard"


def test_a_walk_in_is_added_by_the_name_that_was_searched(
    page: EntrancePage, typed: Any, press: Any, settle: Any, door: Any
) -> None:
    typed(page.field, "zoe qqq", enter=False)
    settle()
    press(Qt.Key.Key_F7)
    QTest.keyClick(page.view.prompt.line, Qt.Key.Key_Return)
    settle()
    press(Qt.Key.Key_Return)
    assert door.desk.admitting.counts() == (1, 6)


def test_an_unnamed_companion_takes_the_name_of_the_document(
    scan: Any, press: Any, settle: Any, door: Any
) -> None:
    lead = door.person("eriksson")
    door.desk.welcoming.add_companion(lead.id)
    scan(door.code("eriksson"))
    press(Qt.Key.Key_Down)
    for line in passport("Benali", "Ines"):
        scan(line)
    press(Qt.Key.Key_Return)
    settle()
    assert door.desk.admitting.counts()[0] == 2
    assert [m.attendee.name for m in door.desk.admitting.look_up(lead.id).party] == [
        "Anna Maria Eriksson",
        "Ines Benali",
    ]


def test_a_document_is_compared_off_the_gui_thread_and_enter_waits_for_it(
    page: EntrancePage, scan: Any, settle: Any, qtbot: QtBot, door: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads, begun, may_end = [], threading.Event(), threading.Event()
    compared = page.documents.compared

    def held(*given: Any) -> Visit:
        threads.append(threading.current_thread())
        begun.set()
        may_end.wait(10)
        return compared(*given)

    monkeypatch.setattr(page.documents, "compared", held)
    scan(door.code("eriksson"))
    page.take("\n".join(passport("Eriksson", "Anna Maria")))
    qtbot.waitUntil(lambda: not page.documents.is_settling)  # the next Enter is a person's, not the reader's
    assert begun.wait(10)
    page.admit()
    may_end.set()
    settle()
    assert [one is threading.main_thread() for one in threads] == [False]
    assert door.desk.admitting.counts()[0] == 0
    assert page.visit is not None
    assert page.visit.checked


def test_a_document_that_cannot_be_compared_leaves_the_card_and_says_why(
    page: EntrancePage, scan: Any, settle: Any, door: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Any] = []
    page.frame.told.connect(told.append)
    away = PlaceError("The server can't be reached.", "Look at the network.")

    def refused(*_given: Any) -> Visit:
        raise away

    monkeypatch.setattr(page.documents, "compared", refused)
    scan(door.code("eriksson"))
    page.take("\n".join(passport("Eriksson", "Anna Maria")))
    settle()
    assert page.visit is not None
    assert not page.visit.checked
    assert [notice.text for notice in told] == [away.happened]


def test_enter_before_the_verdict_of_a_scan_admits_nobody(
    page: EntrancePage, scan: Any, settle: Any, door: Any
) -> None:
    scan(door.code("martino"))
    page.take(door.code("eriksson"))
    page.admit()  # the card still shows the guest before
    settle()
    assert door.desk.admitting.counts()[0] == 0
    assert page.card.name.text() == "Anna Maria Eriksson"


def test_a_whole_reading_is_a_code_a_document_or_not_ours(page: EntrancePage, settle: Any, door: Any) -> None:
    page.take(door.code("eriksson"))
    settle()
    page.take("\n".join(passport("Eriksson", "Anna Maria")))
    settle()
    assert page.visit is not None
    assert page.visit.checked
    page.take("https://example.org/billet/12")
    settle()
    assert page.card.band.title.text() == "Pas un de nos codes"


def test_f10_lists_everything_and_admits_nobody(
    page: EntrancePage, scan: Any, press: Any, settle: Any, door: Any
) -> None:
    scan(door.code("martino"))
    press(Qt.Key.Key_Return, Qt.Key.Key_F10)
    assert [one.name for one in page.view.ledger.rows_model.rows] == ["Nino Di Martino"]
    QTest.keyClick(page.view.ledger, Qt.Key.Key_Return)
    assert page.side.latest.is_asking
    QTest.keyClick(page.view.ledger, Qt.Key.Key_Escape)
    settle()
    assert page.field.hasFocus()
    assert door.desk.admitting.counts()[0] == 1


def test_a_badge_is_printed_once_an_admission(door: Any, qtbot: QtBot, settle: Any, typed: Any) -> None:
    policy = replace(door.desk.event.policy, badges=True)
    desk = replace(door.desk, event=replace(door.desk.event, policy=policy))
    page = EntrancePage(Frame(desk, door.frame.workers, door.frame.sounds))
    qtbot.addWidget(page)
    page.show()
    printed: list[str] = []
    page.recorder.print_badge = lambda person: printed.append(person.name)
    for _time in range(2):
        typed(page.field, door.code("martino"))
        settle()
        QTest.keyClick(page.field, Qt.Key.Key_Return)
        settle()
    assert printed == ["Nino Di Martino"]


def test_a_document_that_nobody_bears_is_not_spoken_of_after_the_next_scan(
    page: EntrancePage, scan: Any, door: Any, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(door.frame.told) as told:
        for line in passport("NOBODY", "NEMO"):
            scan(line)
    assert told.args[0].is_of_scan
    with qtbot.waitSignal(door.frame.moved_on):
        scan(door.code("artois"))
    assert page.card.name.text() == "Zoé d’Artois"


def test_a_name_that_is_typed_as_fast_as_a_scanner_is_searched(
    page: EntrancePage, press: Any, settle: Callable[[], None]
) -> None:
    page.take("di martino")
    settle()
    assert page.field.text() == "di martino"
    press(Qt.Key.Key_Return)
    assert page.card.name.text() == "Nino Di Martino"


def test_a_word_that_is_nobody_s_name_is_a_foreign_code(
    page: EntrancePage, settle: Callable[[], None]
) -> None:
    page.take("Bienvenue")
    settle()
    assert page.card.band.title.text() == "Pas un de nos codes"
    assert page.field.text() == ""


def test_ctrl_z_undoes_what_was_recorded_not_what_was_typed(
    page: EntrancePage, press: Any, typed: Any, settle: Callable[[], None], qtbot: QtBot
) -> None:
    page.activateWindow()
    qtbot.waitActive(page)
    typed(page.field, "martino", enter=False)
    settle()
    press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    QTest.keyClick(page.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.field.text() == ""
    assert "Nino Di Martino" in page.side.latest._question.whole()
