"""The clauses of a reply, taken together → what is answered, by whom, and who comes along."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from checkin.intake.mail.clauses import Clause
from checkin.intake.mail.hearing import Heard
from checkin.intake.mail.people import NOBODY, same_person, unique
from checkin.intake.mail.phrases import Says
from checkin.intake.mail.roles import Role
from checkin.intake.proposals import PersonName, Reply
from checkin.language import _


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reply comes to; `in_place_of` who declined where a substitute comes."""

    reply: Reply
    guest: PersonName
    companions: tuple[PersonName, ...] = ()
    unnamed: int = 0
    doubts: tuple[str, ...] = ()
    in_place_of: PersonName = NOBODY


def decide(clauses: tuple[Clause, ...], writer: PersonName) -> Decision:
    """Return what the clauses of a reply written by `writer` come to: the first case that fits."""
    answers = [c for c in clauses if c.says not in {Says.NOTHING, Says.ASIDE}]
    guessed = bool(answers) and all(c.guessed for c in answers)
    if not guessed:
        clauses = tuple(replace(c, says=Says.NOTHING) if c.guessed else c for c in clauses)
    decision = _decided(Heard(clauses, writer))
    if guessed and decision.reply is not Reply.NO_RSVP:
        return replace(decision, doubts=(*decision.doubts, _("It is guessed from single words.")))
    return decision


def with_companion(decision: Decision, one: PersonName) -> Decision:
    """Return a decision of coming with one more person, who may be counted already but not named."""
    known = [decision.guest, *decision.companions]
    if decision.reply not in {Reply.CONFIRMED, Reply.TENTATIVE} or _among(one, known):
        return decision
    unnamed = max(0, decision.unnamed - 1)
    return replace(decision, companions=(*decision.companions, one), unnamed=unnamed)


def decided_otherwise(
    clauses: tuple[Clause, ...], reply: Reply, guest: PersonName, companions: tuple[PersonName, ...]
) -> Decision:
    """Return `reply` by `guest` with `companions` as a decision, with whom the clauses count besides."""
    if reply not in {Reply.CONFIRMED, Reply.TENTATIVE}:
        return Decision(reply, guest)
    unnamed, doubts = _unnamed(Heard(clauses, guest), len(companions))
    return Decision(reply, guest, companions, unnamed, doubts)


def _decided(heard: Heard) -> Decision:
    for case in _CASES:
        decision = case(heard)
        if decision is not None:
            return decision
    return Decision(Reply.NO_RSVP, heard.writer)


def _substituted(heard: Heard) -> Decision | None:
    """Somebody named comes in the place of who can't."""
    substitutes = heard.people(Role.SUBSTITUTE)
    refuses = heard.writer_refuses or heard.others_say(Says.NO, Says.CANCELS)
    if not substitutes and heard.writer_refuses and not heard.writer_comes:
        substitutes = heard.people(Role.COMES) or [
            one.name for clause in heard.clauses if clause.opposes for one in clause.named(Role.COMPANION)
        ]
    if not substitutes and heard.people(Role.ABSENT) and not heard.writer_comes:
        substitutes = [one for one in heard.people(Role.COMES) if not _among(one, heard.people(Role.ABSENT))]
    if not substitutes or (heard.writer_comes and not refuses):
        return None
    guest, *others = substitutes
    others += heard.people(Role.COMPANION)
    instead_of = next(iter(heard.people(Role.ABSENT, Role.REPLACED, Role.PRINCIPAL)), heard.writer)
    if same_person(guest, instead_of):
        return None
    reply = Reply.TENTATIVE if heard.others_say(Says.MAYBE) else Reply.CONFIRMED
    return _coming(heard, reply, guest, others, in_place_of=instead_of)


def _follows(heard: Heard) -> Decision | None:
    """« Le député sera présent, je l'accompagnerai »: the writer is the companion."""
    if not any(clause.writer_follows for clause in heard.clauses):
        return None
    leads = heard.people(Role.COMES, Role.PRINCIPAL) or heard.people(Role.COMPANION)
    if not leads:
        return None
    return _coming(
        heard, Reply.CONFIRMED, leads[0], [*leads[1:], heard.writer, *heard.people(Role.COMPANION)]
    )


