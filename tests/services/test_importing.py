from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin.app import Desk, demonstration_event
from checkin.domain.attendee import Attendee, Mark, Status
from checkin.intake.proposals import PersonName, Proposal, Reading, Reply, Source
from checkin.services.changes import ChangeKind, Choices
from checkin.services.events import Events
from checkin.services.importing import Undo
from checkin.store import journal
from checkin.store.database import open_database


def _reply(given: str, family: str, *companions: str, **more: Any) -> Proposal:
    names = tuple(PersonName(*name.split(" ", 1)) for name in companions)
    answer = more.pop("reply", Reply.CONFIRMED)
    return Proposal(answer, PersonName(given, family), Source("a.csv", 2), companions=names, **more)


def _list(*replies: Proposal) -> Reading:
    return Reading("a.csv", replies)


def _kinds(desk: Desk, *replies: Proposal) -> list[ChangeKind]:
    return [change.kind for change in desk.importing.preview(Reading("a.csv", replies)).changes]


def _names(desk: Desk) -> list[str]:
    return [m.attendee.name for m in desk.searching.everyone() if m.attendee.is_expected]


def test_the_same_file_twice_changes_nothing(desk: Desk, bring: Callable[..., None]) -> None:
    replies = (
        _reply("Zoé", "d’Artois", "Luc Le Goff", email="zoe@example.org", unnamed_companions=2),
        _reply("Nino", "Di Martino"),
    )
    bring(*replies)
    before = desk.searching.everyone()
    assert _kinds(desk, *replies) == [ChangeKind.SAME, ChangeKind.SAME]
    assert desk.importing.apply(Reading("a.csv", replies)).added == ()
    assert desk.searching.everyone() == before


def test_a_corrected_field_is_shown_before_and_after(desk: Desk, bring: Callable[..., None]) -> None:
    bring(_reply("Zoé", "d’Artois", organisation="AFPA"))
    plan = desk.importing.preview(Reading("a.csv", (_reply("Zoé", "d’Artois", organisation="Région"),)))
    assert [(f.field, f.before, f.after) for f in plan.changes[0].fields] == [
        ("organisation", "AFPA", "Région")
    ]


@pytest.mark.parametrize(
    ("given", "family"), [("Zoe", "D'ARTOIS"), ("d’Artois", "Zoé"), ("ZOÉ", "d'artois"), ("Zoé", "D Artois")]
)
def test_the_same_name_in_another_spelling_or_order_is_the_same_person(
    desk: Desk, bring: Callable[..., None], given: str, family: str
) -> None:
    bring(_reply("Zoé", "d’Artois"))
    bring(_reply(given, family))
    assert len(desk.searching.everyone()) == 1


def test_namesakes_with_other_addresses_stay_two(desk: Desk, bring: Callable[..., None]) -> None:
    bring(
        _reply("Jean", "Martin", email="jean@example.org"), _reply("Jean", "Martin", email="jm@example.com")
    )
    assert len(desk.searching.everyone()) == 2


def test_two_people_of_one_shared_address_stay_two(desk: Desk, bring: Callable[..., None]) -> None:
    bring(
        _reply("Jean", "Martin", email="cabinet@example.org"),
        _reply("Ana", "Roy", email="cabinet@example.org"),
    )
    assert len(desk.searching.everyone()) == 2


def test_an_unnamed_companion_gets_the_name_that_comes_later(desk: Desk, bring: Callable[..., None]) -> None:
    bring(_reply("Zoé", "Roy", unnamed_companions=1))
    ids = {m.attendee.id for m in desk.searching.everyone()}
    bring(_reply("Zoé", "Roy", "Luc Le Goff"))
    assert {m.attendee.id for m in desk.searching.everyone()} == ids
    assert sorted(_names(desk)) == ["Luc Le Goff", "Zoé Roy"]


