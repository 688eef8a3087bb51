from collections.abc import Callable
from typing import Any

import pytest

from checkin.domain.identity.document import Field, Format
from checkin.domain.identity.specimen import printed_name, write

Run = Callable[..., Any]
Codes = dict[str, str]
People = dict[str, dict[str, Any]]


def passport(family: str, given: str, expiry: str = "600101") -> str:
    """Return the machine-readable zone of an invented passport."""
    values = {
        Field.CODE: "P",
        Field.STATE: "FRA",
        Field.NAME: printed_name(family, given),
        Field.NUMBER: "00XX00000",
        Field.NATIONALITY: "FRA",
        Field.BIRTH: "800101",
        Field.EXPIRY: expiry,
    }
    return "\n".join(write(Format.TD3, values))


def test_a_guest_is_admitted_once_after_a_look_at_the_document(run: Run, codes: Codes) -> None:
    first = run("admit", codes["Pascale"], "--document", "passport", "--json")
    (entry,) = first.objects
    assert first.code == 0
    assert list(entry) == ["admitted", "admission", "identity", "verdict", "attendee", "party"]
    assert list(entry["identity"]) == [
        "accepted",
        "way",
        "document",
        "issuing_state",
        "outcome",
        "expiry",
        "reasons",
        "unread",
        "override",
        "shown_for",
    ]
    assert (entry["admitted"], entry["identity"]["way"], entry["identity"]["document"]) == (
        True,
        "eye",
        "passport",
    )
    again = run("admit", codes["Pascale"], "--document", "passport", "--json")
    assert again.code == 1
    assert (again.objects[0]["admitted"], again.objects[0]["verdict"]) == (False, "already_admitted")
    assert again.objects[0]["admission"] == entry["admission"]


def test_the_event_asks_for_a_document(run: Run, codes: Codes) -> None:
    ended = run("admit", codes["Zoé"])
    assert ended.code == 2
    assert "--document" in ended.err
    assert run("attendees", "--here", "--json").objects == []


@pytest.mark.parametrize("argv", [[], ["--attendee", "1", "CODE"], ["CODE", "--undo", "1"], ["--undo", "1"]])
@pytest.mark.usefixtures("event")
def test_it_must_be_said_who(run: Run, argv: list[str]) -> None:
    ended = run("admit", *argv)
    assert (ended.code, ended.out) == (2, "")


def test_a_party_comes_in_together_or_later(run: Run, codes: Codes, people: People) -> None:
    together = run("admit", codes["Pascale"], "--document", "passport", "--with-party", "--json")
    assert together.code == 0
    assert [entry["attendee"]["given_name"] for entry in together.objects] == ["Pascale", "Léa"]
    assert all(entry["admitted"] for entry in together.objects)
    assert run("admit", "--undo", together.objects[1]["admission"], "--reason", "left").code == 0
    late = run("admit", codes["Pascale"], "--document", "passport", "--with-party", "--json")
    assert [entry["attendee"]["given_name"] for entry in late.objects] == ["Léa"]
    assert run("admit", "--attendee", people["Léa"]["id"], "--document", "passport").code == 1


def test_an_admission_is_undone_once(run: Run, codes: Codes) -> None:
    (entry,) = run("admit", codes["Zoé"], "--document", "passport", "--json").objects
    undone = run("admit", "--undo", entry["admission"], "--reason", "wrong person", "--json")
    assert (undone.code, undone.objects) == (0, [{"undone": True}])
    again = run("admit", "--undo", entry["admission"])
    assert again.code == 1
    assert run("admit", codes["Zoé"], "--document", "passport").code == 0


@pytest.mark.parametrize(
    ("zone", "outcome", "expiry"),
    [
        (passport("d'Artois", "Pascale Marie"), "match", "valid"),
        (passport("d'Artois", "Pascale", "200101"), "match", "expired"),
        (passport("Dartoit", "Pascale"), "look", "valid"),
        (passport("Durand", "Paul"), "mismatch", "valid"),
    ],
)
def test_a_document_decides_or_says_why_not(
    run: Run, codes: Codes, zone: str, outcome: str, expiry: str
) -> None:
    is_plain = (outcome, expiry) == ("match", "valid")
    ended = run("admit", codes["Pascale"], "--mrz", "-", "--json", stdin=zone)
    identity = ended.objects[0]["identity"]
    assert (identity["outcome"], identity["expiry"]) == (outcome, expiry)
    assert (ended.code, ended.objects[0]["admitted"]) == ((0, True) if is_plain else (1, False))
    assert "00XX00000" not in ended.out
    assert len(run("attendees", "--here", "--json").objects) == int(is_plain)
    if not is_plain:
        accepted = run("admit", codes["Pascale"], "--mrz", zone, "--override", "vouched_for", "--json")
        assert accepted.code == 0
        assert accepted.objects[0]["identity"]["override"] == "vouched_for"


def test_a_zone_that_cannot_be_read_admits_nobody_whatever_is_said(run: Run, codes: Codes) -> None:
    zone = passport("d'Artois", "Pascale").replace("800101", "800102")
    ended = run("admit", codes["Pascale"], "--mrz", zone, "--override", "other", "--json")
    assert ended.code == 1
    assert ended.objects[0]["identity"]["unread"] == "wrong_check_digit"
    assert run("attendees", "--here", "--json").objects == []


def test_with_the_party_each_document_is_needed(run: Run, codes: Codes) -> None:
    zone = passport("d'Artois", "Pascale")
    assert run("admit", codes["Pascale"], "--mrz", zone, "--with-party").code == 2
    assert run("attendees", "--here", "--json").objects == []
    both = run("admit", codes["Pascale"], "--mrz", zone, "--with-party", "--document", "passport", "--json")
    assert both.code == 0
    assert [entry["identity"]["way"] for entry in both.objects] == ["mrz", "eye"]


def test_what_is_said_in_words(run: Run, codes: Codes) -> None:
    refused = run("admit", codes["Pascale"], "--mrz", passport("Durand", "Paul"))
    assert refused.out.splitlines()[0] == "Not admitted: verify the identity, then say why with --override."
    assert "  Another name." in refused.out
    admitted = run("admit", codes["Pascale"], "--document", "driving_licence")
    assert admitted.out.splitlines() == ["Admitted · Pascale d'Artois", "  Driving licence"]
    assert run("admit", "nothing of ours", "--document", "passport").out.startswith("Not one of ours")
