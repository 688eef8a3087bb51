from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]
People = dict[str, dict[str, Any]]

KEYS = [
    "id",
    "party",
    "position",
    "given_name",
    "family_name",
    "title",
    "email",
    "organisation",
    "function",
    "status",
    "mark",
    "assistance",
    "note",
    "admission",
    "admitted_at",
]


def test_the_list_in_json_has_the_keys_that_were_promised(people: People) -> None:
    assert all(list(one) == KEYS for one in people.values())
    assert people["Léa"]["party"] == people["Pascale"]["party"] != people["Zoé"]["party"]
    assert (people["Pascale"]["position"], people["Léa"]["position"]) == (0, 1)


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(("text", "found"), [("artois", ["Pascale"]), ("zoe mart", ["Zoé"]), ("xyz", [])])
def test_people_are_found_by_name(run: Run, text: str, found: list[str]) -> None:
    ended = run("attendees", "--search", text, "--json")
    assert ended.code == 0
    assert [one["given_name"] for one in ended.objects] == found


def test_those_who_are_here_and_those_who_are_missing(run: Run, people: People) -> None:
    run("admit", "--attendee", people["Zoé"]["id"], "--document", "passport")
    (here,) = run("attendees", "--here", "--json").objects
    assert here["given_name"] == "Zoé"
    assert here["admission"]
    assert here["admitted_at"].endswith("Z")
    missing = {one["given_name"] for one in run("attendees", "--missing", "--json").objects}
    assert missing == {"Pascale", "Léa", "Yann"}


@pytest.mark.usefixtures("people")
def test_the_list_in_words_is_alphabetical(run: Run) -> None:
    lines = run("attendees").out.splitlines()
    assert [line.split("  ")[0] for line in lines] == [
        "d'Artois Pascale",
        "Dubois Léa",
        "Le Goff Yann",
        "Martin Zoé",
        "4 people",
    ]
    assert run("attendees", "--here").out == "0 people\n"