def test_a_companion_who_no_longer_comes_is_cancelled(
    bring: Callable[..., None], person: Callable[[str], Attendee]
) -> None:
    bring(_reply("Zoé", "Roy", "Luc Le Goff", "Inès Benali"))
    bring(_reply("Zoé", "Roy", "Inès Benali"))
    assert person("goff").status is Status.CANCELLED
    assert person("benali").status is Status.CONFIRMED


def test_a_lead_who_declines_takes_the_companions_along(desk: Desk, bring: Callable[..., None]) -> None:
    bring(_reply("Zoé", "Roy", "Luc Le Goff"))
    bring(_reply("Zoé", "Roy", reply=Reply.DECLINED))
    assert _names(desk) == []


def test_of_those_who_decline_without_being_known_nothing_is_kept(
    desk: Desk, bring: Callable[..., None]
) -> None:
    assert _kinds(desk, _reply("Ana", "Roy", reply=Reply.DECLINED)) == [ChangeKind.NOT_COMING]
    bring(_reply("Ana", "Roy", reply=Reply.DECLINED))
    assert desk.searching.everyone() == []


def test_what_is_left_is_not_applied(desk: Desk) -> None:
    desk.importing.apply(Reading("a.csv", (_reply("Ana", "Roy"), _reply("Luc", "Le Goff"))), left={0})
    assert _names(desk) == ["Luc Le Goff"]


def test_an_import_is_undone_in_one(desk: Desk, bring: Callable[..., None]) -> None:
    bring(_reply("Zoé", "Roy", organisation="AFPA"))
    before = desk.searching.everyone()
    applied = desk.importing.apply(
        Reading("a.csv", (_reply("Zoé", "Roy", "Luc Le Goff", organisation="Région"), _reply("Ana", "Roy")))
    )
    assert desk.importing.undo(applied.id) is Undo.DONE
    assert desk.searching.everyone() == before
    assert desk.importing.undo(applied.id) is Undo.ALREADY


def _journal(desk: Desk) -> list[str]:
    with desk.database.reading() as connection:
        return [line.action for line in journal.read(connection, desk.event.id)]


def test_an_import_and_its_undoing_are_a_line_each_in_the_journal(desk: Desk) -> None:
    before = _journal(desk)
    applied = desk.importing.apply(_list(_reply("Ana", "Roy", "Luc Le Goff"), _reply("Zoé", "Alt")))
    desk.importing.undo(applied.id)
    assert _journal(desk) == [*before, "import", "import.undo"]


def test_an_import_that_changes_nothing_leaves_no_trace(desk: Desk, bring: Callable[..., None]) -> None:
    bring(_reply("Ana", "Roy"))
    before = _journal(desk)
    bring(_reply("Ana", "Roy"))
    assert _journal(desk) == before
    assert len(desk.importing.history()) == 1


def test_an_import_is_undone_after_a_restart(desk: Desk, bring: Callable[..., None]) -> None:
    bring(_reply("Zoé", "Roy", organisation="AFPA"))
    before = desk.searching.everyone()
    bring(_reply("Zoé", "Roy", "Luc Le Goff", organisation="Région", mark=Mark.VIP))
    again = Desk(desk.settings, open_database(desk.settings.database_url), desk.event)
    last, first = again.importing.history()
    assert (last.added, last.changed, first.added, first.changed) == (1, 1, 1, 0)
    assert again.importing.undo(last.record.id) is Undo.DONE
    assert again.searching.everyone() == before
    assert [one.record.undone_at is None for one in again.importing.history()] == [False, True]
    again.close()


def test_an_import_is_not_undone_under_someone_who_has_come(desk: Desk) -> None:
    applied = desk.importing.apply(Reading("a.csv", (_reply("Ana", "Roy"),)))
    desk.admitting.admit(applied.added[0].id, desk.admitting.new_admission_id())
    assert desk.importing.undo(applied.id) is Undo.CAME
    assert _names(desk) == ["Ana Roy"]


