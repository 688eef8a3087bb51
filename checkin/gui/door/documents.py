"""The identity document at the entrance: read line by line, held against a person, or finding them."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.domain.admission import Member
from checkin.domain.identity.document import Document, Unread
from checkin.gui.door.mistakes import Mistakes
from checkin.gui.door.mrz_lines import MrzLines
from checkin.gui.door.visit import Visit
from checkin.gui.page import Page
from checkin.gui.tokens import Tone
from checkin.gui.widgets.banner import Notice
from checkin.language import _

_SUFFIX = 250  # ms: a reader's line feed comes sooner, and nobody has looked at a document so soon


class Documents(QObject):
    """Reads machine-readable zones; the document lives until it was compared, or the card put aside."""

    read = Signal(object)  # a Document
    found = Signal(object)  # the Members whom a document alone may show

    def __init__(self, page: Page, mistakes: Mistakes) -> None:
        super().__init__(page)
        self._page, self._mistakes = page, mistakes
        self._lines = MrzLines(page.desk.identifying.read)
        self._pending: Document | None = None  # read before anyone was chosen
        self._just_read = QTimer(self, interval=_SUFFIX, singleShot=True)
        self.settled = self._just_read.timeout

    @property
    def is_settling(self) -> bool:
        """Whether an Enter may still be the reader's: some end a line with two, or wait before the last."""
        return self._just_read.isActive()

    def takes(self, text: str) -> bool:
        """Return whether a text is a machine-readable zone, or goes on with one."""
        return self._lines.takes(text)

    def add(self, text: str) -> None:
        """Take a line, and tell what the lines say together."""
        self._just_read.start()
        self._mistakes.clear()
        found = self._lines.add(text)
        if found is None:
            self._page.frame.say(_("First line read, the next one follows…"))
            return
        self._page.frame.say("")
        if isinstance(found, Unread):
            self._mistakes.show_unread(found)
        else:
            self.read.emit(found)

    def find_bearer(self, document: Document) -> None:
        """Search the list for whom a document shows; it waits for the one who is chosen."""

        def show(found: Sequence[Member]) -> None:
            self._pending = document if found else None
            if not found:
                text = _("Nobody on the list bears the name of this document.")
                to_do = _("Search by another name.")
                self._page.frame.tell(Notice(text, to_do, Tone.WARNING, is_of_scan=True))
            self.found.emit(found)

        find = self._page.desk.identifying.find
        self._page.run(lambda _job: [member for member, _comparison in find(document)], show)

    def take_pending(self) -> Document | None:
        """Return the document that waits, which then waits no longer."""
        self._mistakes.clear()
        pending, self._pending = self._pending, None
        return pending

    def forget(self) -> None:
        """Forget lines and document."""
        self._lines.clear()
        self._mistakes.clear()
        self._pending = None

    def compared(self, visit: Visit, current: Member | None, document: Document) -> Visit:
        """Return the visit with a document held against the current member, or the first chosen."""
        member = visit.whose(current)
        if member is None:
            return visit
        who = member.attendee
        checked = self._page.desk.identifying.compare(who, document)
        compared = replace(visit.with_document(who.id, checked), admitted=())
        if who.is_named:
            return compared
        name = f"{' '.join(document.name.family)}, {' '.join(document.name.given)}"
        return replace(compared, names=compared.names | {who.id: name})
