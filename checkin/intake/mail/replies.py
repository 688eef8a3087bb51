# ruff: noqa: E501 - a pattern reads best on one line
"""A letter → one Proposal: what it answers, who is meant, who comes along, what the organiser should know."""

import re
from collections.abc import Iterable
from dataclasses import replace

from checkin.intake.mail.automatic import is_automatic_subject
from checkin.intake.mail.certainty import why_unsure
from checkin.intake.mail.clauses import Clause
from checkin.intake.mail.deciding import Decision, with_companion
from checkin.intake.mail.evidence import passages, shown
from checkin.intake.mail.judging import judge, telling
from checkin.intake.mail.mentions import mentions
from checkin.intake.mail.message import Kind, Letter
from checkin.intake.mail.people import NOBODY, completed, partner, same_person, writer
from checkin.intake.mail.quoting import Quoted, part
from checkin.intake.mail.sentences import Sentence, plain
from checkin.intake.mail.signature import part_signature
from checkin.intake.mail.tongue import language
from checkin.intake.mail.written import Written, subject_words, written
from checkin.intake.names import understand
from checkin.intake.proposals import PersonName, Proposal, Reply, Source
from checkin.language import _

_LONGEST_REMARK = 300  # letters
_OWN_PARAGRAPHS = 1  # of an answer below a quote without marks
_ANSWERS = {"ACCEPTED": Reply.CONFIRMED, "DECLINED": Reply.DECLINED, "TENTATIVE": Reply.TENTATIVE}
# Outlook's answer to an appointment without a word of the guest's own
_SUBJECT_ANSWERS = {
    re.compile(r"(?i)^\s*accept[ée]+e?\s*:"): Reply.CONFIRMED,
    re.compile(r"(?i)^\s*(?:refus[ée]+e?|declined|d[ée]clin[ée]+e?)\s*:"): Reply.DECLINED,
    re.compile(r"(?i)^\s*(?:provisoire|tentative|[àa] confirmer)\s*:"): Reply.TENTATIVE,
}
_FORWARDED = re.compile(r"(?i)^\s*(?:tr|fwd?|fw|trans(?:f[ée]r[ée]?|mis)?)\s*:")
_ASSISTANCE = re.compile(
    r"fauteuil|mobilite reduite|\bpmr\b|handicap\w*|malentendant\w*|\bsourde?s?\b|aveugle\w*|malvoyant\w*|\blsf\b|langue des signes|interprete|chien[- ]guide|"
    r"wheelchair|hearing (?:loss|impair|loop|aid)|\bdeaf\b|\bblind\b|visually impaired|disab\w+|bequilles|deambulateur|boucle magnetique|step-free|crutches|mobility|canne blanche|plain[- ]pied|accessib\w+|sign language|enceinte\b"
)
_BOTH = re.compile(r"\b(?:nous|m\.? et mme|monsieur et madame|tous (?:les )?deux|we|both)\b")
_OF_ATTENDING = re.compile(
    r"invit|presen[ct]|particip|confirm|reponse|rsvp|inscri|venue|accord|attend|reply|registr|accept|coming|^oui|^ok|^yes"
)
_WORTH_A_NOTE = re.compile(
    r"regime|allerg\w*|vegetarien\w*|vegan|parking|stationn\w*|voiture|arriver\w*|retard\b|partir|depart\b|quitter|premiere partie|uniquement|seulement|jusqu'a|a partir de|late\b|leave|parking|only|en visio\w*|distanc\w*|remote|online|train|attestation|facture"
)


def understand_letter(letter: Letter, source: Source) -> Proposal:
    """Return the one proposal that a letter comes to."""
    special = _by_kind(letter)
    if special is not None:
        return _special(letter, special, source)
    quoted = part(letter.text)
    told = written(letter, quoted.above)
    below = None
    if told.rules.reply is Reply.NO_RSVP or (told.rules.doubts and _introduces(told, quoted)):
        below = _forwarded(letter, told, source) or _below_all(letter, source)
    proposal = below or _understood(letter, told, source, [_author(quoted)])
    if quoted.cut or letter.damaged:
        proposal = _doubted(proposal, _("The message is damaged or too long to be read whole."))
    return proposal


def own_text(letter: Letter) -> str | None:
    """Return what the sender wrote above what is quoted, None if the headers alone decide."""
    return part(letter.text).above if _by_kind(letter) is None else None


