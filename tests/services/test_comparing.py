"""What an import would change, reply by reply."""

from collections.abc import Callable, Iterable, Sequence
from itertools import count
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.attendee import Attendee, Mark, Status
from checkin.intake.proposals import PersonName, Proposal, Reply, Source
from checkin.services.changes import Change, ChangeKind, Choices
from checkin.services.comparing import compare

LINE, MESSAGE = Source("liste.csv", line=2), Source("reponse.eml", message=1)


def name(text: str) -> PersonName:
    """Return « given|family »; a text without a bar is a family name."""
    given_name, _, family_name = text.rpartition("|")
    return PersonName(given_name, family_name)


def reply(who: str, *companions: str, source: Source = LINE, **more: object) -> Proposal:
    answer = more.pop("reply", Reply.CONFIRMED)
    assert isinstance(answer, Reply)
    return Proposal(answer, name(who), source, companions=tuple(map(name, companions)), **more)  # type: ignore[arg-type]  # a table's


def ids() -> Callable[[], UUID]:
    numbers = count(1)
    return lambda: UUID(int=next(numbers))


NEXT = ids()


def applied(changes: Sequence[Change], stored: Iterable[Attendee] = ()) -> list[Attendee]:
    people = {person.id: person for person in stored}
    for change in changes:
        people |= {now.id: now for _was, now in change.people}
    return list(people.values())


def after(*imports: Sequence[Proposal]) -> list[Attendee]:
    """Return who is on the list after these imports, one after the other."""
    stored: list[Attendee] = []
    for proposals in imports:
        stored = applied(compare(proposals, stored, NEXT), stored)
    return stored


def coming(people: Iterable[Attendee]) -> list[str]:
    return sorted(person.name for person in people if person.is_expected)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Jean|Martin", "Jean|Martin"),
        ("Jean|Martin", "Martin|Jean"),
        ("Jean|Martin", "J.|Martin"),
        ("J|Martin", "Jean|Martin"),
        ("Martin", "Jean|Martin"),
        ("Jean|Martin", ""),
        ("", "Jean|Martin"),
        ("Jean-Pierre|Martin", "Jean|Martin"),
        ("J.-P.|Martin", "Jean-Pierre|Martin"),
        ("Marie|Martin", "Marie|Martin Dubois"),
        ("Jean|Dupond", "Jean|Dupont"),
        ("Anne|Le Gall", "Anne|Legall"),
        ("Pascale|d’Artois", "Pascale|Dartois"),
    ],
)
def test_one_address_and_a_name_that_may_be_the_same_is_one_person(first: str, second: str) -> None:
    found = after([reply(first, email="a@example.org")], [reply(second, email="A@Example.org")])
    assert len(found) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Jean|Martin", "Jeanne|Martin"),  # a couple
        ("Paul|Martin", "Paule|Martin"),
        ("Jean|Martin", "Marie|Martin"),
        ("Marie|Dupont", "Marie|Durand"),  # an assistant answers for two
        ("Jean|Martin", "Ana|Roy"),
        ("J.|Martin", "Marie|Martin"),
    ],
)
def test_one_address_stands_for_several_people(first: str, second: str) -> None:
    found = after([reply(first, email="a@example.org")], [reply(second, email="a@example.org")])
    assert coming(found) == sorted(
        (
            name(first).given_name + " " + name(first).family_name,
            f"{name(second).given_name} {name(second).family_name}",
        )
    )
    again = after([reply(first, email="a@example.org"), reply(second, email="a@example.org")])
    assert coming(again) == coming(found)


def test_the_exact_name_goes_before_one_that_may_be_it() -> None:
    stored = after(
        [reply("Jean-Pierre|Martin", email="m@example.org"), reply("Paul|Roy", email="m@example.org")]
    )
    stored = after(
        [reply("Jean-Pierre|Martin", email="m@example.org"), reply("Ana|Martin", email="m@example.org")]
    )
    (change,) = compare([reply("Ana|Martin", email="m@example.org", organisation="AFPA")], stored, NEXT)
    assert [now.name for _was, now in change.people] == ["Ana Martin"]


@pytest.mark.parametrize(
    ("one", "other", "people"),
    [
        ("", "", 1),
        ("a@example.org", "", 1),
        ("", "a@example.org", 1),
        ("a@example.org", "a@example.org", 1),
        ("a@example.org", "b@example.org", 2),
    ],
)
def test_homonyms_are_told_apart_by_their_addresses(one: str, other: str, people: int) -> None:
    assert len(after([reply("Jean|Martin", email=one)], [reply("Jean|Martin", email=other)])) == people


