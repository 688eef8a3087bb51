from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from checkin import words
from checkin.domain.admission import Admission, Member, Verdict, VerdictKind
from checkin.domain.attendee import Attendee, Mark, Status
from checkin.domain.identity.checks import DocumentKind, ExpiryOutcome, Outcome, OverrideReason
from checkin.domain.identity.document import Reason
from checkin.domain.identity.likeness import NameReason
from checkin.language import speak
from checkin.services.attending import PassageKind
from checkin.services.changes import ChangeKind, Likeness
from checkin.services.importing import Undo

NEVER_COMPARED = {"id", "party_id", "position", "written", "language"}


@pytest.fixture(autouse=True, params=["fr", "en"])
def _tongue(request: pytest.FixtureRequest) -> Iterator[None]:
    speak(request.param)
    yield
    speak("fr")


@pytest.mark.parametrize(
    ("say", "kinds"),
    [
        (lambda kind: words.verdict(Verdict(kind)), VerdictKind),
        (words.passage, PassageKind),
        (words.outcome, Outcome),
        (words.expiry, ExpiryOutcome),
        (words.unread, Reason),
        (words.undo, Undo),
    ],
)
def test_each_kind_has_a_title_of_its_own_and_a_whole_sentence(
    say: Callable[[Any], words.Said], kinds: Iterable[Any]
) -> None:
    said = [say(kind) for kind in kinds]
    assert len({one.title for one in said}) == len(said)
    assert all(one.title and one.title[-1] not in ".!?" for one in said)
    assert all(one.sentence.endswith((".", "!", "?")) for one in said)


@pytest.mark.parametrize(
    ("say", "kinds"),
    [
        (words.change, ChangeKind),
        (words.likeness, Likeness),
        (words.name_reason, NameReason),
        (words.document, DocumentKind),
        (words.override, OverrideReason),
        (words.status, Status),
        (words.mark, set(Mark) - {Mark.NONE}),
    ],
)
def test_each_kind_has_a_word_of_its_own(say: Callable[[Any], str], kinds: Iterable[Any]) -> None:
    said = [say(kind) for kind in kinds]
    assert all(said)
    assert len(set(said)) == len(said)


def test_who_was_let_in_already_was_so_at_a_time_in_paris_and_at_a_desk() -> None:
    identity = UUID(int=1)
    there = Admission(
        identity, identity, identity, datetime(2022, 11, 24, 8, 42, tzinfo=UTC), "u", "Accueil 2"
    )
    holder = Member(Attendee(identity, identity, 0, "Zoé", "Martin"), there)
    sentence = words.verdict(Verdict(VerdictKind.ALREADY_ADMITTED, holder)).sentence
    assert "Accueil 2" in sentence
    assert "9h42" in sentence.replace(":", "h")


def test_every_field_that_an_import_shows_has_a_name() -> None:
    shown = [field.name for field in fields(Attendee) if field.name not in NEVER_COMPARED]
    assert all(words.field(name) for name in (*shown, "name"))


def test_a_companion_whom_nobody_named_is_still_called_something() -> None:
    nobody = Attendee(UUID(int=1), UUID(int=1), 1, "", "")
    assert words.name(nobody) == words.list_name(nobody) != ""


def test_a_stored_value_is_said_in_words() -> None:
    assert words.value("organisation", "AFPA") == "AFPA"
    assert words.value("status", "declined") == words.status(Status.DECLINED)
    assert words.value("mark", "speaker") == words.mark(Mark.SPEAKER)
    assert words.value("mark", "") == ""
