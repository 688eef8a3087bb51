"""One row of a list as one person: who, what they answered, and who comes along."""

import re
from collections import defaultdict
from dataclasses import dataclass

from checkin.domain.attendee import Mark
from checkin.domain.folding import fold
from checkin.intake.answers import answer_in
from checkin.intake.casing import clean, is_capitals
from checkin.intake.columns import Shape
from checkin.intake.companions import number_in, people_in
from checkin.intake.headers import Role
from checkin.intake.names import TITLES, from_parts, is_name, split_title, understand
from checkin.intake.order import best_cut
from checkin.intake.proposals import PersonName, Problem, Proposal, Reply, Source
from checkin.intake.tables import Sheet
from checkin.language import _

_EMAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+")
_FOOT = re.compile(
    r"^(?:sous )?(?:totaux|total|nombre|nb|nbre|somme|sum|legende|note|nota|remarque|source|maj|mis a jour|mise a jour|"
    r"liste|edite|edition|page|imprime|count|updated|last update|rappel|attention|fin|end|effectif|dont|soit|contact)\b"
)
_ANY_LETTER = re.compile(r"[^\W\d_]")
_MARKS = (
    (
        Mark.SPEAKER,
        re.compile(r"\b(?:intervenante?s?|speakers?|orat(?:eur|rice)s?|conferenciere?s?|panelistes?)\b"),
    ),
    (Mark.PRESS, re.compile(r"\b(?:presse|press|journalistes?|media)\b")),
    (Mark.VIP, re.compile(r"\b(?:vip|officiel|officielle|protocole)\b")),
    (Mark.ORGANISER, re.compile(r"\b(?:organisat(?:eur|rice)s?|organi[sz]ers?|staff|equipe)\b")),
)
_ACCOMPANIES = re.compile(
    r"\b(?:accompagne|accompagnante? d(?:e\b|'|u\b)|accompagne par|invitée? (?:de|par)|guest of|companion of|with)\s*"
    r"(?P<lead>.+)$",
    re.IGNORECASE,
)
_IS_COMPANION = re.compile(r"^(?:accompagn\w*|companion|guest|invite de|plus one|conjointe?)\b")
_LANGUAGES = {"fr": "fr", "en": "en"}
_HELD_BY_A_PERSON = (
    Role.EMAIL,
    Role.ORGANISATION,
    Role.FUNCTION,
    Role.PRESENCE,
    Role.COMPANIONS,
    Role.COMPANION_COUNT,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row that is a person: the proposal, and what ties it to other rows."""

    proposal: Proposal
    party: str = ""  # rows of one order share it
    lead: str = ""  # the name of whom this person accompanies, as it stood
    is_companion: bool = False


class RowReader:
    """Reads the rows of one sheet as its shape says."""

    def __init__(self, sheet: Sheet, shape: Shape, name: str) -> None:
        self._sheet, self._name = sheet, name
        self._columns: dict[Role, list[int]] = defaultdict(list)
        for at, column in enumerate(shape.columns):
            self._columns[column.role].append(at)
        self._shape = shape
        head = sheet.rows[shape.header] if shape.header >= 0 else []
        self._head = [clean(cell) for cell in head if cell.strip()]
        self._answers = any(answer_in(cell) != Reply.NO_RSVP for cell in self._all(Role.PRESENCE))
        self._family_first = self._usual_order()

    def read(self, index: int) -> Entry | Problem | None:
        """Return the person on the row at `index`, why the row can't be read, or None where nobody stands there."""
        cells = [clean_or_lines(cell) for cell in self._sheet.rows[index]]
        filled = [cell for cell in cells if cell]
        if not filled or filled == self._head:
            return None
        line = self._sheet.line(index)
        written = " ".join(self._values(cells, Role.FULL, Role.FAMILY, Role.GIVEN))
        if _is_no_person(filled, written):
            return None
        if not written:
            return self._nameless(cells, filled, line)
        if not _ANY_LETTER.search(written) or written.startswith("#"):
            return Problem(line, _("The name can’t be read."))
        return self._entry(cells, line)

    def _nameless(self, cells: list[str], filled: list[str], line: int) -> Entry | Problem | None:
        party = self._value(cells, Role.PARTY)
        if party and self._columns[Role.PARTY]:
            return self._entry(cells, line)
        if len(filled) == 1 and "@" not in filled[0]:
            return None
        if any(self._values(cells, role) for role in _HELD_BY_A_PERSON):
            return Problem(line, _("There is no name."))
        return None

    def _entry(self, cells: list[str], line: int) -> Entry:
        reply, doubt = self._reply(cells)
        named, unnamed = self._companions(cells)
        kind = fold(" ".join(self._values(cells, Role.MARK)))
        proposal = Proposal(
            reply,
            self._person(cells),
            Source(self._name, line=line),
            email=self._email(cells),
            organisation=self._value(cells, Role.ORGANISATION),
            function=self._value(cells, Role.FUNCTION),
            mark=self._mark(cells),
            language=_LANGUAGES.get(fold(self._value(cells, Role.LANGUAGE))[:2], ""),
            assistance=_unless_no(self._value(cells, Role.ASSISTANCE)),
            notes=" · ".join(self._values(cells, Role.NOTES)),
            companions=named,
            unnamed_companions=unnamed,
            sure=not doubt,
            doubts=(doubt,) if doubt else (),
        )
        lead = self._lead(cells)
        return Entry(
            proposal, fold(self._value(cells, Role.PARTY)), lead, bool(lead or _IS_COMPANION.match(kind))
        )

    def _person(self, cells: list[str]) -> PersonName:
        title = self._value(cells, Role.TITLE)
        given, family = self._value(cells, Role.GIVEN), self._value(cells, Role.FAMILY)
        if (given or family) and self._columns[Role.GIVEN]:
            return from_parts(given, family, title)
        whole = " ".join(self._values(cells, Role.FULL, Role.FAMILY, Role.GIVEN))
        name = understand(whole, family_first=self._family_first)
        said = TITLES.get(fold(title), "")
        return (
            PersonName(name.given_name, name.family_name, said or name.title, name.written) if said else name
        )

    def _email(self, cells: list[str]) -> str:
        for cell in (*self._values(cells, Role.EMAIL), *self._values(cells, Role.FULL)):
            if found := _EMAIL.search(cell):
                return found[0]
        return ""

    def _reply(self, cells: list[str]) -> tuple[Reply, str]:
        """Return what the presence columns answer together, and why that is not sure ("" if it is)."""
        if not self._answers:
            return Reply.CONFIRMED, ""
        said = [cells[at] for at in self._columns[Role.PRESENCE] if at < len(cells)]
        answers = [answer_in(cell) for cell in said if cell]
        for reply in (Reply.CANCELLED, Reply.CONFIRMED, Reply.TENTATIVE, Reply.DECLINED, Reply.NO_RSVP):
            if reply in answers:
                return reply, ""
        return (
            (Reply.TENTATIVE, _("The answer is not a plain yes or no.")) if answers else (Reply.NO_RSVP, "")
        )

    def _companions(self, cells: list[str]) -> tuple[tuple[PersonName, ...], int]:
        named: list[PersonName] = []
        unnamed = 0
        for at in self._columns[Role.COMPANIONS]:
            people = people_in(cells[at]) if at < len(cells) else people_in("")
            named += people.named
            unnamed = (
                max(unnamed, people.unnamed)
                if fold(cells[at] if at < len(cells) else "") in {"oui", "yes"}
                else unnamed + people.unnamed
            )
        named += self._split_companions(cells)
        counted = max(
            (number_in(cells[at]) for at in self._columns[Role.COMPANION_COUNT] if at < len(cells)), default=0
        )
        return tuple(named), max(unnamed, counted - len(named), 0)

    def _split_companions(self, cells: list[str]) -> list[PersonName]:
        groups: dict[int, dict[Role, str]] = defaultdict(dict)
        for role in (Role.COMPANION_GIVEN, Role.COMPANION_FAMILY):
            for at in self._columns[role]:
                if at < len(cells) and cells[at]:
                    groups[self._shape.columns[at].group][role] = cells[at]
        return [
            from_parts(parts.get(Role.COMPANION_GIVEN, ""), parts.get(Role.COMPANION_FAMILY, ""))
            for _group, parts in sorted(groups.items())
        ]

    def _mark(self, cells: list[str]) -> Mark:
        for at in self._columns[Role.MARK]:
            if at < len(cells) and cells[at]:
                ticked = answer_in(cells[at]) is Reply.CONFIRMED
                text = fold(self._shape.columns[at].label if ticked else cells[at])
                for mark, words in _MARKS:
                    if words.search(text):
                        return mark
        return Mark.NONE

    def _lead(self, cells: list[str]) -> str:
        if lead := self._value(cells, Role.LEAD):
            return lead
        for cell in self._values(cells, Role.MARK, Role.NOTES, Role.FUNCTION, Role.PRESENCE):
            if (found := _ACCOMPANIES.search(cell)) and is_name(found["lead"]):
                return found["lead"]
        return ""

    def _usual_order(self) -> bool | None:
        """Whether whole names stand family first in this list, as those that are plain tell."""
        votes = []
        for whole in self._all(Role.FULL)[:500]:
            words = split_title(clean(whole))[1].split()
            if len(words) > 1 and "," not in whole and not all(map(is_capitals, words)):
                votes.append(best_cut(words, family_first=None, titled=False).family_first)
        return sum(votes) * 2 > len(votes) if votes else None

    def _all(self, role: Role) -> list[str]:
        rows = self._sheet.rows[self._shape.header + 1 :]
        return [row[at] for at in self._columns[role] for row in rows if at < len(row) and row[at].strip()]

    def _value(self, cells: list[str], role: Role) -> str:
        return next(iter(self._values(cells, role)), "")

    def _values(self, cells: list[str], *roles: Role) -> list[str]:
        return [
            cells[at] for role in roles for at in self._columns.get(role, ()) if at < len(cells) and cells[at]
        ]


def clean_or_lines(cell: str) -> str:
    """Return a cell cleaned, its lines kept: several people may stand in one, one a line."""
    if "\n" not in cell:
        return clean(cell)
    return "\n".join(line for one in cell.splitlines() if (line := clean(one)))


def _is_no_person(filled: list[str], written: str) -> bool:
    """Whether a row is a total, a note below the list, or a heading between people."""
    if (
        any(_FOOT.match(fold(cell)) for cell in filled[:2])
        and len(filled) < 5
        and "@" not in " ".join(filled)
    ):  # noqa: PLR2004
        return True
    return len(filled) == 1 and bool(written) and bool(_ANY_LETTER.search(written)) and not is_name(written)


def _unless_no(text: str) -> str:
    return (
        ""
        if fold(text) in {"non", "no", "n", "aucun", "aucune", "neant", "ras", "none", "0", "faux"}
        else text
    )
