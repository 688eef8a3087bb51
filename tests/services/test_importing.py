from collections.abc import Callable
from typing import Any

import pytest

from checkin.app import Desk
from checkin.domain.attendee import Attendee, Status
from checkin.intake.proposals import PersonName, Proposal, Reading, Reply, Source
from checkin.services.comparing import ChangeKind


def _reply(given: str, family: str, *companions: str, **more: Any) -> Proposal:
    names = tuple(PersonName(*name.split(" ", 1)) for name in companions)
    answer = more.pop("reply", Reply.CONFIRMED)
    return Proposal(answer, PersonName(given, family), Source("a.csv", 2), companions=names, **more)


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
    assert desk.importing.undo(applied)
    assert desk.searching.everyone() == before


def test_an_import_is_not_undone_under_someone_who_has_come(desk: Desk) -> None:
    applied = desk.importing.apply(Reading("a.csv", (_reply("Ana", "Roy"),)))
    desk.admitting.admit(applied.added[0].id, desk.admitting.new_admission_id())
    assert not desk.importing.undo(applied)
    assert _names(desk) == ["Ana Roy"]


def test_a_long_list_is_found_again(desk: Desk) -> None:
    replies = tuple(_reply(f"Prénom{n}", f"Nom{n}", f"Accompagnant Nom{n}bis") for n in range(1500))
    assert len(desk.importing.apply(Reading("a.csv", replies)).added) == 3000
    assert set(_kinds(desk, *replies)) == {ChangeKind.SAME}
