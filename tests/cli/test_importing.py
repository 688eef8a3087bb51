import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backend import KeyringBackend

from checkin.cli import sources
from checkin.intake.proposals import Reading

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
                "corrected": 0,
                "not_coming": 0,
                "unsure": 0,
                "gone": [],
                "rejected": [],
                "error": None,
            }
        ],
    )
    keys = [
        "file",
        "new",
        "changed",
        "same",
        "corrected",
        "not_coming",
        "unsure",
        "gone",
        "rejected",
        "error",
    ]
    assert list(first.objects[0]) == keys
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


# What is promised to scripts


def _mail(sender: str, text: str) -> str:
    address = sender.lower().replace(" ", ".") + "@example.org"
    return f"From: {sender} <{address}>\nSubject: Re: invitation\n\n{text}\n"


MAILS = {
    "a.eml": _mail("Ana Blin", "Je confirme ma présence.\n\nAna Blin"),
    "b.eml": _mail("Luc Roy", "Je ne pourrai pas venir.\n\nLuc Roy"),
    "c.eml": "From: MAILER-DAEMON@example.org\nSubject: Undelivered\n\nYour message was not delivered.\n",
    "sub/d.EML": _mail("Zoé Alt", "Je viendrai avec Max Ba.\n\nZoé Alt"),
}


