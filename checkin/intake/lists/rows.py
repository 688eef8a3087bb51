"""One row of a list as one person: who, what they answered, and who comes along."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from checkin.intake.casing import clean
from checkin.intake.lists.answers import answered_beside
from checkin.intake.lists.cells import Columns, cleaned
from checkin.intake.lists.columns import Shape
from checkin.intake.lists.headers import Role
from checkin.intake.lists.marks import has_letters, is_nobody, is_phrase, says_companion
from checkin.intake.lists.replies import ASIDE
from checkin.intake.lists.tables import Sheet
from checkin.intake.lists.told import Teller
from checkin.intake.lists.whom import Whom, house_in, in_one_cell, in_two_cells
from checkin.intake.names import TITLES, begins_with_name, stands_family_first, understand
from checkin.intake.patterns import plain
from checkin.intake.proposals import PersonName, Problem, Proposal, Reply, Source
from checkin.language import _

_EMAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+")
_ANY_SIGN = re.compile(r"[^\s|=_+*~:-]")  # a row of nothing else is a rule between rows
_MORE_THAN_NAMES = re.compile(r"[(\[#+>→↳└─]|\W[-–—:]")  # or maybe no more: most cells have no such sign
_IN_TOW = re.compile(r"^(?:\+|-+>|[→↳└─>])+\s*(?=[^\W\d])")
_GIVEN_FIRST, _FAMILY_FIRST = (
    re.compile(r"\b(?:prenom|first|given)"),
    re.compile(r"\b(?:nom|last|surname|family)"),
)
_VOTES = 500
_NAMES = (Role.FULL, Role.FAMILY, Role.GIVEN)
_FIRST = (
    Role.TITLE, Role.GIVEN, Role.FAMILY, Role.BIRTH, Role.ORGANISATION, Role.FUNCTION, Role.LEAD, Role.PARTY,
)  # fmt: skip
_OF_A_PERSON = (
    Role.EMAIL, Role.ORGANISATION, Role.FUNCTION, Role.PRESENCE, Role.COMPANIONS, Role.COMPANION_COUNT,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One row that is a person: the proposal, and what ties it to other rows."""

    proposal: Proposal
    party: str = ""  # rows of one order share it
    lead: str = ""  # the name of whom this person accompanies, as it stood
    is_companion: bool = False
    instead: Proposal | None = None  # who comes in place of this person


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
        self._columns = Columns(shape.columns)
        self._first_of = self._columns.first_of(_FIRST)
        self._names = self._columns.at(*_NAMES)
        self._addresses = self._columns.at(Role.EMAIL, Role.FULL)
        head = sheet.rows[shape.header] if shape.header >= 0 else []
        self._head = [text for cell in head if (text := clean(cell))]
        self._merged = {span.top for span in sheet.spans if span.left < span.right}
        self._teller = Teller(self._columns, self._all(Role.PRESENCE))
        self._family_first = self._usual_order()
        whole = [
            name
            for name in islice(self._all(Role.FULL), _VOTES)
            if begins_with_name(name) and not name.endswith(":")
        ]
        self._houses = not self._columns.by_role[Role.ORGANISATION] and sum(
            map(bool, map(house_in, whole))
        ) * 2 >= len(whole)

    def read(self, index: int) -> Entry | Problem | None:
        """Return the person on the row at `index`, why it can't be read, or None for nobody."""
        raw = self._sheet.rows[index]
        cells, beside, failed = cleaned(raw), _NOTHING_BESIDE, False
        if _MORE_THAN_NAMES.search("¦".join([raw[at] for at in self._names if at < len(raw)])):
            beside = self._stripped(cells)
            failed = any(raw[at].strip().startswith("#") for at in self._names if at < len(raw))  # « #REF! »
        filled = [cell for cell in cells if cell]
        if not filled or filled == self._head or not _ANY_SIGN.search("".join(filled)):
            return None
        self._columns.complete(cells)
        names = [cells[at] for at in self._names if cells[at]]
        lettered = [name for name in names if name[0].isalpha() or has_letters(name)]
        if is_nobody(filled, lettered) or (len(filled) == 1 and self._heads(index, filled[0])):
            return None
        line = self._sheet.line(index)
        if failed or (names and not lettered):
            return Problem(line, _("The name can’t be read."))
        if not names and not self._columns.value(cells, Role.PARTY):
            return self._nameless(cells, filled, line)
        return self._entry(cells, line, beside)

    def _heads(self, index: int, lone: str) -> bool:
        """Whether a lone cell heads people: merged over the columns of their names, or a phrase in one."""
        parted = self._columns.by_role.get(Role.GIVEN)
        return bool(parted) and (index in self._merged or is_phrase(lone))

    def _nameless(self, cells: list[str], filled: list[str], line: int) -> Entry | Problem | None:
        if more := self._going_on(cells, line):
            return more
        marks, mails = (self._columns.values(cells, role) for role in (Role.MARK, Role.EMAIL))
        if any(map(says_companion, marks)) and not mails:
            return self._somebody(line, (), 1)
        if len(filled) == 1 and "@" not in filled[0]:
            return None
        return Problem(line, _("There is no name.")) if self._columns.values(cells, *_OF_A_PERSON) else None

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
        told = self._teller.told(cells)
        reply, doubts = told.reply, told.doubts
        if beside.reply in ASIDE or (
            beside.reply and reply not in ASIDE and not self._teller.answers_are_given
        ):
            reply, doubts = beside.reply, ()
        whom = self._whom(cells, title, given, family or (birth if given else ""))
        named, unnamed = self._teller.brought(cells)
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
        lead = lead or self._teller.lead(cells)
        return Entry(proposal, party.casefold(), lead, bool(lead) or beside.in_tow or told.is_companion)

    def _going_on(self, cells: list[str], line: int) -> Entry | None:
        """Return a row that only names more companions of the person above, None if it is no such row."""
        named, unnamed = self._teller.brought(cells)
        of_its_own = self._columns.values(cells, Role.EMAIL, Role.ORGANISATION, Role.FUNCTION)
        if not (named or unnamed) or of_its_own:
            return None
        return self._somebody(line, named, unnamed)

    def _somebody(self, line: int, named: tuple[PersonName, ...], unnamed: int) -> Entry:
        nobody = Proposal(Reply.CONFIRMED, PersonName("", ""), Source(self._name, line=line))
        more = replace(nobody, companions=named, unnamed_companions=unnamed)
        return Entry(more, is_companion=True)

    def _whom(self, cells: list[str], title: str, given: str, family: str) -> Whom:
        if (given or family) and self._columns.by_role[Role.GIVEN]:
            return in_two_cells(given, family, title)
        whom = in_one_cell(" ".join(self._columns.values(cells, *_NAMES)), family_first=self._family_first)
        if self._houses and not whom.organisation:
            whom = replace(whom, organisation=house_in(self._columns.value(cells, Role.FULL)))
        said = TITLES.get(plain(title), "") if title else ""
        return replace(whom, name=replace(whom.name, title=said)) if said else whom

    def _email(self, cells: list[str]) -> str:
        for at in self._addresses:
            if "@" in (cell := cells[at]) and (found := _EMAIL.search(cell)):
                return found[0]
        return ""

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
        for at in self._columns.by_role[role]:
            for row in islice(self._sheet.rows, self._shape.header + 1, None):
                if at < len(row) and row[at].strip():
                    yield row[at]


def _replaced(proposal: Proposal, name: PersonName) -> Entry:
    """Return the row of someone who sends another: neither comes with what only the first had said."""
    declined = replace(proposal, reply=Reply.DECLINED, companions=(), unnamed_companions=0)
    substitute = Proposal(
        Reply.CONFIRMED, name, proposal.source, organisation=proposal.organisation, in_place_of=proposal.name
    )
    return Entry(declined, instead=substitute)