def test_an_import_is_not_undone_under_someone_who_has_a_confirmation(desk: Desk, tmp_path: Path) -> None:
    applied = desk.importing.apply(_list(_reply("Ana", "Roy")))
    desk.confirming.issue(tmp_path)
    assert desk.importing.undo(applied.id) is Undo.ISSUED
    assert _names(desk) == ["Ana Roy"]


def test_an_import_is_not_undone_under_someone_it_brought_back_who_has_come(desk: Desk) -> None:
    (ana,) = desk.importing.apply(_list(_reply("Ana", "Roy"))).added
    desk.importing.apply(_list(_reply("Ana", "Roy", reply=Reply.CANCELLED)))
    applied = desk.importing.apply(_list(_reply("Ana", "Roy")))
    desk.admitting.admit(ana.id, desk.admitting.new_admission_id())
    assert desk.importing.undo(applied.id) is Undo.CAME


def test_imports_are_undone_from_the_last_one(desk: Desk) -> None:
    first = desk.importing.apply(_list(_reply("Ana", "Roy")))
    second = desk.importing.apply(_list(_reply("Ana", "Roy", organisation="AFPA")))
    assert desk.importing.undo(first.id) is Undo.CHANGED
    assert desk.importing.undo(second.id) is Undo.DONE
    assert desk.importing.undo(first.id) is Undo.DONE
    assert desk.searching.everyone() == []


def test_an_import_whose_party_has_grown_is_not_undone(desk: Desk) -> None:
    first = desk.importing.apply(_list(_reply("Ana", "Roy")))
    desk.importing.apply(_list(_reply("Ana", "Roy", "Luc Le Goff")))
    assert desk.importing.undo(first.id) is Undo.GROWN


def test_an_import_is_undone_at_its_own_event_only(desk: Desk) -> None:
    applied = desk.importing.apply(_list(_reply("Ana", "Roy")))
    other = Events(desk.database, desk.context.now, desk.context.new_id).create(demonstration_event())
    elsewhere = Desk(desk.settings, desk.database, other)
    assert elsewhere.importing.history() == []
    assert elsewhere.importing.undo(applied.id) is Undo.ALREADY
    assert _names(desk) == ["Ana Roy"]


def test_what_was_written_is_kept_beside_what_was_understood(desk: Desk) -> None:
    name = PersonName("Ana", "Le Goff", written="LE GOFF ana")
    said = Proposal(
        Reply.CONFIRMED, PersonName("Ana", "Le Goff"), Source("b.mbox", message=1), evidence=("Je viens.",)
    )
    (ana,) = desk.importing.apply(_list(Proposal(Reply.CONFIRMED, name, Source("a.csv", 2)))).added
    desk.importing.apply(Reading("b.mbox", (replace(said, organisation="AFPA"),)))
    assert ana.written == "LE GOFF ana"
    assert desk.importing.written_of(ana.id) == [("b.mbox", "Je viens."), ("a.csv", "LE GOFF ana")]


# What is said twice


def test_what_is_said_of_someone_twice_is_shown_once_where_it_was_said_last(desk: Desk) -> None:
    said = (
        _reply("Ana", "Roy", "Luc Le Goff"),
        _reply("Zoé", "Alt"),
        _reply("Ana", "Roy", organisation="AFPA"),
    )
    box = _list(*(replace(one, source=Source("a.mbox", message=at)) for at, one in enumerate(said, 1)))
    plan = desk.importing.preview(box)
    assert [change.kind for change in plan.changes] == [ChangeKind.CORRECTED, ChangeKind.NEW, ChangeKind.NEW]
    assert [now.name for _was, now in plan.changes[2].people] == ["Ana Roy", "Luc Le Goff"]
    assert len(desk.importing.apply(box).added) == 3


