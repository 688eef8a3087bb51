# ruff: noqa: E501 - a pattern reads best on one line
"""Where a plain sentence is cut into clauses, each with a subject and a verb of its own.

A cut before « et », « and » or a comma needs a verb on its left: « ¤ and I will come » is one clause.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SUBJECT = r"(?:je|j'|nous|on|il|elle|ils|elles|i|i'm|i'll|we|we'll|he|she|they)(?<=')?(?=\b|\w)"
_VERB = re.compile(
    r"\b(?:je|nous|on|ils?|elles?|i|we|he|she|they) (?!et\b|and\b)\w|\b[jnm]'\w|\b\w{2,}(?:rai|rais|rons|ra|ront)\b|"
    r"\b(?:suis|est|sommes|sont|a|ont|avons|viens|vient|peux|peut|peuvent|pouvons|viennent|doit|doivent|ne \w+|etant|ayant|confirme\w*|accepte\w*|will|am|is|are|can|have|has)\b|\b(?:i'm|i'll|we'll)"
)

_ALWAYS = re.compile(
    rf"\s*;\s+(?={_SUBJECT}|mais\b|but\b)|\s*:\s+(?={_SUBJECT}\b)|,?\s+(?=(?:mais|however|but)\b)|\s+-\s+(?={_SUBJECT}\b)|\s*\((?={_SUBJECT}\b)|"
    r",\s+(?=(?:toutefois|cependant|neanmoins|en revanche|par contre|donc|alors|or|though)\b)|,?\s+(?=(?:en revanche|par contre)\b)"
)
_AFTER_VERB = re.compile(
    r",?\s+(?:et|and)\s+(?!m'accompagn|nous accompagn|me rejoin|m'y accompagn)(?=(?:je|j'|nous|il|elle|on|prefere|preferons|decline|declinons|dois|devons|renonce|serai|serons|sera|viendrai|viendrons|participerai|i|we|he|she|me|m'|y|vous confirme|ne|n'|¤+ (?:me|m'|la|le|nous|l'|sera|viendra|participera|will|ne|n'))[ ']?)|"
    rf",?\s+(?:donc|alors|puisque|car|because|so|since|as)\s+(?={_SUBJECT}[ '])|"
    rf",\s+(?=(?:(?:moi,? )?{_SUBJECT}|c'est|ca|cela|qu'|(?:mon|ma|notre|son|sa|la|le|l') ?\w+ (?:sera|viendra|est|ne|n'))[ '])|"
    r",\s+(?=(?:y a-t-il|est[- ]ce|est-il|peut-on|serait-il|(?:pourr|pouv|av|sav|ser)\w+-(?:vous|je|nous)|could|can|is there|would|will there)\b)|"
    r",\s+(?=¤+,? (?:me|m'|la |le |nous|l'|ne |n'|sera|viendra|est ))"
)
# « …, retenu par ailleurs » says it of who was named last before it
_TRAILING = re.compile(
    r",\s+(?=(?:actuellement |malheureusement )?(?:retenue?s?|empechee?s?|absente?s?|souffrante?s?|indisponibles?|malades?|en deplacement|en conges?)\b)"
)
# « j'ai le regret de vous informer que … »: what follows is said, not the regret
_THAT = re.compile(
    r"\b(?:inform\w+|confirm\w+|savoir|annonc\w+|signal\w+|indiqu\w+|preciser?|noter|dire|inform|advise|tell|know) (?:\w+ ){0,2}(?:que |qu'|that )(?=(?:je|j'|nous|on|il|elle|¤|mon|ma|notre|m\b|madame|monsieur|le|la|les|l'|i|we|he|she|my|our)\b|¤)"
)
_TOLD_OF = re.compile(r"\b(?:that|que|qu') ?¤+$")  # « I can confirm that ¤ and I will »
_DENIED = re.compile(r"\bn(?:e |')|\b(?:pas|si|not|n't|quand|des|lorsque|avant)\b")


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause at `start:end` of a sentence."""

    start: int
    end: int
    introduces: bool = False  # « j'ai l'honneur de vous informer que »
    trails: bool = False  # « …, retenu par ailleurs »


def pieces(text: str) -> Iterator[Piece]:
    """Yield the clauses of a plain sentence in which every named person's letters are `¤`."""
    cuts = sorted(
        [(found, kind) for kind in (_ALWAYS, _AFTER_VERB, _TRAILING, _THAT) for found in kind.finditer(text)],
        key=lambda one: one[0].end(),
    )
    start, trails = 0, False
    for found, kind in cuts:
        left = text[start : found.start()]
        if found.end() <= start or (kind in {_AFTER_VERB, _TRAILING} and not _VERB.search(left)):
            continue
        if kind is _AFTER_VERB and _TOLD_OF.search(left):
            continue
        if kind is _THAT and _DENIED.search(left):
            continue
        yield Piece(start, found.end(), introduces=kind is _THAT, trails=trails)
        start, trails = found.end(), kind is _TRAILING
    yield Piece(start, len(text), trails=trails)
