"""The table of confirmations: each party, its page to print and its mail."""

from PySide6.QtGui import QIcon

from checkin import words
from checkin.domain.mailing import MailState
from checkin.gui.icons import icon
from checkin.gui.tokens import Colour
from checkin.gui.widgets.table import Column
from checkin.language import _, stamp
from checkin.services.mailings import Mailing

FAILED = frozenset({MailState.REFUSED, MailState.UNCERTAIN, MailState.UNADDRESSED, MailState.POSTPONED})

_SHAPES = {
    MailState.DUE: ("wait", Colour.MUTED),
    MailState.CHANGED: ("refresh", Colour.WARNING),
    MailState.LEAVING: ("refresh", Colour.WARNING),
    MailState.POSTPONED: ("wait", Colour.WARNING),
    MailState.DRAFTED: ("edit", Colour.INFO),
    MailState.SENT: ("check", Colour.SUCCESS),
    MailState.REFUSED: ("refused", Colour.DANGER),
    MailState.UNCERTAIN: ("question", Colour.WARNING),
    MailState.UNADDRESSED: ("warning", Colour.MUTED),
}


def columns() -> list[Column[Mailing]]:
    """Return the columns: who, where to, the page to print, the mail."""
    return [
        Column(_("Lead"), lambda one: words.list_name(one.party.lead)),
        Column(_("Companions"), lambda one: ", ".join(words.name(p) for p in one.party.companions)),
        Column(_("E-mail"), lambda one: one.address, 240),
        Column(_("Confirmation"), _page, 225, icon=_page_shape),
        Column(_("Mail"), lambda one: words.mail_state(one.state, one.last), 325, icon=_mail_shape),
    ]


def _page(one: Mailing) -> str:
    standing = one.standing
    if standing is None:
        return _("Revoked")
    if standing.delivered_at is not None:
        return _("Issued {at}").format(at=stamp(standing.delivered_at))
    if standing.live is None:
        return _("Not issued yet")
    return _("Unfinished") if standing.is_current else _("Changed since: to be replaced")


def _page_shape(one: Mailing) -> QIcon:
    standing = one.standing
    if standing is None:
        return icon("revoked", Colour.PLUM)
    if standing.delivered_at is not None:
        return icon("check", Colour.SUCCESS)
    is_new = standing.live is None or standing.is_current
    return icon("wait", Colour.MUTED) if is_new else icon("refresh", Colour.WARNING)


def _mail_shape(one: Mailing) -> QIcon:
    return icon(*_SHAPES[one.state])
