from datetime import UTC, datetime
from uuid import UUID

import pytest

from checkin.domain.mailing import (
    Delivery,
    LetterKind,
    MailState,
    Outcome,
    address_digest,
    ascii_address,
    leaving_state,
    mail_state,
)

NOW, OLD = UUID(int=2), UUID(int=1)
AT = datetime(2022, 11, 10, 8, tzinfo=UTC)
ZOE = "zoe@example.org"


def delivery(
    outcome: Outcome,
    of: UUID = NOW,
    kind: LetterKind = LetterKind.CONFIRMATION,
    address: str = ZOE,
) -> Delivery:
    return Delivery(UUID(int=9), UUID(int=7), of, kind, "<a@b>", address_digest(address), outcome, AT)


@pytest.mark.parametrize(
    ("last", "state"),
    [
        (None, MailState.DUE),
        (delivery(Outcome.SENT), MailState.SENT),
        (delivery(Outcome.SENDING), MailState.UNCERTAIN),
        (delivery(Outcome.UNCERTAIN), MailState.UNCERTAIN),
        (delivery(Outcome.POSTPONED), MailState.POSTPONED),
        (delivery(Outcome.REFUSED), MailState.REFUSED),
        (delivery(Outcome.DRAFTED), MailState.DRAFTED),
        (delivery(Outcome.SENT, OLD), MailState.CHANGED),
        (delivery(Outcome.REFUSED, OLD), MailState.CHANGED),
        (delivery(Outcome.DRAFTED, OLD), MailState.DUE),
        (delivery(Outcome.UNCERTAIN, OLD), MailState.UNCERTAIN),
        (delivery(Outcome.SENT, address="other@example.org"), MailState.CHANGED),
        (delivery(Outcome.REFUSED, address="other@example.org"), MailState.CHANGED),
        (delivery(Outcome.SENT, OLD, LetterKind.CANCELLATION), MailState.CHANGED),
    ],
)
def test_where_a_party_that_comes_stands(last: Delivery | None, state: MailState) -> None:
    assert mail_state(last, address=ZOE, current=NOW) is state
    assert mail_state(last, address="", current=NOW) is MailState.UNADDRESSED


def test_what_was_never_issued_in_its_present_state_is_not_what_was_sent() -> None:
    assert mail_state(delivery(Outcome.SENT), address=ZOE, current=None) is MailState.CHANGED


@pytest.mark.parametrize(
    ("last", "state"),
    [
        (None, None),
        (delivery(Outcome.DRAFTED), None),
        (delivery(Outcome.REFUSED), None),
        (delivery(Outcome.SENT), MailState.LEAVING),
        (delivery(Outcome.UNCERTAIN), MailState.LEAVING),
        (delivery(Outcome.SENT, kind=LetterKind.CANCELLATION), MailState.SENT),
        (delivery(Outcome.POSTPONED, kind=LetterKind.CANCELLATION), MailState.POSTPONED),
        (delivery(Outcome.REFUSED, kind=LetterKind.CANCELLATION), MailState.REFUSED),
    ],
)
def test_where_a_party_that_does_not_come_stands(last: Delivery | None, state: MailState | None) -> None:
    assert leaving_state(last, address=ZOE) is state
    assert leaving_state(last, address="") is None


def test_case_and_blanks_make_no_other_address() -> None:
    assert address_digest(" Zoe@Example.org ") == address_digest(ZOE)


@pytest.mark.parametrize(
    ("address", "written"),
    [
        (" zoe@example.org ", "zoe@example.org"),
        ("zoe@bücher.example", "zoe@xn--bcher-kva.example"),
    ],
)
def test_a_domain_is_written_in_ascii(address: str, written: str) -> None:
    assert ascii_address(address) == written


@pytest.mark.parametrize(
    "address",
    ["", "zoe", "@example.org", "zoe@", "zoé@example.org", "a@b, c@d", "Zoé <zoe@example.org>", "a b@c"],
)
def test_what_no_server_takes_is_no_address(address: str) -> None:
    with pytest.raises(ValueError, match="not an address"):
        ascii_address(address)
