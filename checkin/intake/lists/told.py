"""What the cells beside a name tell: the reply, a mark, who comes along, or instead, or with whom."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from checkin.domain.attendee import Mark
from checkin.intake.lists.answers import answer_in, withdrawn_in
from checkin.intake.lists.cells import ByCells, Columns
from checkin.intake.lists.companions import number_in, only_counts, people_in
from checkin.intake.lists.headers import Role
from checkin.intake.lists.marks import (
    brought_in,
    has_letters,
    is_replacing,
    lead_in,
    mark_in,
    replaced_by,
    says_companion,
)
from checkin.intake.lists.replies import Answers
from checkin.intake.names import from_parts, is_name
from checkin.intake.patterns import pattern, plain, word_set
from checkin.intake.proposals import PersonName, Reply

_LANGUAGES = {"fr": "fr", "en": "en"}
_PLUS = re.compile(r"\+\s*(\d{1,2})\b")
_NOTHING = word_set("non no n aucun aucune neant ras none 0 faux") | {""}
_KIN = pattern(r"(?:nombre d |nb )?(?:conjoint(?: ?e)?|enfants?|children|spouse|epou(?:x|se)|partner)\b")
_TICK = 3  # letters at most: « oui », « x »
_TELLING = (Role.NOTES, Role.PARTY_SIZE, Role.PRESENCE, Role.MARK, Role.LANGUAGE, Role.ASSISTANCE)
_TELLING_OF_COMPANIONS = (
    Role.COMPANIONS, Role.COMPANION_COUNT, Role.COMPANION_GIVEN, Role.COMPANION_FAMILY,
    Role.NOTES, Role.PRESENCE, Role.PARTY_SIZE,
)  # fmt: skip
_TELLING_OF_LEADS = (Role.MARK, Role.NOTES, Role.FUNCTION, Role.PRESENCE)


@dataclass(frozen=True, slots=True)
class Told:
    """What the cells beside a name tell, but for companions."""

    reply: Reply
    doubts: tuple[str, ...]
    mark: Mark
    language: str
    assistance: str
    notes: str
    instead: str  # who comes in this person's place, "" if nobody does
    is_companion: bool


class Teller:
    """Finds what the cells of a row tell of whoever stands there; the same cells tell the same."""

    def __init__(self, columns: Columns, answers: Iterable[str]) -> None:
        """Take the columns, and what stands in those of presence on all the rows."""
        self._columns = columns
        labels = {at: columns.each[at].label for at in columns.at(Role.PRESENCE)}
        self._answers = Answers(labels, answers)
        self.answers_are_given = self._answers.are_given
        kin = [_KIN.match(plain(columns.each[at].label)) for at in columns.at(Role.COMPANIONS)]
        self._counts_apart = len(kin) > 1 and all(kin)
        self._told = ByCells[Told](columns.at(*_TELLING))
        self._companions = ByCells[tuple[tuple[PersonName, ...], int]](columns.at(*_TELLING_OF_COMPANIONS))
        self._leads = ByCells[str](columns.at(*_TELLING_OF_LEADS))

    def told(self, cells: list[str]) -> Told:
        """Return what a row tells, but for companions and whom it accompanies."""
        return self._told.of(cells, self._tell)

    def brought(self, cells: list[str]) -> tuple[tuple[PersonName, ...], int]:
        """Return who comes along by name, and how many more."""
        return self._companions.of(cells, self._brought)

    def lead(self, cells: list[str]) -> str:
        """Return whom this person accompanies as no column of its own says it; "" if none does."""
        return self._leads.of(cells, self._lead_told)

    def _tell(self, cells: list[str]) -> Told:
        reply, doubt = self._reply(cells)
        instead = self._instead(cells)
        return Told(
            reply,
            (doubt,) if doubt else (),
            self._mark(cells),
            _LANGUAGES.get(self._columns.value(cells, Role.LANGUAGE)[:2].casefold(), ""),
            self._assistance(cells),
            " · ".join(self._columns.values(cells, Role.NOTES)),
            instead if is_name(instead) else "",
            any(map(says_companion, self._columns.values(cells, Role.MARK))),
        )

    def _instead(self, cells: list[str]) -> str:
        """Return who comes in this person's place, in a column or a remark; "" if nobody does."""
        for at in self._columns.by_role.get(Role.NOTES, ()):
            if cells[at] and is_replacing(self._columns.each[at].label):
                return cells[at]
        told = self._columns.values(cells, Role.NOTES, Role.PRESENCE)
        return next(filter(None, map(replaced_by, told)), "")

    def _reply(self, cells: list[str]) -> tuple[Reply, str]:
        """Return what a row answers but for what stands beside the name, and why that is not sure."""
        if withdrawn := next(filter(None, map(withdrawn_in, self._columns.values(cells, Role.NOTES))), None):
            return withdrawn, ""
        if self._answers.are_given:
            return self._answers.of(cells)
        nobody = "0" in self._columns.values(cells, Role.PARTY_SIZE)
        return Reply.DECLINED if nobody else Reply.CONFIRMED, ""

    def _brought(self, cells: list[str]) -> tuple[tuple[PersonName, ...], int]:
        """Return who is named, and how many more are counted, maybe in another cell."""
        written = self._columns.values(cells, Role.COMPANIONS)
        described = [people_in(cell) for cell in written if not only_counts(cell)]
        described += [
            people_in(who) for who in map(brought_in, self._columns.values(cells, Role.NOTES)) if who
        ]
        named = [name for people in described for name in people.named] + self._in_two_cells(cells)
        counted = max(
            sum(map(number_in, self._columns.values(cells, Role.COMPANION_COUNT))),
            *(number_in(cell) for cell in written if only_counts(cell)),
            *(
                int(found[1])
                for cell in self._columns.values(cells, Role.PRESENCE)
                if (found := _PLUS.search(cell))
            ),
            *(number_in(cell) - 1 for cell in self._columns.values(cells, Role.PARTY_SIZE)),
            0,
        )
        unnamed = sum(people.unnamed for people in described)
        if self._counts_apart:  # « Conjoint », « Enfants »: each column counts others
            return tuple(named), unnamed + counted
        return tuple(named), max(unnamed, counted - len(named))

    def _in_two_cells(self, cells: list[str]) -> list[PersonName]:
        groups: dict[int, dict[Role, str]] = defaultdict(dict)
        for role in (Role.COMPANION_GIVEN, Role.COMPANION_FAMILY):
            for at in self._columns.by_role.get(role, ()):
                if has_letters(cells[at]):
                    groups[self._columns.each[at].group][role] = cells[at]
        return [
            from_parts(parts.get(Role.COMPANION_GIVEN, ""), parts.get(Role.COMPANION_FAMILY, ""))
            for _group, parts in sorted(groups.items())
        ]

    def _mark(self, cells: list[str]) -> Mark:
        for at in self._columns.by_role.get(Role.MARK, ()):
            if cells[at]:
                ticked = answer_in(cells[at]) is Reply.CONFIRMED
                if mark := mark_in(self._columns.each[at].label if ticked else cells[at]):
                    return mark
        return Mark.NONE

    def _assistance(self, cells: list[str]) -> str:
        """Return what is needed; a tick needs what its column is called."""
        for at in self._columns.by_role.get(Role.ASSISTANCE, ()):
            if plain(cells[at]) not in _NOTHING:
                ticked = answer_in(cells[at]) is Reply.CONFIRMED and len(cells[at]) <= _TICK
                return self._columns.each[at].label if ticked else cells[at]
        return ""

    def _lead_told(self, cells: list[str]) -> str:
        """Return whom this person accompanies as another column says it; "" if none does."""
        told = self._columns.values(cells, Role.MARK, Role.NOTES, Role.FUNCTION, Role.PRESENCE)
        return next(filter(None, map(lead_in, told)), "")
