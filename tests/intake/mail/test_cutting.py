"""Sentences cut into clauses."""

import pytest

from checkin.intake.mail.cutting import pieces

CUT = {
    "¤¤ and i will both be attending": ["¤¤ and i will both be attending"],
    "je viendrai, il ne viendra pas": ["je viendrai, ", "il ne viendra pas"],
    "je representerai le maire, retenu ailleurs": ["je representerai le maire, ", "retenu ailleurs"],
    "je vous informe que je viens": ["je vous informe que ", "je viens"],
    "mon agenda ne me permettra toutefois pas de venir": [
        "mon agenda ne me permettra toutefois pas de venir"
    ],
}


@pytest.mark.parametrize("text", CUT)
def test_where_a_sentence_is_cut(text: str) -> None:
    assert [text[one.start : one.end] for one in pieces(text)] == CUT[text]
