"""Which column of a sheet holds what: guessed from the words at its head, or from what it holds."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice

from checkin.domain.folding import fold
from checkin.intake.casing import clean
from checkin.intake.lists import contents
from checkin.intake.lists.headers import COMPANION_ROLES, Role, Said, said_by
from checkin.intake.lists.heads import head
from checkin.intake.lists.slots import is_slot
from checkin.intake.lists.tables import Sheet

_SAMPLE_ROWS = 300
_NUMBER = re.compile(r"\d+")
_OUTLOOK = {  # labels that no list of guests has: of the contacts of Outlook
    "mileage", "kilometrage", "directory server", "serveur d annuaire", "e mail 2 address", "e mail type",
    "type de messagerie", "adresse de messagerie 2", "nom complet de l adresse de messagerie",
}  # fmt: skip
_OUTLOOK_FAMILY = re.compile(
    r"^(?:spouse|children|conjoint e|enfants|assistant.*|manager.*|responsable.*|referred by)$"
)
_IF_YES = re.compile(r"^(?:si oui|si vous|if yes|if so|le cas echeant)\b")
NAMES = {Role.FULL, Role.FAMILY, Role.GIVEN, Role.BIRTH}
_ONCE = {
    Role.FULL,
    Role.FAMILY,
    Role.GIVEN,
    Role.TITLE,
    Role.ORGANISATION,
    Role.FUNCTION,
    Role.LANGUAGE,
}
_ONCE |= {Role.PARTY, Role.LEAD, Role.BIRTH}

# What the words at the head of a column say, what it holds instead, and what it then is.
_Rule = tuple[Role, Callable[[list[str]], bool], Role]
_MISLED: tuple[_Rule, ...] = (
    (Role.TITLE, lambda held: not contents.are_titles(held), Role.FUNCTION),
    (Role.FUNCTION, contents.are_titles, Role.TITLE),
    (Role.EMAIL, lambda held: not contents.has_email(held), Role.NOTHING),
    (Role.PRESENCE, contents.tell_marks, Role.MARK),
    (Role.PRESENCE, contents.are_emails, Role.EMAIL),  # « Confirmation de l'e-mail »
    (Role.FULL, contents.are_numbers, Role.COMPANION_COUNT),  # « Guests »
    (Role.FULL, contents.are_answers, Role.PRESENCE),  # « Confirmé »
)
_MISLED_ALONE: tuple[_Rule, ...] = (  # where no other column holds names
    (Role.EMAIL, contents.name_people, Role.FULL),
    (Role.PRESENCE, contents.are_whole_names, Role.FULL),  # « Présents »
)


@dataclass(frozen=True, slots=True)
class Column:
    """What one column holds; `group` is the companion's number where each has columns of their own."""

    role: Role = Role.NOTHING
    label: str = ""
    group: int = 0


@dataclass(frozen=True, slots=True)
class Shape:
    """How one sheet is to be read: which row heads it (an index, -1 for none), and what each column holds."""

    sheet: str
    header: int
    columns: tuple[Column, ...]

    @property
    def fingerprint(self) -> str:
        """The same for every list of this shape: what a correction is remembered by."""
        labels = [fold(column.label) for column in self.columns]
        known = labels if any(labels) else [str(len(labels))]
        return hashlib.sha256("\x1f".join(known).encode()).hexdigest()[:32]

    def corrected(self, index: int, role: Role, group: int = 0) -> "Shape":
        """Return the shape with another role for the column at `index`."""
        columns = list(self.columns)
        columns[index] = replace(columns[index], role=role, group=group)
        return replace(self, columns=tuple(columns))

    @property
    def names_people(self) -> bool:
        """Whether a column was found that says who comes."""
        return any(column.role in NAMES for column in self.columns)


def guess(sheet: Sheet) -> Shape:
    """Return how a sheet is probably to be read; a person may correct it."""
    width = max((len(row) for row in islice(sheet.rows, _SAMPLE_ROWS)), default=0)
    header, labels = head(sheet, width)
    sample = [row for row in islice(sheet.rows, header + 1, header + 1 + _SAMPLE_ROWS) if any(row)]
    columns = [Column(said.role, label) for said, label in zip(_said(labels), labels, strict=True)]
    columns = _settle(columns, [_values(sample, at) for at in range(width)])
    return Shape(sheet.name, header, tuple(columns))


def _said(labels: list[str]) -> list[Said]:
    """Return what each label says, of those who come: another counts only where nobody else is named."""
    outlook = bool(_OUTLOOK.intersection(map(fold, labels)))
    said = [
        Said(Role.NOTHING) if outlook and _OUTLOOK_FAMILY.match(fold(label)) else said_by(label)
        for label in labels
    ]
    if any(one.role in NAMES and not one.other for one in said):
        own_mail = any(one.role is Role.EMAIL and not one.other for one in said)
        kept = set() if own_mail else {Role.EMAIL}  # whoever ordered is reached for all of the party
        return [Said(Role.NOTHING) if one.other and one.role not in kept else one for one in said]
    return said


def _values(sample: list[list[str]], at: int) -> list[str]:
    return [value for row in sample if at < len(row) and (value := clean(row[at]))]


def _settle(columns: list[Column], values: list[list[str]]) -> list[Column]:
    """Return the columns once what they hold, and their neighbours, have had their say."""
    columns = _by_contents(columns, values)
    columns = _once(columns, values)
    columns = _names(columns, values)
    return _companions(columns)


