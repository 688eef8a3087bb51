"""A message as it came, the sentences that decided marked in it."""

import re
from collections.abc import Sequence
from html import escape

from PySide6.QtWidgets import QTextBrowser

from checkin.gui.tokens import Colour
from checkin.language import _

_MARK = f'<span style="background-color:{Colour.ACCENT_SOFT}; font-weight:600">'


class MessageView(QTextBrowser):
    """Shows the text of a message; nothing in it is followed, loaded or run."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("The message"))

    def show_message(self, text: str, evidence: Sequence[str]) -> None:
        """Show a text, marking the sentences of `evidence` wherever they stand in it."""
        shown = text or "\n\n".join(evidence)
        self.setHtml(f'<div style="white-space:pre-wrap">{marked(shown, evidence)}</div>')


def marked(text: str, evidence: Sequence[str]) -> str:
    """Return `text` as HTML, each of `evidence` found in it marked; blanks and line ends may differ."""
    spans = sorted(found.span() for one in evidence if one.strip() for found in _found(one, text))
    pieces, at = [], 0
    for start, end in spans:
        if start >= at:
            pieces += [escape(text[at:start]), _MARK, escape(text[start:end]), "</span>"]
            at = end
    return "".join((*pieces, escape(text[at:])))


def _found(sentence: str, text: str) -> list[re.Match[str]]:
    """Return where a sentence stands in a text; quote marks may stand at the beginnings of its lines."""
    words = r"[\s>|]+".join(map(re.escape, sentence.split()))
    return list(re.finditer(words, text))[:1]
