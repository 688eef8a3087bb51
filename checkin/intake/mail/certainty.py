# ruff: noqa: E501 - a pattern reads best on one line
"""Why a person should look at a promise to come: what else is said in the message that no rule understood.

A promise is sure only if nothing beside it may take it back: no refusal, regret or condition in a clause that
was not understood, no other day, no other matter.
"""

import re
from collections.abc import Iterable

from checkin.intake.mail.clauses import Clause
from checkin.intake.mail.other_matters import matters
from checkin.intake.mail.phrases import Says
from checkin.language import _

_TURNS = re.compile(
    r"\b(?:impossib\w+|malheureusement|helas|regret\w*|empech\w*|absent\w*|absence|annul\w*|renonc\w*|declin\w*|refus\w*|desist\w*|retract\w*|"
    r"desinscri\w*|liber\w+ (?:ma|la|notre) place|indisponib\w*|ne (?:\w+ ){0,3}(?:pourr|viendr|ser|particip|assist)\w+|plus (?:venir|etre)|sauf si|a condition|reserve\b|"
    r"peut-etre|remplac\w*|a ma place|report\w*|unfortunately|regret\w*|cancel\w*|decline\w*|unable|can't|cannot|won't|unless|maybe|perhaps|instead)\b"
)
_CONDITION = re.compile(r"^\W*(?:mais|but|sauf|toutefois|cependant|however|unless|si|if)\b")
_OTHER_DAY = re.compile(
    r"\b(?:lundi|mardi|mercredi|vendredi|samedi|dimanche|monday|tuesday|wednesday|friday)\b"
)
_THE_DAY = re.compile(r"\b(?:jeudi|thursday|24)\b|\bpresence\b|\battendance\b|\bparticipation\b")
_AVAILABLE = re.compile(r"\b(?:disponib\w*|dispo|libres?|available|free)\b")
_COMES = re.compile(
    r"\b(?:presen\w*|vien\w*|venir|venue|particip\w*|assist\w*|confirm\w*|accept\w*|votres|parmi|inscri\w*|rejoin\w*|oui|jeudi|24|attend\w*|come|coming|join\w*|there|thursday)\b"
)
_OTHER_PLACE = re.compile(
    r"\b(?:a|dans|in|at) (?:votre|vos|your) (?:bureau|locaux|office)|\b(?:notre|cette|la) (?:reunion|visio\w*|appel|entretien|call) (?:de|du|of) \w+"
)


def why_unsure(clauses: Iterable[Clause], lines: Iterable[str]) -> tuple[str, ...]:
    """Return the doubts about a promise of which `clauses` were heard in a message of `lines`."""
    heard = tuple(clauses)
    left = [c for c in heard if c.says is Says.NOTHING]
    promised = [c.sentence.plain for c in heard if c.says.comes]
    doubts: list[str] = []
    if any(_TURNS.search(c.text) or _CONDITION.search(c.text) for c in left):
        doubts.append(_("A sentence beside the promise may take it back."))
    if promised and all(_AVAILABLE.search(s) and not _COMES.search(s) for s in promised):
        doubts.append(_("It says so only in passing."))
    if any(_OTHER_DAY.search(s) and not _THE_DAY.search(s) for s in promised) or any(
        _OTHER_PLACE.search(c.sentence.plain) for c in heard
    ):
        doubts.append(_("It may be about another appointment."))
    if matters(lines):
        doubts.append(_("It speaks of another matter as well."))
    return tuple(doubts)
