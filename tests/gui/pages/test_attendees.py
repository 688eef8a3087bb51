from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from checkin.gui.pages.attendees import AttendeesPage

LIST = "Nom;Prénom;Organisme;Accompagnants\nDi Martino;Nino;AFPA;\nNguyen;Linh;Région;Paul Roy\n;;;\n"


@pytest.fixture
def page(door: Any, qtbot: QtBot, settle: Callable[[], None]) -> AttendeesPage:
    made = AttendeesPage(door.frame)
    qtbot.addWidget(made)
    made.resize(1260, 660)
    made.show()
    made.enter()
    settle()
    return made


def _names(page: AttendeesPage) -> list[str]:
    return [member.attendee.name for member in page.table.rows_model.rows]


def test_the_search_has_the_focus(page: AttendeesPage) -> None:
    assert page.focusWidget() is page.search


def test_the_list_is_narrowed_as_one_types(page: AttendeesPage) -> None:
    assert len(_names(page)) == 5
    page.search.setText("artois")
    assert _names(page) == ["Zoé d’Artois"]
    page.search.setText("maison jeunes zoe")
    assert _names(page) == ["Zoé d’Artois"]
    page.search.clear()
    page.filters["marked"].click()
    assert _names(page) == ["Nino Di Martino"]


def test_a_file_is_looked_at_before_it_is_applied_and_undone_in_one_click(
    page: AttendeesPage, settle: Callable[[], None], tmp_path: Path, door: Any, qtbot: QtBot
) -> None:
    file = tmp_path / "invités.csv"
    file.write_text(LIST, "cp1252")
    page.import_files([file])
    settle()
    assert [page.assistant.preview.tabs.tabText(n) for n in range(page.assistant.preview.tabs.count())] == [
        "Nouveau  1",
        "Modifié  1",
    ]
    assert len(_names(page)) == 5
    with qtbot.waitSignal(door.frame.told) as told:
        page.assistant.preview.apply_button.click()
    settle()
    assert len(_names(page)) == 7
    told.args[0].action[1]()
    settle()
    assert len(_names(page)) == 5


