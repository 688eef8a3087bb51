# ruff: noqa: E501 - the mails' lines are as long as mail programs make them
"""Mails of invented people: a compact corpus, built into the shapes that mail programs give them.

`corpus/` holds the mails that the rules were written with, `learnt/` those that the models learn from as
well, and `unseen/` those that neither has seen. A file of mails holds blocks: `=== status | guest | companions | unnamed`, then headers of ours (From, Subject,
Client, Form, Charset, Encoding, Header, Assistance, Reply), a blank line and the text. A name is « Given
Family »; where either has more than one word, `+` stands between them. A file of `answers` holds « status |
writer | text » a line, `//` for a new line.
"""

import base64
import json
import quopri
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from email.header import Header
from email.utils import parseaddr
from html import escape
from pathlib import Path

import pytest

MAILS = Path(__file__).parent

INVITATION = """Madame, Monsieur,

La Haut-commissaire aux compétences a le plaisir de vous inviter à la présentation des « maraudes numériques », le jeudi 24 novembre 2022 de 10h00 à 12h45, 127 rue de Grenelle, Paris.
Nous vous remercions de confirmer votre présence et celle des personnes qui vous accompagnent par retour de mail. Une pièce d'identité vous sera demandée.
La conclusion sera assurée par Mme Carole Grandjean, ministre déléguée. Si vous ne pouvez pas participer, merci de nous le signaler.

Bien cordialement,

Le secrétariat de la Haut-commissaire"""
SECRETARIAT = "Secrétariat Haut-commissaire <sec@cab.example>"


@dataclass(frozen=True)
class Label:
    """What a mail of the corpus should come to."""

    status: str
    guest: tuple[str, str] | None
    companions: frozenset[tuple[str, str]]
    unnamed: int


@dataclass(frozen=True)
class Case:
    """One mail of the corpus."""

    number: int
    label: Label
    raw: bytes
    headers: dict[str, str] = field(default_factory=dict)


def _name(text: str) -> tuple[str, str]:
    given, _, family = text.strip().partition("+" if "+" in text else " ")
    return given.strip(), family.strip()


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


def _outlook(labels: tuple[str, str, str, str]) -> str:
    sender, sent, to, subject = labels
    return (
        f"\n\n{sender} : {SECRETARIAT}\n{sent} : lundi 7 novembre 2022 10:12\n{to} : Destinataires inconnus\n"
        f"{subject} : Invitation - maraudes numériques\n\n{INVITATION}"
    )


QUOTES: dict[str, Callable[[], str]] = {
    "none": str,
    "outlook-fr": lambda: _outlook(("De", "Envoyé", "À", "Objet")),
    "outlook-en": lambda: (
        "\n\n________________________________"
        + _outlook(("From", "Sent", "To", "Subject")).replace(" : ", ": ")[1:]
    ),
    "gmail-fr": lambda: (
        "\n\nLe lun. 7 nov. 2022 à 10:12, Secrétariat Haut-commissaire <sec@cab.example>\na écrit :\n\n"
        + _quoted(INVITATION)
    ),
    "gmail-en": lambda: (
        "\n\nOn Mon, Nov 7, 2022 at 10:12 AM Secrétariat Haut-commissaire <sec@cab.example>\nwrote:\n\n"
        + _quoted(INVITATION)
    ),
    "thunderbird-fr": lambda: (
        "\n\nLe 07/11/2022 à 10:12, Secrétariat Haut-commissaire a écrit :\n" + _quoted(INVITATION)
    ),
    "apple-fr": lambda: (
        "\n\n> Le 7 nov. 2022 à 10:12, Secrétariat Haut-commissaire <sec@cab.example> a écrit :\n> \n"
        + _quoted(INVITATION)
    ),
    "apple-en": lambda: (
        "\n\n> On 7 Nov 2022, at 10:12, Secrétariat Haut-commissaire <sec@cab.example> wrote:\n> \n"
        + _quoted(INVITATION)
    ),
    "iphone": lambda: (
        "\n\nEnvoyé de mon iPhone\n\n> Le 7 nov. 2022 à 10:12, Secrétariat Haut-commissaire <sec@cab.example> a écrit :\n> \n"
        + _quoted(INVITATION)
    ),
    "orange": lambda: (
        '\n\n> Message du 07/11/22 10:12\n> De : "Secrétariat Haut-commissaire" <sec@cab.example>\n> A : \n> Copie à : \n> Objet : Invitation - maraudes numériques\n>\n'
        + _quoted(INVITATION)
    ),
    "zimbra": lambda: (
        '\n\n----- Mail original -----\nDe: "Secrétariat Haut-commissaire" <sec@cab.example>\nÀ: undisclosed-recipients:;\nEnvoyé: Lundi 7 Novembre 2022 10:12:44\nObjet: Invitation - maraudes numériques\n\n'
        + INVITATION
    ),
}


