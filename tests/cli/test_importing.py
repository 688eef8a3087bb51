from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_a_dry_run_in_json_says_what_is_understood_without_an_event_or_a_database(
    run: Run, data: Path, invites: Path
) -> None:
    ended = run("import", invites, "--dry-run", "--json")
    assert ended.code == 0
    assert ended.objects == [
        {
            "file": str(invites),
            "attendees": [
                _understood("Pascale", "d'Artois", "AFPA", 2, [("Léa", "Dubois")]),
                _understood("Zoé", "Martin", "Région Grand Est", 3),
                _understood("Yann", "Le Goff", "ZQSD Productions", 4),
            ],
            "not_coming": 0,
            "rejected": [],
            "error": None,
        }
    ]
    assert list(ended.objects[0]) == ["file", "attendees", "not_coming", "rejected", "error"]
    assert not data.exists()


def _understood(
    given: str, family: str, organisation: str, line: int, companions: list[tuple[str, str]] | None = None
) -> dict[str, Any]:
    return {
        "status": "confirmed",
        "given_name": given,
        "family_name": family,
        "email": "",
        "organisation": organisation,
        "companions": [{"given_name": one, "family_name": two} for one, two in companions or []],
        "unnamed_companions": 0,
        "notes": "",
        "sure": True,
        "source": {"line": line},
    }


def test_a_file_that_is_refused_is_an_object_with_its_error_and_stops_no_other(
    run: Run, invites: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty.csv").write_bytes(b"")
    ended = run("import", "nowhere.csv", "empty.csv", invites, "--dry-run", "--json")
    assert ended.code == 2
    assert [one["file"] for one in ended.objects] == ["nowhere.csv", "empty.csv", str(invites)]
    assert [bool(one["error"]) for one in ended.objects] == [True, True, False]
    assert [len(one["attendees"]) for one in ended.objects] == [0, 0, 3]
    assert all(list(one) == list(ended.objects[2]) for one in ended.objects)


@pytest.mark.usefixtures("event")
def test_a_list_is_imported_once(run: Run, invites: Path) -> None:
    first = run("import", invites, "--json")
    assert (first.code, first.objects) == (
        0,
        [
            {
                "file": str(invites),
                "new": 3,
                "changed": 0,
                "same": 0,
                "not_coming": 0,
                "rejected": [],
                "error": None,
            }
        ],
    )
    assert list(first.objects[0]) == ["file", "new", "changed", "same", "not_coming", "rejected", "error"]
    again = run("import", invites, "--json").objects
    assert (again[0]["new"], again[0]["changed"], again[0]["same"]) == (0, 0, 3)


@pytest.mark.usefixtures("people")
def test_a_dry_run_shows_what_would_change_and_records_nothing(run: Run, invites: Path) -> None:
    invites.write_text(
        invites.read_text("utf-8").replace("AFPA", "Afpa Paris").replace("Zoé", "Anne"), "utf-8"
    )
    ended = run("import", invites, "--dry-run")
    assert ended.code == 0
    assert "AFPA → Afpa Paris" in ended.out
    assert "Anne Martin" in ended.out
    assert len(run("attendees", "--json").objects) == 4


@pytest.mark.usefixtures("event")
def test_lines_that_cannot_be_read_are_refused_by_number_and_the_others_go_in(
    run: Run, invites: Path
) -> None:
    with invites.open("a", encoding="utf-8") as file:
        file.write("???;12;AFPA;\nDurand;Éric;;\n")
    ended = run("import", invites)
    assert ended.code == 1
    assert "Line 5: " in ended.out
    assert "Éric" in str(run("attendees", "--json").objects)
    (shown,) = run("import", invites, "--json").objects
    assert [list(one) for one in shown["rejected"]] == [["line", "reason"]]
    assert run("import", invites, "--dry-run", "--json").code == 0


@pytest.mark.usefixtures("event")
def test_lines_are_left_out(run: Run, invites: Path) -> None:
    assert run("import", invites, "--leave", "2,4").code == 0
    assert [one["given_name"] for one in run("attendees", "--json").objects] == ["Zoé"]


@pytest.mark.usefixtures("event")
@pytest.mark.parametrize("leave", [["--leave", "two"], ["--leave", "2", "other.csv"]])
def test_lines_to_leave_out_are_numbers_of_one_file(run: Run, invites: Path, leave: list[str]) -> None:
    ended = run("import", invites, *leave)
    assert (ended.code, ended.out) == (2, "")


@pytest.mark.usefixtures("event")
def test_a_refused_file_is_named_on_stderr_and_stops_no_other(
    run: Run, invites: Path, tmp_path: Path
) -> None:
    binary = tmp_path / "picture.csv"
    binary.write_bytes(bytes(range(256)) * 40)
    ended = run("import", binary, invites)
    assert ended.code == 2
    assert "picture.csv" in ended.err
    assert ended.err.count("\n") == 1
    assert len(run("attendees", "--json").objects) == 4
