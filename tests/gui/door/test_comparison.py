"""Two names under one another, the letters that differ marked, and the strip around them."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from checkin.domain.admission import Member, Verdict, VerdictKind
from checkin.domain.attendee import Attendee
from checkin.domain.event import ExpiredDocuments
from checkin.domain.identity.checks import (
    DocumentKind,
    ExpiryOutcome,
    IdentityCheck,
    Outcome,
    OverrideReason,
    Way,
)
from checkin.domain.identity.document import Name
from checkin.domain.identity.names import Comparison, compare
from checkin.domain.identity.validity import Law, Validity
from checkin.gui.door.comparison import NameComparison
from checkin.gui.door.identity_strip import IdentityStrip
from checkin.gui.door.visit import Visit
from checkin.services.identifying import Checked

PASCALE = Attendee(UUID(int=1), UUID(int=1), 0, "Pascale", "d’Artois")
LUC = Attendee(UUID(int=2), UUID(int=2), 0, "Luc", "Roy")


def compared(*given: str, family: str = "DARTOIS") -> Comparison:
    return compare(PASCALE, Name((family,), given))


def checked(comparison: Comparison, **changes: object) -> Checked:
    check = IdentityCheck(
        id=UUID(int=3),
        attendee_id=PASCALE.id,
        way=Way.MRZ,
        kind=DocumentKind.PASSPORT,
        outcome=comparison.outcome,
        expiry=ExpiryOutcome.VALID,
        operator="",
        desk="1",
        at=datetime(2022, 11, 24, tzinfo=UTC),
    )
    made = Checked(
        comparison,
        Validity(ExpiryOutcome.VALID, date(2030, 1, 1), Law.PRINTED),
        check,
        ExpiredDocuments.ACCEPT,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # a test's own


def texts(widget: NameComparison) -> list[str]:
    return [re.sub("<[^>]*>", "", widget._cells[row, column].text()) for row in (0, 1) for column in (0, 1)]


def marked(widget: NameComparison) -> list[str]:
    return [
        text
        for row in (0, 1)
        for column in (0, 1)
        for text in re.findall("<span[^>]*>([^<]*)</span>", widget._cells[row, column].text())
    ]


@pytest.mark.parametrize(
    ("comparison", "shown", "apart"),
    [
        (compared("PASCALE", "MARIE"), ["PASCALE", "D ARTOIS", "PASCALE", "DARTOIS"], []),
        (compared("PASCAL"), ["PASCALE", "D ARTOIS", "PASCAL", "DARTOIS"], ["E"]),
        (compared("PASCALE", family="DARTOIT"), ["PASCALE", "D ARTOIS", "PASCALE", "DARTOIT"], ["S", "T"]),
        (
            compared("PASCALE", family="MOREL"),
            ["PASCALE", "D ARTOIS", "PASCALE", "MOREL"],
            ["D ARTOIS", "MOREL"],
        ),
    ],
)
def test_the_letters_that_differ_are_marked(
    qtbot: QtBot, comparison: Comparison, shown: list[str], apart: list[str]
) -> None:
    widget = NameComparison()
    qtbot.addWidget(widget)
    widget.show_comparison(comparison)
    assert (texts(widget), marked(widget)) == (shown, apart)
    assert widget.reasons.isHidden() == (not comparison.reasons)


def test_a_name_is_shown_as_it_is(qtbot: QtBot) -> None:
    widget = NameComparison()
    qtbot.addWidget(widget)
    widget.show_comparison(compare(replace(PASCALE, family_name="<b>Art"), Name(("ART",), ("PASCALE",))))
    assert "<b>" not in widget._cells[0, 1].text()


def test_nobody_s_name_is_compared_with_nothing(qtbot: QtBot) -> None:
    widget = NameComparison()
    qtbot.addWidget(widget)
    widget.show_comparison(Comparison(Outcome.MATCH))
    assert widget.isHidden()


@pytest.mark.parametrize(
    ("found", "said", "may_override"),
    [
        (checked(compared("PASCAL")), "authentique", True),
        (checked(compared("PASCALE"), door=ExpiredDocuments.REFUSE), "n’accepte pas", False),
        (checked(compared("PASCALE"), shown_for=(LUC,)), "Luc Roy", True),
        (
            checked(
                compared("PASCALE"),
                validity=Validity(ExpiryOutcome.TO_CHECK, None, Law.FRENCH_CARD_FIFTEEN_YEARS),
                door=ExpiredDocuments.ASK,
            ),
            "2013-1188",
            True,
        ),
    ],
)
def test_the_strip_says_the_gravest_thing(
    qtbot: QtBot, found: Checked, said: str, *, may_override: bool
) -> None:
    strip = IdentityStrip()
    qtbot.addWidget(strip)
    visit = Visit.of(Verdict(VerdictKind.WELCOME, Member(PASCALE), (Member(PASCALE),)))
    visit = visit.with_document(PASCALE.id, found)
    strip.show_visit(visit)
    assert said in strip._sentence.text()
    assert strip._reasons.isHidden() == (not may_override)
    assert strip._choices[DocumentKind.PASSPORT].isChecked()
    assert strip._kinds.isHidden() == bool(visit.undecided)  # the same keys mean the reasons then
    accepted = visit.with_override(OverrideReason.SPELLING)
    assert accepted.may_admit == may_override