def _by_contents(columns: list[Column], values: list[list[str]]) -> list[Column]:
    """Correct what words leave open: a column without a label, « Titre » that holds functions."""
    alone = not any(column.role in NAMES for column in columns)
    rules = _MISLED_ALONE + _MISLED if alone else _MISLED
    columns = [
        replace(column, role=_corrected(column.role, held, rules)) if held else column
        for column, held in zip(columns, values, strict=True)
    ]
    blind = not any(column.role in NAMES for column in columns)
    taken = {column.role for column in columns}
    settled = []
    for column, held in zip(columns, values, strict=True):
        unsaid = column.role is Role.NOTHING and held
        role = _unsaid(column.label, held, taken, blind=blind) if unsaid else column.role
        taken.add(role)
        settled.append(replace(column, role=role))
    return settled


def _corrected(said: Role, held: list[str], rules: tuple[_Rule, ...]) -> Role:
    """Return what a column is once the words at its head are corrected by what it holds."""
    return next((role for head, holds, role in rules if head is said and holds(held)), said)


def _unsaid(label: str, held: list[str], taken: set[Role], *, blind: bool) -> Role:
    """Return what a column holds whose head says nothing that helps."""
    if is_slot(label):
        return Role.PRESENCE if contents.hold_answers(held) else Role.NOTHING
    if blind or not label:
        return contents.role_of(held, taken)
    of_no_one = said_by(label) == Said(Role.NOTHING, weight=0)
    if of_no_one and Role.EMAIL not in taken and contents.are_emails(held):
        return Role.EMAIL  # « Adresse », « Identifiant »
    return Role.NOTHING


def _once(columns: list[Column], values: list[list[str]]) -> list[Column]:
    """Of several columns that hold the same, take the first that holds anything; of families the shortest."""
    chosen: dict[Role, int] = {}
    for at, column in enumerate(columns):
        before = chosen.get(column.role)
        if before is None or not values[before] or _is_nearer(column.role, values[at], values[before]):
            chosen[column.role] = at
    return [
        replace(column, role=Role.NOTHING) if column.role in _ONCE and chosen[column.role] != at else column
        for at, column in enumerate(columns)
    ]


def _is_nearer(role: Role, values: list[str], before: list[str]) -> bool:
    """Whether a second column of families holds families, and the first whole names."""
    if role is not Role.FAMILY or not values:
        return False
    return _words(values) + 1 <= _words(before)


def _words(values: list[str]) -> float:
    return sum(len(value.split()) for value in values) / len(values)


def _names(columns: list[Column], values: list[list[str]]) -> list[Column]:
    """« Nom » beside « Prénom » is a family name; alone, it is whatever it holds."""
    at = {column.role: index for index, column in enumerate(columns) if column.role in NAMES}
    filled = {role for role, index in at.items() if values[index]}
    settled = list(columns)
    if {Role.GIVEN, Role.FAMILY} <= filled and contents.are_swapped(
        values[at[Role.GIVEN]], values[at[Role.FAMILY]]
    ):
        at[Role.GIVEN], at[Role.FAMILY] = at[Role.FAMILY], at[Role.GIVEN]
        for role in (Role.GIVEN, Role.FAMILY):
            settled[at[role]] = replace(settled[at[role]], role=role)
    if not at and Role.COMPANIONS in {column.role for column in columns}:
        settled = [  # « Invité principal » beside « Accompagnant », and no other name
            replace(column, role=Role.FULL) if column.role is Role.LEAD else column for column in settled
        ]
    if not at and not any(column.role in NAMES for column in settled):
        alone = {Role.COMPANIONS, Role.COMPANION_FAMILY}
        guests = [place for place, column in enumerate(settled) if column.role in alone]
        for place in guests[:1]:  # « Guest name », and no other name
            settled[place] = replace(settled[place], role=Role.FULL)
    if Role.BIRTH in at and Role.FAMILY not in at:
        settled[at[Role.BIRTH]] = replace(settled[at[Role.BIRTH]], role=Role.FAMILY)
        at[Role.FAMILY] = at[Role.BIRTH]
    if Role.FULL in at and Role.GIVEN in filled and Role.FAMILY not in at:
        full = at.pop(Role.FULL)  # « Nom du participant » beside « Prénom du participant »
        is_whole = contents.hold_words_of(values[full], values[at[Role.GIVEN]])
        turned, role = (at.pop(Role.GIVEN), Role.NOTHING) if is_whole else (full, Role.FAMILY)
        settled[turned] = replace(settled[turned], role=role)
        at[Role.FULL if is_whole else Role.FAMILY] = full
    if Role.FAMILY in at and Role.GIVEN not in at and Role.FULL not in at:
        family = settled[at[Role.FAMILY]]
        told = said_by(family.label).role in NAMES  # single words under no such head may be anything
        settled[at[Role.FAMILY]] = replace(family, role=Role.FULL if told else Role.NOTHING)
    if Role.FULL in at and {Role.FAMILY, Role.GIVEN} <= filled:
        settled[at[Role.FULL]] = replace(settled[at[Role.FULL]], role=Role.NOTHING)
    return settled


def _companions(columns: list[Column]) -> list[Column]:
    """Return the companions' columns numbered, and tell a name in one cell from one in two."""
    settled: list[Column] = []
    seen: dict[Role, int] = {}
    split = {Role.COMPANION_GIVEN, Role.COMPANION_FAMILY} <= {column.role for column in columns}
    for column in columns:
        role = column.role
        if (
            role in NAMES
            and settled
            and settled[-1].role in COMPANION_ROLES
            and _IF_YES.match(fold(column.label))
        ):
            role = Role.COMPANIONS
        if role in {Role.COMPANION_GIVEN, Role.COMPANION_FAMILY} and not split:
            role = Role.COMPANIONS
        if role in COMPANION_ROLES:
            seen[role] = seen.get(role, 0) + 1
            number = _NUMBER.search(column.label)
            settled.append(replace(column, role=role, group=int(number[0]) if number else seen[role]))
        else:
            settled.append(replace(column, role=role))
    return settled
