from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from checkin.app import Desk
from checkin.cli.demo.pages import codes_in
from checkin.domain.admission import VerdictKind
from checkin.domain.errors import InputError, PlaceError
from checkin.intake.proposals import PersonName, Proposal, Reply, Source

PEOPLE = [("Zoé", "Roy"), ("Luc", "Le Goff"), ("Ana", "Benali"), ("Nino", "Di Martino")]


def _reply(given: str, family: str, **more: Any) -> Proposal:
    answer = more.pop("reply", Reply.CONFIRMED)
    return Proposal(answer, PersonName(given, family), Source("a.csv", 2), **more)


@pytest.fixture(autouse=True)
def people(bring: Callable[..., None]) -> None:
    bring(*(_reply(*name) for name in PEOPLE))


def test_every_party_gets_a_file_whose_name_tells_nobody(desk: Desk, tmp_path: Path) -> None:
    issued = desk.confirming.issue(tmp_path / "out")
    assert (issued.written, issued.is_complete) == (4, True)
    names = [path.name for path in (tmp_path / "out").iterdir()]
    assert all(name.startswith("confirmation-") and name.endswith(".pdf") for name in names)
    assert len(names) == 4


def test_all_of_them_in_one_file_have_the_same_codes(desk: Desk, tmp_path: Path) -> None:
    desk.confirming.issue(tmp_path / "out")
    path = tmp_path / "printer" / "all.pdf"
    assert desk.confirming.together(path) == 4
    one_by_one = {code for file in (tmp_path / "out").iterdir() for code in codes_in(file)}
    assert set(codes_in(path)) == one_by_one
    assert [file.name for file in path.parent.iterdir()] == ["all.pdf"]


