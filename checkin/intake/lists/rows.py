"""One row of a list as one person: who, what they answered, and who comes along."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from operator import itemgetter
from typing import Any, TypeVar

from checkin.domain.attendee import Mark
from checkin.intake.casing import clean
from checkin.intake.lists.answers import answer_in, answered_beside, withdrawn_in
from checkin.intake.lists.columns import Shape
from checkin.intake.lists.companions import number_in, only_counts, people_in
from checkin.intake.lists.headers import Role, names_guest
from checkin.intake.lists.marks import (
    brought_in,
    has_letters,
    is_nobody,
    is_phrase,
    is_replacing,
    lead_in,
    mark_in,
    replaced_by,
    says_companion,
)
from checkin.intake.lists.replies import ASIDE, Answers
from checkin.intake.lists.tables import Sheet
from checkin.intake.lists.whom import Whom, house_in, in_one_cell, in_two_cells
from checkin.intake.names import (
    TITLES,
    begins_with_name,
    from_parts,
    is_name,
    stands_family_first,
    understand,
)
from checkin.intake.patterns import pattern, plain, word_set
from checkin.intake.proposals import PersonName, Problem, Proposal, Reply, Source
from checkin.language import _

_EMAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+")
_LANGUAGES = {"fr": "fr", "en": "en"}
_ANY_SIGN = re.compile(r"[^\s|=_+*~:-]")  # a row of nothing else is a rule between rows
_SAYS_NOTHING = r"(?:[\s.…_–—/|·-]+|n/a|n\.?c\.?|n[ée]ant|\{.*\}|[(\[]\s*[)\]]|#[A-Z/0]+[!?]?)"
_BLANK = re.compile(_SAYS_NOTHING, re.IGNORECASE)
_ANY_BLANK = re.compile(rf"¦{_SAYS_NOTHING}(?=¦)", re.IGNORECASE)
_MORE_THAN_NAMES = re.compile(r"[(\[#+>→↳└─]|\W[-–—:]")  # or maybe no more: most cells have no such sign
_IN_TOW = re.compile(r"^(?:\+|-+>|[→↳└─>])+\s*(?=[^\W\d])")
_PLUS = re.compile(r"\+\s*(\d{1,2})\b")
_GIVEN_FIRST, _FAMILY_FIRST = (
    re.compile(r"\b(?:prenom|first|given)"),
    re.compile(r"\b(?:nom|last|surname|family)"),
)
_NOTHING = word_set("non no n aucun aucune neant ras none 0 faux") | {""}
_KIN = pattern(r"(?:nombre d |nb )?(?:conjoint(?: ?e)?|enfants?|children|spouse|epou(?:x|se)|partner)\b")
_TICK = 3  # letters at most: « oui », « x »
_VOTES = 500
_NAMES = (Role.FULL, Role.FAMILY, Role.GIVEN)
_FIRST = (
    Role.TITLE, Role.GIVEN, Role.FAMILY, Role.BIRTH, Role.ORGANISATION, Role.FUNCTION, Role.LEAD, Role.PARTY,
)  # fmt: skip
_TELLING = (Role.NOTES, Role.PARTY_SIZE, Role.PRESENCE, Role.MARK, Role.LANGUAGE, Role.ASSISTANCE)
_TELLING_OF_COMPANIONS = (
    Role.COMPANIONS, Role.COMPANION_COUNT, Role.COMPANION_GIVEN, Role.COMPANION_FAMILY,
    Role.NOTES, Role.PRESENCE, Role.PARTY_SIZE,
)  # fmt: skip
_TELLING_OF_LEADS = (Role.MARK, Role.NOTES, Role.FUNCTION, Role.PRESENCE)
_MOST_REMEMBERED = 1 << 14
_OF_A_PERSON = (
    Role.EMAIL, Role.ORGANISATION, Role.FUNCTION, Role.PRESENCE, Role.COMPANIONS, Role.COMPANION_COUNT,
)  # fmt: skip
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row that is a person: the proposal, and what ties it to other rows."""

    proposal: Proposal
    party: str = ""  # rows of one order share it
    lead: str = ""  # the name of whom this person accompanies, as it stood
    is_companion: bool = False
    instead: Proposal | None = None  # who comes in place of this person


