"""Documents held against the list: the event's policy, one shown twice, figures, and nothing left on disk."""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from checkin.app import Desk
from checkin.domain.attendee import Attendee
from checkin.domain.event import ExpiredDocuments, Policy
from checkin.domain.identity.checks import DocumentKind, IdentityCheck, Outcome, OverrideReason, Way
from checkin.domain.identity.document import Document, Field, Format, Reason, Unread
from checkin.domain.identity.specimen import printed_name, write
from checkin.intake.proposals import PersonName, Proposal, Reply, Source
from checkin.services.identifying import Checked
from checkin.store.schema import HEAD

Person = Callable[[str], Attendee]

NUMBER, BIRTH, PERSONAL = "77XQ40813", "770713", "PERSONALNR4711"


@pytest.fixture(autouse=True)
def people(bring: Callable[..., None]) -> None:
    source = Source("a.csv", 2)
    bring(
        Proposal(Reply.CONFIRMED, PersonName("Zoé", "Roy"), source, companions=(PersonName("Luc", "Roy"),)),
        Proposal(Reply.CONFIRMED, PersonName("Ana", "Benali"), source, unnamed_companions=1),
    )


def zone(given: str, family: str, expiry: str = "600101") -> str:
    values = {
        Field.CODE: "P",
        Field.STATE: "FRA",
        Field.NAME: printed_name(family, given),
        Field.NUMBER: NUMBER,
        Field.NATIONALITY: "BEN",
        Field.BIRTH: BIRTH,
        Field.SEX: "F",
        Field.EXPIRY: expiry,
        Field.OPTIONAL: PERSONAL,
    }
    return "\n".join(write(Format.TD3, values))


def shown(desk: Desk, who: Attendee, text: str) -> Checked:
    document = desk.identifying.read(text)
    assert isinstance(document, Document)
    return desk.identifying.compare(who, document)


def admit(desk: Desk, who: Attendee, check: IdentityCheck) -> UUID:
    entry = desk.admitting.admit(who.id, desk.admitting.new_admission_id(), check)
    assert entry.is_new
    assert entry.admission is not None
    return entry.admission.id


def with_policy(desk: Desk, policy: Policy) -> Desk:
    """Return the same desk at the same event, of another policy."""
    changed = replace(desk, event=replace(desk.event, policy=policy))
    changed.secrets.make(desk.event.id, lambda count: bytes(range(count)))
    return changed


@pytest.mark.parametrize(
    ("policy", "expiry", "sure", "refused"),
    [
        (ExpiredDocuments.ACCEPT, "200101", True, False),
        (ExpiredDocuments.ASK, "200101", False, False),
        (ExpiredDocuments.REFUSE, "200101", False, True),
        (ExpiredDocuments.REFUSE, "600101", True, False),
    ],
)
def test_an_expired_document_is_the_event_s_to_judge(
    desk: Desk, person: Person, policy: ExpiredDocuments, expiry: str, *, sure: bool, refused: bool
) -> None:
    changed = with_policy(desk, Policy(expired_documents=policy))
    checked = shown(changed, person("Zoé"), zone("Zoé", "Roy", expiry))
    assert (checked.is_sure, checked.is_refused) == (sure, refused)


def test_an_unnamed_companion_takes_the_name_that_is_shown(desk: Desk, person: Person) -> None:
    party = desk.admitting.look_up(person("Ana").id).party
    (unnamed,) = (one.attendee for one in party if not one.attendee.is_named)
    assert shown(desk, unnamed, zone("Paul", "Petit")).is_sure


def test_what_is_no_zone_says_why(desk: Desk) -> None:
    found = desk.identifying.read(zone("Zoé", "Roy").replace(BIRTH, "770714"))
    assert isinstance(found, Unread)
    assert found.reason is Reason.WRONG_CHECK_DIGIT


def test_a_document_finds_its_person(desk: Desk) -> None:
    document = desk.identifying.read(zone("Zoé", "Roy"))
    assert isinstance(document, Document)
    found = desk.identifying.find(document)
    assert [(member.attendee.given_name, comparison.outcome) for member, comparison in found][:1] == [
        ("Zoé", Outcome.MATCH)
    ]


def test_one_of_many_of_the_same_surname_is_found_by_a_form_of_her_given_name(
    desk: Desk, bring: Callable[..., None]
) -> None:
    names = [*(PersonName(f"Ana{chr(97 + n)}", "Petit") for n in range(26)), PersonName("Manue", "Petit")]
    bring(*(Proposal(Reply.CONFIRMED, one, Source("b.csv", n)) for n, one in enumerate(names, 2)))
    bring(
        *(
            Proposal(Reply.CONFIRMED, PersonName(f"Bo{chr(97 + n)}", "Petit"), Source("c.csv", n))
            for n in range(26)
        )
    )
    document = desk.identifying.read(zone("Emmanuelle", "Petit"))
    assert isinstance(document, Document)
    (found,) = desk.identifying.find(document)
    assert (found[0].attendee.given_name, found[1].outcome) == ("Manue", Outcome.MATCH)


