"""A MIME message (RFC 5322, 2045–2047) → a Letter: who wrote, what kind of message it is, and its text.

Whatever is broken is read as far as it can be; nothing here raises on the content of a message.
"""

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email.header import Header, decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from enum import StrEnum

from checkin.domain.folding import words
from checkin.intake.mail.hypertext import text_of

_DEEPEST = 100  # nested parts
_MOST_PARTS = 500
_LONGEST_TEXT = 400_000
_LONGEST_HEADER = 2_000
_UNWANTED = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe]")
_TWICE_ENCODED = re.compile("\u00c3[\u00a0-\u00bf]|\u00c2[\u00a0\u00ab\u00bb]|\u00e2\u20ac[\u2018-\u2122]")
_LONGEST_ATTACHMENT = 5_000
_LONGEST_PLACEHOLDER = 300  # letters
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]+")


class Kind(StrEnum):
    """What kind of message it is, by what its headers and parts say."""

    PERSONAL = "personal"
    AUTOMATIC = "automatic"  # RFC 3834: Auto-Submitted, and its older cousins
    BOUNCE = "bounce"  # RFC 3464: a delivery status notification
    RECEIPT = "receipt"  # RFC 8098: a read receipt
    BULK = "bulk"  # RFC 2369: a mailing list or an advertisement
    CALENDAR = "calendar"  # RFC 5546: METHOD:REPLY


@dataclass(frozen=True, slots=True)
class Letter:
    """One message as it can be read."""

    sender: str = ""  # the display name
    address: str = ""
    subject: str = ""
    text: str = ""
    kind: Kind = Kind.PERSONAL
    answer: str = ""  # PARTSTAT of a calendar reply: ACCEPTED, DECLINED, TENTATIVE
    attendee: str = ""  # CN of a calendar reply
    sent: datetime | None = None
    damaged: bool = False
    inner: "tuple[Letter, ...]" = field(default=())  # messages attached to it
    attached: str = ""  # texts attached to it: the list of who comes along


def read_letter(raw: bytes) -> Letter:
    """Return the letter in the bytes of one message."""
    return letter_of(email.message_from_bytes(raw))


def clean(text: str) -> str:
    """Return `text` on one line, without controls (newlines and bidirectional ones too)."""
    return " ".join(_UNWANTED.sub("", _CONTROLS.sub(" ", text)).replace("\u00a0", " ").split())


