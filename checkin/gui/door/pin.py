"""Asking for the supervisor's PIN: on the page, checked off the GUI thread, asked again while it is wrong."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from checkin.gui.door.prompt import Prompt
from checkin.gui.page import Page
from checkin.gui.sounds import Sound
from checkin.gui.tasks import Lane
from checkin.gui.tokens import Tone
from checkin.gui.widgets.banner import Notice
from checkin.language import _
from checkin.services.supervising import Answer


class Pin(QObject):
    """Lets a supervisor through to what the rules hold back."""

    def __init__(self, page: Page, prompt: Prompt) -> None:
        super().__init__(page)
        self._page, self._prompt = page, prompt

    def ask(self, then: Callable[[], None], *, where_unset: Callable[[], None] | None = None) -> None:
        """Ask for the PIN, and call `then` once it is right; `where_unset` if the event has none."""

        def go_on(is_set: bool) -> None:  # noqa: FBT001 - a callback
            if is_set:
                self._ask(_("Supervisor’s PIN"), then)
            else:
                (where_unset or self._tell_unset)()

        supervising = self._page.desk.supervising
        self._page.run(lambda _job: supervising.is_set, go_on)

    def _ask(self, question: str, then: Callable[[], None]) -> None:
        def check(pin: str) -> None:
            supervising = self._page.desk.supervising  # Argon2 takes its time: not where scans wait
            self._page.run(lambda _job: supervising.check(pin), hear, lane=Lane.OUTSIDE)

        def hear(answer: Answer) -> None:
            if answer is Answer.RIGHT:
                then()
            else:
                self._tell(answer, then)

        self._prompt.ask(question, check, hidden=True)

    def _tell(self, answer: Answer, then: Callable[[], None]) -> None:
        self._page.frame.sounds.play(Sound.ERROR)
        if answer is Answer.UNSET:
            self._tell_unset()
        elif answer is Answer.WRONG:
            self._ask(_("Wrong PIN. Supervisor’s PIN"), then)
        else:
            self._ask(_("Too many wrong tries: wait. Supervisor’s PIN"), then)

    def _tell_unset(self) -> None:
        to_do = _("The organiser sets one: checkin event pin.")
        self._page.frame.tell(Notice(_("This event has no supervisor’s PIN."), to_do, Tone.WARNING))