@dataclass(frozen=True, slots=True)
class _Told:
    """What the cells beside a name tell, but for companions."""

    reply: Reply
    doubts: tuple[str, ...]
    mark: Mark
    language: str
    assistance: str
    notes: str
    instead: str  # who comes in this person's place, "" if nobody does
    is_companion: bool


class _ByCells(dict[Any, _T]):
    """What cells of some columns say together, found out once: few rows say anything of their own.

    It belongs to the reading of one list, and goes with it.
    """

    def __init__(self, columns: list[int]) -> None:
        self._pick = itemgetter(*columns) if columns else _nothing

    def of(self, cells: list[str], find: Callable[[list[str]], _T]) -> _T:
        """Return what a row says, as `find` finds."""
        key = self._pick(cells)
        found = self.get(key)
        if found is None:
            if len(self) >= _MOST_REMEMBERED:
                self.clear()
            found = self[key] = find(cells)
        return found


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands beside a name in its cell: an answer, a sign that the row is a companion's (« + »)."""

    reply: Reply | None = None
    in_tow: bool = False


_NOTHING_BESIDE = _Beside()


class RowReader:
    """Reads the rows of one sheet as its shape says."""

    def __init__(self, sheet: Sheet, shape: Shape, name: str) -> None:
        self._sheet, self._shape, self._name = sheet, shape, name
        self._columns: dict[Role, list[int]] = defaultdict(list)
        for at, column in enumerate(shape.columns):
            self._columns[column.role].append(at)
        self._columns[Role.EMAIL].sort(key=lambda at: not names_guest(shape.columns[at].label))
        self._width = len(shape.columns)
        self._several: list[list[int]] = []
        self._first_of = itemgetter(*map(self._place, _FIRST))
        self._names, self._addresses = self._at(*_NAMES), self._at(Role.EMAIL, Role.FULL)
        head = sheet.rows[shape.header] if shape.header >= 0 else []
        self._head = [text for cell in head if (text := clean(cell))]
        self._merged = {span.top for span in sheet.spans if span.left < span.right}
        labels = {at: shape.columns[at].label for at in self._columns[Role.PRESENCE]}
        self._answers = Answers(labels, self._all(Role.PRESENCE))
        self._family_first = self._usual_order()
        kin = [_KIN.match(plain(shape.columns[at].label)) for at in self._columns[Role.COMPANIONS]]
        self._counts_apart = len(kin) > 1 and all(kin)
        whole = [
            name
            for name in islice(self._all(Role.FULL), _VOTES)
            if begins_with_name(name) and not name.endswith(":")
        ]
        self._houses = not self._columns[Role.ORGANISATION] and sum(
            map(bool, map(house_in, whole))
        ) * 2 >= len(whole)
        self._told = _ByCells[_Told](self._at(*_TELLING))
        self._companions = _ByCells[tuple[tuple[PersonName, ...], int]](self._at(*_TELLING_OF_COMPANIONS))
        self._leads = _ByCells[str](self._at(*_TELLING_OF_LEADS))

    def read(self, index: int) -> Entry | Problem | None:
        """Return the person on the row at `index`, why it can't be read, or None for nobody."""
        raw = self._sheet.rows[index]
        cells, beside, failed = _cleaned(raw), _NOTHING_BESIDE, False
        if _MORE_THAN_NAMES.search("¦".join([raw[at] for at in self._names if at < len(raw)])):
            beside = self._stripped(cells)
            failed = any(raw[at].startswith("#") for at in self._names if at < len(raw))  # « #REF! »
        filled = [cell for cell in cells if cell]
        if not filled or filled == self._head or not _ANY_SIGN.search("".join(filled)):
            return None
        self._complete(cells)
        names = [cells[at] for at in self._names if cells[at]]
        lettered = list(filter(has_letters, names))
        if is_nobody(filled, lettered) or (len(filled) == 1 and self._heads(index, filled[0])):
            return None
        line = self._sheet.line(index)
        if failed or (names and not lettered):
            return Problem(line, _("The name can’t be read."))
        if not names and not self._value(cells, Role.PARTY):
            return self._nameless(cells, filled, line)
        return self._entry(cells, line, beside)

    def _heads(self, index: int, lone: str) -> bool:
        """Whether a lone cell heads people: merged over the columns of their names, or a phrase in one."""
        parted = self._columns.get(Role.GIVEN)
        return bool(parted) and (index in self._merged or is_phrase(lone))

    def _complete(self, cells: list[str]) -> None:
        """Give a row all its cells, and behind them what `_place` says of."""
        cells += [""] * (self._width - len(cells))
        if self._several:
            cells += [next(filter(None, map(cells.__getitem__, columns)), "") for columns in self._several]
        cells.append("")

    def _place(self, role: Role) -> int:
        """Return where a complete row has the first that it says of a role; without a column, a blank."""
        columns = self._columns.get(role, [])
        if len(columns) > 1:
            self._several.insert(0, columns)
            return -1 - len(self._several)
        return columns[0] if columns else -1

    def _nameless(self, cells: list[str], filled: list[str], line: int) -> Entry | Problem | None:
        if more := self._going_on(cells, line):
            return more
        if any(map(says_companion, self._values(cells, Role.MARK))) and not self._values(cells, Role.EMAIL):
            return self._somebody(line, (), 1)
        if len(filled) == 1 and "@" not in filled[0]:
            return None
        return Problem(line, _("There is no name.")) if self._values(cells, *_OF_A_PERSON) else None

    def _stripped(self, cells: list[str]) -> _Beside:
        """Leave nothing but names where names stand, and return what stood beside these."""
        reply, in_tow = None, False
        for at in (at for at in self._names if at < len(cells)):
            name, said = answered_beside(cells[at])
            cells[at] = _IN_TOW.sub("", name)
            reply, in_tow = reply or said, in_tow or cells[at] != name
        return _Beside(reply, in_tow)

    def _entry(self, cells: list[str], line: int, beside: _Beside) -> Entry:
        title, given, family, birth, organisation, function, lead, party = self._first_of(cells)
        told = self._told.of(cells, self._beside)
        reply, doubts = told.reply, told.doubts
        if beside.reply in ASIDE or (beside.reply and reply not in ASIDE and not self._answers.are_given):
            reply, doubts = beside.reply, ()
        whom = self._whom(cells, title, given, family or (birth if given else ""))
        named, unnamed = self._companions.of(cells, self._brought)
        proposal = Proposal(
            reply,
            whom.name,
            Source(self._name, line),
            self._email(cells),
            organisation or whom.organisation,
            function or whom.function,
            told.mark,
            told.language,
            told.assistance,
            told.notes,
            whom.companions + named,
            whom.unnamed + unnamed,
            not doubts,
            doubts,
        )
        if told.instead:
            return _replaced(proposal, understand(told.instead))
        lead = lead or self._leads.of(cells, self._lead_told)
        return Entry(proposal, party.casefold(), lead, bool(lead) or beside.in_tow or told.is_companion)

    def _beside(self, cells: list[str]) -> _Told:
        reply, doubt = self._reply(cells)
        instead = self._instead(cells)
        return _Told(
            reply,
            (doubt,) if doubt else (),
            self._mark(cells),
            _LANGUAGES.get(self._value(cells, Role.LANGUAGE)[:2].casefold(), ""),
            self._assistance(cells),
            " · ".join(self._values(cells, Role.NOTES)),
            instead if is_name(instead) else "",
            any(map(says_companion, self._values(cells, Role.MARK))),
        )

    def _instead(self, cells: list[str]) -> str:
        """Return who comes in this person's place, in a column or a remark; "" if nobody does."""
        for at in self._columns.get(Role.NOTES, ()):
            if cells[at] and is_replacing(self._shape.columns[at].label):
                return cells[at]
        told = self._values(cells, Role.NOTES, Role.PRESENCE)
        return next(filter(None, map(replaced_by, told)), "")

    def _going_on(self, cells: list[str], line: int) -> Entry | None:
        """Return a row that only names more companions of the person above, None if it is no such row."""
        named, unnamed = self._companions.of(cells, self._brought)
        if not (named or unnamed) or self._values(cells, Role.EMAIL, Role.ORGANISATION, Role.FUNCTION):
            return None
        return self._somebody(line, named, unnamed)

    def _somebody(self, line: int, named: tuple[PersonName, ...], unnamed: int) -> Entry:
        nobody = Proposal(Reply.CONFIRMED, PersonName("", ""), Source(self._name, line=line))
        more = replace(nobody, companions=named, unnamed_companions=unnamed)
        return Entry(more, is_companion=True)

    def _whom(self, cells: list[str], title: str, given: str, family: str) -> Whom:
        if (given or family) and self._columns[Role.GIVEN]:
            return in_two_cells(given, family, title)
        whom = in_one_cell(" ".join(self._values(cells, *_NAMES)), family_first=self._family_first)
        if self._houses and not whom.organisation:
            whom = replace(whom, organisation=house_in(self._value(cells, Role.FULL)))
        said = TITLES.get(plain(title), "") if title else ""
        return replace(whom, name=replace(whom.name, title=said)) if said else whom

    def _email(self, cells: list[str]) -> str:
        for at in self._addresses:
            if "@" in (cell := cells[at]) and (found := _EMAIL.search(cell)):
                return found[0]
        return ""

    def _reply(self, cells: list[str]) -> tuple[Reply, str]:
        """Return what a row answers but for what stands beside the name, and why that is not sure."""
        if withdrawn := next(filter(None, map(withdrawn_in, self._values(cells, Role.NOTES))), None):
            return withdrawn, ""
        if self._answers.are_given:
            return self._answers.of(cells)
        nobody = "0" in self._values(cells, Role.PARTY_SIZE)
        return Reply.DECLINED if nobody else Reply.CONFIRMED, ""

    def _brought(self, cells: list[str]) -> tuple[tuple[PersonName, ...], int]:
        """Return who is named, and how many more are counted, maybe in another cell."""
        written = self._values(cells, Role.COMPANIONS)
        described = [people_in(cell) for cell in written if not only_counts(cell)]
        described += [people_in(who) for who in map(brought_in, self._values(cells, Role.NOTES)) if who]
        named = [name for people in described for name in people.named] + self._in_two_cells(cells)
        counted = max(
            sum(map(number_in, self._values(cells, Role.COMPANION_COUNT))),
            *(number_in(cell) for cell in written if only_counts(cell)),
            *(int(found[1]) for cell in self._values(cells, Role.PRESENCE) if (found := _PLUS.search(cell))),
            *(number_in(cell) - 1 for cell in self._values(cells, Role.PARTY_SIZE)),
            0,
        )
        unnamed = sum(people.unnamed for people in described)
        if self._counts_apart:  # « Conjoint », « Enfants »: each column counts others
            return tuple(named), unnamed + counted
        return tuple(named), max(unnamed, counted - len(named))

    def _in_two_cells(self, cells: list[str]) -> list[PersonName]:
        groups: dict[int, dict[Role, str]] = defaultdict(dict)
        for role in (Role.COMPANION_GIVEN, Role.COMPANION_FAMILY):
            for at in self._columns.get(role, ()):
                if has_letters(cells[at]):
                    groups[self._shape.columns[at].group][role] = cells[at]
        return [
            from_parts(parts.get(Role.COMPANION_GIVEN, ""), parts.get(Role.COMPANION_FAMILY, ""))
            for _group, parts in sorted(groups.items())
        ]

    def _mark(self, cells: list[str]) -> Mark:
        for at in self._columns.get(Role.MARK, ()):
            if cells[at]:
                ticked = answer_in(cells[at]) is Reply.CONFIRMED
                if mark := mark_in(self._shape.columns[at].label if ticked else cells[at]):
                    return mark
        return Mark.NONE

    def _assistance(self, cells: list[str]) -> str:
        """Return what is needed; a tick needs what its column is called."""
        for at in self._columns.get(Role.ASSISTANCE, ()):
            if plain(cells[at]) not in _NOTHING:
                ticked = answer_in(cells[at]) is Reply.CONFIRMED and len(cells[at]) <= _TICK
                return self._shape.columns[at].label if ticked else cells[at]
        return ""

    def _lead_told(self, cells: list[str]) -> str:
        """Return whom this person accompanies as another column says it; "" if none does."""
        told = self._values(cells, Role.MARK, Role.NOTES, Role.FUNCTION, Role.PRESENCE)
        return next(filter(None, map(lead_in, told)), "")

    def _usual_order(self) -> bool | None:
        """Whether whole names stand family first in this list, as the plain ones tell, or else the label."""
        votes = [
            first
            for whole in islice(self._all(Role.FULL), _VOTES)
            if (first := stands_family_first(whole)) is not None
        ]
        if votes:
            return sum(votes) * 2 > len(votes)
        label = " ".join(plain(column.label) for column in self._shape.columns if column.role is Role.FULL)
        given, family = _GIVEN_FIRST.search(label), _FAMILY_FIRST.search(label)
        return family.start() < given.start() if given and family else None

    def _all(self, role: Role) -> Iterator[str]:
        for at in self._columns[role]:
            for row in islice(self._sheet.rows, self._shape.header + 1, None):
                if at < len(row) and row[at].strip():
                    yield row[at]

    def _at(self, *roles: Role) -> list[int]:
        """Return the places of the columns with one of the roles."""
        return [at for role in roles for at in self._columns.get(role, ())]

    def _value(self, cells: list[str], role: Role) -> str:
        for at in self._columns.get(role, ()):
            if cells[at]:
                return cells[at]
        return ""

    def _values(self, cells: list[str], *roles: Role) -> list[str]:
        return [cells[at] for at in self._at(*roles) if cells[at]]