@pytest.fixture
def mails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of mails, beside other things, in the working folder."""
    monkeypatch.chdir(tmp_path)
    for name, text in MAILS.items():
        path = tmp_path / "mails" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (tmp_path / "mails/notes.docx").write_bytes(b"PK")
    return Path("mails")


@pytest.mark.parametrize("given", ["mails", "mails/", "./mails"])
def test_a_folder_is_one_object_with_an_entry_for_each_message_in_its_order(
    run: Run, mails: Path, given: str
) -> None:
    assert mails.is_dir()
    (shown,) = run("import", given, "--dry-run", "--json").objects
    assert shown["file"] == given
    assert [one["source"] for one in shown["attendees"]] == [{"message": n} for n in (1, 2, 3, 4)]
    assert [one["status"] for one in shown["attendees"]] == ["confirmed", "declined", "no_rsvp", "confirmed"]
    assert (shown["not_coming"], shown["error"]) == (1, None)
    assert shown["attendees"][3]["companions"] == [{"given_name": "Max", "family_name": "Ba"}]
    assert shown["attendees"][2]["sure"] is False


def test_a_file_that_can_t_be_read_costs_a_folder_nothing_but_itself(run: Run, mails: Path) -> None:
    (mails / "aa.msg").write_bytes(bytes(range(256)) * 8)
    (mails / "._a.eml").write_bytes(b"\x00\x05\x16\x07")  # what macOS leaves beside each file
    (shown,) = run("import", mails, "--dry-run", "--json").objects
    assert shown["error"] is None
    assert [one["status"] for one in shown["attendees"]] == [
        "confirmed",
        "no_rsvp",
        "declined",
        "no_rsvp",
        "confirmed",
    ]
    assert shown["attendees"][1]["sure"] is False


@pytest.mark.parametrize("first", ["", "From x@example.org Thu Nov 24 10:00:00 2022\n"])
def test_mail_without_an_ending_is_mail(run: Run, mails: Path, first: str) -> None:
    """As Thunderbird and Unix keep it."""
    file = mails.parent / "INBOX"
    file.write_text(first + MAILS["a.eml"], "utf-8")
    (shown,) = run("import", file, "--dry-run", "--json").objects
    assert [one["source"] for one in shown["attendees"]] == [{"message": 1}]


def test_a_list_without_an_ending_is_a_list(run: Run, invites: Path) -> None:
    file = invites.rename(invites.with_suffix(""))
    (shown,) = run("import", file, "--dry-run", "--json").objects
    assert shown["attendees"][0]["source"] == {"line": 2}


def test_a_mailbox_keeps_the_order_of_its_messages(run: Run, mails: Path) -> None:
    box = mails.parent / "box.mbox"
    box.write_text("\n".join(f"From x@example.org Thu Nov 24 10:00:00 2022\n{m}" for m in MAILS.values()))
    (shown,) = run("import", box, "--json", "--dry-run").objects
    assert [one["source"]["message"] for one in shown["attendees"]] == [1, 2, 3, 4]
    assert [one["status"] for one in shown["attendees"]] == ["confirmed", "declined", "no_rsvp", "confirmed"]


def test_a_list_shows_those_who_come_each_once(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(
        "Nom;Prénom;Présence;Accompagnants\nRoy;Ana;oui;Luc Alt\nAlt;Luc;oui;\nMax;Jo;non;\nROY;ana;oui;\n"
    )
    (shown,) = run("import", file, "--dry-run", "--json").objects
    everyone = [one["given_name"] for one in shown["attendees"]]
    everyone += [name["given_name"] for one in shown["attendees"] for name in one["companions"]]
    assert sorted(everyone) == ["Ana", "Luc"]
    assert shown["not_coming"] == 1


def test_several_files_of_all_kinds_are_answered_in_the_order_given(
    run: Run, mails: Path, invites: Path
) -> None:
    Path("empty").mkdir()
    ended = run("import", "mails/b.eml", invites, "empty", mails, "--dry-run", "--json")
    assert [one["file"] for one in ended.objects] == ["mails/b.eml", str(invites), "empty", "mails"]
    assert [one["error"] is None for one in ended.objects] == [True, True, False, True]
    assert ended.code == 2
    assert run("import", "mails/b.eml", invites, "--dry-run", "--json").code == 0


def test_a_dry_run_in_json_opens_no_database(run: Run, invites: Path) -> None:
    ended = run("--database", "/nowhere/at/all.db", "import", invites, "--dry-run", "--json")
    assert (ended.code, len(ended.objects)) == (0, 1)


def test_what_is_understood_does_not_wait_for_the_database_s_package(invites: Path) -> None:
    script = "import sys; from checkin.__main__ import main; main(); print('sqlalchemy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script, "import", str(invites), "--dry-run", "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "sqlalchemy" not in done.stderr
    assert "True" not in done.stdout.splitlines()[-1]


def test_a_fault_of_the_program_in_one_file_stops_no_other(
    run: Run, invites: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(_path: Path, name: str) -> Reading:
        if name == "bad.csv":
            raise ZeroDivisionError
        return Reading(name)

    monkeypatch.setattr(sources, "read", faulty)
    ended = run("import", "bad.csv", invites, "--dry-run", "--json")
    assert [bool(one["error"]) for one in ended.objects] == [True, False]
    assert ended.code == 3


@pytest.mark.parametrize(
    "argv", [["import"], ["import", "a.csv", "--history"], ["import", "--dry-run", "--json"]]
)
def test_what_to_import_is_to_be_said(run: Run, argv: list[str]) -> None:
    ended = run(*argv)
    assert (ended.code, ended.out) == (2, "")
    assert "not said what to import" in ended.err


# What was imported, and taking it back


@pytest.mark.usefixtures("event")
def test_an_import_is_found_again_and_undone(run: Run, invites: Path) -> None:
    run("import", invites)
    (past,) = run("import", "--history", "--json").objects
    assert (past["file"], past["added"], past["changed"], past["undone_at"]) == (str(invites), 4, 0, None)
    assert run("import", "--undo", past["id"], "--json").objects == [{"undone": past["id"], "reason": "done"}]
    assert run("attendees", "--json").objects == []
    again = run("import", "--undo", "last")
    assert (again.code, "nothing to undo" in again.out) == (1, True)
    assert "undone" in run("import", "--history").out


@pytest.mark.usefixtures("event")
def test_those_gone_from_a_newer_version_are_cancelled_when_asked(run: Run, invites: Path) -> None:
    run("import", invites)
    lines = invites.read_text("utf-8").splitlines()
    invites.write_text("\n".join(lines[:-1]), "utf-8")
    assert "Le Goff" in run("import", invites, "--dry-run").out
    assert len(run("import", invites, "--json").objects[0]["gone"]) == 1
    assert {one["status"] for one in run("attendees", "--json").objects} == {"confirmed"}
    run("import", invites, "--gone")
    status = {one["family_name"]: one["status"] for one in run("attendees", "--json").objects}
    assert status["Le Goff"] == "cancelled"


@pytest.mark.usefixtures("event")
def test_replies_that_are_not_sure_wait_for_a_person(run: Run, mails: Path) -> None:
    (mails / "e.eml").write_text(_mail("Eve", "Je confirme ma présence.\n\nEve"))
    ended = run("import", mails)
    assert (ended.code, "--unsure): messages: 4" in ended.out) == (0, True)
    assert sorted(one["given_name"] for one in run("attendees", "--json").objects) == ["Ana", "Max", "Zoé"]
    assert run("import", mails, "--json", "--dry-run").code == 0
    assert run("import", mails, "--json").objects[0]["unsure"] == 1
    run("import", mails, "--unsure")
    assert len(run("attendees", "--json").objects) == 4


# A mailbox


class Ring(KeyringBackend):
    """A keyring in memory."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring's
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def ring() -> Any:
    before, made = keyring.get_keyring(), Ring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_a_mailbox_without_a_password_is_refused_where_nobody_can_be_asked(run: Run, ring: Ring) -> None:
    assert ring.kept == {}
    address = "imaps://ana@mail.example.org/INBOX"
    ended = run("import", address, "--dry-run", "--json")
    assert (ended.code, ended.objects[0]["file"]) == (2, address)
    assert "keyring" in ended.objects[0]["error"]


def test_an_address_with_a_password_is_refused_and_the_password_not_repeated(run: Run) -> None:
    ended = run("import", "imaps://ana:sesame@mail.example.org", "--dry-run", "--json")
    assert ended.code == 2
    assert "no place in an address" in ended.objects[0]["error"]
    assert "sesame" not in ended.objects[0]["error"]


def test_the_password_in_the_keyring_opens_the_mailbox(run: Run, ring: Ring) -> None:
    ring.set_password("checkin", "imap://ana@127.0.0.1:1/INBOX", "sesame")
    ended = run("import", "imap://ana@127.0.0.1:1/Answers", "--dry-run", "--json")  # nobody listens there
    assert "can't be reached" in ended.objects[0]["error"]