def test_a_renamed_person_is_not_found_by_the_old_name() -> None:
    """Within one file too."""
    found = after(
        [reply("Jean|Dupond", email="a@example.org")],
        [reply("Jean|Dupont", email="a@example.org"), reply("Jean|Dupond")],
    )
    assert coming(found) == ["Jean Dupond", "Jean Dupont"]


def test_nothing_already_known_is_blanked() -> None:
    whole = reply(
        "Ana|Roy",
        email="a@example.org",
        organisation="AFPA",
        function="directrice",
        mark=Mark.SPEAKER,
        language="en",
        assistance="rampe",
        notes="arrive tard",
    )
    before = after([whole])
    (change,) = compare([reply("Ana|Roy")], before, NEXT)
    assert change.kind is ChangeKind.SAME
    assert change.fields == ()


def test_every_field_is_shown_before_and_after() -> None:
    (change,) = compare(
        [
            reply(
                "Ana|Roy",
                email="b@example.org",
                organisation="AFPA",
                function="x",
                notes="n",
                assistance="r",
                mark=Mark.VIP,
                reply=Reply.TENTATIVE,
            )
        ],
        after([reply("Ana|Roy")]),
        NEXT,
    )
    assert {(one.field, one.before, one.after) for one in change.fields} == {
        ("status", "confirmed", "tentative"),
        ("mark", "", "vip"),
        ("email", "", "b@example.org"),
        ("organisation", "", "AFPA"),
        ("function", "", "x"),
        ("assistance", "", "r"),
        ("note", "", "n"),
    }


def test_a_reply_without_a_name_or_an_address_is_nobody() -> None:
    (change,) = compare([reply("")], [], NEXT)
    assert change.people == ()
    assert after([reply("…")], [reply("")]) == []


@pytest.mark.parametrize("answer", [Reply.DECLINED, Reply.CANCELLED, Reply.NO_RSVP])
def test_of_a_stranger_who_does_not_come_nothing_is_kept(answer: Reply) -> None:
    assert after([reply("Ana|Roy", reply=answer)]) == []


def test_an_automatic_reply_changes_nothing() -> None:
    assert coming(after([reply("Ana|Roy", "Luc|Roy")], [reply("Ana|Roy", reply=Reply.NO_RSVP)])) == [
        "Ana Roy",
        "Luc Roy",
    ]


# Companions


@pytest.mark.parametrize("later", [reply("Ana|Roy", source=MESSAGE), reply("Ana|Roy")])
def test_a_reply_that_does_not_mention_companions_leaves_them(later: Proposal) -> None:
    """A message alone, or a list without a column for them."""
    assert coming(after([reply("Ana|Roy", "Luc|Roy", unnamed_companions=1)], [later])) == [
        "",
        "Ana Roy",
        "Luc Roy",
    ]


def test_a_list_that_tells_of_companions_tells_who_has_none() -> None:
    later = [reply("Ana|Roy"), reply("Zoé|Alt", unnamed_companions=1)]
    assert coming(after([reply("Ana|Roy", "Luc|Roy")], later)) == ["", "Ana Roy", "Zoé Alt"]


def test_a_message_that_names_other_companions_replaces_them() -> None:
    found = after([reply("Ana|Roy", "Luc|Roy")], [reply("Ana|Roy", "Max|Roy", source=MESSAGE)])
    assert coming(found) == ["Ana Roy", "Max Roy"]
    assert [person.status for person in found if person.given_name == "Luc"] == [Status.CANCELLED]


def test_companions_follow_the_lead() -> None:
    party = [reply("Ana|Roy", "Luc|Roy", reply=Reply.TENTATIVE)]
    sure = [reply("Ana|Roy", source=MESSAGE)]
    away = [reply("Ana|Roy", source=MESSAGE, reply=Reply.DECLINED)]
    assert {person.status for person in after(party)} == {Status.TENTATIVE}
    assert {person.status for person in after(party, sure)} == {Status.CONFIRMED}
    assert coming(after(party, away)) == []
    assert coming(after(party, away, sure)) == ["Ana Roy"]  # who comes along this time is not said
    assert coming(after(party, away, party)) == ["Ana Roy", "Luc Roy"]


def test_a_companion_who_declined_alone_stays_so() -> None:
    luc = [reply("Luc|Roy", source=MESSAGE, reply=Reply.DECLINED)]
    found = after([reply("Ana|Roy", "Luc|Roy")], luc, [reply("Ana|Roy", source=MESSAGE)])
    assert [p.status for p in sorted(found, key=lambda p: p.position)] == [Status.CONFIRMED, Status.DECLINED]