def latest(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Return the proposals that still stand, in their order: a later answer takes the place of earlier ones.

    Two answers are of the same person if they come from one address and name one guest, or the later names
    who it takes the place of, or the earlier named nobody. What answers nothing corrects nothing.
    """
    kept: list[Proposal] = []
    for one in proposals:
        if one.reply is not Reply.NO_RSVP:
            kept = [other for other in kept if not _corrects(one, other)]
        kept.append(one)
    return kept


def _corrects(later: Proposal, earlier: Proposal) -> bool:
    if earlier.reply is Reply.NO_RSVP:
        return False
    if later.email and earlier.email and later.email != earlier.email:
        return False
    nameless = not (earlier.name.given_name or earlier.name.family_name)
    return nameless or same_person(later.name, earlier.name) or same_person(later.in_place_of, earlier.name)


def _by_kind(letter: Letter) -> Reply | None:
    """Return the answer of a message that is decided by its headers, None if it must be read."""
    if letter.kind is Kind.CALENDAR:
        return _ANSWERS.get(letter.answer, Reply.NO_RSVP)
    if letter.kind is not Kind.PERSONAL:
        return Reply.NO_RSVP
    if is_automatic_subject(letter.subject):
        return Reply.NO_RSVP
    if part(letter.text).above.strip():
        return None
    return next((reply for mark, reply in _SUBJECT_ANSWERS.items() if mark.match(letter.subject)), None)


def _special(letter: Letter, reply: Reply, source: Source) -> Proposal:
    name = writer(
        letter, understand(letter.attendee) if letter.attendee and "@" not in letter.attendee else None
    )
    if letter.kind is Kind.BOUNCE:
        name = NOBODY
    evidence = (letter.subject,) if letter.subject else ()
    proposal = Proposal(
        reply,
        name,
        source,
        email=letter.address,
        text=shown(part(letter.text).above),
        evidence=evidence,
        language=language(letter.text),
    )
    return _checked(_with_party(proposal, letter))


def _introduces(told: Written, quoted: Quoted) -> bool:
    """Whether a text names who wrote what stands below it: « je vous transmets la réponse de ¤ »."""
    author = _author(quoted)
    return any(same_person(person.name, author) for one in told.parsed for person in one.people)


def _author(quoted: Quoted) -> PersonName:
    """Return who wrote what is quoted."""
    sender, address = _parsed(quoted.below_from)
    return writer(Letter(sender=sender, address=address), None)


def _with_party(proposal: Proposal, letter: Letter) -> Proposal:
    """Return the answer of a calendar with whom the words beside it name as coming along."""
    text = part(letter.text).above
    if proposal.reply not in {Reply.CONFIRMED, Reply.TENTATIVE} or not text.strip():
        return proposal
    words = _understood(letter, written(letter, text), proposal.source)
    if words.reply not in {Reply.CONFIRMED, Reply.TENTATIVE}:
        return proposal
    return replace(
        proposal,
        companions=words.companions,
        unnamed_companions=words.unnamed_companions,
        notes=words.notes,
        assistance=words.assistance,
    )


def _forwarded(letter: Letter, introduced: Written, source: Source) -> Proposal | None:
    """Return the proposal of a reply that was forwarded whole, None if there is none."""
    quoted = part(letter.text)
    inner = list(letter.inner)
    if quoted.is_forward or (_FORWARDED.match(letter.subject) and quoted.below):
        sender, address = _parsed(quoted.below_from)
        inner.append(Letter(sender=sender, address=address, text=quoted.below, sent=letter.sent))
    named = [person.name for one in introduced.parsed for person in one.people]
    for one in inner:
        text = part(one.text).above
        told = written(one, text)
        if told.writer == NOBODY:  # an answer within the invitation
            told = written(replace(one, sender=letter.sender, address=letter.address), text)
        if told.rules.reply is not Reply.NO_RSVP:  # the models know replies, not invitations
            proposal = _understood(one, told, source, named)
            return _doubted(proposal, _("The reply was forwarded by somebody else."))
    return None


def _below_all(letter: Letter, source: Source) -> Proposal | None:
    """Return the proposal of an answer below a quote without marks: what follows its signature."""
    quoted = part(letter.text)
    signed = part_signature(quoted.below)
    own = "\n\n".join(re.split(r"\n\s*\n", quoted.below.strip())[-_OWN_PARAGRAPHS:])
    if quoted.above.strip() or not signed.lines or own not in quoted.below.split(signed.body.strip())[-1]:
        return None
    told = written(letter, own)
    return _doubted(_understood(letter, told, source), _("The reply stands below what it quotes."))


def _parsed(written: str) -> tuple[str, str]:
    found = re.search(r"[^\s<>\[\]();:]+@[^\s<>\[\]();:]+", written)
    sender = re.sub(r"[<\[(]?(?:mailto:)?[^\s<>\[\]]+@[^\s<>\[\]]+[>\])]?", "", written).strip(" \"'")
    return sender, found[0].lower() if found else ""


def _understood(letter: Letter, told: Written, source: Source, others: Iterable[PersonName] = ()) -> Proposal:
    """Return what a text written by a person comes to; `others` are named in what came with it."""
    signed, found = told.signed, list(told.clauses)
    said = [one.sentence for one in told.parsed]
    decision = judge(told)
    beside = signed.partner or partner(letter)
    if beside and _BOTH.search(plain(signed.body)):
        decision = with_companion(decision, beside)
    named = (person.name for one in told.parsed for person in one.people)
    elsewhere = [
        *(m.name for line in (*signed.lines, letter.sender) for m in mentions(line)),
        *named,
        *others,
    ]
    proposal = Proposal(
        decision.reply,
        completed(decision.guest, elsewhere),
        source,
        email=letter.address,
        organisation=told.slip.organisation or signed.organisation,
        language=language(signed.body),
        assistance=_joined(s for s in said if _ASSISTANCE.search(s.plain)),
        notes=_joined(
            s
            for s in said
            if s.is_question or (_WORTH_A_NOTE.search(s.plain) and len(s.text) < _LONGEST_REMARK)
        ),
        companions=tuple(completed(one, elsewhere) for one in decision.companions),
        unnamed_companions=decision.unnamed,
        doubts=decision.doubts,
        text=shown(told.text),
        evidence=_evidence(told, decision),
        in_place_of=decision.in_place_of,
    )
    if proposal.reply is Reply.CONFIRMED:
        proposal = _promised(proposal, letter, found, signed.body)
    if told.is_cut:
        proposal = _doubted(proposal, _("The message is damaged or too long to be read whole."))
    return _checked(_asked(proposal, found))


def _promised(proposal: Proposal, letter: Letter, found: list[Clause], body: str) -> Proposal:
    """Return a proposal of coming with what else may be said of it."""
    for why in why_unsure(found, [letter.subject, body]):
        proposal = _doubted(proposal, why)
    if not _of_invitation(letter):
        proposal = _doubted(proposal, _("It may be about another appointment."))
    return proposal


def _of_invitation(letter: Letter) -> bool:
    """Whether a message is an answer, or has no subject of its own that speaks of anything else."""
    subject = subject_words(letter)
    answers = subject != plain(letter.subject) or part(letter.text).below or letter.inner
    return bool(answers or not subject or _OF_ATTENDING.search(subject))


def _evidence(told: Written, decision: Decision) -> tuple[str, ...]:
    """Return the lines that decided: those the rules went by, or what the models take them for."""
    decided = {clause.sentence for clause in told.clauses if clause.decides}
    if decision.reply is not told.rules.reply and decision.reply is not Reply.NO_RSVP:
        decided = set(telling(told, decision.reply))
    party = (decision.guest, *decision.companions)
    named = (
        one.sentence
        for one in told.parsed
        if any(same_person(person.name, somebody) for person in one.people for somebody in party)
    )
    decided |= set(named)
    lines = (passages(one.sentence, shown(told.text)) for one in told.parsed if one.sentence in decided)
    return tuple(dict.fromkeys(line for passage in lines for line in passage))


def _joined(said: Iterable[Sentence]) -> str:
    return " ".join(sentence.text for sentence in said)


def _asked(proposal: Proposal, found: list[Clause]) -> Proposal:
    if any(clause.sentence.is_question and clause.people for clause in found) and proposal.companions:
        return _doubted(proposal, _("A companion is asked for, not announced."))
    return proposal


def _checked(proposal: Proposal) -> Proposal:
    """Return a proposal with what is missing of it among its doubts."""
    if proposal.reply is Reply.NO_RSVP:
        return replace(proposal, sure=False)
    if not (proposal.name.given_name and proposal.name.family_name):
        proposal = _doubted(proposal, _("The name is not complete."))
    if any(not (one.given_name and one.family_name) for one in proposal.companions):
        proposal = _doubted(proposal, _("A companion's name is not complete."))
    return replace(proposal, sure=proposal.sure and not proposal.doubts)


def _doubted(proposal: Proposal, why: str) -> Proposal:
    return replace(proposal, sure=False, doubts=(*proposal.doubts, why))
