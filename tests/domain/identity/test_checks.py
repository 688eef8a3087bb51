"""What is kept of an identity check."""

from dataclasses import fields
from datetime import UTC, datetime
from uuid import UUID

from checkin.domain.identity.checks import (
    DocumentKind,
    ExpiryOutcome,
    IdentityCheck,
    Outcome,
    OverrideReason,
    Way,
    figures,
)


def check(number: int, way: Way, outcome: Outcome, override: OverrideReason | None = None) -> IdentityCheck:
    return IdentityCheck(
        id=UUID(int=number),
        attendee_id=UUID(int=100 + number),
        way=way,
        kind=DocumentKind.PASSPORT,
        outcome=outcome,
        expiry=ExpiryOutcome.VALID,
        operator="Accueil",
        desk="1",
        at=datetime(2022, 11, 24, 9, 0, tzinfo=UTC),
        override=override,
    )


def test_nothing_of_the_document_but_its_kind_and_state_is_kept() -> None:
    kept = {field.name for field in fields(IdentityCheck)}
    assert kept == {
        "id",
        "attendee_id",
        "way",
        "kind",
        "issuing_state",
        "outcome",
        "expiry",
        "override",
        "operator",
        "desk",
        "at",
        "digest",  # under the event's secret, and only where the event asks for it
    }


def test_the_supervisor_sees_every_way_outcome_and_reason_even_where_there_was_none() -> None:
    counted = figures(
        [
            check(1, Way.MRZ, Outcome.MATCH),
            check(2, Way.MRZ, Outcome.LOOK, OverrideReason.USAGE_NAME),
            check(3, Way.EYE, Outcome.MATCH),
        ]
    )
    assert counted.by_way == {Way.EYE: 1, Way.MRZ: 2}
    assert counted.by_outcome == {Outcome.MATCH: 2, Outcome.LOOK: 1, Outcome.MISMATCH: 0}
    assert counted.overrides[OverrideReason.USAGE_NAME] == 1
    assert set(counted.overrides) == set(OverrideReason)
