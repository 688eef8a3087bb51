"""What stands on which page of the roster, before anything is drawn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from heapq import merge

from checkin.domain.attendee import Attendee, Party, parties
from checkin.domain.folding import fold, sort_key


class Order(StrEnum):
    """How the roster is sorted; in all but PERSON, the companions follow their lead."""

    PERSON = "person"  # everybody under their own name
    NAME = "name"  # by the lead's family name, with a reference from each companion's own place
    ORGANISATION = "organisation"  # by the lead's organisation, then by name
    PARTY = "party"  # by the lead's family name, without references


class Kind(StrEnum):
    """What a line of the roster is."""

    HEADING = "heading"
    LEAD = "lead"  # or whoever stands by themselves
    COMPANION = "companion"
    REFERENCE = "reference"  # a companion under their own letter: see the lead


HEIGHTS = {Kind.HEADING: 25.0, Kind.LEAD: 29.0, Kind.COMPANION: 29.0, Kind.REFERENCE: 16.0}  # points


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a person with their party's lead; a heading stands over the person who follows it.

    The index down the side finds it by `letter`.
    """

    kind: Kind
    letter: str
    heading: str
    person: Attendee
    lead: Attendee


Block = list[Line]  # lines that stay on one page


def pages(
    attendees: Iterable[Attendee], order: Order, room: float, *, leads: bool = True
) -> list[list[Line]]:
    """Return the lines of each page, of `room` points.

    A party stays on one page where it fits on any, and a heading that goes on is repeated. Without `leads`,
    nothing refers from a companion's own place to the lead.
    """
    made: list[list[Line]] = [[]]
    left = room
    for block in _with_headings(_blocks(parties(attendees), order, leads=leads)):
        for piece in [block] if _height(block) <= room else [[line] for line in block]:
            fitting = piece
            if _height(piece) > left and made[-1]:
                fitting = _headed(piece)
                made.append([])
                left = room
            made[-1].extend(fitting)
            left -= _height(fitting)
    return made


def _height(lines: list[Line]) -> float:
    return sum(HEIGHTS[line.kind] for line in lines)


def _headed(lines: list[Line]) -> list[Line]:
    first = lines[0]
    return lines if first.kind is Kind.HEADING else [replace(first, kind=Kind.HEADING), *lines]


def _blocks(sorted_parties: list[Party], order: Order, *, leads: bool) -> list[Block]:
    if order is Order.PERSON:
        return sorted(map(_person, _with_leads(sorted_parties)), key=_block_key)
    if order is Order.ORGANISATION:
        sorted_parties = sorted(sorted_parties, key=lambda party: _organisation_key(party.lead))
        return [_party(party, party.lead.organisation) for party in sorted_parties]
    blocks = [_party(party) for party in sorted_parties]
    if order is Order.PARTY or not leads:
        return blocks
    return _with_references(blocks, sorted_parties)


def _with_leads(sorted_parties: Iterable[Party]) -> Iterator[tuple[Attendee, Attendee]]:
    return ((person, party.lead) for party in sorted_parties for person in party.members)


def _person(pair: tuple[Attendee, Attendee]) -> Block:
    person, lead = pair
    letter = _initial(person.list_name)
    return [Line(Kind.LEAD, letter, letter, person, lead)]


def _party(party: Party, heading: str | None = None) -> Block:
    lead = party.lead
    letter = _initial(lead.list_name if heading is None else heading)
    shown = letter if heading is None else heading
    return [
        Line(Kind.LEAD if person is lead else Kind.COMPANION, letter, shown, person, lead)
        for person in party.members
    ]


def _with_references(blocks: list[Block], sorted_parties: list[Party]) -> list[Block]:
    """Put a reference to each named companion where the name is looked for, unless beside the party."""
    references = (
        [_reference(person, party.lead)]
        for party in sorted_parties
        for person in party.companions
        if person.is_named
    )
    in_order = list(merge(blocks, sorted(references, key=_block_key), key=_block_key))
    return [
        block
        for place, block in enumerate(in_order)
        if block[0].kind is Kind.LEAD or not _is_beside(block[0], in_order, place)
    ]


def _reference(person: Attendee, lead: Attendee) -> Line:
    letter = _initial(person.list_name)
    return Line(Kind.REFERENCE, letter, letter, person, lead)


def _is_beside(reference: Line, blocks: list[Block], place: int) -> bool:
    """Whether nothing but the same party's lines stand between a reference and its party, in one letter."""
    for step in (-1, 1):
        at = place + step
        while 0 <= at < len(blocks):
            other = blocks[at][0]
            if other.lead is not reference.lead or other.letter != reference.letter:
                break
            if other.kind is Kind.LEAD:
                return True
            at += step
    return False


def _block_key(block: Block) -> tuple[str, ...]:
    return block[0].person.sort_key


def _with_headings(blocks: Iterable[Block]) -> Iterator[Block]:
    """Put a heading before the first block of each letter or organisation, to stay with it."""
    last: str | None = None
    for block in blocks:
        first = block[0]
        if fold(first.heading) != last:
            last = fold(first.heading)
            yield _headed(block)
        else:
            yield block


@lru_cache(maxsize=4096)
def _initial(name: str) -> str:
    """Return the letter under which a name is looked for, without accent; empty without a name."""
    return fold(name)[:1].upper()


def _organisation_key(person: Attendee) -> tuple[str, ...]:
    return ("" if person.organisation else "~", *sort_key(person.organisation), *person.sort_key)
