"""What a cell of a presence column answers: oui, N, ✓, a date, « excusé », « paid »."""

import re

from checkin.domain.folding import fold
from checkin.intake.casing import clean
from checkin.intake.memory import remembered
from checkin.intake.patterns import pattern, word_set
from checkin.intake.proposals import Reply

_SIGNS = {
    Reply.CONFIRMED: frozenset("✓✔☑✅☒🗹👍√\ufe0f"),
    Reply.DECLINED: frozenset("✗✘❌❎👎\ufe0f"),
    Reply.TENTATIVE: frozenset("?🤷"),
    Reply.NO_RSVP: frozenset("☐□-–—/."),
}
_WORDS = {
    Reply.CONFIRMED: word_set("o y x xx 1 ok v p vrai true checked coche cochee"),
    Reply.DECLINED: word_set("n 0 faux false a ko"),
    Reply.NO_RSVP: word_set("nr nrp na rien aucun aucune none"),
}
_DATE = pattern(
    r"""(?:le )?(?:(?:lun|mar|mer|jeu|ven|sam|dim)[a-z]*\.? )?
    (?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{4}[/-]\d{2}[/-]\d{2}|
    \d{1,2}(?:er)?[ -](?:jan|f[ée]v|mar|avr|apr|mai|may|juin|jun|juil|jul|ao[uû]|aug|sep|oct|nov|d[ée]c)
    [a-zéû]*\.?(?:[ -]\d{2,4})?)(?:[ T,].*)?""",
    re.IGNORECASE,
)

# In this order: « n'a pas répondu » before « répondu », « ne pourra être présent » before « présent ».
_PHRASES = (
    (
        Reply.NO_RSVP,
        r"""^(?:aucune?|sent|envoyee?|delivered|opened)$|\b(?:(?:pas|aucune) (?:encore )?(?:de )?repon\w*|
        sans reponse|relanc\w*|no (?:reply|response|answer)|
        not (?:yet )?(?:replied|responded)|en attente de (?:sa )?reponse|awaiting (?:reply|response)|
        participant (?:obligatoire|facultatif)|(?:required|optional) attendee|organisateur de la reunion|
        meeting organizer|needs ?action|
        a relancer|
        a contacter|invite|invitee|invited|non repondu|draft)\b""",
    ),
    (
        Reply.CANCELLED,
        r"""\b(?:annul\w*|cancell?ed|cancels?|desinscri\w*|unregistered|desist\w*|refunded|rembourse\w*|expired|expiree?|deleted|
        supprime\w*|storniert|withdrawn|decommande\w*)\b""",
    ),
    (
        Reply.TENTATIVE,
        r"""\b(?:peut etre|(?:a|reste a|doit(?: (?:encore|me|nous|le))*) (?:re)?confirmer|
        en attente|sous reserve|ne sai[ts] pas|nsp|si (?:mon|ma|mes|je|possible)|incertain\w*|
        probable\w*|maybe|tentative|pending|tbc|unsure|to be confirmed|provisoire|a voir|possible\w*|
        eventuel\w*|(?:si|if|au) (?:besoin|necessaire|need be)|ifneedbe|
        waiting|waitlist\w*|liste d attente|perhaps|non confirmee?)\b""",
    ),
    (
        Reply.DECLINED,
        r"""^(?:(?:responded|repondu|a repondu|reponse) )?(?:non|no|nein)\b|
        \b(?:absente?s?|excuse\w*|declin\w*|denied|rejected|refus\w*|indisponible|empeche\w*|regrets?|
        ne (?:viendra|vient|viendrai|participe|sera|serai|peut|peux|pourra|pourrai|souhaite)\w*|
        ne pas|(?:est|sera|serai|etre) represente\w*|^representee?s?(?: par .*)?$|
        pas (?:present\w*|disponible|participer|venir)|
        not (?:attending|coming|going|present|available)|
        unable|cannot|can t|won t|will not|visio\w*|distance|distanciel|remote\w*|online|en ligne)\b""",
    ),
    (
        Reply.CONFIRMED,
        r"""^(?:(?:responded|repondu|a repondu|reponse) )?(?:oui|yes|si|da)\b|
        \b(?:presente?s?|present e|presence|presentiel|sur place|in person|
        (?:ll|will) be there|(?:a partir de|vers|des|jusqu a|avant|apres|from|until) \d{1,2}(?: ?h ?\d*)?|
        matin|matinee|apres midi|journee|morning|afternoon|all day|
        confirm\w*|particip\w*|viendra\w*|vient|
        accept\w*|attending|going|coming|inscrit\w*|valide?\w*|registered|paid|payee?|complete\w*|checked in|
        sera la|serai la|d accord|avec plaisir|will attend|approved|bezahlt|free|gratuit|active|
        approuve\w*)\b""",
    ),
)
_WITHDRAWS = pattern(
    r"""(?:(?:est |a |s est |finalement )*
    (?:annul\w*|cancell?ed|desist\w*|excuse\w*|absente?|empeche\w*|declin\w*)|
    (?:finalement )?ne (?:viendra|vient|peut|pourra|participe\w*) (?:plus|pas))\b
    (?! (?:(?:au|a la|a l|aux|pour|le|la|l) )+
    (?:dejeuner|cocktail|buffet|repas|diner|visite|atelier|matin|matinee|apres midi)\b)"""
)
_CHOICE = re.compile(r"^\d{1,2}\s*[.)=:–-]\s*(?=[^\W\d])")  # « 1 - Oui »
_DOUBTED = re.compile(r"\(\s*(?:ok|oui|yes|x|✓|✔)\s*\)|.*\w\s*\?+", re.IGNORECASE)  # as Doodle puts it
_ASIDE = re.compile(
    r"(?P<name>.*\S)\s*(?:[(\[](?P<within>[^()\[\]]*)[)\]]|\s[-–—:]\s(?P<after>[^()]*))\s*", re.DOTALL
)
_MAY_ANSWER = re.compile(r"[(\[]|\s[-–—:]\s")
_LABEL_WORDS = 3
_FIRST_PERSON = re.compile(r"je |j'|j’|i ", re.IGNORECASE)
_EITHER = re.compile(r"/|\b(?:ou|or)\b")
_ALONE = pattern(
    r"""(?:(?:est|a|s est|sera|serai|finalement|bien) )*
    (?:confirme\w*|presente?|absente?|excusee?|annule\w*|decline\w*|desist\w*|empechee?|cancell?ed|declined|
    ok|oui|non|yes|no|maybe|tbc|peut etre|en attente|sous reserve|a confirmer|
    ne (?:vient|viendra|peut|pourra)(?: (?:pas|plus|venir|etre|presente?))+)
    (?: (?:le )?\d.*)?"""
)
_COMPILED = tuple((reply, pattern(words)) for reply, words in _PHRASES)


