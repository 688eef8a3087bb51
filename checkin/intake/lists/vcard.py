"""Address cards (.vcf): vCard 2.1 (versit, 1996), 3.0 (RFC 2426) and 4.0 (RFC 6350): who they are of."""

import quopri
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from checkin.domain.errors import InputError
from checkin.domain.folding import fold
from checkin.intake.casing import clean
from checkin.intake.lists.delimited import decode
from checkin.intake.lists.parties import gather
from checkin.intake.lists.rows import Entry
from checkin.intake.lists.tables import load
from checkin.intake.names import from_parts, understand
from checkin.intake.proposals import PersonName, Problem, Proposal, Reading, Reply, Source
from checkin.language import _

_FOLD = re.compile(r"(?<!=)\n[ \t]")  # after « = », quoted-printable goes on by itself
_ESCAPED = re.compile(r"\\([\\,;:nN])")
_PARTED = re.compile(r"(?<!\\);")
_LIST = re.compile(r"(?<!\\),")  # between several names of one kind
_LAST = 101  # after the ranks of 4.0
_KEPT = {"N", "FN", "ORG", "TITLE", "ROLE", "EMAIL", "NOTE", "KIND"}


@dataclass(frozen=True, slots=True)
class _Value:
    text: str
    rank: int = _LAST  # 1 is what its owner prefers

    def part(self, at: int) -> str:
        parts = _PARTED.split(self.text)
        return _plain(parts[at]) if at < len(parts) else ""


@dataclass(frozen=True, slots=True)
class _Card:
    line: int
    values: dict[str, list[_Value]]

    def first(self, name: str) -> _Value:
        return min(self.values.get(name, []), key=lambda value: value.rank, default=_Value(""))


def read_cards(path: Path, name: str) -> Reading:
    """Return the people of an address book; a card without a name is a problem on the line where it begins.

    InputError if the file holds no card.
    """
    cards = list(_cards(decode(load(path))))
    if not cards:
        raise InputError(_("The file holds no address card."), _("Export the contacts again, as vCard."))
    entries: list[Entry] = []
    problems: list[Problem] = []
    for card in cards:
        person = _person(card)
        if person is None:
            problems.append(Problem(card.line, _("There is no name.")))
        elif card.first("KIND").text.casefold() != "group":
            entries.append(Entry(_proposal(card, person, name)))
    return Reading(name, tuple(gather(entries)), tuple(problems), has_answers=False)


def _proposal(card: _Card, person: PersonName, name: str) -> Proposal:
    return Proposal(
        Reply.CONFIRMED,
        person,
        Source(name, line=card.line),
        email=card.first("EMAIL").part(0).removeprefix("mailto:"),
        organisation=card.first("ORG").part(0),
        function=_plain(card.first("TITLE").text or card.first("ROLE").text),
        notes=_plain(card.first("NOTE").text),
    )


def _person(card: _Card) -> PersonName | None:
    """Return whose card it is, None for an organisation's."""
    n, written = _Value(_LIST.sub(" ", card.first("N").text)), _plain(card.first("FN").text)
    family, given = n.part(0), n.part(1)
    if family and given:
        return from_parts(given, family, n.part(3), written)
    whole = written or family or given
    if (
        not whole
        or fold(whole) == fold(card.first("ORG").part(0))
        or card.first("KIND").text.casefold() == "org"
    ):
        return None
    name = understand(whole)
    return name if name.given_name or name.family_name else None  # « FN:info@example.org »


def _cards(text: str) -> Iterator[_Card]:
    card: _Card | None = None
    for line, content in _lines(text):
        name, value = _property(content)
        if name == "BEGIN":
            if card:  # the one before was cut short
                yield card
            card = _Card(line, defaultdict(list))
        elif name == "END" and card:
            yield card
            card = None
        elif card and name in _KEPT and value.text:
            card.values[name].append(value)
    if card:
        yield card


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the content lines unfolded, each with the number of the line where it begins."""
    number = 1
    waiting, begun = "", 0
    for content in _FOLD.sub("\0", text.replace("\r\n", "\n")).split("\n"):
        here = number
        number += content.count("\0") + 1
        joined = content.replace("\0", "")
        soft = joined.endswith("=") and "QUOTED-PRINTABLE" in (waiting or joined).upper()
        waiting, begun = waiting + (joined[:-1] if soft else joined), begun or here
        if not soft:
            yield begun, waiting
            waiting, begun = "", 0


def _property(content: str) -> tuple[str, _Value]:
    """Return a property's name in capitals, without its group (« item1. »), and its value decoded."""
    head, _colon, text = content.partition(":")
    name, *parameters = head.upper().split(";")
    if "ENCODING=QUOTED-PRINTABLE" in parameters or "QUOTED-PRINTABLE" in parameters:
        charset = next(
            (one.removeprefix("CHARSET=") for one in parameters if one.startswith("CHARSET=")), "UTF-8"
        )
        text = _decoded(quopri.decodestring(text.encode("utf-8", "replace")), charset)
    return name.rpartition(".")[2].strip(), _Value(text.strip(), min(map(_rank, parameters), default=_LAST))


def _rank(parameter: str) -> int:
    """Return what a parameter says of preference: « PREF=2 » (4.0), « PREF » (2.1), « TYPE=WORK,PREF »."""
    name, _equals, value = parameter.partition("=")
    if name == "PREF":
        return int(value) if value.isdecimal() else 1
    return 1 if name == "TYPE" and "PREF" in value.strip('"').split(",") else _LAST


def _decoded(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return decode(data)


def _plain(text: str) -> str:
    return clean(_ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text))