def cases(file: Path) -> list[Case]:
    """Return the mails of one file, in whichever of the forms."""
    if file.is_dir():
        return _whole(file)
    text = file.read_text(encoding="utf-8")
    if file.name.startswith("answers"):
        return [_answer(number, line) for number, line in enumerate(text.splitlines(), 1)]
    blocks = re.split(r"(?m)^=== ", text)[1:]
    return [_case(number, block) for number, block in enumerate(blocks, 1)]


def _whole(folder: Path) -> list[Case]:
    """Return mails as programs wrote them, with what each should come to in `labels.json`."""
    found = []
    for number, told in enumerate(json.loads((folder / "labels.json").read_text(encoding="utf-8")), 1):
        guest = tuple(told["guest"]) if told["guest"] else None
        label = Label(told["status"], guest, frozenset(map(tuple, told["companions"])), told["unnamed"])
        found.append(Case(number, label, (folder / told["file"]).read_bytes()))
    return found


def _answer(number: int, line: str) -> Case:
    status, sender, text = line.split(" | ", 2)
    address = re.sub(r"\W+", ".", sender.encode("ascii", "ignore").decode().lower()).strip(".")
    headers = {"From": f"{sender} <{address}@reply.example>"}
    raw = build(headers, text.replace(" // ", "\n"))
    return Case(number, Label(status, _name(sender), frozenset(), 0), raw, headers)


def _case(number: int, block: str) -> Case:
    first, _, rest = block.partition("\n")
    status, guest, companions, unnamed = (part.strip() for part in first.split("|"))
    head, _, text = rest.partition("\n\n")
    headers = dict(line.split(": ", 1) for line in head.split("\n") if ": " in line)
    named = frozenset(_name(one) for one in companions.split(";") if one.strip())
    label = Label(status, None if guest == "?" else _name(guest), named, int(unnamed or 0))
    return Case(number, label, build(headers, text.strip("\n")), headers)


def build(headers: dict[str, str], text: str) -> bytes:
    """Return the bytes of the mail that the headers describe."""
    form, _, answer = headers.get("Form", "plain").partition(" ")
    name, address = parseaddr(headers["From"])
    name = name or headers["From"].split("<")[0].strip()
    head = [
        f"From: {Header(name, 'utf-8').encode()} <{address}>",
        f"Subject: {Header(headers.get('Subject', 'RE: Invitation - maraudes numériques'), 'utf-8').encode()}",
        "To: sec@cab.example",
        "Date: Tue, 08 Nov 2022 09:14:00 +0100",
        "MIME-Version: 1.0",
    ]
    head += [headers["Header"]] if "Header" in headers else []
    return "\r\n".join(head).encode() + b"\r\n" + _FORMS[form](headers, text, answer)


def _plain(headers: dict[str, str], text: str, _answer: str = "", kind: str = "text/plain") -> bytes:
    if kind == "text/plain" and headers.get("Form") != "raw":
        quote = QUOTES[headers.get("Client", "none")]()
        text = quote.strip("\n") + "\n\n" + text if headers.get("Reply") == "bottom" else text + quote
    charset = headers.get("Charset", "utf-8")
    body = text.encode("utf-8" if charset.startswith("x-") else charset, "replace")
    encoding = headers.get("Encoding", "8bit")
    if encoding == "base64":
        body = base64.encodebytes(body)
    elif encoding == "quoted-printable":
        body = quopri.encodestring(body)
    return (
        f"Content-Type: {kind}; charset={charset}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n".encode()
        + body
    )


