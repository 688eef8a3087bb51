"""Rows that belong together: the same person twice, and companions who have rows of their own."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from checkin.intake.lists.rows import Entry
from checkin.intake.names import split_title
from checkin.intake.patterns import plain, plain_key, plain_words, word_set
from checkin.intake.proposals import PersonName, Proposal, Reply
from checkin.language import _

Key = tuple[str, ...]
_DITTO = word_set("idem id ibid ditto same")


def gather(entries: Iterable[Entry]) -> list[Proposal]:
    """Return one proposal for each person who replied, companions with their leads, in the list's order."""
    found = _once(_joined(list(entries)))
    people = [proposal for same in found.values() for proposal in same]
    people = _without_own_rows(people, found.keys())
    return sorted(people, key=lambda proposal: proposal.source.line or 0)


def same_name(name: PersonName) -> Key:
    """Return what two spellings of one name share: no accents, no case, no order."""
    return plain_key(name.given_name, name.family_name)


def _joined(entries: list[Entry]) -> list[Proposal]:
    """Put companions that have rows of their own with those whom they accompany."""
    if any(entry.lead for entry in entries):
        entries = _without_dittos(entries)
        leads = _Leads(entries)
    else:
        leads = _Leads(())
    orders: dict[str, int] = {}
    proposals: list[Proposal | None] = [entry.proposal for entry in entries]
    last = -1
    for at, entry in enumerate(entries):
        if not (entry.is_companion or entry.lead or entry.party):
            last = at  # most rows: they stand for themselves
            continue
        host = _host(entry, entries, leads, orders, last)
        if host is None:
            if not entry.is_companion:
                last = at
            if entry.party:
                orders.setdefault(entry.party, at)
            continue
        lead = proposals[host]
        if lead is not None and not _comes_without(lead, entry.proposal):
            proposals[host] = _with(lead, entry.proposal)
            proposals[at] = None
    return [proposal for proposal in proposals if proposal is not None and _is_named(proposal)]


class _Leads:
    """Those whom others may accompany, found by the rarest words of names: there may be thousands of both."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._places: dict[Key, int] = {}
        self._by_word: dict[str, list[Key]] = defaultdict(list)
        self._by_rarest: dict[str, list[Key]] = defaultdict(list)
        for at, entry in enumerate(entries):
            if not entry.is_companion:
                self._places[same_name(entry.proposal.name)] = at  # of one name the last
        for key in self._places:
            for word in set(key):
                self._by_word[word].append(key)
        for key in filter(None, self._places):
            self._by_rarest[min(key, key=lambda word: len(self._by_word[word]))].append(key)
        self._order = {key: order for order, key in enumerate(self._places)}

    def alike(self, wanted: set[str]) -> list[int]:
        """Return the places of those whose words are all wanted, or who have all that is wanted."""
        if not wanted:
            return list(self._places.values())
        fewest = min((self._by_word.get(word, []) for word in wanted), key=len)
        alike = {key for key in fewest if wanted <= set(key)}
        alike.update(
            key for word in wanted for key in self._by_rarest.get(word, ()) if wanted.issuperset(key)
        )
        if () in self._places:
            alike.add(())  # a name without words has none that is not wanted
        return [self._places[key] for key in sorted(alike, key=self._order.__getitem__)]


def _without_dittos(entries: list[Entry]) -> list[Entry]:
    """Return the rows, « idem » under whom they accompany as what stood above it."""
    done, above = [], ""
    for entry in entries:
        ditto = bool(entry.lead) and (plain(entry.lead) in _DITTO or not any(map(str.isalnum, entry.lead)))
        done.append(replace(entry, lead=above) if ditto else entry)
        above = done[-1].lead or above
    return done


def _host(entry: Entry, entries: list[Entry], leads: _Leads, orders: dict[str, int], last: int) -> int | None:
    """Return the index of the row whose companion this one is, None if it stands for itself."""
    if entry.lead:
        alike = leads.alike(set(plain_words(split_title(entry.lead)[1])))
        if alike:
            above = [at for at in alike if at == last]  # two of one name: the nearer
            return (above or alike)[0]
    first = orders.get(entry.party) if entry.party else None
    if first is not None and (entry.is_companion or _has_no_mail_of_its_own(entry, entries[first])):
        return first
    return last if entry.is_companion and not entry.lead and last >= 0 else None


def _has_no_mail_of_its_own(entry: Entry, first: Entry) -> bool:
    mine, its = entry.proposal.email.casefold(), first.proposal.email.casefold()
    return not mine or mine == its


def _comes_without(lead: Proposal, companion: Proposal) -> bool:
    """Whether someone comes although the person who invited them does not."""
    coming = {Reply.CONFIRMED, Reply.TENTATIVE}
    return _is_named(companion) and companion.reply in coming and lead.reply not in coming


def _is_named(proposal: Proposal) -> bool:
    return bool(proposal.name.given_name or proposal.name.family_name)


def _with(lead: Proposal, companion: Proposal) -> Proposal:
    if companion.reply in {Reply.DECLINED, Reply.CANCELLED}:
        return lead
    if not _is_named(companion):
        more = companion.unnamed_companions or (0 if companion.companions else 1)
        companions = lead.companions + companion.companions
        return replace(lead, companions=companions, unnamed_companions=lead.unnamed_companions + more)
    if same_name(companion.name) in map(same_name, (lead.name, *lead.companions)):
        return lead
    unnamed = max(0, lead.unnamed_companions - 1)  # one of those who were only counted
    return replace(lead, companions=(*lead.companions, companion.name), unnamed_companions=unnamed)


def _once(proposals: list[Proposal]) -> dict[Key, list[Proposal]]:
    """Make one of the rows of one person, by name; what was said later corrects what was said before."""
    found: dict[Key, list[Proposal]] = {}
    for proposal in proposals:
        key = same_name(proposal.name)
        same = found.get(key)
        if same is None:
            found[key] = [proposal]
            continue
        twin = next((at for at, other in enumerate(same) if _is_same(other, proposal)), None)
        if twin is None:
            same.append(proposal)
        else:
            same[twin] = _merged(same[twin], proposal)
    return found


def _is_same(first: Proposal, second: Proposal) -> bool:
    """Whether two rows with one name are one person: not if both the address and the organisation differ."""
    mails = {first.email.casefold(), second.email.casefold()} - {""}
    houses = {first.organisation.casefold(), second.organisation.casefold()} - {""}
    return len(mails) < 2 or len(houses) < 2  # noqa: PLR2004 - two of them differ


def _merged(first: Proposal, later: Proposal) -> Proposal:
    known = {same_name(name) for name in first.companions}
    more = tuple(name for name in later.companions if same_name(name) not in known)
    note = _("The same person also stands on line {line}.").format(line=later.source.line)
    return replace(
        first,
        reply=first.reply if later.reply is Reply.NO_RSVP else later.reply,
        email=first.email or later.email,
        organisation=first.organisation or later.organisation,
        function=first.function or later.function,
        mark=first.mark or later.mark,
        assistance=first.assistance or later.assistance,
        notes=first.notes or later.notes,
        companions=first.companions + more,
        unnamed_companions=max(first.unnamed_companions, later.unnamed_companions),
        doubts=(*first.doubts, note),
    )


def _without_own_rows(proposals: list[Proposal], own: Collection[Key]) -> list[Proposal]:
    """Take companions who replied too out of their leads' parties: they stand for themselves."""
    return [
        replace(one, companions=tuple(name for name in one.companions if same_name(name) not in own))
        if any(same_name(name) in own for name in one.companions)
        else one
        for one in proposals
    ]
