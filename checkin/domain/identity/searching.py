"""From a document to the people on the list whom it may show, when no code was scanned first."""

from collections.abc import Iterable
from itertools import product

from checkin.domain.attendee import Attendee
from checkin.domain.identity.checks import Outcome
from checkin.domain.identity.document import Name
from checkin.domain.identity.family_names import HEADS, JOINED
from checkin.domain.identity.names import Comparison, compare

_LEAST = 4  # letters a word keeps when a particle is taken off it
_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))


def search_words(name: Name) -> tuple[tuple[str, ...], ...]:
    """Return what to look for on the list: sets of folded words, the likeliest first.

    All words of a set are to be found together, each as the beginning of a word (as `folding.fold` parts
    them: « d’Artois » is two). A set with a given name comes before the surname alone.
    """
    given = [word for part in name.given[:1] for word in part.lower().split()[:1]]
    families = _families(name)
    together = [(family, first) for family, first in product(families, given)]
    return tuple(dict.fromkeys((*together, *((family,) for family in families))))


def rank(attendees: Iterable[Attendee], name: Name) -> list[tuple[Attendee, Comparison]]:
    """Return those whose name may be the document's, with the comparison; the best first."""
    compared = [(attendee, compare(attendee, name)) for attendee in attendees if attendee.is_named]
    likely = [pair for pair in compared if pair[1].outcome is not Outcome.MISMATCH]
    return sorted(likely, key=lambda pair: (pair[1].weight, pair[0].sort_key))


def _families(name: Name) -> list[str]:
    """Return the words by which a surname may be found: longest first, then as the list may spell them."""
    words = sorted((word for word in name.family if word not in HEADS), key=len, reverse=True) or [
        *name.family
    ]
    spelled = [word.lower() for word in words]
    for word in tuple(spelled):
        spelled += [word.replace(pair, letter) for pair, letter in _UMLAUTS if pair in word]
        spelled += [
            word[len(head) :]
            for head in JOINED
            if word.startswith(head.lower()) and len(word) - len(head) >= _LEAST
        ]
    joined = "".join(name.family).lower()
    return list(dict.fromkeys((*spelled, joined)))
