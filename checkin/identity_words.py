"""What is said of an identity document: its zone, mistakes in it, what decides, and who else showed it."""

from collections.abc import Sequence

from checkin import words
from checkin.domain.attendee import Attendee
from checkin.domain.identity.checks import ExpiryOutcome, Outcome, Way
from checkin.domain.identity.document import Check, Field, Problem, Reason
from checkin.domain.identity.names import Comparison
from checkin.domain.identity.validity import Law
from checkin.language import _


def problem(found: Problem) -> str:
    """Return a mistake in a machine-readable zone with its place, for one who typed it by hand."""
    return _("Line {line}, {columns}: {what}").format(
        line=found.line, columns=_columns(found), what=_mistake(found)
    )


def _columns(found: Problem) -> str:
    if found.first == found.last:
        return _("column {column}").format(column=found.first)
    return _("columns {first} to {last}").format(first=found.first, last=found.last)


def _mistake(found: Problem) -> str:
    where = zone_field(found.field) if found.field else ""
    said = {
        Reason.WRONG_LENGTH: _("characters are missing or too many"),
        Reason.WRONG_CHARACTER: _("a character that can’t stand there"),
        Reason.WRONG_DATE: _("no calendar has this date"),
        Reason.WRONG_CHECK_DIGIT: _("the check digit does not hold"),
    }[found.reason]
    return f"{said} ({where})" if where else said


def zone_field(found: Field) -> str:
    """Return the name of a part of a machine-readable zone."""
    return {
        Field.CODE: _("document code"),
        Field.STATE: _("issuing State"),
        Field.NAME: _("name"),
        Field.FAMILY: _("family name"),
        Field.GIVEN: _("given names"),
        Field.NUMBER: _("number"),
        Field.BIRTH: _("date of birth"),
        Field.SEX: _("sex"),
        Field.EXPIRY: _("date of expiry"),
        Field.NATIONALITY: _("nationality"),
        Field.OPTIONAL: _("optional field"),
        Field.OPTIONAL_2: _("optional field"),
        Field.ISSUED: _("month of issue"),
        Field.OFFICE: _("issuing office"),
        Field.COMPOSITE: _("whole zone"),
    }[found]


def check_digit(found: Check) -> str:
    """Return that a check digit holds, or not, with its place."""
    said = (
        _("Check digit of {field}, line {line}, column {column}: it holds.")
        if found.holds
        else _("Check digit of {field}, line {line}, column {column}: it does not hold.")
    )
    return said.format(field=zone_field(found.field), line=found.line, column=found.column)


def way(found: Way) -> str:
    """Return how a document was read."""
    return {Way.EYE: _("By eye"), Way.MRZ: _("By its machine-readable zone")}[found]


def shown_for(people: Sequence[Attendee]) -> str:
    """Return that a document was shown for others, and for whom."""
    names = ", ".join(words.name(person) for person in people)
    return _("This document was already shown for {names}.").format(names=names)


def refused_document() -> str:
    """Return what to do where the event takes no expired document."""
    return _("This event takes no expired document: ask for another one.")


def difference(comparison: Comparison) -> str:
    """Return the names that differ, for those who hear the screen; empty where none does."""
    said = _("List: {listed} — document: {printed}")
    return " · ".join(
        said.format(listed=found.listed, printed=found.printed) for found in comparison.differences
    )


def law(found: Law) -> str:
    """Return the rule by which a document is in force or not, empty where it is only what is printed."""
    return {
        Law.PRINTED: "",
        Law.NO_DATE: "",
        Law.FRENCH_CARD_TEN_YEARS: _("French card, ten years"),
        Law.FRENCH_CARD_FIFTEEN_YEARS: _("French card, fifteen years whatever is printed (décret 2013-1188)"),
        Law.RESIDENCE_THREE_MONTHS: _("Residence permit, up to three months more with its renewal slip"),
        Law.SPANISH_PERMANENT: _("Spanish card, permanent"),
    }[found]


def genuine() -> str:
    """Return what a zone that was read does not prove."""
    return _("Read without a mistake; that does not prove that the document is genuine.")


def to_decide(
    compared: Outcome, in_force: ExpiryOutcome, others: Sequence[Attendee] = (), *, is_refused: bool = False
) -> words.Said:
    """Return the words for a document that a person must decide upon: the gravest thing about it."""
    expiry = words.expiry(in_force)
    if is_refused:
        return words.Said(expiry.title, refused_document())
    said = words.outcome(compared) if compared is not Outcome.MATCH else expiry
    if others and compared is Outcome.MATCH:
        said = words.Said(_("Shown before"), shown_for(others))
    return words.Said(
        said.title,
        _("{what} Choose a reason to accept it, or put the card aside.").format(what=said.sentence),
    )
