"""The demonstration until the day: the event, its list, its confirmations."""

import os
from collections.abc import Iterator
from time import perf_counter
from uuid import UUID

from checkin import words
from checkin.app import new_id
from checkin.cli.demo.morning import Morning, expect, must
from checkin.cli.demo.pages import codes_in
from checkin.cli.output import pair
from checkin.domain.admission import VerdictKind
from checkin.domain.ticket import ALPHABET, SECRET_BYTES, code_for
from checkin.language import _, long_date
from checkin.resource import resource
from checkin.services.changes import ChangeKind


def event(morning: Morning) -> Iterator[str]:
    """Tell the event that was made."""
    made = morning.desk.event
    yield f"{made.title}"
    yield f"{long_date(made.starts)} · {made.address}"
    for place in made.checkpoints:
        places = _("{count} places").format(count=place.capacity) if place.capacity else ""
        yield " · ".join(filter(None, (place.name, places)))
    must(len(made.checkpoints) == 2, _("The event lacks a checkpoint."))  # noqa: PLR2004 - entrance, room


def first_list(morning: Morning) -> Iterator[str]:
    """Import the list."""
    importing = morning.desk.importing
    reading = importing.read(resource("demo", "attendees.csv"))
    applied = importing.apply(reading)
    yield _("{people} people in {replies} replies; {away} do not come").format(
        people=len(applied.added), replies=len(reading.coming), away=reading.not_coming
    )
    for problem in reading.problems:
        yield pair(_("Line {line}").format(line=problem.line), problem.reason)
    must(len(applied.added) > len(reading.coming) > 0, _("The list brought nobody, or no companion."))


def second_list(morning: Morning) -> Iterator[str]:
    """Import the same list from another kind of file."""
    importing = morning.desk.importing
    reading = importing.read(resource("demo", "attendees.xlsx"))
    plan = importing.preview(reading)
    applied = importing.apply(reading)
    for kind in (ChangeKind.NEW, ChangeKind.CHANGED, ChangeKind.SAME):
        yield pair(words.change(kind), len(plan.of_kind(kind)))
    must(not applied.added and not applied.changed, _("The second import changed the list."))


def confirmations(morning: Morning) -> Iterator[str]:
    """Issue every confirmation, then issue again."""
    began = perf_counter()
    issued = morning.desk.confirming.issue(morning.confirmations)
    each = (perf_counter() - began) / max(issued.written, 1)
    yield _("{count} PDFs in {folder}, {each:.0f} ms each").format(
        count=issued.written, folder=morning.confirmations.name, each=each * 1000
    )
    again = morning.desk.confirming.issue(morning.confirmations)
    yield _("A second run writes {count}.").format(count=again.written)
    must(issued.written > 0 and issued.is_complete, _("Some confirmations were not written."))
    must(again.written == 0, _("The second run wrote confirmations anew."))


def read_back(morning: Morning) -> Iterator[str]:
    """Read each code out of each PDF, and have it recognised as its holder's."""
    desk = morning.desk
    expected = set[UUID]()
    for standing in desk.confirming.standings():
        expected |= {one.id for one in standing.party.members}
        for code in codes_in(desk.confirming.file_for(standing.party, morning.confirmations)):
            holder = expect(desk.admitting.scan(code), VerdictKind.WELCOME)
            must(holder.party_id == standing.party.id, _("A confirmation carries another party's code."))
            morning.codes[holder.id] = code
    yield _("{read} codes of {expected} recognised, each as its holder's").format(
        read=len(morning.codes), expected=len(expected)
    )
    must(morning.codes.keys() == expected, _("Some codes were not read."))


def forged(morning: Morning) -> Iterator[str]:
    """Try codes that were made without the organiser's secret, misread, or of something else."""
    real = next(iter(morning.codes.values()))
    wrong = ALPHABET[ALPHABET.index(real[9]) - 1]
    for code, kind in (
        (code_for(os.urandom(SECRET_BYTES), new_id()), VerdictKind.UNKNOWN),
        (real[:9] + wrong + real[10:], VerdictKind.MISREAD),
        ("WIFI:S:Ministere;T:WPA;P:invites;;", VerdictKind.FOREIGN),
    ):
        verdict = morning.desk.admitting.scan(code)
        yield f"{code[:12]}… → {words.verdict(verdict).title}"
        must(verdict.kind is kind, _("This code was taken for another kind."))
