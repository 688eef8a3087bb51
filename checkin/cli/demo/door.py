"""The demonstration on the day: the entrance, the room, the attendance sheet."""

from collections.abc import Iterator
from time import perf_counter

from checkin import words
from checkin.app import now
from checkin.cli.decision import by_mrz
from checkin.cli.demo.morning import Amiss, Morning, expect, must
from checkin.cli.demo.pages import pages_and_text
from checkin.domain.admission import VerdictKind
from checkin.domain.attendee import Attendee
from checkin.domain.identity.checks import IdentityCheck
from checkin.domain.identity.document import Field, Format
from checkin.domain.identity.specimen import printed_name, write
from checkin.language import _
from checkin.services.admitting import Entry
from checkin.services.attending import Crossing, PassageKind


def identity(morning: Morning) -> Iterator[str]:
    """Read the lead's document, with a slip of the reader's, then right; then somebody else's."""
    party = morning.party()
    zone = _specimen(party.lead)
    slip = zone[:50] + ("1" if zone[50] != "1" else "2") + zone[51:]
    unread = by_mrz(morning.desk, party.lead, slip, None)
    yield _("with a digit misread: {said}").format(said=unread.lines[0])
    must(unread.unread is not None, _("The misread document was accepted."))
    read = by_mrz(morning.desk, party.lead, zone, None)
    yield _("read right: {said}").format(said=" · ".join(read.lines))
    must(read.is_accepted, _("The guest’s own document was not accepted."))
    other = by_mrz(morning.desk, party.lead, _specimen(party.companions[0]), None)
    yield _("another person’s: {said}").format(said=other.lines[1])
    must(not other.is_accepted, _("Another person’s document was accepted."))
    morning.check = read.check


def lead(morning: Morning) -> Iterator[str]:
    """Admit the lead of a party."""
    party = morning.party()
    entry = _admit(morning, party.lead, morning.check)
    yield _("{name} is admitted").format(name=words.name(party.lead))
    yield _("still to come with this party: {names}").format(
        names=", ".join(words.name(one.attendee) for one in entry.verdict.waiting)
    )
    must(len(entry.verdict.waiting) == len(party.companions), _("The companions were admitted, too."))


def second_scan(morning: Morning) -> Iterator[str]:
    """Scan the lead's code again."""
    guest = morning.party().lead
    verdict = morning.desk.admitting.scan(morning.codes[guest.id])
    said = words.verdict(verdict)
    yield f"{said.title} · {said.sentence}"
    expect(verdict, VerdictKind.ALREADY_ADMITTED)
    here, expected = morning.desk.admitting.counts()
    yield _("{here} here of {expected} expected").format(here=here, expected=expected)
    must(here == 1, _("One person came, and the count is another."))


def companion(morning: Morning) -> Iterator[str]:
    """Admit a companion by their own code."""
    guest = morning.party().companions[0]
    _admit(morning, guest)
    yield _("{name} is admitted").format(name=words.name(guest))
    here, expected = morning.desk.admitting.counts()
    yield _("{here} here of {expected} expected").format(here=here, expected=expected)
    must(here == 2, _("Two people came, and the count is another."))  # noqa: PLR2004 - the lead, the companion


def search_and_undo(morning: Morning) -> Iterator[str]:
    """Find a guest with half of a name, admit them, take it back."""
    desk = morning.desk
    found = [one.attendee for one in desk.searching.find("artois")]
    yield f"« artois » → {', '.join(map(words.name, found))}"
    must(len(found) == 1, _("The search did not find the one guest of that name."))
    entry = _admit(morning, found[0])
    undone = entry.admission is not None and desk.admitting.void(entry.admission.id, _("wrong person"))
    yield _("admitted, then undone; the record keeps both")
    must(undone, _("The admission was not undone."))
    expect(desk.admitting.look_up(found[0].id), VerdictKind.WELCOME)
    must(desk.admitting.counts()[0] == 2, _("Two people came, and the count is another."))  # noqa: PLR2004 - as before


