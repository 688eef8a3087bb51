"""What is rarer than an admission, by F6 to F8: refusing, naming, adding, exempting people, a badge again."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from checkin import words
from checkin.domain.admission import Exemption, Member, Refusal
from checkin.domain.attendee import Attendee
from checkin.gui.door.pin import Pin
from checkin.gui.door.prompt import Prompt
from checkin.gui.door.visit import Visit
from checkin.gui.page import Page
from checkin.language import _

REFUSE, ADD, EXEMPT = 6, 7, 8  # function keys

_REFUSALS, _EXEMPTIONS = tuple(Refusal), tuple(Exemption)


class OtherSteps(QObject):
    """Asks on the card, and says what was decided."""

    refused = Signal(Refusal)
    exempted = Signal(Exemption)
    listed = Signal(UUID)  # who was named or added, to be shown
    badge_wanted = Signal(Member)  # once more, of someone who is here

    def __init__(self, page: Page, prompt: Prompt) -> None:
        super().__init__(page)
        self._page, self._prompt, self._pin = page, prompt, Pin(page, prompt)

    def labels(self, visit: Visit, current: Member | None) -> dict[int, str]:
        """Return what the keys do now, by the key's number; empty for one that does nothing."""
        holder = visit.verdict.holder
        if holder is None or visit.refused is not None:
            return dict.fromkeys((REFUSE, ADD, EXEMPT), "")
        is_unnamed = current is not None and not current.attendee.is_named
        may_add = self._page.desk.event.policy.extra_companions
        return {
            REFUSE: _("Refuse…") if visit.chosen else "",
            ADD: _("Name the companion…") if is_unnamed else _("One more companion…") if may_add else "",
            EXEMPT: self._last_label(visit, current),
        }

    def _last_label(self, visit: Visit, current: Member | None) -> str:
        if visit.verdict.may_insist:
            return _("Supervisor…") if visit.exemption is None else ""
        if current is None:
            return ""
        if current.is_here:
            return _("Print the badge again") if self._page.desk.event.policy.badges else ""
        return _("Replace…") if current.attendee.is_named and visit.is_waiting(current) else ""

    def do(self, key: int, visit: Visit, current: Member | None) -> None:
        """Ask what the key asks for, if it does anything now."""
        if not self.labels(visit, current).get(key):
            return
        if key == REFUSE:
            self._ask_refusal()
        elif key == EXEMPT and visit.verdict.may_insist:
            self._pin.ask(self._ask_exemption)
        elif key == EXEMPT and current is not None and current.is_here:
            self.badge_wanted.emit(current)
        elif current is not None and (key == EXEMPT or not current.attendee.is_named):
            self._ask_name(current.attendee)
        elif visit.verdict.holder is not None:
            self._ask_companion(visit.verdict.holder.attendee)

    def ask_walk_in(self, name: str) -> None:
        """Ask for the name of someone who was not announced; `name` is what was searched for."""
        add = self._page.desk.welcoming.add_walk_in
        self._prompt.ask(
            _("Who comes unannounced? Given name, then family name"), self._adder(add), text=name
        )

    def _ask_refusal(self) -> None:
        self._prompt.offer(
            _("Why is this person turned away?"),
            [words.refusal(reason) for reason in _REFUSALS],
            lambda at: self.refused.emit(_REFUSALS[at]),
        )

    def _ask_name(self, person: Attendee) -> None:
        rename = self._page.desk.welcoming.rename
        question = _("Name of this companion")
        if person.is_named:
            question = _("Name of who comes in the place of {name}").format(name=words.name(person))
        self._prompt.ask(question, self._adder(lambda name: rename(person.id, name)))

    def _ask_companion(self, voucher: Attendee) -> None:
        add = self._page.desk.welcoming.add_companion
        question = _("Name of one more companion, for whom {name} vouches").format(name=words.name(voucher))
        self._prompt.ask(question, self._adder(lambda name: add(voucher.id, name)))

    def _adder(self, add: Callable[[str], Attendee]) -> Callable[[str], None]:
        def answer(name: str) -> None:
            self._page.run(lambda _job: add(name), lambda person: self.listed.emit(person.id))

        return answer

    def _ask_exemption(self) -> None:
        self._prompt.offer(
            _("Why is this person let in all the same?"),
            [words.exemption(reason) for reason in _EXEMPTIONS],
            lambda at: self.exempted.emit(_EXEMPTIONS[at]),
        )
