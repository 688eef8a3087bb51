"""From a document to the people on the list whom it may show, when no code was scanned first."""

from collections.abc import Callable, Iterable
from itertools import product

from checkin.domain.attendee import Attendee
from checkin.domain.folding import fold
from checkin.domain.identity.checks import Outcome
from checkin.domain.identity.document import Name
from checkin.domain.identity.family_names import HEADS, JOINED
from checkin.domain.identity.given_names import other_forms
from checkin.domain.identity.names import Comparison, compare

_LEAST = 4  # letters a word keeps when a particle is taken off it
_MOST_FORMS = 4  # searches more
_VOWELS = "AEHIOUY"
_NEAR_INITIALS = {  # letters that a name may begin with in another spelling
    **dict.fromkeys(_VOWELS, _VOWELS + "JW"),
    **dict.fromkeys("CKQSXZT", "CKQSXZTH"),
    **dict.fromkeys("DGJ", "DGJYIZ"),
    **dict.fromkeys("FPV", "FPVBW"),
    "W": "WVOUB",
}
_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))


def search_words(name: Name) -> tuple[tuple[str, ...], ...]:
    """Return what to look for on the list: sets of folded words, the likeliest first.

    All words of a set are to be found together, each as the beginning of a word (as `folding.fold` parts
    them: « d’Artois » is two). A set with the given name comes before the same surname alone.
    """
    sets = [(family, *more) for family in _families(name) for more in (*((one,) for one in _given(name)), ())]
    return tuple(dict.fromkeys(sets))


def form_words(name: Name) -> tuple[tuple[str, ...], ...]:
    """Return what to look for where too many bear the surname: it, with other forms of the given name."""
    forms = {form.lower() for word in _given(name) for form in other_forms(word.upper())}
    shortest = [
        form for form in sorted(forms, key=len) if not any(form[:n] in forms for n in range(1, len(form)))
    ]
    return tuple(product(_families(name)[:1], shortest[:_MOST_FORMS]))


def _given(name: Name) -> list[str]:
    return [word for part in name.given[:1] for word in part.lower().split()[:1]]


def rank(attendees: Iterable[Attendee], name: Name) -> list[tuple[Attendee, Comparison]]:
    """Return those whose name may be the document's, with the comparison; the best first."""
    likely_named = _by_initials(name)
    compared = [(attendee, compare(attendee, name)) for attendee in attendees if likely_named(attendee)]
    likely = [pair for pair in compared if pair[1].outcome is not Outcome.MISMATCH]
    return sorted(likely, key=lambda pair: (pair[1].weight, pair[0].sort_key))


def _by_initials(name: Name) -> Callable[[Attendee], bool]:
    """Return a first look, much quicker than a comparison: whether a word begins as a given name does.

    The other words are the surname's, which was searched for.
    """
    words = [word for part in name.given for word in part.split()]
    initials = {near for word in words for near in _NEAR_INITIALS.get(word[0], word[0])}
    forms = {form.lower() for word in words for form in other_forms(word)}

    def is_likely(attendee: Attendee) -> bool:
        theirs = fold(attendee.given_name or attendee.family_name).split()
        theirs += fold(attendee.family_name).split() if len(theirs) == 1 else []
        return attendee.is_named and (
            not words or any(word[0].upper() in initials or word in forms for word in theirs)
        )

    return is_likely


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