def _replaces(heard: Heard) -> Decision | None:
    """« Je représenterai Mme X »: the writer comes, whom they stand for does not."""
    replaced = heard.people(Role.REPLACED)
    if not replaced or not heard.writer_comes or heard.writer_refuses:
        return None
    return _coming(
        heard,
        Reply.CONFIRMED,
        heard.writer,
        heard.people(Role.COMPANION, Role.COMES),
        in_place_of=replaced[0],
    )


def _refused(heard: Heard) -> Decision | None:
    if not heard.writer_refuses or heard.comes_all_the_same:
        return None
    if heard.ends_in_doubt:
        return None
    if heard.writer_says(Says.YES, Says.SURELY):
        return Decision(
            heard.refusal, heard.writer, doubts=(_("It says both that they come and that they don't."),)
        )
    return Decision(heard.refusal, heard.writer)


def _perhaps(heard: Heard) -> Decision | None:
    if not heard.writer_says(Says.MAYBE):
        return None
    if heard.people(Role.COMES) and not heard.writer_comes:
        return None
    named = heard.people(Role.COMES, Role.COMPANION, Role.SUBSTITUTE, Role.PERHAPS)
    return _coming(heard, Reply.TENTATIVE, heard.writer, named)


def _comes(heard: Heard) -> Decision | None:
    """Who writes comes."""
    if not heard.writer_comes:
        return None
    named = heard.people(Role.COMES, Role.COMPANION, Role.SUBSTITUTE) + _beside_writer(heard)
    doubts: tuple[str, ...] = ()
    if not heard.writer_says(Says.YES, Says.SURELY) and not any(c.with_writer for c in heard.clauses):
        doubts = (_("It says so only in passing."),)
    listed = _list_without_writer(heard)
    if listed:
        return _coming(heard, Reply.CONFIRMED, listed[0], listed[1:])
    if heard.writer_refuses:
        doubts = (*doubts, _("It says both that they come and that they don't."))
    if heard.others_say(Says.NO, Says.CANCELS) and not heard.people(Role.ABSENT):
        doubts = (*doubts, _("Somebody else does not come."))
    if heard.others_say(Says.MAYBE):
        doubts = (*doubts, _("It is not clear who comes."))
    absent = heard.people(Role.ABSENT)
    named = [one for one in named if not _among(one, absent)]
    return _coming(heard, Reply.CONFIRMED, heard.writer, named, doubts=doubts)


def _beside_writer(heard: Heard) -> list[PersonName]:
    """« Nous viendrons (Julia et Renaud Ferrer) », signed by one of them: who is named beside the writer."""
    mentioned = [[one.name for one in c.named(Role.MENTIONED)] for c in heard.clauses if c.says.comes]
    return [one for named in mentioned if _among(heard.writer, named) for one in named]


def _list_without_writer(heard: Heard) -> list[PersonName]:
    """« Nous serons trois : A, B, C », signed by D: those three, if D is none of them."""
    for clause in heard.clauses:
        named = [one.name for one in clause.named(Role.COMES, Role.COMPANION)]
        if clause.counted.total and len(named) == clause.counted.total and not _among(heard.writer, named):
            return named
    return []


def _others_come(heard: Heard) -> Decision | None:
    """Who writes says it of others: a director, or a list of people."""
    named = heard.people(Role.COMES)
    principals = heard.people(Role.PRINCIPAL)
    if heard.others_say(Says.YES, Says.SURELY, Says.POLITE) and not heard.others_say(Says.NO, Says.CANCELS):
        perhaps = heard.others_say(Says.MAYBE) or heard.writer_says(Says.MAYBE)
        reply = Reply.TENTATIVE if perhaps else Reply.CONFIRMED
        people = (
            [*principals, *named, *heard.people(Role.COMPANION)]
            if principals
            else [*named, *heard.people(Role.COMPANION)]
        )
        if _among(heard.writer, people):
            return _coming(heard, reply, heard.writer, people)
        if people:
            return _coming(heard, reply, people[0], people[1:])
        return _coming(heard, reply, heard.writer, [], doubts=(_("It is not clear who comes."),))
    return None


