"""The words by which people are found, and the walks through them: a few milliseconds at 100,000 people.

Each word is kept with its kind, and the person's place in the alphabetical list. A walk through one kind
meets the words in order and stops soon, however many begin alike: the mail domain of a ministry hides nobody.
"""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
)

from checkin.domain.attendee import Attendee
from checkin.domain.folding import words
from checkin.domain.hearing import heard
from checkin.store.tables import search_word

_BATCH = 2000
_LONGEST_WORD = 80
_NAMED = " "  # how the place of those begins who have a name
_LAST_LETTER = "\U0010ffff"
_MOST_LOOKED_AT = 1000  # people whom one walk meets, and whom it asks for other words: some milliseconds
_MOST_ASKED = 400
_MOST_ASKED_BY_SOUND = 600  # by all the walks of one call together


class Kind(IntEnum):
    """What a word is of a person; the smaller, the sooner the person is shown."""

    LIST_NAME = 0  # what the list sorts by: DARTOIS
    NAME = 1  # any other word of either name, particles too
    REST = 2  # of the organisation or the e-mail
    SOUND = 3  # of a name, as domain.hearing hears it


_Beginning = tuple[Kind, str]

_LEAST_HEARD = 2  # letters; a single one sounds like half the list
_WRITTEN = (Kind.LIST_NAME, Kind.NAME, Kind.REST)


def add(connection: Connection, event_id: UUID, people: Iterable[Attendee]) -> None:
    """Record the words by which these people are found."""
    rows = (
        {"event_id": event_id, "kind": kind, "word": word, "place": _place(one), "attendee_id": one.id}
        for one in people
        for kind, word in sorted(_words_of(one))
    )
    while batch := list(islice(rows, _BATCH)):
        connection.execute(insert(search_word), batch)


def forget(connection: Connection, ids: Iterable[UUID]) -> None:
    """Forget the words of these people."""
    forgetting = delete(search_word).where(search_word.c.attendee_id == bindparam("of"))
    connection.execute(forgetting, [{"of": one} for one in ids])


def find(connection: Connection, event_id: UUID, text: str, limit: int) -> list[UUID]:
    """Return up to `limit` people of whom every word of `text` begins a word; nobody for an empty text.

    Whose list name begins so come first, then other words of the names, then the rest; in each the first of
    the alphabetical list, as long as the rarest word is not that of thousands.
    """
    begun = sorted({word[:_LONGEST_WORD] for word in words(text)})
    if not begun:
        return []
    counts = {word: _counts(connection, event_id, word) for word in begun} if begun[1:] else {}
    begun.sort(key=lambda word: sum(counts.get(word, ())))
    listed = [word for word in begun if counts and counts[word][Kind.LIST_NAME]]
    walks = [_walk_under(event_id, name, [word for word in begun if word != name]) for name in listed]
    others = [[(kind, word) for kind in _WRITTEN] for word in begun[1:]]
    walks += [_walk(event_id, (kind, begun[0]), others) for kind in _WRITTEN]
    return _first(connection, walks, limit)


def is_known(connection: Connection, event_id: UUID, word: str) -> bool:
    """Return whether a folded word begins a written word of anybody's."""
    begins = (_begins(search_word, (kind, word[:_LONGEST_WORD])) for kind in _WRITTEN)
    someone = or_(*(exists().where(search_word.c.event_id == event_id, one) for one in begins))
    return connection.execute(select(someone)).scalar_one()