def test_father_and_son_of_one_name_are_two() -> None:
    party = [reply("Ana|Roy", "Luc|Roy", "Luc|Roy")]
    assert len(after(party)) == 3
    assert len(after(party, party, party)) == 3


def test_companions_swap_their_order_and_stay_who_they_are() -> None:
    first = after([reply("Ana|Roy", "Luc|Roy", "Max|Roy")])
    assert applied(compare([reply("Ana|Roy", "Max|Roy", "Roy|Luc")], first, NEXT), first) != []
    assert {p.id for p in applied(compare([reply("Ana|Roy", "Max|Roy", "Luc|Roy")], first, NEXT), first)} == {
        p.id for p in first
    }


def test_a_name_takes_the_place_of_an_unnamed_companion_not_of_a_named_one() -> None:
    first = after([reply("Ana|Roy", "Luc|Roy", unnamed_companions=1)])
    found = after(
        [reply("Ana|Roy", "Luc|Roy", unnamed_companions=1)], [reply("Ana|Roy", "Max|Alt", "Luc|Roy")]
    )
    assert len(found) == len(first) == 3
    assert coming(found) == ["Ana Roy", "Luc Roy", "Max Alt"]


def test_a_companion_who_answers_too_is_the_same_person() -> None:
    found = after([reply("Ana|Roy", "Luc|Alt")], [reply("Luc|Alt", "Eve|Alt", email="luc@example.org")])
    assert coming(found) == ["Ana Roy", "Eve Alt", "Luc Alt"]
    assert sorted(person.email for person in found) == ["", "", "luc@example.org"]
    parties = {person.given_name: person.party_id for person in found}
    assert parties["Luc"] == parties["Eve"] != parties["Ana"]  # who answers stands for themselves


BOTH = [reply("Ana|Roy", "Luc|Alt"), reply("Luc|Alt", email="luc@example.org")]


@pytest.mark.parametrize("box", [BOTH, BOTH[::-1]])
def test_a_companion_who_answers_is_kept_once_whoever_answers_first(box: list[Proposal]) -> None:
    found = after(box)
    assert coming(found) == ["Ana Roy", "Luc Alt"]
    assert {change.kind for change in compare(box, found, NEXT)} == {ChangeKind.SAME}
    away = [reply("Ana|Roy", reply=Reply.DECLINED)]
    assert coming(after(box, away)) == ["Luc Alt"]


def meetings(*imports: Sequence[Proposal], choices: Choices = Choices()) -> list[tuple[str, str, bool]]:  # noqa: B008 - a value
    """Return who the last import meets."""
    changes = compare(imports[-1], after(*imports[:-1]), NEXT, choices)
    return [(one.known.name, one.why.value, one.is_one) for change in changes for one in change.meetings]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (reply("Ana|Roy", "Luc|Alt"), reply("Alt|Luc"), [("Luc Alt", "answered", True)]),
        (reply("Luc|Alt"), reply("Ana|Roy", "Luc|Alt"), [("Luc Alt", "brought", True)]),
        (reply("Zoé|Ba", "Luc|Alt"), reply("Ana|Roy", "Luc|Alt"), [("Luc Alt", "brought", True)]),
        (
            reply("J.|Martin", email="a@example.org"),
            reply("Jean|Martin", email="a@example.org"),
            [("J. Martin", "spelling", True)],
        ),
        (
            reply("Jean|Martin", email="a@example.org"),
            reply("martin|JEAN", email="b@example.org"),
            [("Jean Martin", "namesake", False)],
        ),
        (
            reply("Jean|Martin", email="a@example.org"),
            reply("Ana|Roy", email="a@example.org"),
            [("Jean Martin", "address", False)],
        ),
        (reply("Jean|Martin"), reply("Martin|Jean"), []),
        (reply("Jean|Martin"), reply("Ana|Roy"), []),
    ],
)
def test_two_who_may_be_one_person_are_shown(
    first: Proposal, second: Proposal, found: list[tuple[str, str, bool]]
) -> None:
    assert meetings([first], [second]) == found


def test_the_same_person_twice_in_one_import_is_shown() -> None:
    twice = [reply("Ana|Roy", email="a@example.org"), reply("Roy|Ana", email="A@example.org")]
    assert meetings(twice) == [("Ana Roy", "twice", True)]
    assert len(after(twice)) == 1


