from collections.abc import Callable
from dataclasses import replace

import pytest

from checkin.documents.evacuation import Evacuation, evacuation_pdf
from checkin.domain.attendee import Attendee
from checkin.domain.event import Event
from checkin.domain.presence import Muster, Present, Sighting

Text = Callable[[bytes], str]


@pytest.fixture
def muster(event: Event) -> Callable[..., Muster]:
    def make(people: tuple[Attendee, ...]) -> Muster:
        ordered = sorted(people, key=lambda person: person.sort_key)
        places = (event.room, None)
        present = (
            Present(
                person, Sighting(places[number % 2], event.starts), people[0] if not person.is_named else None
            )
            for number, person in enumerate(ordered)
        )
        return Muster(tuple(present), event.starts.replace(second=7))

    return make


@pytest.fixture
def pdf(event: Event, muster: Callable[..., Muster]) -> Callable[..., bytes]:
    def make(people: tuple[Attendee, ...], language: str = "fr") -> bytes:
        return evacuation_pdf(Evacuation(event, muster(people), "Camille Durand", "Poste 2", language))

    return make


def test_everybody_inside_stands_on_it_once_by_name(
    pdf: Callable[..., bytes], crowd: Callable[[int], tuple[Attendee, ...]], text: Text
) -> None:
    people = crowd(300)
    words = text(pdf(people))
    named = sorted((person for person in people if person.is_named), key=lambda person: person.sort_key)
    places = [words.find(person.list_name + "\n") for person in named]
    assert places == sorted(places)
    assert min(places) > 0


def test_those_who_need_help_come_first_with_what_they_need(
    pdf: Callable[..., bytes], party: Callable[..., tuple[Attendee, ...]], text: Text
) -> None:
    people = tuple(
        replace(person, family_name=name, given_name="Nour", assistance=need)
        for person, name, need in zip(
            party(3), ("Aubert", "Martin", "Zola"), ("", "", "Fauteuil"), strict=True
        )
    )
    words = text(pdf(people))
    assert words.index("Zola Nour") < words.index("Fauteuil") < words.index("Aubert Nour")
    assert words.count("Zola") == 1


def test_it_says_how_many_where_they_are_and_when_it_was_true(
    pdf: Callable[..., bytes], party: Callable[..., tuple[Attendee, ...]], text: Text
) -> None:
    words = " ".join(text(pdf(party(4))).split())
    for said in (
        "10h00 et 07 s, jeudi 24 novembre 2022",
        "Salle des Accords",
        "Bâtiment",
        "Poste 2 · Camille Durand",
    ):
        assert said in words
    assert "4" in words


def test_who_has_no_name_is_known_by_whom_they_came_with(
    pdf: Callable[..., bytes], party: Callable[..., tuple[Attendee, ...]], text: Text
) -> None:
    assert "Sans nom, avec Martin Élodie" in text(pdf(party(3)))


def test_nobody_inside_is_said(pdf: Callable[..., bytes], text: Text) -> None:
    assert "Personne n’est enregistré à l’intérieur." in text(pdf(()))
    assert "Nobody is recorded as inside." in text(pdf((), "en"))


def test_the_longest_names_stay_in_their_column(
    pdf: Callable[..., bytes], party: Callable[..., tuple[Attendee, ...]], text: Text
) -> None:
    words = text(pdf(tuple(replace(person, organisation="AFPA") for person in party(6))))
    assert "Wolfeschlegelsteinhausenbergerdorff Maximiliana-Theodora Alexandrina" in words
    assert words.count("AFPA") == 6


def test_no_heading_stands_alone_at_the_foot(
    pdf: Callable[..., bytes], crowd: Callable[[int], tuple[Attendee, ...]], text: Text
) -> None:
    for count in range(15, 24):
        people = tuple(
            replace(person, assistance="Rampe" if number < count else "")
            for number, person in enumerate(crowd(60))
        )
        for page in text(pdf(people)).split("\f")[:-1]:
            body = page.split("Invités seulement")[0].strip().splitlines()
            assert not body[-1].startswith("Tous les autres")


def test_fonts_are_embedded(
    pdf: Callable[..., bytes],
    party: Callable[..., tuple[Attendee, ...]],
    fonts: Callable[[bytes], list[list[str]]],
) -> None:
    assert {tuple(words[-5:-2]) for words in fonts(pdf(party(6)))} == {("yes", "yes", "yes")}
