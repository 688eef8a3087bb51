"""Is the document in force: the table of French rules, at its edges."""

from datetime import date

import pytest

from checkin.domain.event import ExpiredDocuments
from checkin.domain.identity.checks import ExpiryOutcome
from checkin.domain.identity.document import Document, Field, Format
from checkin.domain.identity.mrz import parse
from checkin.domain.identity.specimen import write
from checkin.domain.identity.validity import RULES, Law, at_the_door, validity

VALID, EXPIRED, TO_CHECK, UNKNOWN = (
    ExpiryOutcome.VALID,
    ExpiryOutcome.EXPIRED,
    ExpiryOutcome.TO_CHECK,
    ExpiryOutcome.UNKNOWN,
)


def read(layout: Format, today: date, **values: str) -> Document:
    person = {"name": "ROCHE<<LUCE", "family": "ROCHE", "given": "LUCE", "birth": "700212", "sex": "F"}
    filled = {Field(field): value for field, value in (person | values).items()}
    found = parse("\n".join(write(layout, filled)), today)
    assert isinstance(found, Document)
    return found


def card(issued: str, birth: str, today: date) -> Document:
    return read(Format.FRENCH_CARD, today, code="ID", state="FRA", number=f"{issued}75010001", birth=birth)


@pytest.mark.parametrize(
    ("issued", "birth", "today", "outcome"),
    [
        ("0811", "700212", date(2022, 11, 24), VALID),  # adult, 2008: until November 2023
        ("0811", "700212", date(2023, 10, 31), VALID),
        ("0811", "700212", date(2023, 11, 1), TO_CHECK),
        ("0811", "700212", date(2023, 11, 30), TO_CHECK),
        ("0811", "700212", date(2023, 12, 1), EXPIRED),
        ("0711", "700212", date(2022, 11, 24), TO_CHECK),
        ("0710", "700212", date(2022, 11, 24), EXPIRED),
        ("0401", "700212", date(2018, 12, 31), VALID),  # the first month the decree lengthens
        ("0312", "700212", date(2014, 1, 1), EXPIRED),  # the month before: ten years
        ("0312", "700212", date(2013, 11, 30), VALID),
        ("1401", "700212", date(2028, 12, 31), VALID),  # printed fifteen years
    ],
)
def test_the_card_of_an_adult(issued: str, birth: str, today: date, outcome: ExpiryOutcome) -> None:
    assert validity(card(issued, birth, today), today).outcome is outcome


@pytest.mark.parametrize(
    ("issued", "birth", "today", "outcome"),
    [
        ("1306", "990101", date(2022, 11, 24), VALID),  # fourteen years old: ten years, until June 2023
        ("1206", "990101", date(2022, 11, 24), EXPIRED),
        ("1501", "000101", date(2025, 2, 1), EXPIRED),
        ("1006", "920630", date(2022, 11, 24), TO_CHECK),  # came of age on the last day of that month
        ("1006", "920701", date(2022, 11, 24), EXPIRED),  # the day after it
        ("1006", "920531", date(2022, 11, 24), VALID),
        ("1006", "920601", date(2022, 11, 24), VALID),  # on its first day
        ("1306", "950615", date(2022, 11, 24), VALID),  # in doubt, but in force either way
        ("1006", "920630", date(2025, 7, 1), EXPIRED),  # in doubt, but expired either way
        ("1006", "<<<<<<", date(2022, 11, 24), TO_CHECK),
    ],
)
def test_the_card_of_someone_who_was_or_may_have_been_a_minor(
    issued: str, birth: str, today: date, outcome: ExpiryOutcome
) -> None:
    assert validity(card(issued, birth, today), today).outcome is outcome


@pytest.mark.parametrize(
    ("expiry", "outcome"),
    [
        ("221124", VALID),
        ("221123", EXPIRED),
        ("2211<<", TO_CHECK),
        ("2212<<", VALID),
        ("2210<<", EXPIRED),
        ("22<<<<", TO_CHECK),
        ("<<<<<<", UNKNOWN),
    ],
)
def test_what_is_printed_counts_to_its_last_day(expiry: str, outcome: ExpiryOutcome) -> None:
    today = date(2022, 11, 24)
    passport = read(
        Format.TD3, today, code="P", state="FRA", nationality="FRA", number="12AB34567", expiry=expiry
    )
    assert validity(passport, today).outcome is outcome


@pytest.mark.parametrize(
    ("state", "expiry", "outcome"),
    [
        ("FRA", "221124", VALID),
        ("FRA", "221123", TO_CHECK),
        ("FRA", "220824", TO_CHECK),
        ("FRA", "220823", EXPIRED),
        ("D", "221123", EXPIRED),
    ],
)
def test_a_french_residence_permit_may_be_under_renewal(
    state: str, expiry: str, outcome: ExpiryOutcome
) -> None:
    today = date(2022, 11, 24)
    permit = read(
        Format.TD1, today, code="IR", state=state, nationality="MAR", number="X4RTBPFW4", expiry=expiry
    )
    assert validity(permit, today).outcome is outcome


def test_a_spanish_card_without_end() -> None:
    today = date(2022, 11, 24)
    spanish = read(
        Format.TD1, today, code="ID", state="ESP", nationality="ESP", number="BAA000589", expiry="990101"
    )
    assert validity(spanish, today).outcome is VALID
    assert validity(spanish, today).law is Law.SPANISH_PERMANENT


@pytest.mark.parametrize("policy", list(ExpiredDocuments))
def test_what_it_means_at_the_door_is_the_policy_of_the_event(policy: ExpiredDocuments) -> None:
    assert at_the_door(EXPIRED, policy) is policy
    assert at_the_door(VALID, policy) is ExpiredDocuments.ACCEPT
    assert at_the_door(UNKNOWN, policy) is ExpiredDocuments.ACCEPT
    doubt = ExpiredDocuments.ACCEPT if policy is ExpiredDocuments.ACCEPT else ExpiredDocuments.ASK
    assert at_the_door(TO_CHECK, policy) is doubt


def test_every_rule_names_its_source() -> None:
    assert all(rule.source for rule in RULES)
    assert len({rule.law for rule in RULES}) == len(RULES)
