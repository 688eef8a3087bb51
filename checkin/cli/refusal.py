"""Turning someone away in a shell, and letting in whom the rules turn away, with the supervisor's PIN."""

import sys
from getpass import getpass

from checkin import words
from checkin.app import Desk
from checkin.cli import shapes
from checkin.cli.output import Exit, say, say_json
from checkin.cli.scan import show
from checkin.domain.admission import Exemption, Refusal, Verdict
from checkin.domain.errors import InputError
from checkin.language import _
from checkin.services.supervising import Answer


def refuse(desk: Desk, verdict: Verdict, reason: Refusal, *, as_json: bool) -> Exit:
    """Record that the holder is turned away, and say so; who is in already, or is nobody, is not."""
    holder = verdict.holder
    may_refuse = holder is not None and (verdict.may_enter or verdict.may_insist)
    if holder is not None and may_refuse:
        desk.admitting.refuse(holder.attendee.id, reason)
    if as_json:
        say_json({"refused": may_refuse, "reason": reason.value, **shapes.verdict(verdict)})
    elif holder is not None and may_refuse:
        said = words.refused(reason)
        say(f"{said.title} · {words.name(holder.attendee)}")
        say(f"  {said.sentence}")
    else:
        show(verdict)
    return Exit.DONE if may_refuse else Exit.REFUSED


def exemption(desk: Desk, verdict: Verdict, reason: Exemption) -> Exemption | None:
    """Return the supervisor's exemption once the PIN is right; None where the verdict needs none or has none.

    Raises InputError for a wrong PIN, and for an event that has none.
    """
    if not verdict.may_insist:
        return None
    if not desk.supervising.is_set:
        raise _unset()
    answer = desk.supervising.check(read_pin(_("Supervisor’s PIN: ")))
    if answer is Answer.UNSET:
        raise _unset()
    if answer is not Answer.RIGHT:
        raise InputError(_("The supervisor’s PIN is wrong: nobody was let in."), _("Try again."))
    return reason


def read_pin(question: str) -> str:
    """Return a PIN: typed unseen at a terminal, else a line of stdin; an argument could be read by others."""
    return getpass(question) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")


def _unset() -> InputError:
    return InputError(
        _("This event has no supervisor’s PIN."), _("The organiser sets one: checkin event pin.")
    )
