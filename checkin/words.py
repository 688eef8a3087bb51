"""What is said of the domain, in the language of the screen: the same words in the window and in a shell.

Each function takes a value and returns what a person reads: a `Said` (a title to be seen from a metre, and a
sentence that says what to do), or one word. The kinds that services make (a passage, an import's change) are
text, and are taken as text.
"""

from dataclasses import dataclass
from html import escape

from checkin.domain.admission import Verdict, VerdictKind
from checkin.domain.attendee import Attendee, Mark, Status
from checkin.domain.identity.checks import DocumentKind, ExpiryOutcome, Outcome, OverrideReason
from checkin.domain.identity.document import Reason
from checkin.domain.identity.likeness import NameReason
from checkin.domain.identity.names import Comparison
from checkin.domain.mailing import Delivery, LetterKind, MailState
from checkin.domain.mailing import Outcome as MailOutcome
from checkin.language import _, clock, n_, stamp


@dataclass(frozen=True, slots=True)
class Said:
    """A few words for the eye, and a whole sentence for whoever has the time to read it."""

    title: str
    sentence: str


def verdict(said: Verdict) -> Said:
    """Return the words for the verdict on a scan; an admission's own time and desk where there was one."""
    there = said.holder.admission if said.holder else None
    if said.kind is VerdictKind.ALREADY_ADMITTED and there is not None:
        sentence = _("Let in at {time}, at {desk}. Look at the identity document again before you decide.")
        return Said(_("Already admitted"), sentence.format(time=clock(there.at), desk=there.desk))
    return {
        VerdictKind.WELCOME: Said(
            _("Expected"), _("Check the identity document, then record the admission.")
        ),
        VerdictKind.ALREADY_ADMITTED: Said(
            _("Already admitted"), _("Look at the identity document again before you decide.")
        ),
        VerdictKind.UNKNOWN: Said(
            _("Unknown code"), _("No confirmation of this event carries it. Search by name.")
        ),
        VerdictKind.REVOKED: Said(
            _("Revoked confirmation"), _("A newer one replaces it. Ask for that one, or search by name.")
        ),
        VerdictKind.DECLINED: Said(
            _("Not expected"), _("This person let it be known that they would not come. Ask the organiser.")
        ),
        VerdictKind.OTHER_EVENT: Said(
            _("Another event"),
            _("This confirmation is for another event. Look at the date and the place on it."),
        ),
        VerdictKind.MISREAD: Said(
            _("Misread code"), _("A letter is wrong or missing. Scan again, or type the code in clear.")
        ),
        VerdictKind.FOREIGN: Said(
            _("Not one of ours"), _("This code is not that of a confirmation. Ask for the confirmation.")
        ),
    }[said.kind]


def passage(kind: str) -> Said:
    """Return the words for what became of a scan at the room's door ("in", "out", "full", …)."""
    return {
        "in": Said(_("Come in"), _("Counted in.")),
        "out": Said(_("Goodbye"), _("Counted out.")),
        "full": Said(_("The room is full"), _("Nobody more fits. A supervisor may insist.")),
        "not_admitted": Said(
            _("Not through the entrance"),
            _("Send this person to the entrance first. A supervisor may insist."),
        ),
        "refused": Said(_("Refused"), _("This code opens nothing here.")),
    }[kind]


def change(kind: str) -> str:
    """Return the word for what an import makes of one reply ("new", "changed", "same", "not_coming")."""
    return {
        "new": _("New"),
        "changed": _("Changed"),
        "same": _("Nothing new"),
        "not_coming": _("Not coming"),
    }[kind]


def outcome(found: Outcome) -> Said:
    """Return the words for how the name on a document compares with the attendee's."""
    return {
        Outcome.MATCH: Said(_("The names match"), _("Compare the photograph with the face.")),
        Outcome.LOOK: Said(_("Look closer"), _("The names differ a little. Read both, then decide.")),
        Outcome.MISMATCH: Said(
            _("Another name"), _("The document bears another name. Ask, and say why if you accept it.")
        ),
    }[found]