def test_who_is_new_and_does_not_come_in_the_end_is_not_there_at_all(desk: Desk) -> None:
    box = _list(_reply("Ana", "Roy", "Luc Le Goff"), _reply("Ana", "Roy", reply=Reply.CANCELLED))
    plan = desk.importing.preview(box)
    assert not plan.changes_something
    assert desk.importing.apply(box).added == ()
    assert desk.searching.everyone() == []


def test_a_second_thought_about_someone_known_is_one_change(desk: Desk, bring: Callable[..., None]) -> None:
    bring(_reply("Ana", "Roy"))
    plan = desk.importing.preview(
        _list(_reply("Ana", "Roy", reply=Reply.DECLINED), _reply("Ana", "Roy", reply=Reply.TENTATIVE))
    )
    assert [change.kind for change in plan.changes] == [ChangeKind.CORRECTED, ChangeKind.CHANGED]
    assert [(one.before, one.after) for one in plan.changes[1].fields] == [("confirmed", "tentative")]


def test_a_message_that_was_left_is_known_again_and_a_new_one_is_not(desk: Desk) -> None:
    one = Proposal(
        Reply.CONFIRMED, PersonName("Ana", "Roy"), Source("a.mbox", message=1), "a@example.org", text="Oui."
    )
    other = replace(one, text="Non.", source=Source("a.mbox", message=2))
    desk.importing.leave([one])
    desk.importing.leave([one])
    desk.importing.leave([])
    again = replace(one, source=Source("b.mbox", message=7))
    assert desk.importing.preview(Reading("b.mbox", (other, again))).left_before == {1}


# Fields that stay


def test_a_field_may_be_left_as_it_is(
    desk: Desk, bring: Callable[..., None], person: Callable[[str], Attendee]
) -> None:
    bring(_reply("Ana", "Roy", organisation="AFPA", function="directrice"))
    later = _list(_reply("Ana", "Roy", organisation="Région", function="cheffe"))
    desk.importing.apply(later, choices=Choices(kept=frozenset({(person("ana").id, "organisation")})))
    assert (person("ana").organisation, person("ana").function) == ("AFPA", "cheffe")


# Those who are gone


def _gone(desk: Desk, reading: Reading) -> list[str]:
    return [one.lead.name for one in desk.importing.preview(reading).gone]


@pytest.mark.parametrize(
    ("file", "sheet"),
    [("a.csv", ""), ("A v2 (final).csv", ""), ("a_2022-11-20 - copie.xlsx", "Feuil1"), ("other.csv", "")],
)
def test_who_is_no_longer_on_the_list_is_offered_and_never_taken_off_by_itself(
    desk: Desk, file: str, sheet: str
) -> None:
    desk.importing.apply(
        _list(_reply("Ana", "Roy", "Luc Le Goff"), _reply("Zoé", "Alt"), _reply("Max", "Ba"))
    )
    later = Reading(file, (_reply("Zoé", "Alt"), _reply("Max", "Ba"), _reply("Eve", "Ba")), sheet=sheet)
    (gone,) = desk.importing.preview(later).gone
    assert (gone.lead.name, gone.source) == ("Ana Roy", Source("a.csv", 2))
    desk.importing.apply(later)
    assert "Ana Roy" in _names(desk)
    desk.importing.apply(later, choices=Choices(gone=frozenset({gone.lead.party_id})))
    assert sorted(_names(desk)) == ["Eve Ba", "Max Ba", "Zoé Alt"]
    assert _gone(desk, later) == []


def test_a_list_that_has_little_of_another_is_another(desk: Desk) -> None:
    desk.importing.apply(_list(_reply("Ana", "Roy"), _reply("Zoé", "Alt"), _reply("Max", "Ba")))
    assert _gone(desk, Reading("speakers.csv", (_reply("Zoé", "Alt"),))) == []
    assert _gone(desk, Reading("speakers.csv", (_reply("Li", "Yu"),))) == []


