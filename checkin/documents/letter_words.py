"""What a message says, as text and as HTML, in the language of the guest."""

from html import escape

from checkin.documents.confirmation import Confirmation, Holder
from checkin.domain.mailing import LetterKind
from checkin.domain.ticket import grouped
from checkin.language import clock, long_date, spoken

_INK, _GREY, _ACCENT, _TINT, _RULE = "#14213d", "#55607a", "#1f3a8a", "#eff3fb", "#cfd6e4"
_SIDE = 222  # CSS pixels of a QR with its quiet zone: 37 modules of 6
_SMALL = f"margin:0;color:{_GREY};font-size:14px"
_TABLE = '<table role="presentation" cellpadding="0" cellspacing="0"'
_FONT = "font-family:'Segoe UI',Helvetica,Arial,sans-serif"


def subject(confirmation: Confirmation, kind: LetterKind) -> str:
    """Return the subject, on one line."""
    _ = spoken(confirmation.language)
    event = confirmation.event
    day = long_date(event.starts, confirmation.language)
    confirmed, cancelled = _("Confirmation: {title}, {day}"), _("Cancelled for you: {title}, {day}")
    said = confirmed if kind is LetterKind.CONFIRMATION else cancelled
    return " ".join(said.format(title=event.title, day=day).splitlines())


def text(confirmation: Confirmation, words: str, kind: LetterKind) -> str:
    """Return the message for a program that shows text only."""
    language = confirmation.language
    paragraphs = [_greeting(confirmation), _opening(confirmation, kind), words.strip()]
    if kind is LetterKind.CONFIRMATION:
        paragraphs += [
            "\n".join(_pair(label, said, language) for label, said in _facts(confirmation)),
            " ".join(_to_do(confirmation)),
            "\n".join(
                _pair(_name(one, language), grouped(one.code), language) for one in confirmation.holders
            ),
        ]
    paragraphs.append(_closing(confirmation, kind))
    return "\n\n".join(filter(None, paragraphs)) + "\n"


def html(confirmation: Confirmation, words: str, kind: LetterKind, pictures: tuple[str, ...]) -> str:
    """Return the message as HTML; `pictures` are the Content-IDs of the holders' QR codes, in their order."""
    language, event = confirmation.language, confirmation.event
    paragraphs = [_greeting(confirmation), _opening(confirmation, kind), words.strip()]
    body = [_masthead(confirmation), *(_paragraph(one) for one in paragraphs if one)]
    if kind is LetterKind.CONFIRMATION:
        body += [_box(confirmation), *(_paragraph(one) for one in _to_do(confirmation))]
        body += [_card(*one, language) for one in zip(confirmation.holders, pictures, strict=True)]
    body.append(_paragraph(_closing(confirmation, kind), f"color:{_GREY};font-size:14px"))
    whole = f"margin:0;background:#fff;color:{_INK};{_FONT};font-size:16px;line-height:1.45"
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{escape(event.title)}</title></head><body style="{whole}">'
        f'{_TABLE} width="100%"><tr><td align="center">{_TABLE} style="max-width:600px;width:100%">'
        f'<tr><td style="padding:24px">{"".join(body)}</td></tr></table></td></tr></table></body></html>'
    )


def _greeting(confirmation: Confirmation) -> str:
    _ = spoken(confirmation.language)
    lead = confirmation.holders[0].attendee
    name = " ".join(filter(None, (lead.title, lead.name)))
    return _("Dear {name},").format(name=name) if name else _("Hello,")


def _opening(confirmation: Confirmation, kind: LetterKind) -> str:
    _ = spoken(confirmation.language)
    if kind is LetterKind.CANCELLATION:
        return _(
            "We have noted that you will not attend “{title}” on {day}. The codes that you received are "
            "no longer valid, and the attached file takes the event out of your calendar."
        ).format(
            title=confirmation.event.title, day=long_date(confirmation.event.starts, confirmation.language)
        )
    if len(confirmation.holders) > 1:
        return _("You are expected, with those who accompany you. Here are your confirmation and your codes.")
    return _("You are expected. Here are your confirmation and your code.")