def expiry(found: ExpiryOutcome) -> Said:
    """Return the words for whether a document is in force."""
    return {
        ExpiryOutcome.VALID: Said(_("In force"), _("The document is in force.")),
        ExpiryOutcome.EXPIRED: Said(_("Expired"), _("The document has expired.")),
        ExpiryOutcome.TO_CHECK: Said(
            _("Date to be read"), _("Read the date of expiry that is printed on the card.")
        ),
        ExpiryOutcome.UNKNOWN: Said(_("Date unknown"), _("Nothing says whether the document is in force.")),
    }[found]


def unread(reason: Reason) -> Said:
    """Return the words for a text that is no machine-readable zone, or not a whole one."""
    again = _("Read it again, or check the document by eye.")
    return {
        Reason.NOT_AN_MRZ: Said(_("Not a machine-readable zone"), again),
        Reason.WRONG_LENGTH: Said(_("Characters are missing or too many"), again),
        Reason.WRONG_CHARACTER: Said(_("A character is out of place"), again),
        Reason.WRONG_DATE: Said(_("A date can't be one"), again),
        Reason.WRONG_CHECK_DIGIT: Said(_("A check digit does not hold"), again),
    }[reason]


def name_reason(reason: NameReason) -> str:
    """Return what the card points at where a document's name is not quite the list's."""
    return {
        NameReason.ORDER: _("Given name and family name are the other way round on the list."),
        NameReason.PARTICLE: _("A particle (de, von, El) stands on one side only."),
        NameReason.SPELLING: _("The same name in another spelling."),
        NameReason.SHORT_FORM: _("A short form of the given name."),
        NameReason.TYPING: _("One letter differs: a typing error?"),
        NameReason.INITIAL: _("One side has initials only."),
        NameReason.COMPOUND: _("The given names differ in a part."),
        NameReason.SECOND_GIVEN_NAME: _("The list has a given name that comes later on the document."),
        NameReason.GIVEN_CUT: _("The document had no room for all of the given names."),
        NameReason.FAMILY_CUT: _("The document had no room for the whole family name."),
        NameReason.GIVEN_MISSING: _("One side has no given name."),
        NameReason.ONE_OF_TWO: _("One side has one of the other’s two family names."),
        NameReason.USAGE_NAME: _("The family names differ: a usage name or a birth name?"),
        NameReason.GENERATION: _("One is a father’s name, the other a son’s."),
        NameReason.SCRIPT: _("The list has this name in a script to be compared by eye."),
        NameReason.OTHER_GIVEN: _("The given name is another."),
        NameReason.OTHER_FAMILY: _("The family name is another."),
    }[reason]


def document(kind: DocumentKind) -> str:
    """Return the name of a kind of identity document."""
    return {
        DocumentKind.IDENTITY_CARD: _("Identity card"),
        DocumentKind.PASSPORT: _("Passport"),
        DocumentKind.RESIDENCE_PERMIT: _("Residence permit"),
        DocumentKind.DRIVING_LICENCE: _("Driving licence"),
        DocumentKind.OTHER: _("Other document"),
    }[kind]


def override(reason: OverrideReason) -> str:
    """Return the reason why an agent accepts a document whose name is not that of the list."""
    return {
        OverrideReason.BIRTH_NAME: _("Birth name on the document"),
        OverrideReason.USAGE_NAME: _("Usage name on the document"),
        OverrideReason.NICKNAME: _("Nickname on the list"),
        OverrideReason.SPELLING: _("Another spelling"),
        OverrideReason.SUBSTITUTE: _("Comes in the place of another"),
        OverrideReason.VOUCHED_FOR: _("Known to someone of the house"),
        OverrideReason.EXPIRED: _("Document accepted although expired"),
        OverrideReason.OTHER: _("Another reason"),
    }[reason]


def status(found: Status) -> str:
    """Return what someone answered to the invitation."""
    return {
        Status.CONFIRMED: _("Confirmed"),
        Status.TENTATIVE: _("Tentative"),
        Status.DECLINED: _("Declined"),
        Status.CANCELLED: _("Cancelled"),
    }[found]