def _replaced(proposal: Proposal, name: PersonName) -> Entry:
    """Return the row of someone who sends another: neither comes with what only the first had said."""
    declined = replace(proposal, reply=Reply.DECLINED, companions=(), unnamed_companions=0)
    substitute = Proposal(
        Reply.CONFIRMED, name, proposal.source, organisation=proposal.organisation, in_place_of=proposal.name
    )
    return Entry(declined, instead=substitute)


def _nothing(_cells: list[str]) -> str:
    return ""


def _cleaned(row: list[str]) -> list[str]:
    """Return the cells of a row cleaned, all at once where there is nothing to clean, as in most rows.

    What says « n/a » is blank.
    """
    text = f"¦{'¦'.join(row)}¦"  # a sign that hardly any cell holds
    filled = ["" if _BLANK.fullmatch(cell) else cell for cell in row] if _ANY_BLANK.search(text) else row
    blanks = "  " in text or "¦ " in text or " ¦" in text
    if text.isprintable() and not blanks and unicodedata.is_normalized("NFC", text):
        return filled.copy()
    return [_clean_lines(cell) for cell in filled]


def _clean_lines(cell: str) -> str:
    """Return a cell cleaned, its lines kept: several people may stand in one, one a line."""
    if "\n" not in cell:
        return clean(cell)
    return "\n".join(line for one in cell.splitlines() if (line := clean(one)))