def _others_refuse(heard: Heard) -> Decision | None:
    if not heard.others_say(Says.NO, Says.CANCELS):
        return None
    absent = heard.people(Role.ABSENT) or heard.people(Role.PRINCIPAL)
    guest = absent[0] if absent else heard.writer
    return Decision(heard.refusal, guest, doubts=() if absent else (_("It is not clear who does not come."),))


def _sorry(heard: Heard) -> Decision | None:
    """Regrets alone refuse, « merci, mais … » and « j'avais confirmé, mais … » do; a person should look."""
    aside = any(clause.says is Says.ASIDE for clause in heard.clauses)
    if not heard.has_wished and (aside or not (heard.is_sorry or heard.turns_down)):
        return None
    return Decision(heard.refusal, heard.writer, doubts=(_("It says only that they are sorry."),))


def _others_perhaps(heard: Heard) -> Decision | None:
    if not heard.others_say(Says.MAYBE):
        return None
    people = heard.people(Role.PERHAPS, Role.PRINCIPAL, Role.COMES)
    guest = people[0] if people else heard.writer
    return _coming(heard, Reply.TENTATIVE, guest, people[1:])


_CASES: tuple[Callable[[Heard], Decision | None], ...] = (
    _substituted,
    _follows,
    _replaces,
    _refused,
    _perhaps,
    _comes,
    _others_come,
    _others_refuse,
    _others_perhaps,
    _sorry,
)


def _coming(
    heard: Heard,
    reply: Reply,
    guest: PersonName,
    named: list[PersonName],
    *,
    doubts: tuple[str, ...] = (),
    in_place_of: PersonName = NOBODY,
) -> Decision:
    named = [*named, *heard.people(Role.CALLED)]
    companions = tuple(one for one in unique(named, but=guest) if not same_person(one, in_place_of))
    unnamed, vague = _unnamed(heard, len(companions))
    doubts = (*doubts, *vague)
    if heard.is_sorry or heard.has_wished:
        doubts = (*doubts, _("It says yes, and is sorry about something."))
    if any(clause.denies for clause in heard.clauses):
        doubts = (*doubts, _("A sentence says yes and holds a denial."))
    if _mentioned(heard, guest, companions):
        doubts = (*doubts, _("Somebody else is named, and it is not clear whether they come."))
    return Decision(reply, guest, companions, unnamed, doubts, in_place_of)


def _unnamed(heard: Heard, named: int) -> tuple[int, tuple[str, ...]]:
    """Return how many come whom nobody names, beside `named` companions, and the doubt if that is vague."""
    total = max((clause.counted.total for clause in heard.clauses), default=0)
    if total:
        return max(0, total - 1 - named), ()
    unnamed = max(0, sum(clause.unnamed for clause in heard.clauses) - len(heard.people(Role.CALLED)))
    if unnamed > 1 and unnamed == named and not any(c.unnamed and c.people for c in heard.clauses):
        return 0, ()  # « trois personnes m'accompagnent », whose names follow
    if named or unnamed:
        return unnamed, ()
    alone = any(clause.counted.alone for clause in heard.clauses)
    if not alone and not any(clause.counted.vague for clause in heard.clauses):
        return 0, ()
    return 1 if alone else 2, (_("It does not say how many come along."),)


def _mentioned(heard: Heard, guest: PersonName, companions: tuple[PersonName, ...]) -> bool:
    return any(not _among(one, [guest, *companions]) for one in heard.people(Role.MENTIONED))


def _among(one: PersonName, people: list[PersonName]) -> bool:
    return any(same_person(one, other) for other in people)