def mark(found: Mark) -> str:
    """Return what reception reads beside a name; empty where there is no mark."""
    return {
        Mark.NONE: "",
        Mark.SPEAKER: _("Speaker"),
        Mark.VIP: _("Official"),
        Mark.ORGANISER: _("Organiser"),
        Mark.PRESS: _("Press"),
    }[found]


def name(person: Attendee) -> str:
    """Return a person's name, given name first; what to call a companion whom nobody named yet."""
    return person.name or _("Unnamed companion")


def list_name(person: Attendee) -> str:
    """Return a person's name as a list shows it, family name first."""
    return person.list_name or _("Unnamed companion")


def mail_state(state: MailState, last: Delivery | None) -> str:
    """Return where a party stands with its mail, with what the server said where it matters."""
    at = stamp(last.ended_at or last.began_at) if last else ""
    said = last.said if last else ""
    if state is MailState.SENT and last is not None and last.kind is LetterKind.CANCELLATION:
        return _("Cancellation sent {at}").format(at=at)
    return {
        MailState.DUE: _("To be sent"),
        MailState.CHANGED: _("Changed since: to be sent again"),
        MailState.LEAVING: _("No longer comes: to be told"),
        MailState.POSTPONED: _("Not taken yet: {said}"),
        MailState.DRAFTED: _("Draft written {at}"),
        MailState.SENT: _("Sent {at}"),
        MailState.REFUSED: _("Refused: {said}"),
        MailState.UNCERTAIN: _("To be checked: sent {at}?"),
        MailState.UNADDRESSED: _("No address"),
    }[state].format(at=at, said=said)


def mail_count(found: MailOutcome, count: int) -> str:
    """Return how many messages came to one end."""
    return {
        MailOutcome.SENDING: n_("{count} under way", "{count} under way", count),
        MailOutcome.SENT: n_("{count} sent", "{count} sent", count),
        MailOutcome.POSTPONED: n_("{count} not taken yet", "{count} not taken yet", count),
        MailOutcome.REFUSED: n_("{count} refused", "{count} refused", count),
        MailOutcome.UNCERTAIN: n_("{count} to be checked", "{count} to be checked", count),
        MailOutcome.DRAFTED: n_("{count} draft written", "{count} drafts written", count),
    }[found].format(count=count)


def field(key: str) -> str:
    """Return the name of one of an attendee's fields, as an import shows what it changes."""
    return {
        "name": _("Name"),
        "given_name": _("Given name"),
        "family_name": _("Family name"),
        "title": _("Title"),
        "email": _("E-mail"),
        "organisation": _("Organisation"),
        "function": _("Function"),
        "status": _("Answer"),
        "mark": _("Mark"),
        "assistance": _("Assistance"),
        "note": _("Note"),
    }[key]


def value(key: str, stored: str) -> str:
    """Return what is read for a field's stored text: the answer and the mark have words of their own."""
    if key == "status":
        return status(Status(stored))
    return mark(Mark(stored)) if key == "mark" else stored


def admitted(count: int) -> Said:
    """Return the words for the moment when `count` people have just been let in."""
    title = n_("Admitted", "{count} people admitted", count).format(count=count)
    return Said(title, _("Recorded. The next scan may follow."))


def to_decide(compared: Outcome, in_force: ExpiryOutcome) -> Said:
    """Return the words for a document that a person must decide upon."""
    said = outcome(compared) if compared is not Outcome.MATCH else expiry(in_force)
    return Said(
        said.title,
        _("{what} Choose a reason to accept it, or put the card aside.").format(what=said.sentence),
    )


def difference(comparison: Comparison, colour: str) -> str:
    """Return the names that differ as HTML, the letters that do in `colour`; empty where none does."""
    lines = []
    for found in comparison.differences:
        listed, printed = (_marked(side, colour) for side in found.marked())
        lines.append(_("List: {listed} — document: {printed}").format(listed=listed, printed=printed))
    return "<br>".join(lines)


def _marked(pieces: tuple[tuple[str, bool], ...], colour: str) -> str:
    return "".join(
        f'<b style="color:{colour}">{escape(text)}</b>' if differs else escape(text)
        for text, differs in pieces
    )
