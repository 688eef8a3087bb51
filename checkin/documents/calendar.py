"""The event as an entry for a calendar (iCalendar, RFC 5545), and what takes it out again (iTIP, RFC 5546).

A party's entry keeps its UID for ever; SEQUENCE grows with each version of the confirmation, so that a
calendar replaces what it has; the cancellation of a version comes after it and before the next one.
"""

from datetime import UTC, datetime, timedelta
from functools import cache

from icalendar import Alarm, Calendar, Timezone, TimezoneDaylight, TimezoneStandard, vCalAddress, vRecur
from icalendar import Event as Component

from checkin.documents.entry import Entry
from checkin.language import PARIS, spoken

_WINTER, _SUMMER = timedelta(hours=1), timedelta(hours=2)
_SPRING = datetime(1996, 3, 31, 2)  # noqa: DTZ001 - by the clock before the change (RFC 5545, 3.6.5)
_AUTUMN = datetime(1996, 10, 27, 3)  # noqa: DTZ001 - the same
_REMIND_BEFORE = timedelta(days=1)

TimezoneRules = TimezoneDaylight | TimezoneStandard


def calendar_entry(entry: Entry) -> bytes:
    """Return the `.ics` of an entry, its times in Europe/Paris with the zone's rules beside them."""
    calendar = Calendar()
    calendar.add("prodid", "-//checkin//checkin//FR")
    calendar.add("version", "2.0")
    calendar.add("method", entry.method)
    calendar.add_component(_paris())
    calendar.add_component(_component(entry))
    return bytes(calendar.to_ical())


def _component(entry: Entry) -> Component:
    event = entry.event
    component = Component()
    component.add("uid", f"{entry.party_id}.{event.id}@checkin")
    component.add("sequence", 2 * entry.version + entry.is_cancelled)
    component.add("dtstamp", entry.stamp.astimezone(UTC))
    component.add("dtstart", event.starts.astimezone(PARIS))
    component.add("dtend", event.ends.astimezone(PARIS))
    component.add("summary", event.title, parameters={"LANGUAGE": entry.language})
    component.add("location", ", ".join(filter(None, (event.building, event.address))))
    component.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    component.add("transp", "TRANSPARENT" if entry.is_cancelled else "OPAQUE")
    if event.reply_to:
        component.add("organizer", _address(event.reply_to, CN=event.organiser or event.reply_to))
        component.add(
            "attendee", _address(entry.to, PARTSTAT="ACCEPTED", RSVP="FALSE", ROLE="REQ-PARTICIPANT")
        )
    if not entry.is_cancelled:
        component.add("description", _description(entry))
        component.add_component(_reminder(entry))
    return component


def _address(address: str, **parameters: str) -> vCalAddress:
    made = vCalAddress(f"mailto:{address}")
    made.params.update(parameters)
    return made


def _description(entry: Entry) -> str:
    """Return what must not be forgotten; never a code: calendars are shared."""
    event = entry.event
    _ = spoken(entry.language)
    lines = [_("Entrance: {place}").format(place=event.entrance.name)]
    if event.room:
        lines.append(_("Room: {place}").format(place=event.room.name))
    if event.policy.identity_required:
        lines.append(_("Bring an identity document: it will be checked at the entrance."))
    lines.append(_("Your code is in the confirmation that came with this entry."))
    return "\n".join(lines)


def _reminder(entry: Entry) -> Alarm:
    _ = spoken(entry.language)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _("Tomorrow: your confirmation and an identity document"))
    alarm.add("trigger", -_REMIND_BEFORE)
    return alarm


@cache
def _paris() -> Timezone:
    """Return the rules of Europe/Paris since 1996 (directive 2000/84/EC), of which every event is later."""
    zone = Timezone()
    zone.add("tzid", PARIS.key)
    zone.add_component(_change(TimezoneDaylight(), "CEST", _SPRING, _WINTER, _SUMMER))
    zone.add_component(_change(TimezoneStandard(), "CET", _AUTUMN, _SUMMER, _WINTER))
    return zone


def _change(
    rules: TimezoneRules, name: str, first: datetime, before: timedelta, after: timedelta
) -> TimezoneRules:
    """Fill in the change of the clocks on the last Sunday of the month of `first`, every year since."""
    rules.add("tzname", name)
    rules.add("tzoffsetfrom", before)
    rules.add("tzoffsetto", after)
    rules.add("dtstart", first)
    rules.add("rrule", vRecur(freq="yearly", bymonth=first.month, byday="-1su"))
    return rules
