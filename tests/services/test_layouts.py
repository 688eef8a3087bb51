"""Lists as they are laid out: guessed, corrected by a person, remembered for others of their shape."""

from dataclasses import replace
from pathlib import Path

import pytest
import xlsxwriter

from checkin.app import Desk
from checkin.domain.errors import InputError
from checkin.services.gathering import is_mail
from checkin.services.layouts import Role, Survey, is_list, kept, key_of_shape, recalled, renumbered, survey

PLAIN = "Nom;Prénom;Organisme\nRoy;Ana;AFPA\n"
ODD = "Quoi;Machin;Chose\nRoy;Ana;AFPA\nAlt;Luc;Région\n"


def _file(folder: Path, text: str, name: str = "liste.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def _corrected(found: Survey, *roles: Role) -> Survey:
    shape = found.shape
    for at, role in enumerate(roles):
        shape = shape.corrected(at, role)
    return replace(found, shape=renumbered(shape))


def _names(found: Survey) -> list[str]:
    return [f"{p.name.given_name} {p.name.family_name}" for p in found.read().proposals]


def test_a_list_whose_heads_say_who_comes_is_sure(tmp_path: Path) -> None:
    found = survey(_file(tmp_path, PLAIN), "liste.csv")
    assert found.is_sure
    assert found.sheets == (("", False),)
    assert _names(found) == ["Ana Roy"]


@pytest.mark.parametrize("text", [ODD, "Roy;Ana\nAlt;Luc\n"])
def test_a_list_whose_heads_say_nothing_wants_a_person(tmp_path: Path, text: str) -> None:
    assert not survey(_file(tmp_path, text), "liste.csv").is_sure


def test_several_sheets_want_a_person_and_a_hidden_one_does_not(tmp_path: Path) -> None:
    path = tmp_path / "liste.xlsx"
    for hides in (False, True):
        with xlsxwriter.Workbook(str(path)) as book:
            for name in ("Invités", "Presse"):
                book.add_worksheet(name).write_row(0, 0, ["Nom", "Prénom"])
            book.worksheets()[0].write_row(1, 0, ["Roy", "Ana"])
            if hides:
                book.worksheets()[1].hide()
        assert survey(path, "liste.xlsx").is_sure is hides


def test_a_correction_is_remembered_for_lists_of_the_shape(desk: Desk, tmp_path: Path) -> None:
    found = survey(_file(tmp_path, ODD), "liste.csv").on("", 0)
    desk.importing.remember(_corrected(found, Role.FAMILY, Role.GIVEN, Role.ORGANISATION))
    later = _file(tmp_path, ODD.replace("Ana", "Eve"), "autre.csv")
    (again,) = desk.importing.gather([later]).found
    assert again.survey is not None
    assert again.survey.is_recalled
    assert again.survey.is_sure
    assert again.reading.proposals[0].name.given_name == "Eve"
    assert again.reading.proposals[0].organisation == "AFPA"
    other = desk.importing.recall(survey(_file(tmp_path, PLAIN), "liste.csv"))
    assert not other.is_recalled


def test_the_last_correction_counts(desk: Desk, tmp_path: Path) -> None:
    found = survey(_file(tmp_path, ODD), "liste.csv").on("", 0)
    desk.importing.remember(_corrected(found, Role.NOTES, Role.NOTES, Role.NOTES))
    desk.importing.remember(_corrected(found, Role.GIVEN, Role.FAMILY))
    assert _names(desk.importing.recall(found)) == ["Roy Ana", "Alt Luc"]


def test_another_head_is_remembered_too(tmp_path: Path) -> None:
    text = "Nom;Prénom\nMerci de remplir;svp\nFamille;Petit nom\nRoy;Ana\n"
    found = survey(_file(tmp_path, text), "liste.csv")
    under = replace(found.on("", 2), guessed=found.guessed)
    corrected = _corrected(under, Role.FAMILY, Role.GIVEN)
    assert _names(corrected) == ["Ana Roy"]
    again = recalled(found, {key_of_shape(corrected): kept(corrected)})
    assert (_names(again), again.is_sure) == (["Ana Roy"], True)


def test_a_list_without_heads_is_guessed_like_the_last_one_and_shown_all_the_same(tmp_path: Path) -> None:
    found = survey(_file(tmp_path, "x;Roy;Ana\ny;Alt;Luc\n"), "liste.csv")
    corrected = _corrected(found, Role.NOTHING, Role.FAMILY, Role.GIVEN)
    again = recalled(found, {key_of_shape(corrected): kept(corrected)})
    assert (_names(again), again.is_sure) == (["Ana Roy", "Luc Alt"], False)


def test_what_was_said_of_other_columns_is_not_forced_on_a_list(tmp_path: Path) -> None:
    found = survey(_file(tmp_path, ODD), "liste.csv")
    said = {key_of_shape(found): {"columns": [["full", 0]]}}
    assert recalled(found, said).shape == found.shape


def test_companions_columns_are_numbered_in_their_order(tmp_path: Path) -> None:
    text = "Nom;Prénom;Un;Deux;Trois;Quatre\nRoy;Ana;Luc;Alt;Eve;Ba\n"
    given, family = Role.COMPANION_GIVEN, Role.COMPANION_FAMILY
    found = survey(_file(tmp_path, text), "liste.csv")
    found = _corrected(found, Role.FAMILY, Role.GIVEN, given, family, given, family)
    (ana,) = found.read().proposals
    assert [(one.given_name, one.family_name) for one in ana.companions] == [("Luc", "Alt"), ("Eve", "Ba")]


def test_a_list_in_which_nobody_is_named_is_refused(tmp_path: Path) -> None:
    found = survey(_file(tmp_path, ODD), "liste.csv")
    with pytest.raises(InputError):
        _corrected(found, *[Role.NOTES] * 3).read()


def test_files_of_all_kinds_are_gathered(desk: Desk, tmp_path: Path) -> None:
    mail = "From: Ana Blin <a@example.org>\n\nJe confirme ma présence.\n\nAna Blin\n"
    paths = [
        _file(tmp_path, mail, "a.eml"),
        _file(tmp_path, PLAIN),
        _file(tmp_path, "", "vide.csv"),
        _file(tmp_path, mail.replace("Ana", "Eve"), "b.eml"),
        _file(tmp_path, "BEGIN:VCARD\nVERSION:3.0\nN:Alt;Luc;;;\nFN:Luc Alt\nEND:VCARD\n", "c.vcf"),
        _file(tmp_path, "a;b\n1;2\n3;4\n", "chiffres.csv"),
    ]
    gathered = desk.importing.gather(paths)
    assert [one.reading.file for one in gathered.found] == [
        "liste.csv",
        "c.vcf",
        "chiffres.csv",
        "a.eml, b.eml",
    ]
    assert [one.survey is not None for one in gathered.found] == [True, False, True, False]
    assert [is_mail(one.reading) for one in gathered.found] == [False, False, False, True]
    assert [p.source.file for p in gathered.found[3].reading.proposals] == ["a.eml", "b.eml"]
    assert [name for name, _error in gathered.refused] == ["vide.csv"]
    assert not is_list(tmp_path)


def test_gathering_stops_when_asked(desk: Desk, tmp_path: Path) -> None:
    paths = [_file(tmp_path, PLAIN, f"{number}.csv") for number in range(3)]
    told: list[tuple[int, int]] = []

    def keep_going(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 2

    assert len(desk.importing.gather(paths, keep_going).found) == 2
    assert told == [(1, 3), (2, 3)]


def test_one_mailbox_tells_of_each_message_and_stops_when_asked(desk: Desk, tmp_path: Path) -> None:
    mail = "From x@example.org Thu Nov 24 10:00:00 2022\nFrom: Ana Blin <a@example.org>\n\nJe viens.\n\n"
    told: list[tuple[int, int]] = []

    def keep_going(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 2

    (found,) = desk.importing.gather([_file(tmp_path, mail * 3, "b.mbox")], keep_going).found
    assert told[:2] == [(1, 3), (2, 3)]
    assert len(found.reading.proposals) == 2


def test_a_list_without_answers_brings_nobody_back(desk: Desk, tmp_path: Path) -> None:
    (first,) = desk.importing.gather([_file(tmp_path, PLAIN + "Alt;Luc;AFPA\n")]).found
    desk.importing.apply(first.reading)
    answers = "Nom;Prénom;Présence\nRoy;Ana;non\nAlt;Luc;peut-être\n"
    (away,) = desk.importing.gather([_file(tmp_path, answers, "r.csv")]).found
    assert away.reading.has_answers
    desk.importing.apply(away.reading)
    plan = desk.importing.preview(first.reading)
    assert not plan.changes_something
    assert [(one.known.given_name, one.why.value, one.is_one) for one in plan.meetings] == [
        ("Ana", "away", False)
    ]
