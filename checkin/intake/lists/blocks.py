"""Lists set side by side, put one below the other: blocks of columns, or the recipients of a mail."""

from dataclasses import replace

from checkin.domain.folding import fold
from checkin.intake.casing import clean
from checkin.intake.lists import contents
from checkin.intake.lists.columns import NAMES
from checkin.intake.lists.headers import Role, said_by
from checkin.intake.lists.heads import head
from checkin.intake.lists.tables import Sheet


def stacked(sheet: Sheet) -> Sheet:
    """Return a sheet whose header repeats itself with the rows of each block on their own, line by line."""
    width = max(map(len, sheet.rows), default=0)
    header, labels = head(sheet, width)
    alone = _are_recipients(sheet.rows) or _are_people(labels, sheet.rows[header + 1 :])
    step = 1 if alone else _step([fold(label) for label in labels])
    if not step:
        return sheet
    rows, lines = list(sheet.rows[: header + 1]), [*range(1, header + 2)]
    if header >= 0:
        rows[header] = rows[header][:step]
    for index, row in enumerate(sheet.rows[header + 1 :], header + 1):
        blocks = [row[at : at + step] for at in range(0, len(row), step)]
        filled = [block for block in blocks if any(map(str.strip, block))] or [[]]
        rows += filled
        lines += [sheet.line(index)] * len(filled)
    return replace(sheet, rows=rows, spans=(), lines=tuple(lines))


def _are_recipients(rows: list[list[str]]) -> bool:
    """Whether each cell is an address: « Jean Dupont <jean@…>; Léa Petit <lea@…> », pasted from a mail."""
    most = 20  # lines that a program breaks a header in
    return len(rows) <= most and all("@" in cell for row in rows for cell in row if cell.strip())


def _are_people(labels: list[str], rows: list[list[str]]) -> bool:
    """Whether each column is a list of people: « Intervenants » beside « Participants »."""
    heads = [fold(label) for label in labels if label]
    plural = all(head.endswith("s") and said_by(head).role in {Role.FULL, Role.MARK} for head in heads)
    if len(heads) < 2 or not plural:  # noqa: PLR2004 - as most lists, whose cells are spared
        return False
    return contents.are_whole_names([clean(cell) for row in rows for cell in row if cell.strip()])


def _step(labels: list[str]) -> int:
    """Return after how many columns the labels begin again, 0 where they don't; a name is among them."""
    while labels and not labels[-1]:
        labels = labels[:-1]
    for step in range(2, len(labels) // 2 + 2):
        again = all(one == other for one, other in zip(labels, labels[step:], strict=False))
        whole = (len(labels) - step) * 2 >= step and any(labels[step:])
        if again and whole and any(said_by(label).role in NAMES for label in labels[step:]):
            return step
    return 0
