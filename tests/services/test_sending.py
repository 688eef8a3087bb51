from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import icalendar
import pytest
import zxingcpp
from PIL import Image

from checkin.app import Desk
from checkin.domain.admission import VerdictKind
from checkin.domain.errors import InputError, PlaceError
from checkin.domain.mailing import MailServer, MailState, Outcome, Security
from checkin.intake.proposals import PersonName, Proposal, Reply, Source
from checkin.services.mailings import Mailing
from checkin.services.sending import Run, Sending
from checkin.store import attendees

PEOPLE = [("Zoé", "Roy"), ("Luc", "Le Goff"), ("Ana", "Benali"), ("Nino", "Di Martino")]


def reply(given: str, family: str, **more: Any) -> Proposal:
    answer = more.pop("reply", Reply.CONFIRMED)
    address = more.pop("email", f"{given.lower()}@example.org".replace("é", "e"))
    return Proposal(answer, PersonName(given, family), Source("a.csv", 2), email=address, **more)


class Hours:
    """A clock that goes on while the program sleeps, and at no other time."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def sleep(self, seconds: float) -> None:
        self.seconds += seconds

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def hours() -> Hours:
    return Hours()


@pytest.fixture
def sending(desk: Desk, bring: Callable[..., None], hours: Hours) -> Sending:
    bring(*(reply(*name) for name in PEOPLE))
    return replace(desk.sending, sleep=hours.sleep, clock=hours)


@pytest.fixture
def server(post: Any) -> MailServer:
    return MailServer("localhost", post.port, Security.STARTTLS, post.user, "sec@cab.example")


@pytest.fixture
def send(sending: Sending, server: MailServer, post: Any) -> Callable[..., Run]:
    return lambda *more: sending.send(server, post.password, *more)


@pytest.fixture
def standing(sending: Sending) -> Callable[[str], Mailing]:
    return lambda family: next(one for one in sending.mailings() if one.party.lead.family_name == family)


Send = Callable[..., Run]
Standing = Callable[[str], Mailing]


def test_each_party_gets_one_message_and_a_second_run_sends_none(send: Send, post: Any, desk: Desk) -> None:
    run = send()
    assert (dict(run.counts), run.is_complete, run.stopped) == ({Outcome.SENT: 4}, True, None)
    assert sorted(post.addresses) == [
        "ana@example.org",
        "luc@example.org",
        "nino@example.org",
        "zoe@example.org",
    ]
    assert send().counts == {}
    assert len(post.received) == 4
    assert {one.state for one in desk.sending.mailings()} == {MailState.SENT}


def test_the_message_carries_a_code_that_opens_the_door(
    send: Send, post: Any, desk: Desk, tmp_path: Path
) -> None:
    send()
    message = post.received[0][1]
    (picture,) = (part for part in message.walk() if part.get_content_type() == "image/png")
    path = tmp_path / "code.png"
    path.write_bytes(picture.get_content())
    (code,) = (found.text for found in zxingcpp.read_barcodes(Image.open(path)))
    assert desk.admitting.scan(code).kind is VerdictKind.WELCOME


def test_a_party_without_an_address_gets_none(
    send: Send, post: Any, bring: Callable[..., None], standing: Standing
) -> None:
    bring(reply("Max", "Weil", email=""))
    assert send().counts == {Outcome.SENT: 4}
    assert standing("Weil").state is MailState.UNADDRESSED
    assert len(post.received) == 4


def test_what_the_server_refuses_is_told_without_the_address_and_not_tried_again(
    send: Send, post: Any, standing: Standing
) -> None:
    post.answers["zoe@example.org"] = ["550 5.1.1 <zoe@example.org>: no such user here"]
    assert send().counts == {Outcome.SENT: 3, Outcome.REFUSED: 1}
    roy = standing("Roy")
    assert roy.state is MailState.REFUSED
    assert roy.last is not None
    assert roy.last.said == "550 5.1.1 …: no such user here"
    assert send().counts == {}


def test_a_corrected_address_is_written_to(send: Send, post: Any, standing: Standing, desk: Desk) -> None:
    post.answers["luc@example.org"] = ["550 no"]
    send()
    person = desk.searching.find("Goff")[0].attendee
    with desk.database.transaction() as connection:
        attendees.change(connection, desk.event.id, [replace(person, email="luc.legoff@example.org")])
    assert standing("Le Goff").state is MailState.CHANGED
    send()
    assert post.addresses[-1] == "luc.legoff@example.org"


def test_a_greylisted_message_is_tried_again_after_some_minutes(send: Send, post: Any, hours: Hours) -> None:
    post.answers["ana@example.org"] = ["451 4.7.1 greylisted, come back later"]
    run = send()
    assert run.counts[Outcome.SENT] == 4
    assert run.counts[Outcome.POSTPONED] == 0
    assert post.addresses[-1] == "ana@example.org"
    assert hours.seconds > 300


def test_one_that_is_postponed_for_good_is_due_the_next_time(
    send: Send, post: Any, standing: Standing
) -> None:
    post.answers["ana@example.org"] = ["452 full"] * 2
    assert send().counts[Outcome.POSTPONED] == 1
    assert standing("Benali").state is MailState.POSTPONED
    assert send().counts == {Outcome.SENT: 1}


def test_the_pace_is_what_the_server_likes(send: Send, hours: Hours) -> None:
    send()
    assert hours.seconds == pytest.approx(3 * 60 / 30, abs=0.5)


def test_a_run_that_is_stopped_goes_on_with_the_rest(send: Send, post: Any) -> None:
    run = send(None, lambda done, _total: done < 2)
    assert (run.is_complete, len(post.received)) == (False, 2)
    assert send().counts == {Outcome.SENT: 2}
    assert len(set(post.addresses)) == len(post.addresses) == 4


def test_a_line_cut_before_the_message_is_taken_is_connected_again(send: Send, post: Any) -> None:
    post.answers["luc@example.org"] = ["cut"]
    assert send().counts == {Outcome.SENT: 4}
    assert len(set(post.addresses)) == len(post.addresses) == 4


def test_a_line_cut_before_the_answer_leaves_it_to_a_person(
    send: Send, post: Any, standing: Standing, sending: Sending
) -> None:
    post.at_data["luc@example.org"] = ["cut"]
    assert send().counts == {Outcome.SENT: 3, Outcome.UNCERTAIN: 1}
    goff = standing("Le Goff")
    assert goff.state is MailState.UNCERTAIN
    assert send().counts == {}
    sending.settle([goff.party.id], arrived=True)
    assert standing("Le Goff").state is MailState.SENT
    assert send().counts == {}


def test_what_did_not_arrive_is_sent_again_as_the_same_message(
    send: Send, post: Any, standing: Standing, sending: Sending
) -> None:
    post.at_data["luc@example.org"] = ["cut"]
    send()
    sending.settle([standing("Le Goff").party.id], arrived=False)
    send()
    ids = [message["Message-ID"] for address, message in post.received if address == "luc@example.org"]
    assert len(ids) == 2
    assert len(set(ids)) == 1


def test_one_is_sent_again_when_it_is_chosen_as_another_message(
    send: Send, post: Any, standing: Standing
) -> None:
    send()
    assert send([standing("Roy").party.id]).counts == {Outcome.SENT: 1}
    ids = [message["Message-ID"] for address, message in post.received if address == "zoe@example.org"]
    assert len(set(ids)) == 2


def entry_of(message: Any) -> Any:
    (part,) = (part for part in message.walk() if part.get_content_type() == "text/calendar")
    return icalendar.Calendar.from_ical(part.get_content())


def test_a_changed_party_gets_another_confirmation_and_its_calendar_replaces_the_entry(
    send: Send, post: Any, bring: Callable[..., None], standing: Standing
) -> None:
    send()
    bring(reply("Zoé", "Roy", companions=(PersonName("Inès", "Roy"),)))
    assert standing("Roy").state is MailState.CHANGED
    assert send().counts == {Outcome.SENT: 1}
    first, second = (entry_of(message) for address, message in post.received if address == "zoe@example.org")
    assert first.events[0]["UID"] == second.events[0]["UID"]
    assert first.events[0]["SEQUENCE"] < second.events[0]["SEQUENCE"]


def test_who_declines_has_the_entry_taken_out_of_the_calendar_once(
    send: Send, post: Any, bring: Callable[..., None], standing: Standing
) -> None:
    send()
    bring(reply("Zoé", "Roy", reply=Reply.DECLINED))
    assert standing("Roy").state is MailState.LEAVING
    assert send().counts == {Outcome.SENT: 1}
    address, message = post.received[-1]
    cancelled = entry_of(message)
    assert address == "zoe@example.org"
    assert cancelled["METHOD"] == "CANCEL"
    assert cancelled.events[0]["STATUS"] == "CANCELLED"
    assert not [
        part for part in message.walk() if part.get_content_type() in {"image/png", "application/pdf"}
    ]
    assert send().counts == {}
    bring(reply("Zoé", "Roy"))
    assert send().counts == {Outcome.SENT: 1}
    again = entry_of(post.received[-1][1])
    assert again["METHOD"] == "REQUEST"
    assert again.events[0]["SEQUENCE"] > cancelled.events[0]["SEQUENCE"]


def test_who_declined_before_any_message_is_left_in_peace(
    send: Send, post: Any, bring: Callable[..., None]
) -> None:
    bring(reply("Zoé", "Roy", reply=Reply.DECLINED))
    assert send().counts == {Outcome.SENT: 3}
    assert "zoe@example.org" not in post.addresses


def test_two_desks_that_send_at_once_write_to_each_party_once(
    send: Send, post: Any, sending: Sending, server: MailServer
) -> None:
    def meanwhile(done: int, _total: int) -> bool:
        if done == 1:
            sending.send(server, post.password)
        return True

    send(None, meanwhile)
    assert len(set(post.addresses)) == len(post.addresses) == 4


def test_an_address_that_is_none_is_refused_with_words(
    send: Send, bring: Callable[..., None], standing: Standing, post: Any
) -> None:
    bring(reply("Max", "Weil", email="max arobase example"), reply("Eva", "Zola", email="a..b@example.org"))
    assert send().counts == {Outcome.SENT: 4, Outcome.REFUSED: 2}
    last = standing("Weil").last
    assert last is not None
    assert last.said == "Ce n’est pas une adresse électronique."
    assert len(post.received) == 4


def test_the_organiser_s_words_are_in_the_message(send: Send, post: Any, sending: Sending) -> None:
    sending.set_words("Le métro <ligne 13> est fermé.\nPrenez le bus.")
    send()
    message = post.received[0][1]
    assert "Le métro <ligne 13> est fermé." in message.get_body(("plain",)).get_content()
    assert "Le métro &lt;ligne 13&gt; est fermé.<br>" in message.get_body(("html",)).get_content()


def test_drafts_are_opened_as_drafts_and_written_once(
    sending: Sending, tmp_path: Path, post: Any, send: Send, bring: Callable[..., None]
) -> None:
    assert sending.draft(tmp_path / "drafts").counts == {Outcome.DRAFTED: 4}
    written = sorted((tmp_path / "drafts").iterdir())
    assert len(written) == 4
    assert all(path.read_bytes().count(b"X-Unsent: 1\r\n") == 1 for path in written)
    assert sending.draft(tmp_path / "drafts").counts == {}
    bring(reply("Zoé", "Roy", companions=(PersonName("Inès", "Roy"),)))
    assert sending.draft(tmp_path / "drafts").counts == {Outcome.DRAFTED: 1}
    assert sorted((tmp_path / "drafts").iterdir()) == written
    assert post.received == []
    assert send().counts == {Outcome.SENT: 4}


@pytest.mark.parametrize(
    ("change", "password", "said"),
    [
        ({}, "faux", "refuse cet identifiant"),
        ({}, "féaux", "refuse cet identifiant"),
        ({"port": 1}, None, "injoignable"),
        ({"host": "127.0.0.1"}, None, "certificat"),
        ({"host": "192.0.2.1", "security": Security.NONE}, None, "chiffrement"),
        ({"host": ""}, None, "réglé"),
    ],
)
def test_settings_that_do_not_work_are_told_in_words_and_nothing_is_sent(
    sending: Sending, server: MailServer, post: Any, change: dict[str, Any], password: str | None, said: str
) -> None:
    with pytest.raises((InputError, PlaceError)) as refused:
        sending.send(replace(server, **change), password or post.password)
    assert said in refused.value.happened
    assert post.received == []
    assert all(one.state is MailState.DUE for one in sending.mailings())


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning")
def test_a_server_behind_tls_takes_them_too(sending: Sending, post_behind_tls: Any) -> None:
    post = post_behind_tls
    server = MailServer("localhost", post.port, Security.TLS, post.user, post.user)
    assert sending.send(server, post.password).counts == {Outcome.SENT: 4}
    assert len(post.received) == 4


def test_settings_that_work_are_found_to_without_sending(
    sending: Sending, server: MailServer, post: Any
) -> None:
    sending.check(server, post.password)
    assert post.received == []


def test_a_server_that_goes_away_ends_the_run_and_the_rest_is_due(
    send: Send, post: Any, sending: Sending
) -> None:
    post.answers = {f"{name}@example.org": ["cut"] * 9 for name in ("zoe", "luc", "ana", "nino")}
    run = send()
    assert not run.is_complete
    assert run.stopped is not None
    assert "coupée" in run.stopped.happened
    assert all(one.state.is_due for one in sending.mailings())
