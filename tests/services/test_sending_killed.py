"""A program that is killed while it sends: nobody gets a second copy, and what is not known is asked."""

import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from checkin.app import Desk, demonstration_event, desk_at, open_desk, open_events
from checkin.domain.mailing import MailServer, MailState, Outcome
from checkin.intake.proposals import PersonName, Proposal, Reading, Reply, Source
from checkin.settings import Settings

PARTIES = 12
SENDER = """
import sys
from pathlib import Path
from checkin.app import open_desk
from checkin.domain.mailing import MailServer
from checkin.settings import Settings
desk = open_desk(Settings(Path(sys.argv[1])))
server = MailServer("localhost", int(sys.argv[2]), user=sys.argv[3], sender=sys.argv[3], per_minute=60_000)
print("ready", flush=True)
desk.sending.send(server, sys.argv[4], None, lambda done, total: print(done, flush=True) or True)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    settings = Settings(tmp_path / "data")
    events = open_events(settings)
    desk = desk_at(settings, events, events.create(demonstration_event()))
    replies = tuple(
        Proposal(
            Reply.CONFIRMED,
            PersonName("Zoé", f"Roy{number}"),
            Source("a.csv", number),
            email=f"zoe{number}@example.org",
        )
        for number in range(PARTIES)
    )
    desk.importing.apply(Reading("a.csv", replies))
    desk.close()
    return settings.folder


def start(folder: Path, post: Any) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", SENDER, folder, str(post.port), post.user, post.password]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def send_the_rest(folder: Path, post: Any) -> tuple[Desk, Counter[Outcome]]:
    desk = open_desk(Settings(folder))
    server = MailServer("localhost", post.port, user=post.user, sender=post.user, per_minute=60_000)
    return desk, desk.sending.send(server, post.password).counts


@pytest.mark.parametrize("after", [1, 5, PARTIES])
def test_killed_between_the_message_and_the_record(folder: Path, post: Any, after: int) -> None:
    sender = start(folder, post)

    def kill() -> None:
        if len(post.received) == after:
            os.kill(sender.pid, signal.SIGKILL)

    post.on_data = kill
    sender.communicate(timeout=60)
    assert sender.returncode == -signal.SIGKILL
    post.on_data = lambda: None
    desk, counts = send_the_rest(folder, post)
    assert counts[Outcome.SENT] == PARTIES - after
    assert Counter(post.addresses) == dict.fromkeys((f"zoe{n}@example.org" for n in range(PARTIES)), 1)
    states = Counter(one.state for one in desk.sending.mailings())
    assert states == Counter({MailState.SENT: PARTIES - 1, MailState.UNCERTAIN: 1})
    desk.close()


@pytest.mark.parametrize("after", [0, 3, 7])
def test_killed_wherever_it_is(folder: Path, post: Any, after: int) -> None:
    sender = start(folder, post)
    assert sender.stdout is not None
    for _line in range(after + 1):
        sender.stdout.readline()
    sender.kill()
    sender.communicate(timeout=60)
    desk, _counts = send_the_rest(folder, post)
    copies = Counter(post.addresses)
    uncertain = [one for one in desk.sending.mailings() if one.state is MailState.UNCERTAIN]
    assert max(copies.values()) == 1
    assert len(uncertain) <= 1
    assert PARTIES - len(copies) <= len(uncertain)
    desk.close()
