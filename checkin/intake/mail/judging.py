"""What the rules made of a reply, weighed against what replies like it have meant: → the decision.

The rules know how French and English sentences are built, the models which words people have used. Each sees
what the other misses; where they don't agree the likelier is proposed, and a person is told to look.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checkin.intake.mail import features, model
from checkin.intake.mail.candidates import Candidate, candidates
from checkin.intake.mail.clauses import ParsedSentence
from checkin.intake.mail.deciding import Decision, decided_otherwise
from checkin.intake.mail.people import NOBODY, same_person
from checkin.intake.mail.sentences import Sentence
from checkin.intake.mail.written import Written
from checkin.intake.proposals import PersonName, Reply
from checkin.language import _

_CLEAR = 0.9  # how probable a reading is at which nobody needs to look
_CLEARLY_COMES = 0.97  # a seat is kept, and a code sent, on a promise
_COMES_ALONG = 0.45
_UNCLEAR = (0.2, 0.8)  # probabilities at which it is open whether somebody comes along


@dataclass(frozen=True, slots=True)
class Party:
    """Who is meant and who comes along, and whether that is clear."""

    guest: PersonName
    companions: tuple[PersonName, ...]
    is_clear: bool


def judge(told: Written) -> Decision:
    """Return the likeliest reading of what somebody wrote, with doubts where it is unclear."""
    likely = model.load("replies").probabilities(features.of_reply(told))
    reply = Reply(max(likely, key=likely.__getitem__))
    if reply is Reply.NO_RSVP:
        return Decision(reply, told.writer)
    party = _party(told)
    if not _agree(told.rules, reply, party):
        decision = decided_otherwise(told.clauses, reply, party.guest, party.companions)
        doubts = (*decision.doubts, _("It may be read otherwise."))
        return replace(decision, doubts=doubts, in_place_of=_in_place_of(told.rules, party))
    clear = _CLEARLY_COMES if reply is Reply.CONFIRMED else _CLEAR
    if likely[reply] < clear and not told.rules.doubts:
        return replace(told.rules, doubts=(_("It may be read otherwise."),))
    if not party.is_clear and not told.rules.doubts:
        return replace(told.rules, doubts=(_("It is not clear who comes."),))
    return told.rules


def telling(told: Written, reply: Reply) -> Iterator[Sentence]:
    """Yield the sentence that says most surely that the answer is `reply`, nothing if nothing was written."""
    replies = model.load("replies")

    def sureness(one: ParsedSentence) -> float:
        return replies.probabilities(features.of_reply(replace(told, parsed=(one,))))[reply]

    if told.parsed:
        yield max(told.parsed, key=sureness).sentence


def _agree(rules: Decision, reply: Reply, party: Party) -> bool:
    """Whether the rules decided `reply` by this party as well."""
    same = reply is rules.reply and same_person(rules.guest, party.guest)
    if reply in {Reply.CONFIRMED, Reply.TENTATIVE}:
        same = same and len(party.companions) == len(rules.companions)
        same = same and all(any(same_person(a, b) for b in rules.companions) for a in party.companions)
    return same


def _in_place_of(rules: Decision, party: Party) -> PersonName:
    """Return whom the guest stands in for, which the rules alone say, where they mean the same guest."""
    return rules.in_place_of if same_person(rules.guest, party.guest) else NOBODY


def _party(told: Written) -> Party:
    people = candidates(told.parsed, told.writer)
    roles = [model.load("people").probabilities(one) for one in features.of_people(told, people)]
    at = max(range(len(people)), key=lambda place: roles[place]["guest"])
    along = [(one, role["companion"]) for one, role in zip(people, roles, strict=True)]
    others = along[:at] + along[at + 1 :]
    return Party(
        _named(people[at], told.rules),
        tuple(_named(one, told.rules) for one, likely in others if likely > _COMES_ALONG),
        not any(_UNCLEAR[0] < likely < _UNCLEAR[1] for _one, likely in others),
    )


def _named(one: Candidate, rules: Decision) -> PersonName:
    """Return the name as the rules have it, which know what stands beside it, or the fullest written."""
    return next((name for name in (rules.guest, *rules.companions) if one.is_person(name)), one.name)