def test_mail_makes_nobody_gone(desk: Desk) -> None:
    mail = Proposal(Reply.CONFIRMED, PersonName("Ana", "Roy"), Source("a.mbox", message=1))
    desk.importing.apply(Reading("a.mbox", (mail,)))
    assert _gone(desk, Reading("a.mbox", ())) == []
    assert _gone(desk, _list(_reply("Zoé", "Alt"))) == []
    assert _gone(desk, Reading("a.mbox", (replace(mail, name=PersonName("Li", "Yu")),))) == []


def test_who_came_by_an_import_that_was_undone_is_not_gone(desk: Desk) -> None:
    desk.importing.apply(Reading("b.csv", (_reply("Ana", "Roy"),)))
    second = desk.importing.apply(_list(_reply("Ana", "Roy", organisation="AFPA"), _reply("Zoé", "Alt")))
    desk.importing.undo(second.id)
    assert _gone(desk, _list(_reply("Li", "Yu"))) == []


def test_a_line_that_is_left_is_on_the_list_all_the_same(desk: Desk) -> None:
    desk.importing.apply(_list(_reply("Ana", "Roy"), _reply("Zoé", "Alt")))
    later = _list(_reply("Ana", "Roy", organisation="AFPA"), _reply("Zoé", "Alt"))
    assert desk.importing.preview(later, Choices(left=frozenset({0}))).gone == ()


def test_taking_someone_off_is_undone_with_the_import(desk: Desk) -> None:
    desk.importing.apply(_list(_reply("Ana", "Roy"), _reply("Zoé", "Alt")))
    before = desk.searching.everyone()
    later = _list(_reply("Zoé", "Alt"))
    (gone,) = desk.importing.preview(later).gone
    applied = desk.importing.apply(later, choices=Choices(gone=frozenset({gone.lead.party_id})))
    assert desk.searching.everyone() != before
    assert desk.importing.undo(applied.id) is Undo.DONE
    assert desk.searching.everyone() == before


# Anything at all


names = st.sampled_from(["Ana Roy", "Luc Roy", "Jean Martin", "Zoé Alt", "Luc Alt"])
replies = st.builds(
    lambda who, companions, **more: _reply(*who.split(" "), *companions, **more),
    names,
    st.lists(names, max_size=2),
    email=st.sampled_from(["", "a@example.org", "b@example.org"]),
    unnamed_companions=st.integers(0, 1),
    reply=st.sampled_from(list(Reply)),
    organisation=st.sampled_from(["", "AFPA", "Région"]),
)
readings = st.lists(replies, max_size=4).map(lambda some: Reading("a.csv", tuple(some)))
picks = st.sets(st.integers(0, 3)).map(frozenset)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=readings, imports=st.lists(st.tuples(readings, picks, st.booleans()), min_size=1, max_size=3))
def test_imports_undone_from_the_last_leave_the_list_as_it_was(
    desk: Desk, before: Reading, imports: list[tuple[Reading, frozenset[int], bool]]
) -> None:
    desk.importing.apply(before)
    states, applied = [desk.searching.everyone()], []
    for reading, places, takes_gone in imports:
        gone = desk.importing.preview(reading).gone if takes_gone else ()
        choices = Choices(
            left=places,
            turned=frozenset((place, at) for place in places for at in (0, 1)),
            gone=frozenset(one.lead.party_id for one in gone),
        )
        applied.append(desk.importing.apply(reading, choices=choices))
        states.append(desk.searching.everyone())
    for one, was in zip(reversed(applied), reversed(states[:-1]), strict=True):
        did = bool(one.added or one.changed)
        assert desk.importing.undo(one.id) is (Undo.DONE if did else Undo.ALREADY)
        assert desk.searching.everyone() == was


def test_a_long_list_is_found_again(desk: Desk) -> None:
    replies = tuple(_reply(f"Prénom{n}", f"Nom{n}", f"Accompagnant Nom{n}bis") for n in range(1500))
    assert len(desk.importing.apply(Reading("a.csv", replies)).added) == 3000
    assert set(_kinds(desk, *replies)) == {ChangeKind.SAME}