def test_one_file_for_all_where_nothing_can_be_written_is_one_sentence(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(PlaceError):
        desk.confirming.together(tmp_path / "file" / "all.pdf")


def test_a_run_cut_short_goes_on_and_nobody_gets_two_codes(
    desk: Desk, tmp_path: Path, code: Callable[[str], str]
) -> None:
    first = desk.confirming.issue(tmp_path, lambda done, _total: done < 2)
    assert (first.written, first.is_complete) == (2, False)
    codes = [code(family) for _given, family in PEOPLE]
    second = desk.confirming.issue(tmp_path)
    assert (second.written, second.unchanged) == (2, 2)
    assert [code(family) for _given, family in PEOPLE] == codes


def test_a_lost_file_is_written_again_with_the_same_code(
    desk: Desk, tmp_path: Path, code: Callable[[str], str]
) -> None:
    desk.confirming.issue(tmp_path)
    before = code("Roy")
    next(tmp_path.glob("*.pdf")).unlink()
    assert desk.confirming.issue(tmp_path).written == 1
    assert code("Roy") == before


def test_a_changed_party_gets_new_codes_and_the_old_ones_are_revoked(
    desk: Desk, tmp_path: Path, code: Callable[[str], str], bring: Callable[..., None]
) -> None:
    desk.confirming.issue(tmp_path)
    old = code("Roy")
    bring(_reply("Zoé", "Roy", companions=(PersonName("Inès", "Roy"),)))
    assert desk.confirming.issue(tmp_path).written == 1
    assert desk.admitting.scan(old).kind is VerdictKind.REVOKED
    assert desk.admitting.scan(code("Zoé")).kind is VerdictKind.WELCOME


def test_who_declines_later_is_declined_at_the_door(
    desk: Desk, tmp_path: Path, code: Callable[[str], str], bring: Callable[..., None]
) -> None:
    desk.confirming.issue(tmp_path)
    old = code("Roy")
    bring(_reply("Zoé", "Roy", reply=Reply.DECLINED))
    assert desk.admitting.scan(old).kind is VerdictKind.DECLINED
    desk.confirming.issue(tmp_path)
    assert desk.admitting.scan(old).kind is VerdictKind.DECLINED


def test_a_replaced_confirmation_revokes_the_old_one(
    desk: Desk, tmp_path: Path, code: Callable[[str], str], person: Callable[[str], Any]
) -> None:
    desk.confirming.issue(tmp_path)
    old = code("Roy")
    desk.confirming.reissue(person("Roy").party_id, tmp_path)
    assert code("Roy") != old
    assert desk.admitting.scan(old).kind is VerdictKind.REVOKED
    assert desk.confirming.issue(tmp_path).written == 0


def test_a_desk_without_the_secret_recognises_codes_and_makes_none(
    desk: Desk, tmp_path: Path, code: Callable[[str], str]
) -> None:
    desk.confirming.issue(tmp_path / "out")
    theirs = code("Roy")
    elsewhere = Desk(replace(desk.settings, folder=tmp_path / "elsewhere"), desk.database, desk.event)
    assert elsewhere.admitting.scan(theirs).kind is VerdictKind.WELCOME
    with pytest.raises(InputError):
        elsewhere.confirming.issue(tmp_path / "out")


def test_a_folder_that_refuses_is_one_sentence_and_nothing_half_written(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(PlaceError):
        desk.confirming.issue(tmp_path / "file")
    assert (tmp_path / "file").read_text() == "mine"
    assert [one.delivered_at for one in desk.confirming.standings()] == [None] * 4


def test_another_computer_s_secret_makes_no_codes(
    desk: Desk, tmp_path: Path, code: Callable[[str], str]
) -> None:
    """Brought by mistake, or copied with an older data folder: the door would know none of its codes."""
    desk.confirming.issue(tmp_path)
    before = code("Roy")
    right = desk.secrets.get(desk.event.id)
    desk.secrets.bring(desk.event.id, bytes(32).hex())
    next(tmp_path.glob("*.pdf")).unlink()
    with pytest.raises(InputError) as refused:
        desk.confirming.issue(tmp_path)
    assert refused.value.happened == (
        "Le secret conservé sur cet ordinateur n’est pas celui avec lequel les confirmations "
        "de cet événement ont été émises."
    )
    assert right is not None
    desk.secrets.bring(desk.event.id, right.hex())
    assert desk.confirming.issue(tmp_path).written == 1
    assert code("Roy") == before


def test_two_computers_that_issue_at_once_make_one_code_each(
    desk: Desk, tmp_path: Path, code: Callable[[str], str]
) -> None:
    """The second looked at the list before the first recorded its codes."""
    desk.confirming.issue(tmp_path / "none", lambda _done, _total: False)  # the secret is made
    other = Desk(desk.settings, desk.database, desk.event)
    seen: list[str] = []

    def meanwhile(done: int, _total: int) -> bool:
        if done == 1:
            other.confirming.issue(tmp_path / "second")
            seen.extend(code(family) for _given, family in PEOPLE)
        return True

    desk.confirming.issue(tmp_path / "first", meanwhile)
    assert [code(family) for _given, family in PEOPLE] == seen
    assert all(desk.admitting.scan(one).kind is VerdictKind.WELCOME for one in seen)


def test_a_party_changed_during_a_run_is_issued_as_it_now_is(
    desk: Desk, tmp_path: Path, bring: Callable[..., None], code: Callable[[str], str]
) -> None:
    crowd = [_reply(f"Prénom{number}", "Zzz", email=f"{number}@example.org") for number in range(40)]
    bring(*crowd)

    def meanwhile(done: int, _total: int) -> bool:
        if done == 1:
            bring(
                _reply("Prénom9", "Zzz", email="9@example.org", companions=(PersonName("Luc", "Zzz"),)),
                _reply("Zoé", "Roy"),
            )
        return True

    desk.confirming.issue(tmp_path, meanwhile)
    assert desk.confirming.issue(tmp_path).written == 0
    assert desk.admitting.scan(code("Luc Zzz")).kind is VerdictKind.WELCOME


def test_a_desk_that_dies_between_the_code_and_the_file_gives_no_second_code(
    desk: Desk, tmp_path: Path, code: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def die(*_arguments: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("checkin.services.confirming.write_whole", die)
        with pytest.raises(Killed):
            desk.confirming.issue(tmp_path)
    codes = [code(family) for _given, family in PEOPLE]
    assert desk.confirming.issue(tmp_path).written == 4
    assert [code(family) for _given, family in PEOPLE] == codes


def test_those_who_left_the_party_and_those_who_all_stay_away_are_revoked(
    desk: Desk, tmp_path: Path, bring: Callable[..., None], code: Callable[[str], str]
) -> None:
    bring(_reply("Zoé", "Roy", companions=(PersonName("Inès", "Roy"),)))
    desk.confirming.issue(tmp_path)
    lead, companion, alone = code("Zoé"), code("Inès"), code("Benali")
    bring(
        _reply("Zoé", "Roy", companions=(PersonName("Max", "Roy"),)),
        _reply("Ana", "Benali", reply=Reply.DECLINED),
    )
    desk.confirming.issue(tmp_path)
    kinds = [desk.admitting.scan(one).kind for one in (lead, companion, alone)]
    assert kinds == [VerdictKind.REVOKED, VerdictKind.DECLINED, VerdictKind.DECLINED]
    bring(_reply("Ana", "Benali"))
    desk.confirming.issue(tmp_path)
    assert desk.admitting.scan(alone).kind is VerdictKind.REVOKED
    assert desk.admitting.scan(code("Benali")).kind is VerdictKind.WELCOME


def test_who_does_not_come_has_no_confirmation_to_replace(
    desk: Desk, tmp_path: Path, bring: Callable[..., None], person: Callable[[str], Any]
) -> None:
    bring(_reply("Zoé", "Roy", reply=Reply.DECLINED))
    with pytest.raises(InputError) as refused:
        desk.confirming.reissue(person("Roy").party_id, tmp_path)
    assert refused.value.happened == "Ce groupe n’est pas sur la liste de ceux qui viennent."
