"""Hurried writing → words that the rules know: « jpeux pas », « c ok », « d accord », « je confime ».

Only words in small letters are touched, so that names stay as they stand.
"""

import re

from rapidfuzz.distance import OSA

from checkin.intake.mail.sentences import plain
from checkin.intake.patterns import word_set

_SHORT = {
    word: full
    for full, words in {
        "désolé": "dsl dslé",
        "pour": "pr",
        "vous": "vs",
        "nous": "ns",
        "avec": "ac avc",
        "dans": "ds",
        "toujours": "tjs tjrs tjr",
        "problème": "pb pbm",
        "quand": "qd qnd",
        "je suis": "jsuis chuis chui jsui",
        "j'ai": "jai g",
        "j'y": "jy",
        "pas": "po pô",
        "viens": "vien",
        "c'est": "c cest",
        "peut-être": "ptet ptetre ptêt",
        "beaucoup": "bcp",
        "présence": "présense présance presance presense",
        "rendez-vous": "rdv rv",
        "aujourd'hui": "ajd auj",
    }.items()
    for word in words.split()
}
_JOINED = re.compile(r"\bj(?=(?:peux|pourrai|serai|viens|viendrai|vais|participe|participerai|confirme)\b)")
_APOSTROPHE = re.compile(r"(?<!['’])\b([jldncmst]|qu) (?!ok\b)(?=[aeiouyhàâéèêîô]\w)")
_WORD = re.compile(r"(?<![\w@.'’-])[^\W\d_]+(?![\w@'’-])")

# What an answer turns on, and the stems of their right forms: only what is none of these can be a slip.
_KEYWORDS = word_set(
    """
    confirme confirmer confirmons participer participerai participation presence present presente
    viendrai viendrons assister assisterai malheureusement pourrai invitation accompagne accompagnee
    empechement disponible indisponible desole volontiers plaisir absent absente annuler decline attend
    attending attendance unfortunately confirm
    """
)
_STEMS = word_set(
    """
    confirm particip presen presid vien assist malheur pourr invit accompagn empech dispon indispon
    desol volont plais absen annul declin atten unfort present patien desor reserv
    """
)
_SHORTEST = 6


def spelt_out(text: str) -> str:
    """Return `text` with hurried words written out, and slips in the words that matter put right."""
    text = _JOINED.sub("je ", text)
    text = _APOSTROPHE.sub(r"\1'", text)
    return _WORD.sub(_written_out, text)


def _written_out(found: re.Match[str]) -> str:
    word = found[0]
    if not word.islower():
        return word
    return _SHORT.get(word) or _corrected(word)


def _is_slip(word: str, key: str) -> bool:
    return len(key) >= _SHORTEST and OSA.distance(word, key, score_cutoff=1) <= 1


def _corrected(word: str) -> str:
    folded = plain(word)
    if len(folded) < _SHORTEST or folded.startswith(tuple(_STEMS)):
        return word
    return next(
        (key for key in sorted(_KEYWORDS) if _is_slip(folded, key)),
        word,
    )