def _html(headers: dict[str, str], text: str, _answer: str = "") -> bytes:
    quoted = "<br>".join(escape(INVITATION).split("\n"))
    if headers.get("Client", "").startswith("gmail"):
        quoted = f'<br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">Le lun. 7 nov. 2022 à 10:12, Secrétariat &lt;<a href="mailto:sec@cab.example">sec@cab.example</a>&gt; a écrit :<br></div><blockquote class="gmail_quote">{quoted}</blockquote></div>'
    elif headers.get("Client", "none") != "none":
        quoted = f'<div style="border-top:solid #E1E1E1 1.0pt"><p><b>De&nbsp;:</b> {escape(SECRETARIAT)}<br><b>Envoyé&nbsp;:</b> lundi 7 novembre 2022 10:12<br><b>À&nbsp;:</b> x<br><b>Objet&nbsp;:</b> Invitation</p></div><p>{quoted}</p>'
    else:
        quoted = ""
    body = (
        text
        if text.startswith("<")
        else "".join(f"<p>{escape(p)}</p>".replace("\n", "<br>") for p in text.split("\n\n"))
    )
    return _plain(
        headers,
        f"<html><head><style>p {{margin:0}}</style></head><body>{body}{quoted}</body></html>",
        kind="text/html",
    )


def _both(headers: dict[str, str], text: str, _answer: str = "") -> bytes:
    parts = b"".join(b"--=_b\r\n" + part + b"\r\n" for part in (_plain(headers, text), _html(headers, text)))
    return (
        b"Content-Type: multipart/alternative; boundary==_b\r\n\r\n".replace(b"==_b", b'="=_b"')
        + parts
        + b"--=_b--\r\n"
    )


def _flowed(headers: dict[str, str], text: str, _answer: str = "") -> bytes:
    lines = [re.sub(r"(.{50,66}) ", r"\1 \r\n", line) for line in text.split("\n")]
    whole = "\r\n".join(lines) + QUOTES[headers.get("Client", "none")]()
    return (
        b"Content-Type: text/plain; charset=utf-8; format=flowed\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        + whole.encode()
    )


def _report(kind: str) -> Callable[[dict[str, str], str, str], bytes]:
    def made(headers: dict[str, str], text: str, _answer: str) -> bytes:
        part = b"Content-Type: message/%b\r\n\r\nReporting-MTA: dns; mx.example\r\n" % kind.encode()
        top = f'Content-Type: multipart/report; report-type={kind}; boundary="=_r"\r\n\r\n'.encode()
        return top + b"--=_r\r\n" + _plain(headers, text) + b"\r\n--=_r\r\n" + part + b"\r\n--=_r--\r\n"

    return made


def _calendar(headers: dict[str, str], text: str, answer: str) -> bytes:
    name, address = parseaddr(headers["From"])
    lines = [
        "BEGIN:VCALENDAR",
        "METHOD:REPLY",
        "BEGIN:VEVENT",
        "UID:1@cab.example",
        f'ATTENDEE;PARTSTAT={answer};CN="{name}":mailto:\r\n {address}',
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    entry = b"Content-Type: text/calendar; charset=utf-8; method=REPLY\r\n\r\n" + "\r\n".join(lines).encode()
    return (
        b'Content-Type: multipart/mixed; boundary="=_c"\r\n\r\n--=_c\r\n'
        + _plain(headers, text)
        + b"\r\n--=_c\r\n"
        + entry
        + b"\r\n--=_c--\r\n"
    )


_FORMS: dict[str, Callable[[dict[str, str], str, str], bytes]] = {
    "plain": _plain,
    "raw": _plain,
    "html": _html,
    "both": _both,
    "flowed": _flowed,
    "dsn": _report("delivery-status"),
    "mdn": _report("disposition-notification"),
    "calendar": _calendar,
}


@pytest.fixture(scope="session")
def mails() -> Callable[[Path], list[Case]]:
    """Return the mails of any file or folder, built."""
    return cases


@pytest.fixture(scope="session")
def corpus() -> Callable[[str], list[Case]]:
    """Return the mails of a file of `corpus/`, built."""
    return lambda name: cases(MAILS / "corpus" / name)
