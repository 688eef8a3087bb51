"""Where the head of a sheet is, in one line or several, and the words that it puts above each column."""

import re
from collections.abc import Sequence
from itertools import islice

from checkin.domain.folding import fold
from checkin.intake.casing import clean
from checkin.intake.lists.headers import COMPANION_ROLES, said_by
from checkin.intake.lists.slots import has_slots, heads_slots, is_slot
from checkin.intake.lists.tables import Sheet

_LOOK_AT_ROWS = 40
_LEAST_WEIGHT = 3
_MEANINGLESS = re.compile(r"(?:colonne|column|champ|field|col|unnamed|f|a|b|c|d|e|g) ?\d*")


def head(sheet: Sheet, width: int) -> tuple[int, list[str]]:
    """Return the index of the last line of the header, and the words of all of it, column by column."""
    header = find_header(sheet)
    labels = _labels(sheet, header, width)
    for row in sheet.rows[header + 1 :]:
        if not heads_slots(row, labels):
            break
        labels = [
            " ".join(filter(None, (label, clean(row[at]) if at < len(row) else "")))
            for at, label in enumerate(labels)
        ]
        header += 1
    return header, labels


def find_header(sheet: Sheet) -> int:
    """Return the index of the row that heads the columns, -1 where there is none."""
    best, at = 0, -1
    for index, row in enumerate(islice(sheet.rows, _LOOK_AT_ROWS)):
        weight = _header_weight(row)
        if weight > best:
            best, at = weight, index
    return at if best >= _LEAST_WEIGHT else _silent_header(sheet)


def _silent_header(sheet: Sheet) -> int:
    """Return the first row of days, of words that say nothing (« Colonne1 »), or above addresses; else -1."""
    for at, row in enumerate(islice(sheet.rows, _LOOK_AT_ROWS)):
        below = sheet.rows[at + 1] if at + 1 < len(sheet.rows) else []
        if heads_slots(row, []) or (has_slots(row) and (heads_slots(below, row) or not has_slots(below))):
            return at
        if sum(map(bool, map(str.strip, row))) > 1:
            break  # people, or words
    filled = [
        (at, row) for at, row in enumerate(islice(sheet.rows, _LOOK_AT_ROWS)) if any(map(str.strip, row))
    ]
    if len(filled) < 2:  # noqa: PLR2004 - a header and a person
        return -1
    (at, first), (_, second) = filled[:2]
    words = [fold(cell) for cell in first if cell.strip()]
    if len(words) > 1 and all(map(_MEANINGLESS.fullmatch, words)):
        return at
    above = any(
        "@" in below and " " not in below.strip() and cell.strip() and "@" not in cell
        for cell, below in zip(first, second, strict=False)
    )
    return at if above else -1


def _header_weight(row: Sequence[str]) -> int:
    """How much a row looks like the head of a list of people."""
    filled = [clean(cell) for cell in row if cell.strip()]
    if any("@" in cell.strip("@") or cell.isdigit() for cell in filled):
        return 0
    said = [said_by(cell) for cell in filled]
    kinds = {one.role for one in said if one.role}
    weight = sum(max(one.weight for one in said if one.role is kind) for kind in kinds)
    unknown = sum(one.weight == 0 and not is_slot(cell) for one, cell in zip(said, filled, strict=True))
    return weight if len(kinds) * 3 >= unknown else 0


def _labels(sheet: Sheet, header: int, width: int) -> list[str]:
    """Return the words at the head of each column, with those of a group above them (merged cells)."""
    if header < 0:
        return [""] * width
    row = sheet.rows[header]
    labels = [clean(row[at]) if at < len(row) else "" for at in range(width)]
    for span in sheet.spans:
        if span.bottom == header - 1 and span.right > span.left and span.right - span.left < width - 1:
            group = clean(sheet.rows[span.top][span.left])
            for at in range(span.left, min(span.right + 1, width)):
                labels[at] = f"{labels[at]} {group}".strip()
    return _with_companions_above(labels, sheet.rows[header - 1]) if header and not sheet.spans else labels


def _with_companions_above(labels: list[str], above: list[str]) -> list[str]:
    """Return the labels, those below « Accompagnant » on the line above with that word.

    Without merged cells nothing says how far it reaches: as far as labels repeat what stood before.
    """
    group, done = "", []
    for at, label in enumerate(labels):
        if at < len(above) and (text := clean(above[at])):
            group = text if said_by(text).role in COMPANION_ROLES else ""
        repeats = fold(label) in map(fold, labels[:at])
        group = group if repeats else ""
        done.append(f"{label} {group}".strip())
    return done
