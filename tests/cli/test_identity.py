"""`checkin identity`: what a zone says and how names compare, in a shell; nothing is recorded."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

ZONE = [
    "I<UTOD231458907<<<<<<<<<<<<<<<",
    "7408122F1204159UTO<<<<<<<<<<<6",
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
]


@pytest.mark.parametrize("lines", [ZONE, ["".join(ZONE)], ["-"]])
def test_every_field_of_a_zone_is_told(run: Run, data: Path, lines: list[str]) -> None:
    ended = run("identity", "read", *lines, "--on", "2010-01-01", "--json", stdin="\r\n".join(ZONE))
    (shape,) = ended.objects
    assert ended.code == 0
    assert shape == {
        "read": True,
        "format": "TD1",
        "code": "I",
        "document": "identity_card",
        "issuing_state": "UTO",
        "number": "D23145890",
        "family_name": "ERIKSSON",
        "given_names": "ANNA MARIA",
        "family_cut": False,
        "given_cut": False,
        "nationality": "UTO",
        "birth": "1974-08-12",
        "sex": "F",
        "expiry": "2012-04-15",
        "issued": None,
        "optional": ["", ""],
        "checks": [
            {"field": "number", "line": 1, "column": 15, "holds": True},
            {"field": "birth", "line": 2, "column": 7, "holds": True},
            {"field": "expiry", "line": 2, "column": 15, "holds": True},
            {"field": "composite", "line": 2, "column": 30, "holds": True},
        ],
        "validity": "valid",
        "valid_until": "2012-04-15",
        "law": "printed",
        "reason": None,
        "problems": [],
    }
    assert not data.exists()


def test_a_zone_is_read_out(run: Run) -> None:
    ended = run("identity", "read", *ZONE)
    assert "ERIKSSON" in ended.out
    assert "has expired" in ended.out
    assert ended.out.count("it holds") == 4


def test_a_mistake_is_told_with_its_place(run: Run) -> None:
    wrong = [ZONE[0].replace("D23145890", "D23145891"), *ZONE[1:]]
    ended = run("identity", "read", *wrong, "--json")
    (shape,) = ended.objects
    assert (ended.code, shape["read"], shape["reason"]) == (1, False, "wrong_check_digit")
    assert shape["problems"][0] == {
        "reason": "wrong_check_digit",
        "field": "number",
        "line": 1,
        "first": 6,
        "last": 15,
    }
    assert "Line 1, columns 6 to 15" in run("identity", "read", *wrong).out
    assert (
        "column 20: a character"
        in run("identity", "read", ZONE[0], ZONE[1], "ERIKSSON<<ANNA<MARI4<<<<<<<<<<").out
    )


@pytest.mark.parametrize(
    ("listed", "shown", "outcome", "reasons"),
    [
        (("Anna", "Eriksson"), ["--mrz", "\n".join(ZONE)], "match", []),
        (("", "Anna Eriksson"), ["--printed", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"], "match", []),
        (("Anna", "Eriksson"), ["--printed", "Eriksson, Anna-Maria"], "match", []),
        (("Maria", "Eriksson"), ["--printed", "ERIKSSON<<ANNA<MARIA"], "look", ["second_given_name"]),
        (("Anna", "Bertin"), ["--printed", "ERIKSSON<<JEAN"], "mismatch", ["other_family", "other_given"]),
    ],
)
def test_names_are_compared(
    run: Run, listed: tuple[str, str], shown: list[str], outcome: str, reasons: list[str]
) -> None:
    asked = ["identity", "compare", "--given", listed[0], "--family", listed[1], *shown]
    ended = run(*asked, "--json")
    (shape,) = ended.objects
    assert (shape["outcome"], shape["reasons"], shape["unread"]) == (outcome, reasons, None)
    assert ended.code == (1 if outcome == "mismatch" else 0)
    assert len(run(*asked).out.splitlines()) == 1 + len(reasons)


def test_the_letters_that_differ_are_told(run: Run) -> None:
    ended = run(
        "identity", "compare", "--given", "Jean", "--family", "Roche", "--printed", "ROCHE<<JEANNE", "--json"
    )
    assert ended.objects[0]["differences"] == [
        {
            "part": "given",
            "listed": "JEAN",
            "printed": "JEANNE",
            "listed_differs": [],
            "printed_differs": [[4, 6]],
        }
    ]


def test_many_pairs_are_compared_at_once(run: Run, tmp_path: Path) -> None:
    pairs = "Anna; Eriksson; ERIKSSON<<ANNA\n\nJean; Roche; ROCHE<<JEANNE\nZoé; Martin; 12345\n"
    file = tmp_path / "pairs.txt"
    file.write_text(pairs, "utf-8")
    found = run("identity", "compare", "--pairs", file, "--json").objects
    assert [one["outcome"] for one in found] == ["match", "look", None]
    assert found[2]["unread"] == "not_an_mrz"
    assert run("identity", "compare", "--pairs", "-", "--json", stdin=pairs).objects == found
    assert "Not a machine-readable zone" in run("identity", "compare", "--pairs", file).out
    assert run("identity", "compare", "--pairs", "-", stdin="Anna Eriksson").code == 2
    assert run("identity", "compare", "--pairs", tmp_path / "none").code == 2


def test_the_supervisor_is_told_figures(run: Run, codes: dict[str, str]) -> None:
    assert run("admit", codes["Pascale"], "--document", "passport").code == 0
    wrong = ["--mrz", "\n".join(ZONE), "--override", "substitute"]
    assert run("admit", codes["Zoé"], *wrong).code == 0
    (figures,) = run("identity", "figures", "--json").objects
    assert figures["by_way"] == {"eye": 1, "mrz": 1}
    assert figures["by_outcome"] == {"match": 1, "look": 0, "mismatch": 1}
    assert figures["overrides"]["substitute"] == 1
    said = run("identity", "figures").out
    assert "By eye" in said
    assert "Comes in the place of another" in said
    assert "Nickname" not in said


def test_a_mistake_is_marked_where_it_stands(run: Run) -> None:
    ended = run("identity", "read", ZONE[0], ZONE[1].replace("740812", "740813"), ZONE[2])
    lines = ended.out.splitlines()
    assert ended.code == 1
    assert lines[lines.index("  7408132F1204159UTO<<<<<<<<<<<6") + 1] == "  ^^^^^^^" + 22 * " " + "^"
