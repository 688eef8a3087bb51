"""What is said of the domain, in the language of the screen: the same words in the window and in a shell.

Each function takes a value and returns what a person reads: a `Said` (a title to be seen from a metre, and a
sentence that says what to do), or one word. The kinds that services make (a passage, an import's change) are
text, and are taken as text.
"""

from dataclasses import dataclass

from checkin.domain.admission import Circumstances, Exemption, Refusal, Verdict, VerdictKind
from checkin.domain.attendance import Direction, Occupancy
from checkin.domain.attendee import Attendee, Mark, Status
from checkin.domain.identity.checks import DocumentKind, ExpiryOutcome, Outcome, OverrideReason
from checkin.domain.identity.document import Reason
from checkin.domain.identity.likeness import NameReason
from checkin.domain.mailing import Delivery, LetterKind, MailState
from checkin.domain.mailing import Outcome as MailOutcome
from checkin.language import _, clock, long_date, n_, stamp


@dataclass(frozen=True, slots=True)
class Said:
    """A few words for the eye, and a whole sentence for whoever has the time to read it."""

    title: str
    sentence: str


def verdict(said: Verdict) -> Said:
    """Return the words for the verdict on a scan; an admission's own time and desk where there was one."""
    there = said.holder.admission if said.holder else None
    if said.kind is VerdictKind.ALREADY_ADMITTED and there is not None:
        let_in = _("Let in at {time}, at {desk}.").format(time=clock(there.at), desk=there.desk)
        again = _("Look at the identity document again before you decide.")
        return Said(_("Already admitted"), " ".join(filter(None, (let_in, _since(said.because), again))))
    if said.because.replaced_at is not None:
        sentence = _("The one of {time} replaces it: ask for that one, or search by name.")
        return Said(_("Revoked confirmation"), sentence.format(time=stamp(said.because.replaced_at)))
    if said.because.event_starts is not None:
        sentence = _("This confirmation is for « {title} », on {day}.")
        title, day = said.because.event_title, long_date(said.because.event_starts)
        return Said(_("Another event"), sentence.format(title=title, day=day))
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
            _("Revoked confirmation"), _("No other replaces it. Search by name, or ask the organiser.")
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


def _since(because: Circumstances) -> str:
    """Return where someone has been since their admission, as the room's door knows it."""
    if not because.passages:
        return ""
    last = because.passages[-1]
    if last.direction is Direction.IN:
        return _("In the room since {time}.").format(time=clock(last.at))
    return _("Out of the room since {time}.").format(time=clock(last.at))


def refusal(reason: Refusal) -> str:
    """Return why someone is turned away."""
    return {
        Refusal.NO_DOCUMENT: _("No document"),
        Refusal.ANOTHER_PERSON: _("Another’s document"),
        Refusal.EXPIRED: _("Out of date"),
        Refusal.SECURITY: _("Security"),
        Refusal.OTHER: _("Another reason"),
    }[reason]


def exemption(reason: Exemption) -> str:
    """Return why a supervisor lets in someone whom the rules hold back."""
    return {
        Exemption.ORGANISER: _("The organiser agrees"),
        Exemption.LIST_ERROR: _("The list is wrong"),
        Exemption.VOUCHED_FOR: _("Known to someone of the house"),
        Exemption.OTHER: _("Another reason"),
    }[reason]


def passage(kind: str, occupancy: Occupancy | None = None) -> Said:
    """Return the words for what became of a scan at the room's door ("in", "out", "full", …).

    Who comes in while the room is nearly full is told how many places are left.
    """
    if kind == "in" and occupancy is not None and occupancy.is_nearly_full:
        left = occupancy.places_left or 0
        warning = n_("{count} place left.", "{count} places left.", left).format(count=left)
        warning = warning if left else _("The room is full now.")
        return Said(_("Come in"), " ".join((_("Counted in."), warning)))
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
    """Return the word for what an import makes of one reply (services.changes.ChangeKind)."""
    return {
        "new": _("New"),
        "changed": _("Changed"),
        "same": _("Nothing new"),
        "corrected": _("Corrected further on"),
        "not_coming": _("Not coming"),
    }[kind]


def undo(kind: str) -> Said:
    """Return the words for what became of taking an import back (services.importing.Undo)."""
    return {
        "done": Said(_("The import was undone"), _("The list is as it was before.")),
        "already": Said(_("There is nothing to undo"), _("This import was undone before.")),
        "changed": Said(
            _("The list has changed since"),
            _("Someone of this import was changed afterwards. Undo the later imports first."),
        ),
        "grown": Said(
            _("A party has grown since"),
            _("Somebody has joined a party of this import. Undo the later imports first."),
        ),
        "issued": Said(
            _("Confirmations were issued since"),
            _("Somebody whom this import brought has a confirmation. Change them on the list instead."),
        ),
        "came": Said(
            _("Someone has come since"),
            _("Somebody whom this import brought was let in. They stay on the list."),
        ),
    }[kind]


def likeness(kind: str) -> str:
    """Return the word for why two may be one person (services.changes.Likeness)."""
    return {
        "twice": _("Twice in this import"),
        "answered": _("A companion who answered too"),
        "brought": _("A companion already on the list"),
        "spelling": _("Same e-mail, name spelled otherwise"),
        "namesake": _("Same name, another e-mail"),
        "address": _("Same e-mail, another name"),
        "away": _("On this list after not coming"),
    }[kind]


def outcome(found: Outcome) -> Said:
    """Return the words for how the name on a document compares with the attendee's."""
    return {
        Outcome.MATCH: Said(_("The names match"), _("Compare the photograph with the face.")),
        Outcome.LOOK: Said(_("Look closer"), _("The names differ a little. Read both, then decide.")),
        Outcome.MISMATCH: Said(_("Another name"), _("The document bears another name: ask why.")),
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
        NameReason.CLOSE_NAMES: _("Two given names a letter apart: another person of the family?"),
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


def exempted() -> Said:
    """Return the words for someone whom a supervisor lets in all the same."""
    return Said(_("Let in by a supervisor"), _("Check the identity document, then record the admission."))


def refused(reason: Refusal) -> Said:
    """Return the words for someone who has just been turned away."""
    return Said(
        _("Refused: {reason}").format(reason=refusal(reason)), _("Recorded. The confirmation stays good.")
    )


def provisional() -> Said:
    """Return the words for an admission that the other desks do not know yet."""
    return Said(
        _("Admitted for now"), _("Recorded at this desk; the others will know when they are reached.")
    )