def test_the_same_file_twice_changes_nothing(
    page: AttendeesPage, settle: Callable[[], None], tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_text(LIST, "utf-8")
    page.import_files([file])
    settle()
    page.assistant.preview.apply_button.click()
    settle()
    page.import_files([file])
    settle()
    assert not page.assistant.preview.apply_button.isEnabled()
    tabs = page.assistant.preview.tabs
    assert "Inchangé  2" in [tabs.tabText(at) for at in range(tabs.count())]


def test_a_reply_may_be_left(page: AttendeesPage, settle: Callable[[], None], tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(LIST, "utf-8")
    page.import_files([file])
    settle()
    table = page.assistant.preview.tabs.widget(0)
    table.opened.emit(table.rows_model.row(0))  # type: ignore[union-attr]  # a table of the preview
    page.assistant.preview.apply_button.click()
    settle()
    assert "Linh Nguyen" not in _names(page)


def test_a_file_that_is_no_list_is_told_in_a_sentence(
    page: AttendeesPage, settle: Callable[[], None], tmp_path: Path, door: Any, qtbot: QtBot
) -> None:
    file = tmp_path / "list.xlsx"
    file.write_bytes(b"PK\x03\x04 not a workbook")
    with qtbot.waitSignal(door.frame.told):
        page.import_files([file])
    settle()
    assert not page.assistant.progress.isVisible()


def _mail(path: Path, sender: str, text: str) -> None:
    path.write_text(f"From: {sender} <{path.stem}@example.org>\nSubject: Re: invitation\n\n{text}\n", "utf-8")


def test_mails_are_decided_one_by_one_before_they_are_a_difference(
    page: AttendeesPage, settle: Callable[[], None], tmp_path: Path
) -> None:
    _mail(tmp_path / "a.eml", "Ana Blin", "Je confirme ma présence.\n\nAna Blin")
    _mail(tmp_path / "b.eml", "Luc Roy", "Je confirme ma présence.\n\nLuc Roy")
    page.import_files([tmp_path / "a.eml", tmp_path / "b.eml"])
    settle()
    replies = page.assistant.replies
    assert replies.isVisible()
    assert len(replies.items) == 2
    QTest.keyClick(replies.table, Qt.Key.Key_Return)
    replies.go_on()
    settle()
    assert page.assistant.preview.isVisible()
    QTest.keyClick(page.assistant.preview.tabs, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert "Ana Blin" in _names(page)
    assert "Luc Roy" not in _names(page)
    page.import_files([tmp_path])
    settle()
    assert [item.state.value for item in replies.items] == ["known", "sure"]


def test_several_files_are_led_to_the_list_one_after_the_other(
    page: AttendeesPage, settle: Callable[[], None], tmp_path: Path, door: Any
) -> None:
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"
    one.write_text("Nom;Prénom\nAlt;Eve\n", "utf-8")
    two.write_text("Nom;Prénom\nYu;Li\n", "utf-8")
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK\x03\x04 not a workbook")
    told: list[Any] = []
    door.frame.told.connect(told.append)
    door.frame.dropped.emit([one, bad, two])
    settle()
    assert len(told) == 1
    for _file in (one, two):
        assert page.assistant.preview.isVisible()
        page.assistant.preview.apply()
        settle()
    assert {"Eve Alt", "Li Yu"} <= set(_names(page))
    assert not page.assistant.isVisible()


def test_a_meeting_that_is_turned_makes_another_difference(
    page: AttendeesPage, settle: Callable[[], None], tmp_path: Path
) -> None:
    file = tmp_path / "x.csv"
    file.write_text("Nom;Prénom;Courriel\nLe Goff;Luc;luc@example.org\n", "utf-8")
    page.import_files([file])
    settle()
    preview = page.assistant.preview
    assert "Modifié  1" in preview.tabs.tabText(0)
    table = preview.tabs.widget(1)
    preview.turn(table.rows_model.row(0))  # type: ignore[union-attr]  # a table of the preview
    settle()
    assert preview.tabs.tabText(0) == "Nouveau  1"
    preview.apply()
    settle()
    assert _names(page).count("Luc Le Goff") == 2


def test_an_import_is_undone_from_the_history_even_later(
    page: AttendeesPage, settle: Callable[[], None], tmp_path: Path, qtbot: QtBot, door: Any
) -> None:
    file = tmp_path / "x.csv"
    file.write_text("Nom;Prénom\nAlt;Eve\n", "utf-8")
    page.import_files([file])
    settle()
    page.assistant.preview.apply()
    settle()
    page.show_history()
    settle()
    assert page.history.table.rows_model.row(0).record.source == "x.csv"
    with qtbot.waitSignal(door.frame.told) as told:
        page.history.undo_button.click()
    assert told.args[0].text == "L’import a été annulé."
    settle()
    assert not page.history.undo_button.isEnabled()
    assert "Eve Alt" not in _names(page)
    page.history.back_button.click()
    assert page.table.isVisible()


def test_an_undo_that_the_list_contradicts_is_refused_in_words(
    page: AttendeesPage, settle: Callable[[], None], qtbot: QtBot, door: Any
) -> None:
    page.show_history()
    settle()
    with qtbot.waitSignal(door.frame.told) as told:
        page.history.undo_button.click()  # the list of the fixture, which has confirmations
    assert told.args[0].text == "Des confirmations ont été émises depuis."
    settle()
    assert len(_names(page)) == 5


def test_reading_can_be_stopped(page: AttendeesPage, settle: Callable[[], None], tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text(LIST, "utf-8")
    page.import_files([file])
    page.assistant.progress.cancelled.emit()
    settle()
    assert not page.assistant.isVisible()
    assert not page.assistant.progress.isVisible()


def test_the_mailbox_read_last_is_offered_again(page: AttendeesPage, settle: Callable[[], None]) -> None:
    page.ask_mailbox()
    settle()
    assert page.mailbox.isVisible()
    assert page.mailbox.account.host == ""
    page.mailbox.cancel_button.click()


def test_a_guest_is_shown_beside_what_was_written(
    page: AttendeesPage, settle: Callable[[], None], tmp_path: Path
) -> None:
    file = tmp_path / "x.csv"
    file.write_text("Nom;Prénom;Organisme\nLE ROUX;jean-marc;AFPA\n", "utf-8")
    page.import_files([file])
    settle()
    page.assistant.preview.apply()
    settle()
    page.search.setText("roux")
    page.table.opened.emit(page.table.rows_model.row(0))
    settle()
    written = [page.guest.written.itemAt(at).widget().text() for at in range(page.guest.written.count())]  # type: ignore[union-attr]  # labels
    assert written[0] == "x.csv"
    assert set(written[1].split()) == {"LE", "ROUX", "jean-marc"}
    assert page.guest.windowTitle() == "Jean-Marc Le Roux"
    page.guest.accept()


def test_a_lead_is_shown_with_the_companions(page: AttendeesPage, settle: Callable[[], None]) -> None:
    page.search.setText("artois")
    page.table.opened.emit(page.table.rows_model.row(0))
    settle()
    known = page.guest.known
    said = [known.itemAt(row, known.ItemRole.FieldRole).widget().text() for row in range(known.rowCount())]  # type: ignore[union-attr]  # labels
    assert "avec Luc Le Goff, Inès Benali" in said
    page.guest.accept()


def test_a_search_that_finds_nobody_says_so(page: AttendeesPage) -> None:
    page.search.setText("zzz")
    assert not page.table.isVisible()
    page.search.clear()
    assert page.table.isVisible()


def test_what_is_dropped_meanwhile_waits_for_its_turn(
    page: AttendeesPage, settle: Callable[[], None], tmp_path: Path
) -> None:
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"
    one.write_text("Nom;Prénom\nAlt;Eve\n", "utf-8")
    two.write_text("Nom;Prénom\nYu;Li\n", "utf-8")
    for path in (one, two):
        page.import_files([path])
        settle()
    assert page.assistant.preview._file.whole() == "one.csv"
    page.assistant.preview.cancel_button.click()
    settle()
    assert page.assistant.preview._file.whole() == "two.csv"
    page.assistant.preview.cancel_button.click()
    settle()
    assert not page.assistant.isVisible()


def test_columns_that_say_nothing_are_shown_corrected_and_remembered(
    page: AttendeesPage, settle: Callable[[], None], tmp_path: Path
) -> None:
    file = tmp_path / "x.csv"
    file.write_text("Machin;Truc;Bidule\nYU;Li;AFPA\nALT;Eve;AFPA\n", "utf-8")
    page.import_files([file])
    settle()
    columns = page.assistant.columns
    assert columns.isVisible()
    columns.header.setCurrentIndex(columns.header.findData(0))
    columns.header.activated.emit(columns.header.currentIndex())
    settle()
    for box, role in zip(columns.roles, ("family", "given", "organisation"), strict=True):
        box.setCurrentIndex(box.findData(role))
        box.activated.emit(box.currentIndex())
    settle()
    columns.go_on()
    settle()
    assert page.assistant.preview.tabs.tabText(0) == "Nouveau  2"
    page.assistant.preview.apply()
    settle()
    assert {"Li Yu", "Eve Alt"} <= set(_names(page))
    page.import_files([file])
    settle()
    assert page.assistant.preview.isVisible()
    page.assistant.preview.columns_button.click()
    assert [box.currentData() for box in columns.roles] == ["family", "given", "organisation"]
