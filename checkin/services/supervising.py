"""The supervisor's PIN: set by the organiser, asked for where the rules are set aside.

Kept as an Argon2 hash (RFC 9106) in the event's policy, so that every desk knows it and none can tell it.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError, VerifyMismatchError

from checkin.domain.errors import InputError
from checkin.language import _
from checkin.services.context import Context
from checkin.store import events

_LEAST = 4  # characters of a PIN
_FREE = 3  # wrong tries before one has to wait
_LONGEST_WAIT = 300  # seconds


class Answer(StrEnum):
    """What is said of a PIN."""

    RIGHT = "right"
    WRONG = "wrong"
    WAIT = "wait"  # too many wrong tries: not even looked at
    UNSET = "unset"  # the organiser has set none


class Supervising:
    """The supervisor's PIN of one event, at one desk."""

    def __init__(self, context: Context, hasher: PasswordHasher | None = None) -> None:
        self._context = context
        self._hasher = hasher or PasswordHasher()
        self._wrong = 0
        self._not_before: datetime | None = None

    def set_pin(self, pin: str) -> None:
        """Have this PIN asked for from now on, at every desk; raises InputError for one that is too short."""
        if len(pin) < _LEAST:
            raise InputError(
                _("A PIN of less than four characters is soon guessed."), _("Choose a longer one.")
            )
        kept = self._hasher.hash(pin)
        with self._context.database.transaction() as connection:
            event = events.get(connection, self._context.event.id) or self._context.event
            events.change(connection, replace(event, policy=replace(event.policy, supervisor_pin=kept)))
            self._context.note(connection, "event.pin")

    @property
    def is_set(self) -> bool:
        """Whether the organiser has set a PIN."""
        return bool(self._kept())

    def check(self, pin: str) -> Answer:
        """Return what to say of a PIN; after some wrong ones each makes the next wait twice as long."""
        now, kept = self._context.now(), self._kept()
        if not kept:
            return Answer.UNSET
        if self._not_before is not None and now < self._not_before:
            return Answer.WAIT
        try:
            self._hasher.verify(kept, pin)
        except VerifyMismatchError:
            self._note_wrong(now)
            return Answer.WRONG
        except VerificationError:
            return Answer.UNSET  # a hash of another making: none that anybody can meet
        self._wrong, self._not_before = 0, None
        return Answer.RIGHT

    def _note_wrong(self, now: datetime) -> None:
        self._wrong += 1
        if self._wrong >= _FREE:
            wait = min(_LONGEST_WAIT, 2 ** (self._wrong - _FREE + 1))
            self._not_before = now + timedelta(seconds=wait)
        with self._context.database.transaction() as connection:
            self._context.note(connection, "pin.wrong", wrong=self._wrong)

    def _kept(self) -> str:
        with self._context.database.reading() as connection:
            event = events.get(connection, self._context.event.id)
        return event.policy.supervisor_pin if event else ""
