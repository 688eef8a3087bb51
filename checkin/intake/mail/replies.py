# ruff: noqa: E501 - a pattern reads best on one line
"""A letter → one Proposal: what it answers, who is meant, who comes along, what the organiser should know."""

import re
from collections.abc import Iterable
from dataclasses import replace

from checkin.intake.mail.automatic import is_advertisement, is_automatic_subject, is_notice
from checkin.intake.mail.certainty import why_unsure
from checkin.intake.mail.clauses import Clause, clauses
from checkin.intake.mail.deciding import Decision, decide, with_companion
from checkin.intake.mail.evidence import passages, shown
from checkin.intake.mail.mentions import mentions
from checkin.intake.mail.message import Kind, Letter
from checkin.intake.mail.other_matters import is_another_matter
from checkin.intake.mail.people import NOBODY, completed, partner, same_person, sender_words, writer
from checkin.intake.mail.phrases import Says
from checkin.intake.mail.quoting import part
from checkin.intake.mail.sentences import Sentence, plain, sentences
from checkin.intake.mail.signature import part_signature
from checkin.intake.mail.slips import read_slip
from checkin.intake.mail.texting import spelt_out
from checkin.intake.mail.tongue import language
from checkin.intake.names import understand
from checkin.intake.proposals import PersonName, Proposal, Reply, Source
from checkin.language import _

_LONGEST_REMARK = 300  # letters
_OWN_PARAGRAPHS = 1  # of an answer below a quote without marks
_MOST_SENTENCES = 500  # a reply is in the first of them
_ANSWERS = {"ACCEPTED": Reply.CONFIRMED, "DECLINED": Reply.DECLINED, "TENTATIVE": Reply.TENTATIVE}
# Outlook's answer to an appointment without a word of the guest's own
_SUBJECT_ANSWERS = {
    re.compile(r"(?i)^\s*accept[ée]+e?\s*:"): Reply.CONFIRMED,
    re.compile(r"(?i)^\s*(?:refus[ée]+e?|declined|d[ée]clin[ée]+e?)\s*:"): Reply.DECLINED,
    re.compile(r"(?i)^\s*(?:provisoire|tentative|[àa] confirmer)\s*:"): Reply.TENTATIVE,
}
_REPLY_MARK = re.compile(
    r"(?i)^\s*(?:(?:re|r[ée]f?|tr|fwd?|fw|aw|r[ée]p|accept[ée]+|refus[ée]+)\s*:\s*|\[[^\]]*\]\s*)+"
)
_FORWARDED = re.compile(r"(?i)^\s*(?:tr|fwd?|fw|trans(?:f[ée]r[ée]?|mis)?)\s*:")
_ASSISTANCE = re.compile(
    r"fauteuil|mobilite reduite|\bpmr\b|handicap\w*|malentendant\w*|\bsourde?s?\b|aveugle\w*|malvoyant\w*|\blsf\b|langue des signes|interprete|chien[- ]guide|"
    r"wheelchair|hearing (?:loss|impair|loop|aid)|\bdeaf\b|\bblind\b|visually impaired|disab\w+|bequilles|deambulateur|boucle magnetique|step-free|crutches|mobility|canne blanche|plain[- ]pied|accessib\w+|sign language|enceinte\b"
)
_BOTH = re.compile(r"\b(?:nous|m\.? et mme|monsieur et madame|tous (?:les )?deux|we|both)\b")
_WORTH_A_NOTE = re.compile(
    r"regime|allerg\w*|vegetarien\w*|vegan|parking|stationn\w*|voiture|arriver\w*|retard\b|partir|depart\b|quitter|premiere partie|uniquement|seulement|jusqu'a|a partir de|late\b|leave|parking|only|en visio\w*|distanc\w*|remote|online|train|attestation|facture"
)


def understand_letter(letter: Letter, source: Source) -> Proposal:
    """Return the one proposal that a letter comes to."""
    special = _by_kind(letter)
    if special is not None:
        return _special(letter, special, source)
    quoted = part(letter.text)
    proposal = _written(letter, quoted.above, source)
    if proposal.reply is Reply.NO_RSVP:
        proposal = _forwarded(letter, source) or _below_all(letter, source) or proposal
    if quoted.cut or letter.damaged:
        proposal = _doubted(proposal, _("The message is damaged or too long to be read whole."))
    return proposal


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
    return _checked(proposal)


