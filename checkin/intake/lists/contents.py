"""What a column holds, told from its cells: where it has no words at its head, or misleading ones."""

import re
from collections.abc import Callable, Iterable

from checkin.domain.attendee import Mark
from checkin.domain.folding import fold
from checkin.intake.casing import is_capitals
from checkin.intake.lists.answers import answer_in
from checkin.intake.lists.headers import Role
from checkin.intake.lists.houses import holds_function, holds_house
from checkin.intake.lists.marks import mark_in
from checkin.intake.lists.whom import in_one_cell
from checkin.intake.names import TITLES, is_name
from checkin.intake.order import likely_given
from checkin.intake.patterns import plain_words, word_set

_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_SEXES = word_set("h f homme femme male female")
_SOME = 0.3
_HALF = 0.5
_MOST = 0.6
_NEARLY_ALL = 0.8
_SAMPLE = 100


def are_titles(values: list[str]) -> bool:
    """Whether nearly all of the values are « M. », « Mme », « Dr » and the like."""
    return _share(values, lambda value: fold(value) in TITLES or fold(value) in _SEXES) >= _NEARLY_ALL


def are_emails(values: list[str]) -> bool:
    """Whether the values are e-mail addresses for the most part."""
    return _share(values, lambda value: bool(_EMAIL.search(value))) >= _MOST


def has_email(values: list[str]) -> bool:
    """Whether any of the values is an e-mail address, and the others maybe broken ones."""
    return any(map(_EMAIL.search, values))


def are_answers(values: list[str]) -> bool:
    """Whether nearly all of the values answer the invitation, and most are no names of people."""
    answers = _share(values, lambda value: answer_in(value) is not None)
    return answers >= _NEARLY_ALL and not are_whole_names(values)


def hold_answers(values: list[str]) -> bool:
    """Whether the values below a day may be answers, and one or two be counts of them."""
    return _share(values, lambda value: answer_in(value) is not None) >= _HALF


def are_numbers(values: list[str]) -> bool:
    """Whether the values are numbers, all of them."""
    return bool(values) and all(map(str.isdigit, values))


def tell_marks(values: list[str]) -> bool:
    """Whether values under « Statut » tell speakers from guests, and don't answer the invitation."""
    return _share(values, lambda value: mark_in(value) is not Mark.NONE) > 0


def are_whole_names(values: list[str]) -> bool:
    """Whether most of the values are whole names; headings between them are none (« Presse : »)."""
    return _share([value for value in values if not value.endswith(":")], _is_whole_name) >= _MOST


def name_people(values: list[str]) -> bool:
    """Whether the values are addresses with the people's names beside them: « Jean Dupont <jean@…> »."""
    return _share(values, lambda value: "@" in value and is_name(_EMAIL.sub("", value))) >= _MOST


def are_swapped(given: list[str], family: list[str]) -> bool:
    """Whether given names stand under « Nom », and families, in capitals, under « Prénom »."""
    return (
        _share(given, lambda value: all(map(is_capitals, value.split()))) >= _NEARLY_ALL
        and _share(given, lambda value: likely_given(value) > 1) < _SOME
        and _share(family, lambda value: likely_given(value) > 0 and not is_capitals(value)) >= _MOST
    )


def hold_words_of(values: list[str], others: list[str]) -> bool:
    """Whether the words of the other values stand in these too: given names in whole names."""
    known = {word for value in values for word in plain_words(value)}
    return _share(others, lambda value: known.issuperset(plain_words(value))) >= _MOST


def role_of(values: list[str], taken: Iterable[Role]) -> Role:
    """Return what a column seems to hold; nothing if that is not plain, or another column's."""
    values = values[:_SAMPLE]
    role = _role_of(values) if values else Role.NOTHING
    return Role.NOTHING if role in set(taken) and role is not Role.COMPANIONS else role


def _role_of(values: list[str]) -> Role:
    if are_emails(values):
        return Role.FULL if name_people(values) else Role.EMAIL
    if are_titles(values):
        return Role.TITLE
    if are_whole_names(values):
        return Role.FULL
    if are_answers(values):
        return Role.NOTHING if are_numbers(values) else Role.PRESENCE
    for role, holds in ((Role.FUNCTION, holds_function), (Role.ORGANISATION, holds_house)):
        if _share(values, holds) >= _SOME:
            return role
    return _name_role(values)


def _name_role(values: list[str]) -> Role:
    if _share(values, lambda value: likely_given(value.split()[0]) > 0 and not is_capitals(value)) >= _MOST:
        return Role.GIVEN
    if _share(values, lambda value: likely_given(value) > 1) >= _MOST:
        return Role.GIVEN
    return Role.FAMILY if _share(values, is_name) >= _NEARLY_ALL else Role.NOTHING


def _is_whole_name(value: str) -> bool:
    if len(value.split()) < 2:  # noqa: PLR2004 - a given name and a family's
        return False
    name = in_one_cell(value, family_first=None).name
    known = any(likely_given(word) for word in name.given_name.split())
    return known and bool(name.family_name) and is_name(f"{name.given_name} {name.family_name}")


def _share(values: list[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, values)) / len(values) if values else 0