def room(morning: Morning) -> Iterator[str]:
    """Count the lead in, out and in again; send someone who did not pass the entrance back there."""
    party = morning.party()
    code = morning.codes[party.lead.id]
    for kind in (PassageKind.IN, PassageKind.OUT, PassageKind.IN):
        yield _crossed(morning, code, kind)
    yield _crossed(morning, morning.codes[party.companions[0].id], PassageKind.IN)
    here = {one.attendee.id for one in morning.desk.searching.everyone() if one.is_here}
    late = next(one for one in morning.codes if one not in here)
    yield _crossed(morning, morning.codes[late], PassageKind.NOT_ADMITTED)
    must(morning.desk.attending.occupancy().inside == 2, _("The room's count is wrong."))  # noqa: PLR2004 - both


def wave(morning: Morning) -> Iterator[str]:
    """Admit three parties of four with everyone in them, and count each person into the room."""
    desk, began, come = morning.desk, perf_counter(), 0
    for number, one in enumerate(desk.confirming.standings()):
        waiting = desk.admitting.look_up(one.party.lead.id).waiting if number % 4 else ()
        for member in waiting:
            _admit(morning, member.attendee)
            _crossed(morning, morning.codes[member.attendee.id], PassageKind.IN)
            come += 1
    each = (perf_counter() - began) / max(come, 1)
    yield _("{count} people admitted and counted in, {each:.1f} ms each").format(count=come, each=each * 1000)
    here, expected = desk.admitting.counts()
    yield _("{here} here of {expected} expected").format(here=here, expected=expected)
    must(here == 2 + come, _("Some admissions were not recorded."))  # the lead and the companion came before
    must(desk.attending.occupancy().inside == here, _("The room's count is wrong."))


def roster(morning: Morning) -> Iterator[str]:
    """Print the attendance sheet, and look for the guests on it."""
    morning.desk.rostering.save(morning.roster)
    pages, text = pages_and_text(morning.roster)
    expected = [one.party.lead for one in morning.desk.confirming.standings()]
    missing = [one for one in expected if one.family_name not in text]
    yield _("{pages} pages in {file}").format(pages=pages, file=morning.roster.name)
    must(not missing, _("{count} guests are not on the sheet.").format(count=len(missing)))


def _specimen(guest: Attendee) -> str:
    """Return the machine-readable zone of an invented passport in a guest's name (ICAO 9303-4)."""
    return "\n".join(
        write(
            Format.TD3,
            {
                Field.CODE: "P",
                Field.STATE: "FRA",
                Field.NAME: printed_name(guest.family_name, guest.given_name),
                Field.NUMBER: "00XX00000",
                Field.NATIONALITY: "FRA",
                Field.BIRTH: "800101",
                Field.EXPIRY: f"{(now().year + 5) % 100:02}0101",
            },
        )
    )


def _admit(morning: Morning, guest: Attendee, check: IdentityCheck | None = None) -> Entry:
    """Admit a guest by their code, once; raises Amiss otherwise."""
    admitting = morning.desk.admitting
    verdict = admitting.scan(morning.codes[guest.id])
    expect(verdict, VerdictKind.WELCOME)
    entry = admitting.admit(guest.id, admitting.new_admission_id(), check, verdict.ticket_id)
    if not entry.is_new:
        raise Amiss(_("The guest was not admitted."))
    return entry


def _crossed(morning: Morning, code: str, kind: PassageKind) -> str:
    """Scan a code at the room's door, and return what is said of it; raises Amiss if it is another."""
    crossing = morning.desk.attending.scan(code)
    if crossing.kind is not kind:
        raise Amiss(_("The verdict is “{kind}”, not “{expected}”.").format(kind=crossing.kind, expected=kind))
    return f"{_name(crossing)} → {words.passage(kind).title} · {_inside(crossing)}"


def _name(crossing: Crossing) -> str:
    holder = crossing.verdict.holder
    return words.name(holder.attendee) if holder else "–"


def _inside(crossing: Crossing) -> str:
    count = crossing.occupancy
    return _("Inside: {inside} of {capacity}").format(inside=count.inside, capacity=count.capacity)