def find_by_sound(
    connection: Connection, event_id: UUID, sounds: Sequence[str], others: Sequence[str], limit: int
) -> list[UUID]:
    """Return up to `limit` people of whom a sound begins with one of `sounds`, those of the first first.

    Each of the folded words `others` must begin a word of theirs, or its sound one of theirs.
    """
    either = [[*((kind, word) for kind in _WRITTEN), (Kind.SOUND, heard(word))] for word in others]
    most = min(_MOST_ASKED, _MOST_ASKED_BY_SOUND // max(1, len(sounds)))
    walks = [_walk(event_id, (Kind.SOUND, sound), either, most) for sound in sounds]
    return _first(connection, walks, limit)


def sounds(connection: Connection, event_id: UUID) -> list[str]:
    """Return every sound of a name of the event, once."""
    query = select(search_word.c.word).where(
        search_word.c.event_id == event_id, search_word.c.kind == Kind.SOUND
    )
    return list(connection.scalars(query.distinct()))


def _first(connection: Connection, walks: Iterable[Select[Any]], limit: int) -> list[UUID]:
    """Return the first `limit` whom the walks meet, those of the first walk first."""
    found: dict[UUID, None] = {}
    for walk in walks:
        found |= dict.fromkeys(connection.scalars(walk.limit(limit)))
        if len(found) >= limit:
            break
    return list(found)[:limit]


def _walk(
    event_id: UUID, start: _Beginning, others: Sequence[Sequence[_Beginning]], most_asked: int = _MOST_ASKED
) -> Select[Any]:
    """Return a select of who has a word that begins so, and one of each of `others`."""
    first = (
        select(search_word.c.attendee_id, search_word.c.place)
        .where(search_word.c.event_id == event_id, _begins(search_word, start))
        .order_by(search_word.c.word, search_word.c.place)
        .limit(most_asked if others else _MOST_LOOKED_AT)
        .subquery()
    )
    them = select(first.c.attendee_id).group_by(first.c.attendee_id, first.c.place).order_by(first.c.place)
    return them.where(*(_has_one_of(first.c.attendee_id, either) for either in others))


def _walk_under(event_id: UUID, list_name: str, others: Sequence[str]) -> Select[Any]:
    """Return a select of who stands under `list_name` in the list and has a word beginning with each other.

    A given name of thousands, and of them the few whose place is right, without looking at any of the rest.
    """
    rarest, *rest = others
    begins = search_word.c.word.between(rarest, rarest + _LAST_LETTER)
    here = search_word.c.place.between(_NAMED + list_name, _NAMED + list_name + _LAST_LETTER)
    them = select(search_word.c.attendee_id).where(
        search_word.c.event_id == event_id, search_word.c.kind.in_(_WRITTEN), begins, here
    )
    either = ([(kind, word) for kind in _WRITTEN] for word in rest)
    them = them.where(*(_has_one_of(search_word.c.attendee_id, one) for one in either))
    return them.group_by(search_word.c.attendee_id, search_word.c.place).order_by(search_word.c.place)


def _has_one_of(attendee_id: ColumnElement[UUID], either: Sequence[_Beginning]) -> ColumnElement[bool]:
    other = search_word.alias()
    begins = or_(*(_begins(other, one) for one in either))
    return exists().where(other.c.attendee_id == attendee_id, begins)


def _counts(connection: Connection, event_id: UUID, word: str) -> list[int]:
    """Return how many words of each written kind begin so, at most as many as a walk weighs."""
    some = (
        select(search_word.c.place)
        .where(search_word.c.event_id == event_id, _begins(search_word, (kind, word)))
        .limit(_MOST_LOOKED_AT)
        .subquery()
        for kind in _WRITTEN
    )
    counting = select(*(select(func.count()).select_from(one).scalar_subquery() for one in some))
    return list(connection.execute(counting).one())


def _begins(table: FromClause, beginning: _Beginning) -> ColumnElement[bool]:
    kind, word = beginning
    return and_(table.c.kind == kind, table.c.word.between(word, word + _LAST_LETTER))


def _place(person: Attendee) -> str:
    """Return where a person stands in the alphabetical list, as text that sorts like their key."""
    *names, _id = person.sort_key  # the first is empty for those who have a name
    return " ".join(names)[:_LONGEST_WORD]


def _words_of(person: Attendee) -> set[tuple[Kind, str]]:
    """Return the words that find a person, each of its kind: names also joined (DARTOIS, LEGALL)."""
    family, given = words(person.family_name), words(person.given_name)
    listed = "".join(family or given)
    names = {*family, *given, "".join(given)} - {listed}
    rest = {*words(f"{person.organisation} {person.email}")} - {listed} - names
    sounds = {heard(word) for word in {listed, *names} if len(word) >= _LEAST_HEARD}
    found = ((Kind.LIST_NAME, {listed}), (Kind.NAME, names), (Kind.REST, rest), (Kind.SOUND, sounds))
    return {(kind, word[:_LONGEST_WORD]) for kind, several in found for word in several if word}
