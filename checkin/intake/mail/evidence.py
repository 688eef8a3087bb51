"""Where the sentences that decided stand in a reply as it was written, for a window to highlight them."""

import re

from checkin.intake.mail.sentences import Sentence

_LONGEST = 20_000  # letters of a reply that are shown


def shown(text: str) -> str:
    """Return a reply as it is shown beside its proposal."""
    return text.strip()[:_LONGEST]


def passages(sentence: Sentence, text: str) -> tuple[str, ...]:
    """Return the lines of `text` over which a sentence stands, verbatim; the sentence if it is not in it.

    A sentence was joined from wrapped lines and the entries of a list, so only its words are looked for.
    """
    words = re.findall(r"\w+", sentence.text)
    if not words:
        return (sentence.text,)
    found = re.search(r"\W+".join(map(re.escape, words)) + r"[.!?…»\")]*", text)
    if found is None:
        return (sentence.text,)
    return tuple(line.strip() for line in found[0].split("\n") if line.strip())
