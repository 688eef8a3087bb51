"""What stands in a text that a person wrote: who they are, its sentences, and what the rules make of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from checkin.intake.mail.automatic import is_advertisement, is_notice
from checkin.intake.mail.clauses import Clause, ParsedSentence, parse
from checkin.intake.mail.deciding import Decision, decide
from checkin.intake.mail.message import Letter
from checkin.intake.mail.other_matters import is_another_matter
from checkin.intake.mail.people import sender_words, writer
from checkin.intake.mail.phrases import Says
from checkin.intake.mail.sentences import Sentence, plain, sentences
from checkin.intake.mail.signature import Signed, part_signature
from checkin.intake.mail.slips import Slip, read_slip
from checkin.intake.mail.texting import spelt_out
from checkin.intake.proposals import PersonName, Reply

_MOST_SENTENCES = 500  # a reply is in the first of them
_SIGNATURE = 6  # lines of it that say who somebody is
_REPLY_MARK = re.compile(
    r"(?i)^\s*(?:(?:re|r[ée]f?|tr|fwd?|fw|aw|r[ée]p|accept[ée]+|refus[ée]+)\s*:\s*|\[[^\]]*\]\s*)+"
)
_ATTACHED = re.compile(
    r"\b(?:ci[- ])?joint\w*|\bannexe\w*|\bpiece jointe|\battached\b|\battachment\b|\benclosed\b"
)


@dataclass(frozen=True, slots=True)
class Written:
    """A text that a person wrote: who they are, what stands in it, and what the rules make of it."""

    text: str
    subject: str  # in plain letters, without « RE: »
    slip: Slip
    signed: Signed
    writer: PersonName
    parsed: tuple[ParsedSentence, ...]  # its subject last, where only that answers
    signature: tuple[ParsedSentence, ...]  # a line each
    rules: Decision
    is_cut: bool  # too long to be read whole

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of all its sentences."""
        return tuple(clause for one in self.parsed for clause in one.clauses)


def written(letter: Letter, text: str) -> Written:
    """Return what stands in the `text` of a letter, without what it quotes."""
    slip = read_slip(text)
    signed = part_signature(slip.text, sender_words(letter))
    who = writer(letter, slip.name or signed.signer)
    known = frozenset(plain(f"{who.given_name} {who.family_name}").split())
    attached = letter.attached if _ATTACHED.search(plain(signed.body)) else ""
    every = sentences(spelt_out(f"{signed.body}\n\n{attached}"))
    parsed = [parse(sentence, known) for sentence in every[:_MOST_SENTENCES]]
    if not any(clause.says not in {Says.NOTHING, Says.ASIDE} for one in parsed for clause in one.clauses):
        parsed += [one for line in sentences(_bare_subject(letter)) if _answers(one := parse(line, known))]
    clauses = tuple(clause for one in parsed for clause in one.clauses)
    rules = _kept_out(decide(clauses, who), clauses, letter.subject, signed.body)
    below = tuple(parse(Sentence(line, plain(line))) for line in signed.lines[:_SIGNATURE])
    return Written(
        text,
        subject_words(letter),
        slip,
        signed,
        who,
        tuple(parsed),
        below,
        rules,
        len(every) > _MOST_SENTENCES,
    )


def _answers(subject: ParsedSentence) -> bool:
    """Whether a subject says more than politeness would."""
    return any(c.says not in {Says.NOTHING, Says.ASIDE, Says.MAYBE, Says.POLITE} for c in subject.clauses)


def _bare_subject(letter: Letter) -> str:
    return _REPLY_MARK.sub("", letter.subject)


def subject_words(letter: Letter) -> str:
    """Return the subject in plain letters, without « RE: »."""
    return plain(_bare_subject(letter))


def _kept_out(decision: Decision, clauses: Iterable[Clause], subject: str, body: str) -> Decision:
    """Take no answer from a notice or an advertisement without the headers of one, nor of another matter."""
    comes = decision.reply is Reply.CONFIRMED
    if (
        (is_notice(body) and not comes)
        or is_advertisement(body)
        or (comes and is_another_matter([subject, body], clauses))
    ):
        return Decision(Reply.NO_RSVP, decision.guest)
    return decision
