"""Letters marked in a text: those in which names differ, those of a document's strip that are wrong."""

from html import escape

from checkin.domain.identity.document import Pieces
from checkin.gui.tokens import Colour


def marked(pieces: Pieces) -> str:
    """Return the letters as HTML, the marked ones underlined on a ground: not by their colour alone."""
    style = f"background:{Colour.DANGER_SOFT}; color:{Colour.DANGER_DEEP}; text-decoration:underline"
    return "".join(
        f'<span style="{style}">{escape(text)}</span>' if is_marked else escape(text)
        for text, is_marked in pieces
    )