@remembered
def answer_in(cell: str) -> Reply | None:
    """Return what a cell answers, None where it can't be told (a blank cell answers nothing: NO_RSVP)."""
    text = clean(cell)
    if not text:
        return Reply.NO_RSVP
    if is_date(text):
        return Reply.CONFIRMED  # the day it was confirmed
    text = _CHOICE.sub("", text)
    if _DOUBTED.fullmatch(text):
        return Reply.TENTATIVE
    folded = fold(text)
    for reply, signs in _SIGNS.items():
        if set(text) <= signs:
            return reply
    for reply, words in _WORDS.items():
        if folded in words:
            return reply
    return next((reply for reply, phrase in _COMPILED if phrase.search(folded)), None)


@remembered
def withdrawn_in(note: str) -> Reply | None:
    """Return what a note says that begins by taking a reply back: « annulé le 20/11 », « excusée »."""
    return answer_in(note) if _WITHDRAWS.match(fold(note)) else None


@remembered
def asked_by(label: str) -> Reply | None:
    """Return what a tick under a label says: « Absent », « Je ne viens pas »; None where it asks which.

    « Présent / absent » asks, and so does a question.
    """
    label = label.rstrip(" ?*:")
    if len(label.split()) > _LABEL_WORDS and not _FIRST_PERSON.match(label):
        return None
    said = {answer_in(piece) for piece in _EITHER.split(label)}
    return said.pop() if len(said) == 1 else None


def answered_beside(name: str) -> tuple[str, Reply | None]:
    """Return a name without the answer that stands behind it: « PETIT (annulé) », « Luc Moreau - excusé »."""
    found = _ASIDE.fullmatch(name) if _MAY_ANSWER.search(name) else None
    aside = found["within"] or found["after"] if found else ""
    if not found or not _ALONE.fullmatch(fold(aside)):
        return name, None
    return found["name"], answer_in(aside)


def is_date(text: str) -> bool:
    """Whether a text is a day, as answers are dated and polls head their columns."""
    return bool(_DATE.fullmatch(clean(text)))
