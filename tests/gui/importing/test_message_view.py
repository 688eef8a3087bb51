import pytest
from pytestqt.qtbot import QtBot

from checkin.gui.importing.message_view import MessageView, marked


@pytest.mark.parametrize(
    ("text", "evidence", "found"),
    [
        ("Bonjour. Je viens. Merci.", ("Je viens.",), ["Je viens."]),
        ("Je viens\navec Luc.", ("Je viens avec Luc.",), ["Je viens\navec Luc."]),
        ("> Je viens\n> avec Luc.", ("Je viens avec Luc.",), ["Je viens\n> avec Luc."]),
        ("Je viens.", ("Il ne vient pas.",), []),
        ("Je viens.", ("",), []),
        ("Je viens. Luc vient.", ("Luc vient.", "Je viens."), ["Je viens.", "Luc vient."]),
        ("Je viens avec Luc.", ("Je viens avec Luc.", "avec Luc."), ["Je viens avec Luc."]),
    ],
)
def test_the_sentences_that_decided_are_marked(
    text: str, evidence: tuple[str, ...], found: list[str]
) -> None:
    pieces = marked(text, evidence).replace("&gt;", ">").split("</span>")
    assert [piece.split('600">')[1] for piece in pieces[:-1]] == found


def test_a_message_is_shown_as_it_is_and_nothing_in_it_is_run(qtbot: QtBot) -> None:
    view = MessageView()
    qtbot.addWidget(view)
    text = '<img src="http://example.org/x.png"> <b>Je viens.</b>\n\nLuc'
    view.show_message(text, ("Je viens.",))
    assert view.toPlainText() == text


def test_without_the_text_the_sentences_stand_alone(qtbot: QtBot) -> None:
    view = MessageView()
    qtbot.addWidget(view)
    view.show_message("", ("Je viens.", "Avec Luc."))
    assert view.toPlainText() == "Je viens.\n\nAvec Luc."
