"""Days and hours as the heads of columns: polls (Doodle, Framadate, Evento), and half-days below a day.

They may stand in several lines, below the words of a header or without any.
"""

import re

from checkin.intake.patterns import plain_words, word_set

_OF_TIME = word_set(
    """
    lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
    janv fevr avr juil sept oct nov dec jan feb fev apr may jun jul aug sep
    january february march april june july august september october november december
    matin matinee midi apres soir soiree journee jour morning afternoon evening day demi am pm
    """
)
_BETWEEN = word_set("le la de du a au et the from to and")
_NUMBER = re.compile(r"\d{1,4}(?:er|e|h|h\d\d|st|nd|rd|th|am|pm)?")
_SHOWN = re.compile(r"\d ?(?:[:h/.-]|am|pm)", re.IGNORECASE)


def is_slot(text: str) -> bool:
    """Whether a text is only a day, an hour or a part of a day: « jeu. 24 », « 10h-12h », « matin »."""
    words = plain_words(text)
    told = any(word in _OF_TIME for word in words) or bool(_SHOWN.search(text))
    return told and all(word in _OF_TIME or word in _BETWEEN or _NUMBER.fullmatch(word) for word in words)


def heads_slots(row: list[str], above: list[str]) -> bool:
    """Whether a line holds nothing but slots, where nobody’s name stands, each below a slot or a blank."""
    filled = [at for at, cell in enumerate(row) if cell.strip()]
    return (
        bool(filled)
        and filled[0] > 0
        and all(is_slot(row[at]) for at in filled)
        and all(at >= len(above) or not above[at].strip() or is_slot(above[at]) for at in filled)
    )


def has_slots(row: list[str]) -> bool:
    """Whether a line holds slots, and nothing else but a word that stands first: « Votants »."""
    first, *rest = row or [""]
    filled = [cell for cell in rest if cell.strip()]
    return bool(filled) and all(map(is_slot, filled)) and " " not in first.strip()
