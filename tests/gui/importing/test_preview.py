from collections.abc import Sequence
from itertools import count
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from checkin.domain.attendee import Attendee, Status
from checkin.gui.importing.preview import ImportPreview
from checkin.gui.importing.rows import Row
from checkin.gui.widgets.table import TableView
from checkin.intake.proposals import PersonName, Problem, Proposal, Reading, Reply, Source
from checkin.services.changes import Choices, Gone
from checkin.services.comparing import compare
from checkin.services.importing import Plan

ANA, ZOE, LUC = UUID(int=101), UUID(int=102), UUID(int=103)
STORED = (
    Attendee(ANA, ANA, 0, "Ana", "Roy", organisation="AFPA", function="cheffe"),
    Attendee(LUC, ANA, 1, "Luc", "Alt"),
    Attendee(ZOE, ZOE, 0, "Zoé", "Ba", email="zoe@example.org"),
)
REPLIES = (
    Proposal(Reply.CONFIRMED, PersonName("Max", "Yu", written="YU max"), Source("a.csv", 2)),
    Proposal(
        Reply.CONFIRMED, PersonName("Ana", "Roy"), Source("a.csv", 3), organisation="Région", function="x"
    ),
    Proposal(Reply.CONFIRMED, PersonName("Luc", "Alt"), Source("a.csv", 4)),
    Proposal(Reply.CONFIRMED, PersonName("Zoé", "Ba"), Source("a.csv", 5), email="other@example.org"),
)


def _plan(choices: Choices = Choices()) -> Plan:  # noqa: B008 - a value that never changes
    numbers = count(1)
    changes = compare(REPLIES, STORED, lambda: UUID(int=next(numbers)), choices)
    gone = Attendee(UUID(int=9), UUID(int=9), 0, "Eve", "Old")
    pair = (gone, Attendee(gone.id, gone.party_id, 0, "Eve", "Old", status=Status.CANCELLED))
    reading = Reading("a.csv", REPLIES, (Problem(7, "Le nom est illisible."),))
    return Plan(reading, changes, (Gone(Source("old.csv", 12), (pair,)),))


@pytest.fixture
def page(qtbot: QtBot) -> ImportPreview:
    made = ImportPreview()
    qtbot.addWidget(made)
    made.resize(1260, 620)
    made.show()
    made.show_plan(_plan(), "a.csv")
    made.enter()
    return made


@pytest.fixture
def chosen(page: ImportPreview) -> list[Choices]:
    found: list[Choices] = []
    page.accepted.connect(found.append)
    return found


def _tabs(page: ImportPreview) -> list[str]:
    return [page.tabs.tabText(at) for at in range(page.tabs.count())]


def _table(page: ImportPreview, at: int) -> TableView[Row]:
    page.tabs.setCurrentIndex(at)
    found = page.tabs.widget(at)
    assert isinstance(found, TableView)
    return found


def _cells(page: ImportPreview, at: int) -> Sequence[tuple[str, ...]]:
    return [row.cells for row in _table(page, at).rows_model.rows]


def test_each_kind_has_a_tab_with_its_count(page: ImportPreview) -> None:
    assert _tabs(page) == [
        "Nouveau  2",
        "Modifié  2",
        "Questions  2",
        "Plus sur la liste  1",
        "Illisible  1",
    ]
    assert page._title.text() == "Nouveaux\u00a0: 2 · modifiés\u00a0: 2"


def test_what_was_written_stands_beside_what_was_understood(page: ImportPreview) -> None:
    assert _cells(page, 0)[0][:3] == ("2", "Yu Max", "YU max")


def test_a_change_is_shown_field_by_field(page: ImportPreview) -> None:
    assert _cells(page, 1) == [
        ("3", "Roy Ana", "", "", ""),
        ("", "Roy Ana", "Organisme", "AFPA", "Région"),
        ("", "Roy Ana", "Fonction", "cheffe", "x"),
        ("4", "Alt Luc", "Vient désormais à son propre nom", "", ""),
    ]


def test_two_who_may_be_one_are_shown_with_whom_they_accompany(page: ImportPreview) -> None:
    assert _cells(page, 2) == [
        ("Un accompagnant qui a aussi répondu", "Alt Luc", "Alt Luc · avec Ana Roy"),
        ("Même nom, autre adresse", "Ba Zoé · other@example.org", "Ba Zoé · zoe@example.org"),
    ]


def test_all_is_taken_but_what_takes_someone_off_or_makes_one_of_two(
    page: ImportPreview, chosen: list[Choices]
) -> None:
    page.apply()
    assert chosen == [Choices()]
    page.apply()  # a second click
    assert len(chosen) == 1


def test_a_reply_a_field_and_a_party_are_turned_with_the_space_bar(
    page: ImportPreview, chosen: list[Choices]
) -> None:
    QTest.keyClick(_table(page, 0), Qt.Key.Key_Space)
    changed = _table(page, 1)
    changed.setCurrentIndex(changed.rows_model.index(2, 0))
    QTest.keyClick(changed, Qt.Key.Key_Space)
    QTest.keyClick(_table(page, 3), Qt.Key.Key_Space)
    QTest.keyClick(page.tabs, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert chosen == [
        Choices(left=frozenset({0}), kept=frozenset({(ANA, "function")}), gone=frozenset({UUID(int=9)}))
    ]


def test_the_title_counts_what_is_ticked(page: ImportPreview) -> None:
    QTest.keyClick(_table(page, 0), Qt.Key.Key_Space)
    QTest.keyClick(_table(page, 3), Qt.Key.Key_Space)
    assert page._title.text() == "Nouveaux\u00a0: 1 · modifiés\u00a0: 2 · retirés\u00a0: 1"


def test_a_tick_is_turned_with_a_click_on_it(page: ImportPreview, chosen: list[Choices]) -> None:
    table = _table(page, 0)
    where = table.visualRect(table.rows_model.index(1, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    page.apply()
    assert chosen[0].left == {3}


def test_what_makes_another_plan_asks_for_it_and_keeps_the_other_ticks(
    page: ImportPreview, qtbot: QtBot, chosen: list[Choices]
) -> None:
    QTest.keyClick(_table(page, 0), Qt.Key.Key_Space)
    table = _table(page, 2)
    table.setCurrentIndex(table.rows_model.index(1, 0))
    with qtbot.waitSignal(page.turned) as turned:
        QTest.keyClick(table, Qt.Key.Key_Space)
    assert turned.args == [Choices(turned=frozenset({(3, 0)}))]
    page.show_plan(_plan(turned.args[0]), "a.csv", anew=False)
    assert page.tabs.currentIndex() == 2
    assert _tabs(page)[:2] == ["Nouveau  1", "Modifié  3"]
    page.apply()
    assert chosen == [Choices(left=frozenset({0}), turned=frozenset({(3, 0)}))]


def test_a_whole_tab_is_ticked_and_unticked(page: ImportPreview, chosen: list[Choices]) -> None:
    page.tabs.setCurrentIndex(0)
    page.none_button.click()
    page.tabs.setCurrentIndex(1)
    page.none_button.click()
    assert not page.apply_button.isEnabled()
    assert page._title.text() == "Cette liste ne change rien"
    page.all_button.click()
    page.apply()
    assert chosen[0].left == {0, 3}
    assert chosen[0].kept == frozenset()


def test_where_nothing_is_to_be_ticked_nothing_offers_it(page: ImportPreview) -> None:
    page.tabs.setCurrentIndex(4)
    assert not page.all_button.isVisible()
    row = _table(page, 4).rows_model.row(0)
    page.turn(row)
    assert page.ticks.choices == Choices()