def _forwarded(letter: Letter, source: Source) -> Proposal | None:
    """Return the proposal of a reply that was forwarded whole, None if there is none."""
    quoted = part(letter.text)
    inner = list(letter.inner)
    if quoted.is_forward or (_FORWARDED.match(letter.subject) and quoted.below):
        sender, address = _parsed(quoted.below_from)
        inner.append(Letter(sender=sender, address=address, text=quoted.below, sent=letter.sent))
    for one in inner:
        below = _written(one, part(one.text).above, source)
        if below.reply is not Reply.NO_RSVP:
            return _doubted(below, _("The reply was forwarded by somebody else."))
    return None


def _below_all(letter: Letter, source: Source) -> Proposal | None:
    """Return the proposal of an answer below a quote without marks: what follows its signature."""
    quoted = part(letter.text)
    signed = part_signature(quoted.below)
    own = "\n\n".join(re.split(r"\n\s*\n", quoted.below.strip())[-_OWN_PARAGRAPHS:])
    if quoted.above.strip() or not signed.lines or own not in quoted.below.split(signed.body.strip())[-1]:
        return None
    return _doubted(_written(letter, own, source), _("The reply stands below what it quotes."))


def _parsed(written: str) -> tuple[str, str]:
    found = re.search(r"[^\s<>\[\]();:]+@[^\s<>\[\]();:]+", written)
    sender = re.sub(r"[<\[(]?(?:mailto:)?[^\s<>\[\]]+@[^\s<>\[\]]+[>\])]?", "", written).strip(" \"'")
    return sender, found[0].lower() if found else ""


def _written(letter: Letter, text: str, source: Source) -> Proposal:
    """Return what a text written by a person comes to."""
    slip = read_slip(text)
    signed = part_signature(slip.text, sender_words(letter))
    who = writer(letter, slip.name or signed.signer)
    every = sentences(spelt_out(signed.body))
    said = every[:_MOST_SENTENCES]
    found = _clauses(said, who)
    if not any(c.says not in {Says.NOTHING, Says.ASIDE} for c in found):
        subject = sentences(_REPLY_MARK.sub("", letter.subject))
        found += [c for c in _clauses(subject, who) if c.says not in {Says.MAYBE, Says.POLITE}]
    decision = _kept_out(decide(tuple(found), who), signed.body)
    beside = signed.partner or partner(letter)
    if beside and _BOTH.search(plain(signed.body)):
        decision = with_companion(decision, beside)
    elsewhere = [
        m.name for line in (*signed.lines, letter.sender, *(s.text for s in said)) for m in mentions(line)
    ]
    proposal = Proposal(
        decision.reply,
        completed(decision.guest, elsewhere),
        source,
        email=letter.address,
        organisation=slip.organisation or signed.organisation,
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
        text=shown(text),
        evidence=_evidence(found, shown(text)),
        in_place_of=decision.in_place_of,
    )
    if proposal.reply is Reply.CONFIRMED:
        proposal = _promised(proposal, letter, found, signed.body)
    if len(every) > len(said):
        proposal = _doubted(proposal, _("The message is damaged or too long to be read whole."))
    return _checked(_asked(proposal, found))


def _promised(proposal: Proposal, letter: Letter, found: list[Clause], body: str) -> Proposal:
    """Return a proposal of coming with what else may be said of it; no answer if it is another matter."""
    lines = [letter.subject, body]
    if is_another_matter(lines, found):
        return replace(proposal, reply=Reply.NO_RSVP, companions=(), unnamed_companions=0)
    for why in why_unsure(found, lines):
        proposal = _doubted(proposal, why)
    return proposal


def _clauses(said: list[Sentence], who: PersonName) -> list[Clause]:
    known = frozenset(plain(f"{who.given_name} {who.family_name}").split())
    return [clause for sentence in said for clause in clauses(sentence, known)]


def _kept_out(decision: Decision, body: str) -> Decision:
    """Take no answer from an absence notice or an advertisement without the headers of one."""
    if (is_notice(body) and decision.reply is not Reply.CONFIRMED) or is_advertisement(body):
        return Decision(Reply.NO_RSVP, decision.guest)
    return decision


def _evidence(found: list[Clause], text: str) -> tuple[str, ...]:
    decided = dict.fromkeys(clause.sentence for clause in found if clause.decides)
    return tuple(dict.fromkeys(line for sentence in decided for line in passages(sentence, text)))


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
