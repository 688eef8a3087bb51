"""The documents of zones.txt, put together without the program's own writer.

Their lines are composed by another reading of ICAO 9303 than that under test, their check digits summed by
other code.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_ORDER = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def digit(text: str) -> str:
    """Return the check digit of a text, one multiplication a letter."""
    total = 0
    for place, letter in enumerate(text):
        value = 0 if letter == "<" else _ORDER.index(letter)
        total += value * (7 if place % 3 == 0 else 3 if place % 3 == 1 else 1)
    return str(total % 10)


@dataclass(frozen=True)
class Zone:
    """What a document says, as it is printed, and its lines."""

    format: str
    title: str
    code: str
    state: str
    number: str
    family: str
    given: str = ""
    nationality: str = ""
    birth: str = ""
    sex: str = ""
    expiry: str = ""
    optional: tuple[str, ...] = ()
    kind: str = ""
    issued: str = ""
    lines: tuple[str, ...] = ()


def _fill(text: str, width: int) -> str:
    return text[:width] + "<" * (width - len(text))


def _name(zone: list[str], width: int) -> str:
    family, given = (zone[place].replace(" ", "<") for place in (5, 6))
    return _fill(f"{family}<<{given}" if given else family, width)


def _date(text: str) -> str:
    return text + ("<" if set(text) == {"<"} else digit(text))


def _own(number: str) -> str:
    return _fill(number, 9) + digit(_fill(number, 9))


def _two_lines(row: list[str], width: int) -> tuple[str, str]:
    """Compose TD2, TD3 or a visa, whatever ends its second line left out."""
    first = _fill(row[2], 2) + _fill(row[3], 3) + _name(row, width - 5)
    return first, _own(row[4]) + _fill(row[7], 3) + _date(row[8]) + row[9] + _date(row[10])


def _covered(second: str) -> str:
    return second[:10] + second[13:20] + second[21:]


def _td3(row: list[str]) -> tuple[str, ...]:
    first, second = _two_lines(row, 44)
    personal = _fill(row[11], 14)
    second += personal + ("<" if row[14] == "filler" else digit(personal))
    return first, second + digit(_covered(second))


def _td2(row: list[str]) -> tuple[str, ...]:
    first, second = _two_lines(row, 36)
    second += _fill(row[11], 7)
    return first, second + digit(_covered(second))


def _visa(row: list[str]) -> tuple[str, ...]:
    width = {"MRV-A": 44, "MRV-B": 36}[row[0]]
    first, second = _two_lines(row, width)
    return first, _fill(second + row[11], width)


def _td1(row: list[str]) -> tuple[str, ...]:
    number, optional = row[4], row[11]
    own = _own(number) + _fill(optional, 15)
    if len(number) > 9:
        rest = number[9:]
        rest += digit(number[:9] + ("" if row[14] == "alone" else "<") + rest)
        own = number[:9] + "<" + _fill(f"{rest}<{optional}", 15)
    dates, second = (_date(row[8]), _date(row[10])), _fill(row[12], 11)
    middle = dates[0] + row[9] + dates[1] + _fill(row[7], 3) + second
    composite = digit(own + dates[0] + dates[1] + second)
    return _fill(row[2], 2) + _fill(row[3], 3) + own, middle + composite, _name(row, 30)


_COMPOSED = {"TD1": _td1, "TD2": _td2, "TD3": _td3, "MRV-A": _visa, "MRV-B": _visa}


def _zone(row: list[str]) -> Zone:
    optional = tuple(text.replace("<", " ").strip() for text in row[11 : 13 if row[0] == "TD1" else 12])
    code, state, number, family, given, nationality, birth, sex, expiry = row[2:11]
    lines = _COMPOSED[row[0]](row)
    return Zone(row[0], row[1], code, state, number, family, given, nationality, birth, sex, expiry, optional,
                row[13], lines=lines)  # fmt: skip


def _card(row: list[str]) -> Zone:
    title, family, given, issued, office, serial, birth, sex = row[1:]
    first = "IDFRA" + _fill(family.replace(" ", "<"), 25) + office
    names = _fill(given.replace("-", "<").replace(" ", "<<"), 14)
    number = issued + serial
    second = number + digit(number) + names + birth + digit(birth) + sex
    lines = (first, second + digit(first + second))
    return Zone("FRENCH_CARD", title, "ID", "FRA", number, family, given, birth=birth, sex=sex,
                kind="identity_card", issued=issued, lines=lines)  # fmt: skip


def _licence(row: list[str]) -> Zone:
    title, number, expiry, family = row[1:]
    line = "D1FRA" + number
    line += digit(line) + expiry + _fill(family, 8)
    lines = (line + digit(line),)
    return Zone("FRENCH_LICENCE", title, "D1", "FRA", number, family, expiry=expiry, kind="driving_licence",
                lines=lines)  # fmt: skip


def _read() -> Iterator[Zone]:
    for line in Path(__file__).with_name("zones.txt").read_text("utf-8").splitlines():
        row = [part.strip() for part in line.split(";")]
        if not line.startswith("#"):
            yield {"CARD": _card, "LICENCE": _licence}.get(row[0], _zone)(row)


ZONES = tuple(_read())
