"""Attendees and the words they are found by."""

from dataclasses import replace
from itertools import count
from uuid import UUID

import pytest

from checkin.domain.attendee import Attendee, Mark, Status
from checkin.domain.event import Event
from checkin.store import attendees, events
from checkin.store.database import Database


def people(*names: str, organisation: str = "") -> list[Attendee]:
    """Return one attendee for each « given|family »."""
    both = (name.split("|") for name in names)
    ids = (UUID(int=1000 + place) for place in count())
    return [
        Attendee(one, one, 0, given, family, organisation=organisation)
        for one, (given, family) in zip(ids, both, strict=False)
    ]


def found(database: Database, event: Event, text: str, limit: int = 50) -> list[str]:
    with database.reading() as connection:
        members = attendees.find(connection, event, text, limit)
    return [m.attendee.list_name for m in sorted(members, key=lambda m: m.attendee.sort_key)]


def test_everything_of_a_person_comes_back(database: Database, event: Event, someone: Attendee) -> None:
    whole = replace(
        someone,
        title="Mme la directrice générale adjointe chargée des affaires européennes et internationales",
        organisation="Direction " * 100,
        status=Status.TENTATIVE,
        mark=Mark.SPEAKER,
        assistance="rampe",
        note="« accueil » 🎫",
        language="en",
        written="BÉRARD Inès",
    )
    with database.transaction() as connection:
        attendees.add(connection, event.id, [whole])
        assert attendees.all_of(connection, event.id) == [whole]
        assert attendees.get(connection, event.id, whole.id) == whole
        assert attendees.get(connection, UUID(int=7), whole.id) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("d", ["Díaz Ana", "Di Martino Nicolas", "Durand d’Artois"]),
        ("dí", ["Díaz Ana", "Di Martino Nicolas"]),
        ("DIAZ", ["Díaz Ana"]),
        ("ana díaz", ["Díaz Ana"]),
        ("díaz ana", ["Díaz Ana"]),
        ("di az", []),
        ("artois", ["Durand d’Artois"]),
        ("d'artois", ["Durand d’Artois"]),
        ("dartois", ["Durand d’Artois"]),
        ("dimartino", ["Di Martino Nicolas"]),
        ("mart nic", ["Di Martino Nicolas"]),
        ("jp", []),
        ("jeanpierre", ["Ng Jean-Pierre"]),
        ("pierre", ["Ng Jean-Pierre"]),
        ("ng", ["Ng Jean-Pierre"]),
        ("o", ["O Sun-hee"]),
        ("sun hee o", ["O Sun-hee"]),
        ("afpa ng", ["Ng Jean-Pierre"]),
        ("zz", []),
        ("", []),
        ("  -' ", []),
        ("%", []),
        ("_", []),
        ("n" * 300, []),
    ],
)
def test_any_beginning_of_any_word_finds(
    database: Database, event: Event, text: str, expected: list[str]
) -> None:
    with database.transaction() as connection:
        names = ("Ana|Díaz", "Nicolas|Di Martino", "d’Artois|Durand", "Jean-Pierre|Ng", "Sun-hee|O")
        attendees.add(connection, event.id, people(*names, organisation="AFPA"))
    assert found(database, event, text) == expected


def test_everyone_of_an_organisation_is_found(database: Database, event: Event) -> None:
    with database.transaction() as connection:
        attendees.add(connection, event.id, people("Ana|Díaz", "Zoé|Alt", organisation="Région Grand Est"))
    assert found(database, event, "grand est") == ["Alt Zoé", "Díaz Ana"]


def test_a_word_longer_than_any_is_found_by_itself(database: Database, event: Event) -> None:
    long = "Taumatawhakatangihangakoauauotamateaturipukakapikimaungahoronukupokaiwhenuakitanatahu"
    with database.transaction() as connection:
        attendees.add(connection, event.id, people(f"Ana|{long}"))
    assert found(database, event, long) == [f"{long} Ana"]


def test_the_first_found_are_the_first_of_the_list(database: Database, event: Event) -> None:
    names = [f"M{letter}a|{family}" for letter in "aeiou" for family in ("Zola", "Abel", "Élan", "d’Arc")]
    with database.transaction() as connection:
        attendees.add(connection, event.id, people(*reversed(names), organisation="Mairie de Metz"))
    assert found(database, event, "m", limit=7) == [
        *[f"Abel M{x}a" for x in "aeiou"],
        "d’Arc Maa",
        "d’Arc Mea",
    ]
    assert found(database, event, "m d", limit=2) == ["d’Arc Maa", "d’Arc Mea"]  # a family name comes first


def test_who_was_renamed_is_found_by_the_new_name_only(database: Database, event: Event) -> None:
    (ana,) = people("Ana|Díaz")
    with database.transaction() as connection:
        attendees.add(connection, event.id, [ana])
        attendees.change(connection, event.id, [replace(ana, family_name="Alvarez")])
    assert (found(database, event, "diaz"), found(database, event, "alv")) == ([], ["Alvarez Ana"])


def test_another_event_s_people_are_not_found(database: Database, event: Event) -> None:
    other = replace(
        event,
        id=UUID(int=9),
        checkpoints=tuple(replace(c, id=UUID(int=c.id.int + 50)) for c in event.checkpoints),
    )
    with database.transaction() as connection:
        events.add(connection, other, event.starts)
        attendees.add(connection, other.id, people("Ana|Díaz"))
    assert found(database, event, "ana") == []
    assert found(database, other, "ana") == ["Díaz Ana"]


def test_more_people_than_a_statement_takes(database: Database, event: Event) -> None:
    crowd = people(*[f"Ana|Díaz{number}" for number in range(4500)])
    ids = [person.id for person in crowd]
    with database.transaction() as connection:
        attendees.add(connection, event.id, crowd)
        assert len(attendees.some(connection, ids)) == 4500
        assert attendees.count_expected(connection, event.id) == 4500
        assert attendees.remove_untouched(connection, ids)
        assert attendees.all_of(connection, event.id) == []
    assert found(database, event, "ana") == []
