"""Hurried writing, written out."""

import pytest

from checkin.intake.mail.texting import spelt_out

WRITTEN = {
    "dsl jpeux pas": "désolé je peux pas",
    "d accord pour jeudi": "d'accord pour jeudi",
    "je confime": "je confirme",
    "c ok": "c'est ok",
    "I'm in!": "I'm in!",
    "avec Pr Jean Confime": "avec Pr Jean Confime",
    "je pourrais": "je pourrais",
}


@pytest.mark.parametrize("written", WRITTEN)
def test_what_is_written_in_a_hurry(written: str) -> None:
    assert spelt_out(written) == WRITTEN[written]
