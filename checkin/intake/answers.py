"""What a cell of a presence column answers: oui, N, ✓, a date, « excusé », « paid »."""

import re
from functools import lru_cache

from checkin.domain.folding import fold
from checkin.intake.casing import clean
from checkin.intake.proposals import Reply

_SIGNS = {
    Reply.CONFIRMED: frozenset("✓✔☑✅☒🗹👍√"),
    Reply.DECLINED: frozenset("✗✘❌❎"),
    Reply.TENTATIVE: frozenset("?"),
    Reply.NO_RSVP: frozenset("☐□-–—"),
}
_DATE = re.compile(r"(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{4}-\d{2}-\d{2})(?:[ T].*)?")
_WORDS = {
    "o": Reply.CONFIRMED, "y": Reply.CONFIRMED, "x": Reply.CONFIRMED, "xx": Reply.CONFIRMED, "1": Reply.CONFIRMED,
    "ok": Reply.CONFIRMED, "v": Reply.CONFIRMED, "p": Reply.CONFIRMED, "vrai": Reply.CONFIRMED,
    "true": Reply.CONFIRMED, "n": Reply.DECLINED, "0": Reply.DECLINED, "faux": Reply.DECLINED,
    "false": Reply.DECLINED, "a": Reply.DECLINED, "ko": Reply.DECLINED, "nr": Reply.NO_RSVP,
    "na": Reply.NO_RSVP, "n a": Reply.NO_RSVP,
}  # fmt: skip
# In this order: « n'a pas répondu » before « répondu », « ne pourra être présent » before « présent ».
_PHRASES = (
    (
        Reply.NO_RSVP,
        r"\b(?:pas (?:encore )?(?:de )?repon\w*|sans reponse|relanc\w*|no (?:reply|response|answer)|not (?:yet )?"
        r"(?:replied|responded)|en attente de reponse|awaiting (?:reply|response)|a relancer|a contacter|invite|invitee|"
        r"invited|non repondu|draft)\b",
    ),
    (
        Reply.CANCELLED,
        r"\b(?:annul\w*|cancell?ed|cancels?|desist\w*|refunded|rembourse\w*|expired|expiree?|deleted|supprime\w*|"
        r"storniert|withdrawn|decommande\w*)\b",
    ),
    (
        Reply.TENTATIVE,
        r"\b(?:peut etre|a confirmer|en attente|sous reserve|ne sai[ts] pas|nsp|incertain\w*|probable\w*|maybe|tentative|"
        r"pending|tbc|unsure|to be confirmed|provisoire|a voir|possible\w*|eventuel\w*|waiting|liste d attente)\b",
    ),
    (
        Reply.DECLINED,
        r"^(?:non|no|nein)\b|\b(?:absente?s?|excuse\w*|declin\w*|refus\w*|indisponible|empeche\w*|regrets?|"
        r"ne (?:viendra|vient|viendrai|participe\w*|sera|serai|peut|peux|pourra|pourrai|souhaite)\w*|"
        r"ne pas|pas (?:present\w*|disponible|participer|venir)|not (?:attending|coming|going|present|available)|"
        r"unable|cannot|can t|won t|will not|visio\w*|distance|remote\w*|online|en ligne)\b",
    ),
    (
        Reply.CONFIRMED,
        r"^(?:oui|yes|si|da)\b|\b(?:present\w*|confirm\w*|participe\w*|participera\w*|viendra\w*|vient|accept\w*|"
        r"attending|going|coming|inscrit\w*|valide\w*|registered|paid|payee?|complete\w*|checked in|sera la|serai la|"
        r"d accord|avec plaisir|will attend|approved|bezahlt|free|gratuit|active|approuve\w*)\b",
    ),
)
_COMPILED = tuple((reply, re.compile(pattern)) for reply, pattern in _PHRASES)


@lru_cache(maxsize=4096)
def answer_in(cell: str) -> Reply | None:
    """Return what a cell answers, None where it can't be told (a blank cell answers nothing: NO_RSVP)."""
    text = clean(cell)
    if not text:
        return Reply.NO_RSVP
    for reply, signs in _SIGNS.items():
        if set(text) <= signs | {"\ufe0f"}:
            return reply
    if _DATE.fullmatch(text):
        return Reply.CONFIRMED  # the day it was confirmed
    folded = fold(text)
    if folded in _WORDS:
        return _WORDS[folded]
    return next((reply for reply, phrase in _COMPILED if phrase.search(folded)), None)