def test_the_same_document_for_two_people_is_noticed(desk: Desk, person: Person) -> None:
    asking = with_policy(desk, Policy(notice_same_document=True))
    first = shown(asking, person("Zoé"), zone("Zoé", "Roy"))
    assert first.is_sure
    admission = admit(asking, person("Zoé"), first.check)
    again = shown(asking, person("Luc"), zone("Zoé", "Roy"))
    assert [one.given_name for one in again.shown_for] == ["Zoé"]
    assert not again.is_sure
    assert shown(asking, person("Zoé"), zone("Zoé", "Roy")).shown_for == ()
    assert asking.admitting.void(admission, "the wrong person")
    assert shown(asking, person("Luc"), zone("Zoé", "Roy")).shown_for == ()


def test_it_is_forgotten_with_the_event_s_secret(desk: Desk, person: Person) -> None:
    asking = with_policy(desk, Policy(notice_same_document=True))
    admit(asking, person("Zoé"), shown(asking, person("Zoé"), zone("Zoé", "Roy")).check)
    asking.secrets.make(desk.event.id, bytes)  # another secret tells nothing
    assert shown(asking, person("Luc"), zone("Zoé", "Roy")).shown_for == ()
    asking.secrets.make(desk.event.id, lambda count: bytes(range(count)))
    assert shown(asking, person("Luc"), zone("Zoé", "Roy")).shown_for
    asking.identifying.forget_documents()
    assert shown(asking, person("Luc"), zone("Zoé", "Roy")).shown_for == ()


def test_nothing_is_kept_for_it_unless_the_event_asks(desk: Desk, person: Person) -> None:
    desk.secrets.make(desk.event.id, lambda count: bytes(range(count)))
    checked = shown(desk, person("Zoé"), zone("Zoé", "Roy"))
    assert checked.check.digest is None
    without = with_policy(desk, Policy(notice_same_document=True))
    without.secrets.path(desk.event.id).unlink()
    assert shown(without, person("Zoé"), zone("Zoé", "Roy")).check.digest is None


def test_the_supervisor_s_figures(desk: Desk, person: Person) -> None:
    other = shown(desk, person("Zoé"), zone("Paul", "Petit"))
    admit(desk, person("Zoé"), desk.identifying.overridden(other.check, OverrideReason.SUBSTITUTE))
    admit(desk, person("Luc"), desk.identifying.by_eye(person("Luc").id, DocumentKind.PASSPORT))
    figures = desk.identifying.figures()
    assert figures.by_way == {Way.EYE: 1, Way.MRZ: 1}
    assert figures.by_outcome == {Outcome.MATCH: 1, Outcome.LOOK: 0, Outcome.MISMATCH: 1}
    assert figures.overrides[OverrideReason.SUBSTITUTE] == 1


@pytest.mark.parametrize("notice", [False, True])
def test_nothing_of_a_document_reaches_the_disk(
    desk: Desk, person: Person, tmp_path: Path, caplog: pytest.LogCaptureFixture, *, notice: bool
) -> None:
    """Look through the bytes of every file, the write-ahead log before and after it is folded in."""
    caplog.set_level(logging.DEBUG)
    asking = with_policy(desk, Policy(notice_same_document=notice))
    text = zone("Zoé Alpha", "Roy Omega")
    secrets = [
        *text.split("\n"),
        NUMBER,
        BIRTH,
        PERSONAL,
        "OMEGA",
        "ALPHA",
        "1977-07-13",
        "13/07/1977",
        "BEN<",
    ]
    checked = shown(asking, person("Zoé"), text)
    admit(asking, person("Zoé"), asking.identifying.overridden(checked.check, OverrideReason.SPELLING))
    assert asking.identifying.read(text[:-1] + "X") is not None
    assert _kept(tmp_path, secrets) == []
    desk.database.close()
    assert _kept(tmp_path, secrets) == []
    assert not [secret for secret in secrets if secret in caplog.text]
    if desk.database.url.drivername.startswith("sqlite"):
        assert _kept(tmp_path, ["FRA", "spelling", HEAD])  # the search does find what is kept


def _kept(folder: Path, secrets: list[str]) -> list[str]:
    found = []
    for file in folder.rglob("*"):
        content = file.read_bytes().upper() if file.is_file() else b""
        found += [f"{secret} in {file.name}" for secret in secrets if secret.upper().encode() in content]
    return found
