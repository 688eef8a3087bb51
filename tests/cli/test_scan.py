from collections.abc import Callable
from typing import Any

Run = Callable[..., Any]


def test_a_code_shows_who_it_is_and_records_nothing(run: Run, codes: dict[str, str]) -> None:
    ended = run("scan", codes["Pascale"].lower(), "--json")
    (verdict,) = ended.objects
    assert ended.code == 0
    assert list(verdict) == ["verdict", "attendee", "party"]
    assert (verdict["verdict"], verdict["attendee"]["given_name"]) == ("welcome", "Pascale")
    assert [one["given_name"] for one in verdict["party"]] == ["Pascale", "Léa"]
    assert run("attendees", "--here", "--json").objects == []


def test_a_code_in_words(run: Run, codes: dict[str, str]) -> None:
    assert run("scan", codes["Pascale"]).out.splitlines() == [
        "Expected · Pascale d'Artois · AFPA",
        "  Check the identity document, then record the admission.",
        "  [ ] Pascale d'Artois",
        "  [ ] Léa Dubois",
    ]


def test_codes_are_read_from_stdin_one_a_line_as_a_scanner_types_them(
    run: Run, codes: dict[str, str]
) -> None:
    for argv in (["scan", "-", "--json"], ["scan", "--json"]):
        ended = run(*argv, stdin=f"{codes['Zoé']}\r\n\nhttps://example.org\n{codes['Yann'][:-1]}\n")
        assert ended.code == 1
        assert [one["verdict"] for one in ended.objects] == ["welcome", "foreign", "misread"]
        assert [one["attendee"] is None for one in ended.objects] == [False, True, True]
    assert run("scan", "-", stdin=f"{codes['Zoé']}\n{codes['Yann']}\n").code == 0
