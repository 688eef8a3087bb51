"""Whether a text is French or English, by its commonest words."""

import re

from checkin.intake.mail.sentences import plain
from checkin.intake.patterns import word_set

_ENGLISH = word_set("the i will and to of my your you for we be is at with thank hello dear regards")
_FRENCH = word_set(
    "je le la les de du et nous vous ma mon votre bonjour merci cordialement sera serai pour avec"
)


def language(text: str) -> str:
    """Return « en » or « fr »; French where neither prevails."""
    found = set(re.findall(r"[a-z']+", plain(text)))
    return "en" if len(found & _ENGLISH) > len(found & _FRENCH) else "fr"
