"""The message that carries a confirmation: values in, a mail out (RFC 5322).

It says the same three times: as text, as HTML with each person's QR for the phone, and in the PDF to print;
the entry for the calendar comes with it. Nothing is fetched from anywhere: no picture is blocked.
"""

from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from checkin.documents.confirmation import Confirmation, confirmation_pdf
from checkin.documents.entry import Entry
from checkin.documents.letter_words import html, subject, text
from checkin.documents.qr import png
from checkin.domain.mailing import LetterKind, ascii_address

_SCALE = 12  # pixels a module: sharp on any phone
_DOMAIN = "checkin.invalid"


@dataclass(frozen=True, slots=True)
class Letter:
    """One message: what it carries, from whom to whom, and what the organiser adds (`words`, plain text).

    `message_id` is the same whenever the same message is made again.
    """

    confirmation: Confirmation
    entry: Entry
    message_id: str
    sender: str = ""
    sender_name: str = ""
    words: str = ""
    kind: LetterKind = LetterKind.CONFIRMATION

    @property
    def at(self) -> datetime:
        """When it is written."""
        return self.entry.stamp


def message_id(name: str, sender: str) -> str:
    """Return the Message-ID of a message that `name` tells from every other, in the sender's domain."""
    domain = sender.rpartition("@")[2].strip()
    return f"<{name}@{domain if domain.isascii() and domain else _DOMAIN}>"


def compose(letter: Letter) -> EmailMessage:
    """Return the message, ready for a server; raises ValueError for an address that is none."""
    message = EmailMessage(policy=SMTP)
    _address(message, letter)
    message.set_content(text(letter.confirmation, letter.words, letter.kind), cte="quoted-printable")
    is_confirmed = letter.kind is LetterKind.CONFIRMATION
    pictures = (
        {f"code{place}": one for place, one in enumerate(letter.confirmation.holders)} if is_confirmed else {}
    )
    message.add_alternative(
        html(letter.confirmation, letter.words, letter.kind, tuple(pictures)),
        subtype="html",
        cte="quoted-printable",
    )
    related = list(message.iter_parts())[-1]
    for name, holder in pictures.items():
        picture = png(holder.code, scale=_SCALE)
        related.add_related(
            picture, "image", "png", cid=f"<{name}>", filename=f"{name}.png", disposition="inline"
        )
    if is_confirmed:
        pdf = confirmation_pdf(letter.confirmation)
        message.add_attachment(pdf, maintype="application", subtype="pdf", filename="confirmation.pdf")
    _attach_entry(message, letter.entry)
    message["Content-Language"] = letter.confirmation.language  # last: what sets the content drops it
    return message


def draft(letter: Letter) -> bytes:
    """Return the message as a file that a mail program opens as a draft, not as mail received."""
    message = compose(letter)
    for name in ("From", "Date", "Message-ID", "Auto-Submitted"):  # the mail program's own
        del message[name]
    message["X-Unsent"] = "1"
    return bytes(message)


def _address(message: EmailMessage, letter: Letter) -> None:
    event, to = letter.confirmation.event, letter.confirmation.holders[0].attendee
    try:
        if letter.sender:
            message["From"] = _mailbox(letter.sender_name or event.organiser, letter.sender)
        message["To"] = _mailbox(to.name, letter.entry.to)
        if event.reply_to and event.reply_to != letter.sender:
            message["Reply-To"] = _mailbox("", event.reply_to)
    except MessageError as error:
        raise ValueError("not an address") from error
    message["Subject"] = subject(letter.confirmation, letter.kind)
    message["Date"] = format_datetime(letter.at)
    message["Message-ID"] = letter.message_id
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's absence answers it


def _mailbox(name: str, address: str) -> Address:
    return Address(" ".join(name.split()), addr_spec=ascii_address(address))


def _attach_entry(message: EmailMessage, entry: Entry) -> None:
    """Attach the calendar entry; were it an alternative, Outlook would show it in place of the message."""
    from checkin.documents.calendar import calendar_entry  # noqa: PLC0415 - icalendar: 60 ms, for mail only

    name = "cancelled.ics" if entry.is_cancelled else "event.ics"
    message.add_attachment(
        calendar_entry(entry).decode(),
        subtype="calendar",
        filename=name,
        params={"method": entry.method},
        cte="base64",
    )
