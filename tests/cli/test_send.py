import email
from collections.abc import Callable
from email import policy
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
LIST = """Nom;Prénom;Courriel
d'Artois;Pascale;pascale@example.org
Martin;Zoé;zoe@example.org
Le Goff;Yann;
"""


@pytest.fixture
def listed(run: Run, event: str, tmp_path: Path) -> dict[str, dict[str, Any]]:
    assert event
    path = tmp_path / "list.csv"
    path.write_text(LIST, "utf-8")
    assert run("import", path).code == 0
    return {one["given_name"]: one for one in run("attendees", "--json").objects}


@pytest.fixture
def send(run: Run, post: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    monkeypatch.setenv("CHECKIN_SMTP_PASSWORD", post.password)
    server = ("--server", f"localhost:{post.port}", "--user", post.user, "--per-minute", 60_000)
    return lambda *more: run("send", "--smtp", *server, *more)


@pytest.mark.usefixtures("listed")
def test_every_party_with_an_address_is_written_to_once(run: Run, send: Run, post: Any) -> None:
    first = send("--json")
    assert (first.code, first.err) == (0, "")
    (said,) = first.objects
    assert (said["sent"], said["refused"], said["complete"]) == (2, 0, True)
    assert sorted(post.addresses) == ["pascale@example.org", "zoe@example.org"]
    assert send().out == "Nothing was to be sent.\n"
    states = {one["lead"]: one["state"] for one in run("send", "--list", "--json").objects}
    assert sorted(states.values()) == ["sent", "sent", "unaddressed"]


def test_what_the_server_refuses_is_listed_without_a_name(
    send: Run, post: Any, listed: dict[str, dict[str, Any]]
) -> None:
    post.answers["zoe@example.org"] = ["550 5.1.1 <zoe@example.org> unknown"]
    ended = send()
    assert ended.code == 1
    assert ended.out == f"1 sent, 1 refused\n  {listed['Zoé']['id']}  550 5.1.1 … unknown\n"


def test_an_uncertain_one_is_settled_by_hand(
    run: Run, send: Run, post: Any, listed: dict[str, dict[str, Any]]
) -> None:
    post.at_data["zoe@example.org"] = ["cut"]
    assert send("--json").objects[0]["uncertain"] == 1
    again = send()
    assert again.out.splitlines() == [
        "Nothing was to be sent.",
        f"  {listed['Zoé']['id']}  The line was cut before the server answered.",
    ]
    assert post.addresses.count("zoe@example.org") == 1
    assert run("send", "--arrived", listed["Zoé"]["id"]).code == 0
    states = {one["lead"]: one["state"] for one in run("send", "--list", "--json").objects}
    assert states[listed["Zoé"]["id"]] == "sent"


def test_one_party_is_sent_its_own_again(send: Run, post: Any, listed: dict[str, dict[str, Any]]) -> None:
    send()
    assert send("--only", listed["Zoé"]["id"]).code == 0
    assert post.addresses.count("zoe@example.org") == 2
    assert post.addresses.count("pascale@example.org") == 1


@pytest.mark.usefixtures("listed")
def test_drafts_need_no_server(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    ended = run("send", "--drafts", folder)
    assert (ended.code, ended.out) == (0, "2 drafts written\n")
    for path in folder.iterdir():
        message = email.message_from_bytes(path.read_bytes(), policy=policy.default)
        assert message["X-Unsent"] == "1"
        assert message["To"].addresses[0].addr_spec in {"pascale@example.org", "zoe@example.org"}
    assert run("send", "--drafts", folder).out == "Nothing was to be sent.\n"


@pytest.mark.usefixtures("listed")
def test_a_server_that_was_never_set_up_is_the_user_s_to_name(run: Run) -> None:
    ended = run("send", "--smtp")
    assert ended.code == 2
    assert ended.err == (
        "checkin: The mail server is not set up yet. Say which server sends, and from which address.\n"
    )


@pytest.mark.usefixtures("listed")
def test_without_a_password_nothing_is_sent(run: Run, post: Any) -> None:
    ended = run("send", "--smtp", "--server", f"localhost:{post.port}", "--user", post.user)
    assert ended.code == 2
    assert "CHECKIN_SMTP_PASSWORD" in ended.err
    assert post.received == []


@pytest.mark.parametrize(
    "wrong", [("--smtp", "--server", "localhost:smtp"), ("--smtp", "--per-minute", "0"), ()]
)
def test_what_is_not_understood_is_said(run: Run, wrong: tuple[str, ...]) -> None:
    assert run("send", *wrong).code == 2


@pytest.mark.usefixtures("listed")
def test_the_list_reads_as_sentences(run: Run) -> None:
    assert "Martin Zoé: To be sent" in run("send", "--list").out.splitlines()
