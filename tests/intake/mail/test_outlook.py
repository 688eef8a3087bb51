"""Outlook messages, made here: compound files (MS-CFB) with Outlook's properties (MS-OXMSG)."""

import struct
from pathlib import Path

import pytest

from checkin.intake.mail.reading import read_mail
from checkin.intake.proposals import Proposal, Reply

SECTOR, MINI, END, FREE, FAT = 512, 64, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
CLASS, SUBJECT, SENDER, BODY, ADDRESS = 0x001A, 0x0037, 0x0C1A, 0x1000, 0x5D01
HEADERS, HTML = 0x007D, 0x1013
TEXT, BINARY = 0x001F, 0x0102


def chained(count: int, first: int) -> list[int]:
    return [*range(first + 1, first + count), END] if count else []


def padded(raw: bytes, size: int) -> bytes:
    return raw + b"\0" * (-len(raw) % size)


def entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    written = (name + "\0").encode("utf-16-le")
    head = written.ljust(64, b"\0") + struct.pack("<HBBIII", len(written), kind, 1, FREE, right, child)
    return head + b"\0" * 36 + struct.pack("<IQ", start, size)


def compound(streams: dict[str, bytes]) -> bytes:
    """Return a compound file with one level of small streams."""
    starts: list[int] = []
    mini, minifat = b"", list[int]()
    for raw in streams.values():
        starts.append(len(minifat))
        minifat += chained(len(padded(raw, MINI)) // MINI, len(minifat))
        mini += padded(raw, MINI)
    names = list(streams)
    rights = [*range(2, len(names) + 1), FREE]
    entries = [entry("Root Entry", 5, FREE, 1, 0, len(mini))]
    entries += [
        entry(name, 2, right, FREE, start, len(streams[name]))
        for name, right, start in zip(names, rights, starts, strict=True)
    ]
    parts = [padded(mini, SECTOR), padded(b"".join(entries), SECTOR)]
    parts.append(
        b"".join(struct.pack("<I", at) for at in minifat).ljust(SECTOR * (1 + len(minifat) // 128), b"\xff")
    )
    counts = [len(part) // SECTOR for part in parts]
    firsts = [0, counts[0], counts[0] + counts[1]]
    fat = [at for first, count in zip(firsts, counts, strict=True) for at in chained(count, first)]
    fat_at = len(fat)
    table = b"".join(struct.pack("<I", at) for at in [*fat, FAT]).ljust(SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    head += struct.pack(
        "<HHHHH6xIIIIIIIIII",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        1,
        firsts[1],
        0,
        4096,
        firsts[2],
        counts[2],
        END,
        0,
        fat_at,
    )
    return head.ljust(SECTOR, b"\xff") + b"".join(parts) + table


def outlook(properties: dict[int, str | bytes]) -> bytes:
    streams, listed = {}, b"\0" * 32
    for number, value in properties.items():
        kind = BINARY if isinstance(value, bytes) else TEXT
        raw = value if isinstance(value, bytes) else value.encode("utf-16-le")
        streams[f"__substg1.0_{number:04X}{kind:04X}"] = raw
        listed += struct.pack("<HHIII", kind, number, 6, len(raw), 0)
    return compound({"__properties_version1.0": listed, **streams})


def understood(folder: Path, properties: dict[int, str | bytes]) -> Proposal:
    path = folder / "a.msg"
    path.write_bytes(outlook(properties))
    return read_mail(path, "a.msg").proposals[0]


NOTE: dict[int, str | bytes] = {
    CLASS: "IPM.Note",
    SUBJECT: "RE: Invitation",
    SENDER: "BLIN Ana",
    ADDRESS: "ana.blin@example.org",
    BODY: "Bonjour,\r\n\r\nJe confirme ma présence.\r\n\r\nAna Blin\r\n",
}


def test_a_message_is_read(tmp_path: Path) -> None:
    proposal = understood(tmp_path, NOTE)
    assert proposal.reply is Reply.CONFIRMED
    assert (proposal.name.given_name, proposal.name.family_name) == ("Ana", "Blin")
    assert proposal.email == "ana.blin@example.org"


def test_its_internet_headers_count(tmp_path: Path) -> None:
    headers = "From: Luc Roy <luc.roy@example.org>\r\nAuto-Submitted: auto-replied\r\n"
    headers += "Content-Type: text/html\r\n\r\n"
    proposal = understood(tmp_path, NOTE | {HEADERS: headers})
    assert proposal.reply is Reply.NO_RSVP
    assert proposal.email == "luc.roy@example.org"


def test_a_body_in_html_alone_is_read(tmp_path: Path) -> None:
    html = "<p>Je ne pourrai pas être présente.</p><p>Ana Blin</p>".encode()
    assert understood(tmp_path, NOTE | {BODY: "", HTML: html}).reply is Reply.DECLINED


@pytest.mark.parametrize(
    ("kind", "reply"),
    [
        ("IPM.Schedule.Meeting.Resp.Pos", Reply.CONFIRMED),
        ("IPM.Schedule.Meeting.Resp.Neg", Reply.DECLINED),
        ("IPM.Schedule.Meeting.Resp.Tent", Reply.TENTATIVE),
        ("REPORT.IPM.Note.NDR", Reply.NO_RSVP),
        ("REPORT.IPM.Note.IPNRN", Reply.NO_RSVP),
    ],
)
def test_its_class_decides(tmp_path: Path, kind: str, reply: Reply) -> None:
    assert understood(tmp_path, NOTE | {CLASS: kind}).reply is reply
