from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]
Codes = dict[str, str]
People = dict[str, dict[str, Any]]


@pytest.fixture
def admitted(run: Run, codes: Codes) -> Codes:
    """Let Pascale, Léa and Zoé in, and return the codes."""
    for name in ("Pascale", "Léa", "Zoé"):
        assert run("admit", codes[name], "--document", "passport").code == 0
    return codes


def test_one_scan_after_the_other_is_in_and_out(run: Run, admitted: Codes) -> None:
    ended = run("passage", admitted["Pascale"], "--json")
    (passage,) = ended.objects
    assert ended.code == 0
    assert list(passage) == ["passage", "id", "verdict", "attendee", "inside", "capacity"]
    assert (passage["passage"], passage["attendee"]["given_name"]) == ("in", "Pascale")
    assert (passage["inside"], passage["capacity"]) == (1, 2)
    out = run("passage", admitted["Pascale"])
    assert out.out.splitlines() == ["Goodbye · Pascale d'Artois", "  Counted out.", "Inside: 0 of 2"]


def test_a_full_room_is_for_a_supervisor_to_open(run: Run, admitted: Codes) -> None:
    lines = "\n".join(admitted[name] for name in ("Pascale", "Léa", "Zoé", "Yann"))
    ended = run("passage", "-", "--json", stdin=f"{lines}\nnothing of ours\n")
    assert ended.code == 1
    assert [one["passage"] for one in ended.objects] == ["in", "in", "full", "not_admitted", "refused"]
    assert [one["id"] is None for one in ended.objects] == [False, False, True, True, True]
    assert run("passage", admitted["Zoé"], "--insist").code == 0
    assert run("passage", "--json").objects == [{"inside": 3, "capacity": 2}]
    assert run("passage").out == "Inside: 3 of 2\n"


def test_the_way_can_be_said(run: Run, admitted: Codes, people: People) -> None:
    for _time in range(2):
        (passage,) = run("passage", admitted["Zoé"], "--in", "--json").objects
        assert (passage["passage"], passage["inside"]) == ("in", 1)
    (passage,) = run("passage", "--attendee", people["Zoé"]["id"], "--out", "--json").objects
    assert (passage["passage"], passage["inside"]) == ("out", 0)
    assert run("passage", "nothing of ours", "--in").code == 1
    assert run("passage", admitted["Zoé"], "--in", "--out").code == 2


def test_the_last_passage_is_undone(run: Run, admitted: Codes) -> None:
    (first,) = run("passage", admitted["Zoé"], "--json").objects
    (second,) = run("passage", admitted["Zoé"], "--json").objects
    assert run("passage", "--undo", first["id"]).code == 1
    undone = run("passage", "--undo", second["id"], "--reason", "slip", "--json")
    assert (undone.code, undone.objects) == (0, [{"undone": True, "inside": 1, "capacity": 2}])
