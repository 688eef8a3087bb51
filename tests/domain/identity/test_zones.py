"""The zones of some thirty issuers: every field, every check digit, every keyboard."""

from dataclasses import replace
from datetime import date

import pytest

from checkin.domain.identity.document import Document, PartialDate, Unread
from checkin.domain.identity.layouts import LAYOUTS
from checkin.domain.identity.mrz import parse
from tests.domain.identity.zones import ZONES, Zone, digit

TODAY = date(2022, 11, 24)
IDS = [f"{zone.format} {zone.title}" for zone in ZONES]


def read(text: str) -> Document:
    found = parse(text, TODAY)
    assert isinstance(found, Document), found
    return found


def shown(day: PartialDate | None) -> str:
    """Return a date as the zone prints it."""
    if day is None:
        return "<<<<<<"
    return f"{day.year % 100:02d}" + "".join(
        "<<" if part is None else f"{part:02d}" for part in (day.month, day.day)
    )


def test_the_corpus_is_broad() -> None:
    assert len(ZONES) >= 60
    assert len({zone.state for zone in ZONES}) >= 30
    assert {zone.format for zone in ZONES} == {layout.value for layout in LAYOUTS}


@pytest.mark.parametrize("zone", ZONES, ids=IDS)
def test_every_field_is_read(zone: Zone) -> None:
    found = read("\n".join(zone.lines))
    said = (found.format, found.kind, found.code, found.issuing_state, found.number, found.nationality)
    assert said == (zone.format, zone.kind, zone.code, zone.state, zone.number, zone.nationality)
    assert found.sex.value == zone.sex.replace("<", "").replace("X", "")
    assert found.optional == zone.optional
    if zone.birth:
        assert shown(found.birth) == zone.birth
    if zone.expiry:
        assert shown(found.expiry) == zone.expiry
    assert (found.issued is None) == (not zone.issued)
    assert all(check.holds for check in found.checks)
    assert len(found.checks) == len(LAYOUTS[found.format].rules)


@pytest.mark.parametrize("zone", ZONES, ids=IDS)
def test_the_name_is_read_as_far_as_it_goes(zone: Zone) -> None:
    name = read("\n".join(zone.lines)).name
    if name.family_cut and not name.given:
        assert zone.family.startswith(" ".join(name.family))
    elif name.family_cut and zone.format == "FRENCH_CARD":
        assert zone.family[:25] == " ".join(name.family)
    else:
        assert " ".join(name.family) == zone.family
        assert zone.given.replace("-", " ").startswith(" ".join(name.given))


@pytest.mark.parametrize(
    ("title", "year"),
    [("a centenarian", 2023 - 100), ("France, emergency", 2001), ("Spain, permanent", 1940)],
)
def test_births_are_in_the_century_that_has_been(title: str, year: int) -> None:
    (zone,) = (one for one in ZONES if one.title == title)
    birth = read("\n".join(zone.lines)).birth
    assert birth is not None
    assert birth.year == year


@pytest.mark.parametrize("zone", ZONES, ids=IDS)
@pytest.mark.parametrize("between", ["\r", "\t", ""])
def test_however_the_lines_are_parted(zone: Zone, between: str) -> None:
    assert read(between.join(zone.lines) + between) == read("\n".join(zone.lines))


# What the capitals of a US reader become, written down as the layouts are printed on keyboards.
KEYS = "1234567890QWAZMY<"
KEYBOARDS = {
    "France": "&é\"'(-è_çàAZQW?Y.",
    "France, Caps Lock of Windows": "1234567890azqw,y;",
    "France, Caps Lock of Linux": "&É\"'(-È_ÇÀazqw?y.",
    "Belgium": "&é\"'(§è!çàAZQW?Y.",
    "Germany, Switzerland": "1234567890QWAYMZ;",
    "Switzerland, Caps Lock": "1234567890qwaymz;",
}


@pytest.mark.parametrize("keyboard", KEYBOARDS)
@pytest.mark.parametrize("zone", ZONES, ids=IDS)
def test_every_keyboard_is_undone(zone: Zone, keyboard: str) -> None:
    moved = dict(zip(KEYS, KEYBOARDS[keyboard], strict=True))
    locked = "Caps Lock" in keyboard
    text = "\r".join(zone.lines)
    found = read("".join(moved.get(letter, letter.lower() if locked else letter) for letter in text))
    wanted = read(text)
    if keyboard == "Switzerland, Caps Lock" and "M" not in text:
        # Nothing but the name, which no digit covers, tells this one from the French one.
        found = replace(found, name=wanted.name)
    assert found == wanted


@pytest.mark.parametrize("zone", ZONES, ids=IDS)
def test_a_wrong_character_under_a_check_digit_is_noticed(zone: Zone) -> None:
    layout = LAYOUTS[read("\n".join(zone.lines)).format]
    for rule in layout.rules:
        for span in (*rule.over, rule.at):
            row = zone.lines[span.line - 1]
            for column in range(span.first - 1, span.last):
                for letter in "07ABKZ<":
                    if digit(letter) == digit(row[column]):  # no sum tells them apart
                        continue
                    changed = row[:column] + letter + row[column + 1 :]
                    lines = [*zone.lines[: span.line - 1], changed, *zone.lines[span.line :]]
                    assert isinstance(parse("\n".join(lines), TODAY), Unread), (rule.field, column, letter)