@pytest.mark.parametrize(
    ("first", "second", "place", "people"),
    [
        (reply("Ana|Roy", "Luc|Alt"), reply("Luc|Alt"), (0, 0), 3),
        (reply("Luc|Alt"), reply("Ana|Roy", "Luc|Alt"), (0, 1), 3),
        (reply("J.|Martin", email="a@example.org"), reply("Jean|Martin", email="a@example.org"), (0, 0), 2),
        (reply("J|Martin", email="a@example.org"), reply("J|Martin", email="b@example.org"), (0, 0), 1),
        (reply("Jean|Martin", email="a@example.org"), reply("Ana|Roy", email="a@example.org"), (0, 0), 1),
    ],
)
def test_a_person_may_say_that_two_are_one_or_one_is_two(
    first: Proposal, second: Proposal, place: tuple[int, int], people: int
) -> None:
    stored = after([first])
    changes = compare([second], stored, NEXT, Choices(turned=frozenset({place})))
    assert len(applied(changes, stored)) == people


def test_a_reply_that_is_left_changes_nothing_of_those_that_follow() -> None:
    two = [reply("Ana|Roy", organisation="AFPA"), reply("Ana|Roy")]
    changes = compare(two, [], NEXT, Choices(left=frozenset({0})))
    assert [change.kind for change in changes] == [ChangeKind.NOT_COMING, ChangeKind.NEW]
    assert [person.organisation for person in applied(changes)] == [""]


names = st.sampled_from(
    ["Ana|Roy", "Roy|Ana", "Luc|Roy", "Ana|d’Artois", "Jean|Martin", "J.|Martin", "Alt", "Zoé|Alt"]
)
proposals = st.builds(
    lambda who, with_whom, source, **more: reply(who, *with_whom, source=source, **more),
    names | st.just("|"),
    st.lists(names, max_size=3),
    st.sampled_from([LINE, MESSAGE]),
    email=st.sampled_from(["", "", "a@example.org", "b@example.org"]),
    unnamed_companions=st.integers(0, 2),
    reply=st.sampled_from(list(Reply)),
    organisation=st.sampled_from(["", "AFPA"]),
    in_place_of=names.map(name) | st.just(PersonName("", "")),
)
lists = st.lists(proposals, max_size=6)


@given(lists, lists)
def test_whatever_comes_a_list_stays_a_list(first: list[Proposal], second: list[Proposal]) -> None:
    found = after(first, second)
    places = [(person.party_id, person.position) for person in found]
    assert len(places) == len(set(places))
    parties = {person.party_id for person in found}
    assert {person.party_id for person in found if person.is_lead} == parties


leads = st.lists(st.sampled_from(["Ana|Roy", "Luc|Alt", "Zoé|Alt", "Jean|Martin"]), unique=True)
companions = st.lists(st.sampled_from(["Max|Ba", "Eve|Ba", "Max|Ba", "Li|Yu"]), max_size=4)
orderly = leads.flatmap(
    lambda names: st.tuples(
        *(
            st.builds(
                lambda with_whom, unnamed, who=who: reply(who, *with_whom, unnamed_companions=unnamed),
                companions,
                st.integers(0, 2),
            )
            for who in names
        )
    )
)


@given(orderly, orderly)
def test_the_same_list_twice_changes_nothing(file: list[Proposal], earlier: list[Proposal]) -> None:
    once = after(earlier, file)
    assert {change.kind for change in compare(file, once, NEXT)} <= {ChangeKind.SAME}


def test_a_mailbox_with_a_second_thought_brings_nobody_new_when_it_is_read_again() -> None:
    box = [
        reply("Ana|Roy", source=MESSAGE, unnamed_companions=1),
        reply("Ana|Roy", "Luc|Roy", source=Source("boite.mbox", message=2)),
    ]
    assert coming(after(box)) == ["Ana Roy", "Luc Roy"]
    assert len(after(box, box, box)) == 2


def test_a_substitute_comes_and_the_person_replaced_does_not() -> None:
    instead = reply("Luc|Alt", email="ana@example.org", in_place_of=name("Ana|Roy"))
    found = after([reply("Ana|Roy", email="ana@example.org")], [instead], [instead])
    assert {person.name: person.status for person in found} == {
        "Ana Roy": Status.DECLINED,
        "Luc Alt": Status.CONFIRMED,
    }


def test_nobody_takes_their_own_place() -> None:
    itself = reply("Luc|Roy", in_place_of=name("Luc|Roy"))
    assert coming(after([reply("Ana|Roy", "Luc|Roy"), itself])) == ["Ana Roy", "Luc Roy"]


@given(proposals)
def test_the_same_reply_twice_changes_nothing(one: Proposal) -> None:
    once = after([one])
    (change,) = compare([one], once, NEXT)
    assert change.kind in {ChangeKind.SAME, ChangeKind.NOT_COMING}