def clean_lines(text: str) -> str:
    """Return `text` with plain newlines and spaces, without controls."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    plain = _CONTROLS.sub(" ", _UNWANTED.sub("", lines[:_LONGEST_TEXT]))
    return plain.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2009", " ")


def header(message: Message, name: str) -> str:
    """Return a header decoded (RFC 2047), on one line; empty where there is none."""
    try:
        written: object = message.get(name) or ""  # a Header where its bytes are not ASCII
        raw = str(written)[:_LONGEST_HEADER]
        return clean(
            "".join(
                _word(part, charset)
                for part, charset in decode_header(written if isinstance(written, Header) else raw)
            )
        )
    except (ValueError, LookupError, email.errors.MessageError):
        return clean(raw)


def decoded(raw: bytes, charset: str | None) -> str:
    """Return the text of `raw`: as it declares itself, else as UTF-8, else as windows-1252."""
    for candidate in (charset, "utf-8", "cp1252"):
        try:
            if candidate:
                return _mended(raw.decode(candidate))
        except (LookupError, ValueError):
            continue
    return raw.decode("latin-1")


def _mended(text: str) -> str:
    """Return `text` with UTF-8 that was once read as windows-1252 read again: « prÃ©sent »."""
    if not _TWICE_ENCODED.search(text):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except ValueError:
        return text


def _word(part: bytes | str, charset: str | None) -> str:
    if isinstance(part, str):
        part = part.encode("utf-8", "surrogateescape")
    return decoded(part, charset)


def letter_of(message: Message, depth: int = 0) -> Letter:
    """Return the letter that a parsed message is; `depth` 1 if it was attached to another."""
    sender, address = _author(header(message, "From"))
    parts = list(_parts(message))
    calendar = next((p for p in parts if p.get_content_type() == "text/calendar"), None)
    answer, attendee = _calendar(calendar) if calendar else ("", "")
    inner = [p for p in parts if p.get_content_type() == "message/rfc822"] if depth == 0 else []
    return Letter(
        sender=sender or ("" if address else clean(header(message, "From"))),
        address=address.lower() if "@" in address else "",
        subject=header(message, "Subject"),
        text=_text(parts),
        kind=Kind.CALENDAR if answer else _kind(message),
        answer=answer,
        attendee=attendee,
        sent=_sent(message),
        damaged=any(part.defects for part in parts),
        attached="\n\n".join(filter(None, map(_attachment, parts))),
        inner=tuple(letter_of(m, 1) for p in inner for m in p.get_payload() if isinstance(m, Message)),
    )


def _author(written: str) -> tuple[str, str]:
    """Return the display name and the address of a From, whose commas may lack their quotes."""
    found = re.fullmatch(r'\s*"?([^<>"]*)"?\s*<([^<>@\s]+@[^<>@\s]+)>\s*', written)
    return (found[1].strip(), found[2]) if found else parseaddr(written)


def _parts(message: Message, depth: int = 0) -> Iterator[Message]:
    """Walk the parts, without going into attached messages."""
    yield message
    if depth < _DEEPEST and message.is_multipart() and message.get_content_maintype() != "message":
        for part in list(message.get_payload())[:_MOST_PARTS]:
            if isinstance(part, Message):
                yield from _parts(part, depth + 1)


def _text(parts: list[Message]) -> str:
    plain = [t for part in parts if (t := _body(part, "text/plain")).strip()]
    html = [text_of(t) for part in parts if (t := _body(part, "text/html")).strip()]
    rich = "\n".join(html)
    # a table loses its cells in the plain text, which some programs put a mere notice in
    if rich.strip() and (not plain or "\t" in rich or _is_placeholder("\n".join(plain), rich)):
        return clean_lines(rich)
    return clean_lines("\n".join(plain))


def _is_placeholder(plain: str, rich: str) -> bool:
    """Whether a plain text only says that the message is in HTML."""
    said = set(words(plain))
    return len(plain) < _LONGEST_PLACEHOLDER and 2 * len(said & set(words(rich))) < len(said)


def _body(part: Message, kind: str) -> str:
    return "" if _is_file(part) or part.get_content_type() != kind else _decoded(part)


def _is_file(part: Message) -> bool:
    """Whether a part is a file beside the words: some programs show a text file among them."""
    shown = part.get_content_disposition() != "attachment"
    return not shown or bool(part.get_filename() and part.get_content_type() == "text/plain")


def _attachment(part: Message) -> str:
    """Return an attached text, of which a list of people has few lines."""
    text = _decoded(part) if _is_file(part) and part.get_content_type() == "text/plain" else ""
    return clean_lines(text) if len(text) < _LONGEST_ATTACHMENT else ""


def _decoded(part: Message) -> str:
    if part.is_multipart():
        return ""
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return ""
    text = decoded(raw[: 4 * _LONGEST_TEXT], _charset(part))
    if part.get_param("format") == "flowed":
        text = _unflowed(text, delsp=str(part.get_param("delsp", "no")).lower() == "yes")
    return text


def _charset(part: Message) -> str | None:
    try:
        charset = part.get_content_charset()
    except (ValueError, LookupError):
        return None
    return None if charset in {"us-ascii", "ascii"} else charset


def _unflowed(text: str, *, delsp: bool) -> str:
    """Join the lines that end in a space (RFC 3676), but for the signature's mark."""
    joined = re.sub(
        r"(?m)^((?:>+ ?)?)(?!-- \r?$)(.*) \r?\n(?:>+ ?)?(?=\S)", r"\1\2" + ("" if delsp else " "), text
    )
    return re.sub(r"(?m)(?<!^--) (?=\r?$)", "", joined)


def _kind(message: Message) -> Kind:
    content, report = message.get_content_type(), str(message.get_param("report-type", "")).lower()
    if (
        report == "disposition-notification"
        or header(message, "X-MS-Exchange-Generated-Message-Source") == "MDN"
    ):
        return Kind.RECEIPT
    if content == "multipart/report" or re.match(r"(?i)(mailer-daemon|postmaster)@", _address(message)):
        return Kind.BOUNCE
    if message.get("X-Failed-Recipients"):
        return Kind.BOUNCE
    if any(header(message, name).lower() not in {"", "no", "none"} for name in _AUTOMATIC):
        return Kind.AUTOMATIC
    if header(message, "Precedence").lower() == "auto_reply":
        return Kind.AUTOMATIC
    bulk = header(message, "Precedence").lower() in {"bulk", "junk"} or message.get("List-Unsubscribe")
    return Kind.BULK if bulk and not message.get("In-Reply-To") else Kind.PERSONAL


_AUTOMATIC = ("Auto-Submitted", "X-Autoreply", "X-Autorespond", "X-Auto-Response-From", "X-Vacation")


def _address(message: Message) -> str:
    return parseaddr(header(message, "From"))[1]


def _sent(message: Message) -> datetime | None:
    try:
        return parsedate_to_datetime(header(message, "Date"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _calendar(part: Message) -> tuple[str, str]:
    """Return PARTSTAT and CN of a calendar reply (RFC 5545 3.2.12, RFC 5546 3.2.3), empty if it is none."""
    raw = part.get_payload(decode=True)
    text = decoded(raw, _charset(part) or "utf-8") if isinstance(raw, bytes) else ""
    unfolded = re.sub(r"\r?\n[ \t]", "", text[:_LONGEST_TEXT])
    method = str(part.get_param("method", "")).upper()
    if method != "REPLY" and not re.search(r"(?mi)^METHOD:REPLY\s*$", unfolded):
        return "", ""
    line = re.search(r"(?mi)^ATTENDEE[^\r\n]*", unfolded)
    if line is None:
        return "", ""
    status = re.search(r"(?i);PARTSTAT=([A-Z-]+)", line[0])
    name = re.search(r'(?i);CN="?([^";:]+)', line[0])
    return (status[1].upper() if status else "NEEDS-ACTION"), clean(name[1]) if name else ""
