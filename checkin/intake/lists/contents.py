"""What a column holds, told from its cells: where it has no words at its head, or misleading ones."""

import re
from collections.abc import Callable, Iterable

from checkin.domain.attendee import Mark
from checkin.domain.folding import fold
from checkin.intake.casing import is_capitals
from checkin.intake.lists.answers import answer_in
from checkin.intake.lists.headers import Role
from checkin.intake.lists.marks import mark_in
from checkin.intake.lists.whom import in_one_cell
from checkin.intake.names import TITLES, is_name
from checkin.intake.order import likely_given
from checkin.intake.patterns import pattern, word_set

_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_ORGANISATION = pattern(
    r"""\b(?:ministere|mairie|ville|region|departement|conseil|association|agence|mission|prefecture|universite|
    direction|caisse|fondation|institut|centre|federation|sas|sarl|afpa|groupe|academie|rectorat|lycee|
    france|company|ltd|inc|council|university|productions?)\b"""
)
_FUNCTION = pattern(
    r"""\b(?:directeur|directrice|charge|chargee|responsable|chef|cheffe|president|presidente|conseiller|
    conseillere|delegue|deleguee|maire|secretaire|adjoint|adjointe|coordinateur|coordinatrice|manager|
    director|officer|educateur|educatrice|ingenieur|sociologue|journaliste|assistant|assistante|referent|
    referente)\b"""
)
_SEXES = word_set("h f homme femme male female")
_SOME = 0.3
_MOST = 0.6
_NEARLY_ALL = 0.8
_SAMPLE = 100


def are_titles(values: list[str]) -> bool:
    """Whether nearly all of the values are « M. », « Mme », « Dr » and the like."""
    return _share(values, lambda value: fold(value) in TITLES or fold(value) in _SEXES) >= _NEARLY_ALL


def are_emails(values: list[str]) -> bool:
    """Whether the values are e-mail addresses for the most part."""
    return _share(values, lambda value: bool(_EMAIL.search(value))) >= _MOST


def are_answers(values: list[str]) -> bool:
    """Whether values under « Statut » answer the invitation, and don't tell speakers from guests."""
    return _share(values, lambda value: mark_in(value) is not Mark.NONE) == 0


def name_people(values: list[str]) -> bool:
    """Whether the values are addresses with the people's names beside them: « Jean Dupont <jean@…> »."""
    return _share(values, lambda value: "@" in value and is_name(_EMAIL.sub("", value))) >= _MOST


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
    if _share(values, lambda value: answer_in(value) is not None) >= _NEARLY_ALL:
        return Role.NOTHING if all(map(str.isdigit, values)) else Role.PRESENCE
    if _share(values, _is_whole_name) >= _MOST:
        return Role.FULL
    for role, words in ((Role.FUNCTION, _FUNCTION), (Role.ORGANISATION, _ORGANISATION)):
        if sum(bool(words.search(fold(value))) for value in values) >= _SOME * len(values):
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
