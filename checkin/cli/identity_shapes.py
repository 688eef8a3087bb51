"""What `checkin identity` shows with --json: a document whole, for whoever reads it in a shell."""

from checkin.cli.shapes import Shape
from checkin.domain.identity.checks import Figures
from checkin.domain.identity.document import Check, Document, Field, PartialDate, Unread
from checkin.domain.identity.names import Comparison, Difference
from checkin.domain.identity.validity import Validity

Pieces = tuple[tuple[str, bool], ...]


def document_shape(found: Document, in_force: Validity) -> Shape:
    """Return what a machine-readable zone says, its check digits and whether it is in force."""
    return {
        "read": True,
        "format": found.format.value,
        "code": found.code,
        "document": found.kind.value,
        "issuing_state": found.issuing_state,
        "number": found.number,
        "family_name": " ".join(found.name.family),
        "given_names": " ".join(found.name.given),
        "family_cut": found.name.family_cut,
        "given_cut": found.name.given_cut,
        "nationality": found.nationality,
        "birth": _day(found.birth),
        "sex": found.sex.value,
        "expiry": _day(found.expiry),
        "issued": _day(found.issued),
        "optional": list(found.optional),
        "checks": _checks(found.checks),
        "validity": in_force.outcome.value,
        "valid_until": in_force.until.isoformat() if in_force.until else None,
        "law": in_force.law.value,
        "reason": None,
        "problems": [],
    }


def told(found: Document) -> dict[Field, str]:
    """Return the parts of a document as they are read out, empty where it tells nothing."""
    return {
        Field.STATE: found.issuing_state,
        Field.NUMBER: found.number,
        Field.FAMILY: " ".join(found.name.family),
        Field.GIVEN: " ".join(found.name.given),
        Field.NATIONALITY: found.nationality,
        Field.BIRTH: _day(found.birth) or "",
        Field.SEX: found.sex.value,
        Field.EXPIRY: _day(found.expiry) or "",
        Field.ISSUED: _day(found.issued) or "",
        Field.OPTIONAL: " · ".join(filter(None, found.optional)),
    }


def unread_shape(found: Unread) -> Shape:
    """Return why a text is no document, and each mistake at its place: lines and columns from 1."""
    problems = [
        {
            "reason": one.reason.value,
            "field": one.field.value if one.field else None,
            "line": one.line,
            "first": one.first,
            "last": one.last,
        }
        for one in found.problems
    ]
    return {
        "read": False,
        "reason": found.reason.value,
        "problems": problems,
        "checks": _checks(found.checks),
    }


def comparison_shape(found: Comparison | Unread) -> Shape:
    """Return how two names compare, and the letters that differ: [from, to) on each side."""
    if isinstance(found, Unread):
        return {"outcome": None, "unread": found.reason.value, "reasons": [], "differences": []}
    return {
        "outcome": found.outcome.value,
        "unread": None,
        "reasons": [reason.value for reason in found.reasons],
        "differences": [_difference(one) for one in found.differences],
    }


def figures_shape(found: Figures) -> Shape:
    """Return the supervisor's figures, 0 where there was none."""
    return {
        "by_way": {way.value: count for way, count in found.by_way.items()},
        "by_outcome": {outcome.value: count for outcome, count in found.by_outcome.items()},
        "overrides": {reason.value: count for reason, count in found.overrides.items()},
    }


def _day(known: PartialDate | None) -> str | None:
    """Return a date as far as it is known: 1974-08-12, 1974-08, 1974."""
    if known is None:
        return None
    parts = (f"{part:02d}" for part in (known.month, known.day) if part is not None)
    return "-".join((f"{known.year:04d}", *parts))


def _checks(checks: tuple[Check, ...]) -> list[Shape]:
    return [
        {"field": one.field.value, "line": one.line, "column": one.column, "holds": one.holds}
        for one in checks
    ]


def _difference(found: Difference) -> Shape:
    listed, printed = found.marked()
    return {
        "part": found.part.value,
        "listed": found.listed,
        "printed": found.printed,
        "listed_differs": _spans(listed),
        "printed_differs": _spans(printed),
    }


def _spans(pieces: Pieces) -> list[list[int]]:
    spans, start = [], 0
    for text, differs in pieces:
        if differs:
            spans.append([start, start + len(text)])
        start += len(text)
    return spans
