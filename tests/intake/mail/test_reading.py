# ruff: noqa: E501 - the mails stand as they come
"""Mail files and folders, and mails that are broken or meant to break something."""

import tracemalloc
from pathlib import Path

import pytest

from checkin.domain.errors import InputError, PlaceError
from checkin.intake.files import read
from checkin.intake.mail.reading import read_mail
from checkin.intake.proposals import Reply

HEAD = b"From: Ana Blin <ana.blin@example.org>\r\nSubject: RE: Invitation\r\n"
YES = (
    HEAD
    + b"Content-Type: text/plain; charset=utf-8\r\n\r\nJe confirme ma pr\xc3\xa9sence.\r\n\r\nAna Blin\r\n"
)


def written(folder: Path, name: str, raw: bytes) -> Path:
    path = folder / name
    path.write_bytes(raw)
    return path


def test_one_mail_is_one_proposal(tmp_path: Path) -> None:
    reading = read(written(tmp_path, "a.EML", YES), "a.EML")
    assert [p.reply for p in reading.proposals] == [Reply.CONFIRMED]
    assert (reading.file, reading.proposals[0].source.message) == ("a.EML", 1)


def test_a_mailbox_keeps_its_order(tmp_path: Path) -> None:
    no = (
        HEAD.replace(b"Ana Blin", b"Luc Roy")
        + b"\r\nJe ne pourrai pas venir.\r\n\r\n>From there\r\nLuc Roy\r\n"
    )
    box = b"".join(
        b"From x@example.org Tue Nov  8 09:00:00 2022\r\n" + mail + b"\r\n" for mail in (YES, no, YES)
    )
    reading = read_mail(written(tmp_path, "box.mbox", box), "box.mbox")
    assert [p.reply.value for p in reading.proposals] == ["confirmed", "declined", "confirmed"]
    assert [p.source.message for p in reading.proposals] == [1, 2, 3]


def test_a_line_that_begins_with_from_does_not_part_a_mail(tmp_path: Path) -> None:
    mail = YES + b"\r\nFrom Monday on I am away.\r\n"
    box = b"From x@example.org Tue Nov  8 09:00:00 2022\n" + mail
    assert len(read_mail(written(tmp_path, "box.mbox", box), "box.mbox").proposals) == 1


def test_a_folder_is_read_by_name(tmp_path: Path) -> None:
    written(tmp_path, "2.eml", YES.replace(b"Ana Blin", b"Luc Roy"))
    written(tmp_path, "1.eml", YES)
    written(tmp_path, "notes.txt", b"nothing")
    reading = read(tmp_path, "folder")
    assert [p.name.given_name for p in reading.proposals] == ["Ana", "Luc"]


def test_an_apple_mail_file(tmp_path: Path) -> None:
    raw = str(len(YES)).encode() + b"\n" + YES + b"<?xml version='1.0'?><plist></plist>"
    assert read_mail(written(tmp_path, "1.emlx", raw), "1.emlx").proposals[0].reply is Reply.CONFIRMED


def test_nothing_to_read_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_mail(written(tmp_path, "a.eml", b"  \n"), "a.eml")
    with pytest.raises(InputError):
        read_mail(written(tmp_path, "a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600), "a.msg")
    with pytest.raises(PlaceError):
        read_mail(tmp_path / "gone.eml", "gone.eml")


NESTED = b"".join(
    b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (level, level) for level in range(60)
)
BROKEN = {
    "truncated": HEAD
    + b'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n'
    + b"Content-Transfer-Encoding: quoted-printable\r\n\r\nJe confirme ma pr=C3=A9sence.=",
    "truncated base64": HEAD + b"Content-Transfer-Encoding: base64\r\n\r\nSmUgY29uZmlybWUgbWEgcHLDqXNlbmNlLg",
    "unknown charset": HEAD
    + b"Content-Type: text/plain; charset=klingon-42\r\n\r\nJe confirme ma pr\xe9sence.\r\n",
    "wrong charset": HEAD + b"Content-Type: text/plain; charset=utf-8\r\n\r\nJe confirme ma pr\xe9sence.\r\n",
    "a header's charset": b"From: =?x-none?Q?Ana_Blin?= <ana.blin@example.org>\r\n\r\nJe confirme ma presence.\r\n",
    "nested": HEAD + NESTED + b"Content-Type: text/plain\r\n\r\nJe confirme ma presence.\r\n",
    "a long line": HEAD + b"\r\nJe confirme ma presence.\r\n" + b"a " * 500_000 + b"\r\n",
    "a long word": HEAD + b"\r\nJe confirme ma presence.\r\n" + b"a" * 1_000_000 + b"\r\n",
    "a long line of html": HEAD
    + b"Content-Type: text/html\r\n\r\n<p>Je confirme ma presence.</p><p>"
    + b"<b>a" * 250_000,
    "unclosed html": HEAD
    + b"Content-Type: text/html\r\n\r\n<p>Je confirme ma presence.</p>"
    + b"<a " * 100_000,
    "a long header": HEAD + b"X-Long: " + b"a" * 1_000_000 + b"\r\n\r\nJe confirme ma presence.\r\n",
    "many people": HEAD + b"\r\nJe confirme ma presence. Merci a " + b"Jean Roy, " * 20_000 + b"\r\n",
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_mail_is_read_as_far_as_it_can_be(tmp_path: Path, kind: str) -> None:
    path = written(tmp_path, "a.eml", BROKEN[kind])
    tracemalloc.start()
    proposal = read_mail(path, "a.eml").proposals[0]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert proposal.reply is Reply.CONFIRMED
    assert (proposal.name.given_name, proposal.name.family_name) == ("Ana", "Blin")
    assert peak < 200_000_000


def test_a_broken_mail_never_stops_the_others(tmp_path: Path) -> None:
    for number, raw in enumerate(BROKEN.values()):
        written(tmp_path, f"{number:02}.eml", raw)
    written(tmp_path, "zz.eml", YES)
    reading = read_mail(tmp_path, "folder")
    assert len(reading.proposals) == len(BROKEN) + 1
    assert reading.proposals[-1].sure


def test_names_hold_no_newline_and_no_bidirectional_control(tmp_path: Path) -> None:
    raw = (
        b"From: =?utf-8?Q?Ana=0D=0ABcc=3A_x=40example=2Eorg?= <ana.blin@example.org>\r\n\r\n"
        + "Je confirme ma présence avec Luc \u202eRoy\u202c.\n\nAna Blin".encode()
    )
    proposal = read_mail(written(tmp_path, "a.eml", raw), "a.eml").proposals[0]
    texts = [proposal.email, proposal.notes, *proposal.evidence]
    for one in (proposal.name, *proposal.companions):
        texts += [one.given_name, one.family_name, one.written]
    assert all(text.isprintable() for text in texts)
    assert [one.family_name for one in proposal.companions] == ["Roy"]
