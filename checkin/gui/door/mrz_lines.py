"""A machine-readable zone as it arrives in the field: whole, or line by line as most readers type it."""

import re
from collections.abc import Callable

from checkin.domain.identity.document import Document, Reason, Unread

_LINE = 28  # the shortest line has 30 characters; a hand may miss one or two
_LONGEST_LINE = 46
_MOST_LINES = 3
_LONG_LINE = 34  # characters of a line that only formats of two lines have
_INCOMPLETE = {Reason.NOT_AN_MRZ, Reason.WRONG_LENGTH}  # what the next line may put right
_BREAK = re.compile(r"[\r\n\t]+")
_PLAIN = re.compile(r"[A-Z0-9<]+")
_FILLERS = re.compile(r"([^\w\s])\1")  # « << », or what another keyboard makes of it

Reader = Callable[[str], Document | Unread]


class MrzLines:
    """Gathers lines until they are a document, or can't become one; kept no longer than that."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._lines: tuple[str, ...] = ()

    def takes(self, text: str) -> bool:
        """Return whether `text` is a machine-readable zone, or goes on with one."""
        if len(text) < _LINE or " " in text or "://" in text:
            return False
        found = self._read(text)
        is_whole = isinstance(found, Document) or found.reason is not Reason.NOT_AN_MRZ
        return bool(self._lines) or is_whole or _is_line(text)

    def add(self, text: str) -> Document | Unread | None:
        """Take a line or several, and return what they say together; None while the next one is awaited."""
        self._lines = (*self._lines, *filter(None, _BREAK.split(text)))
        found = self._read("\n".join(self._lines))
        if isinstance(found, Unread) and self._may_go_on(found.reason):
            return None
        self.clear()
        return found

    def _may_go_on(self, reason: Reason) -> bool:
        longest = max(map(len, self._lines))
        most = _MOST_LINES - (reason is Reason.WRONG_LENGTH and longest >= _LONG_LINE)
        return reason in _INCOMPLETE and longest <= _LONGEST_LINE and len(self._lines) < most

    def clear(self) -> None:
        """Forget what was gathered."""
        self._lines = ()


def _is_line(text: str) -> bool:
    return len(text) <= _LONGEST_LINE and bool(_PLAIN.fullmatch(text) or _FILLERS.search(text))
