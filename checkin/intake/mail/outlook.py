"""An Outlook message (.msg, MS-OXMSG) → the internet message it was, and from there a Letter."""

from dataclasses import replace
from email.message import EmailMessage, Message
from email.utils import format_datetime

import oxmsg

from checkin.domain.errors import InputError
from checkin.intake.mail.message import Kind, Letter, decoded, letter_of
from checkin.language import _

_KINDS = (
    ("REPORT.IPM.NOTE.IPNRN", Kind.RECEIPT),
    ("REPORT.IPM.NOTE.IPNNRN", Kind.RECEIPT),
    ("REPORT.", Kind.BOUNCE),
    ("IPM.NOTE.RULES.OOF", Kind.AUTOMATIC),
)
_MEETINGS = {
    "POS": "ACCEPTED",
    "NEG": "DECLINED",
    "TENT": "TENTATIVE",
}  # IPM.Schedule.Meeting.Resp.* (MS-OXOCAL)
_PID_HTML = 0x1013  # PidTagHtml (MS-OXPROPS)
_BODY_HEADERS = {"content-type", "content-transfer-encoding", "mime-version", "content-disposition"}


def read_outlook(raw: bytes) -> Letter:
    """Return the letter in the bytes of a .msg file; InputError if it is none."""
    try:
        return _letter(oxmsg.Message.load(raw))
    except (
        ValueError,
        KeyError,
        IndexError,
        OSError,
        LookupError,
        AttributeError,
        TypeError,
        ArithmeticError,
    ) as error:
        # whatever oxmsg and olefile raise on a damaged compound file
        raise InputError(
            _("This Outlook message is damaged, or is none."), _("Export it again, or save it as .eml.")
        ) from error


def _letter(message: oxmsg.Message) -> Letter:
    letter = letter_of(_internet(message))
    kind = message.message_class.upper()
    if kind.startswith("IPM.SCHEDULE.MEETING.RESP."):
        return replace(
            letter, kind=Kind.CALENDAR, answer=_MEETINGS.get(kind.rsplit(".", 1)[1], "NEEDS-ACTION")
        )
    return next((replace(letter, kind=found) for start, found in _KINDS if kind.startswith(start)), letter)


def _html(message: oxmsg.Message) -> str:
    """Return the HTML body; its code page is often missing, and UTF-8 tells itself."""
    raw = message.properties.binary_prop_value(_PID_HTML)
    if not raw:
        return message.html_body or ""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return decoded(raw, message.properties.body_encoding)


def _internet(message: oxmsg.Message) -> Message:
    """Return the message that Outlook kept in parts: its headers, if it came by mail, and its bodies."""
    made = EmailMessage()
    made.set_content(message.body or "")
    if html := _html(message):
        made.add_alternative(html, subtype="html")
    internet = Message()
    for name, value in message.message_headers.items():
        if name.lower() not in _BODY_HEADERS:
            internet[name] = value
    if "From" not in internet:
        internet["From"] = message.sender or ""
    if "Subject" not in internet:
        internet["Subject"] = message.subject
    if "Date" not in internet and message.sent_date:
        internet["Date"] = format_datetime(message.sent_date)
    internet["Content-Type"] = "multipart/alternative"
    internet.set_payload([made] if not made.is_multipart() else list(made.iter_parts()))
    return internet