def _facts(confirmation: Confirmation) -> list[tuple[str, str]]:
    """Return what, when and where, each with its label."""
    event, language = confirmation.event, confirmation.language
    _ = spoken(language)
    hours = f"{clock(event.starts, language)} – {clock(event.ends, language)}"
    facts = [
        (_("Event"), event.title),
        (_("Date"), f"{long_date(event.starts, language)}, {hours}"),
        (_("Place"), ", ".join(filter(None, (event.building, event.address)))),
        (_("Entrance"), event.entrance.name),
        (_("Room"), event.room.name if event.room else ""),
    ]
    return [(label, said) for label, said in facts if said]


def _to_do(confirmation: Confirmation) -> list[str]:
    _ = spoken(confirmation.language)
    show = _("Show your QR code, on paper or on a telephone. Each person has their own.")
    bring = _("Bring an identity document: it will be checked at the entrance.")
    return [bring, show] if confirmation.event.policy.identity_required else [show]


def _closing(confirmation: Confirmation, kind: LetterKind) -> str:
    _ = spoken(confirmation.language)
    change = _("A change, someone who can't come? Answer this message.")
    if kind is LetterKind.CANCELLATION:
        change = _("If this is a mistake, answer this message.")
    return f"{change}\n\n{confirmation.event.organiser}".strip()


def _pair(label: str, said: str, language: str) -> str:
    _ = spoken(language)
    return _("{label}: {text}").format(label=label, text=said)


def _name(holder: Holder, language: str) -> str:
    _ = spoken(language)
    return holder.attendee.name or _("Your companion")


def _masthead(confirmation: Confirmation) -> str:
    line = f"margin:0;font-size:14px;font-weight:600;border-bottom:1px solid {_RULE};padding-bottom:8px"
    title = "font-size:24px;line-height:1.25;margin:20px 0"
    event = confirmation.event
    return f'<p style="{line}">{escape(event.organiser)}</p><h1 style="{title}">{escape(event.title)}</h1>'


def _paragraph(said: str, style: str = "") -> str:
    lines = escape(said).replace("\n", "<br>")
    return f'<p style="margin:0 0 14px;{style}">{lines}</p>'


def _small(said: str) -> str:
    return f'<p style="{_SMALL}">{escape(said)}</p>' if said else ""


def _box(confirmation: Confirmation) -> str:
    name = f"padding:3px 16px 3px 0;color:{_ACCENT};font-size:14px;white-space:nowrap"
    rows = "".join(
        f'<tr><td valign="top" style="{name}">{escape(label)}</td>'
        f'<td style="padding:3px 0;font-weight:600">{escape(said)}</td></tr>'
        for label, said in _facts(confirmation)[1:]
    )
    return (
        f'{_TABLE} width="100%" style="background:{_TINT};border-radius:8px;margin:20px 0"><tr>'
        f'<td style="padding:12px 18px">{_TABLE}>{rows}</table></td></tr></table>'
    )


def _card(holder: Holder, picture: str, language: str) -> str:
    _ = spoken(language)
    name, code = _name(holder, language), grouped(holder.code)
    alt = escape(_("QR code of {name}").format(name=name))
    return (
        f'{_TABLE} width="100%" style="border:1px solid {_RULE};border-radius:8px;margin:14px 0"><tr>'
        f'<td align="center" style="padding:16px"><p style="margin:0 0 4px;font-size:18px;font-weight:600">'
        f"{escape(name)}</p>{_small(holder.attendee.organisation)}"
        f'<p style="margin:0"><img src="cid:{picture}" width="{_SIDE}" height="{_SIDE}" alt="{alt}"></p>'
        f'<p style="{_SMALL};font-family:monospace">{code[:17]}<br>{code[18:]}</p></td></tr></table>'
    )
