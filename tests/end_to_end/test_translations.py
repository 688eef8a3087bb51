"""Every sentence the program says is in the French catalogue, nothing else is, and it reads like French."""

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
FRENCH = ROOT / "resources" / "translations" / "fr.po"

ORDINARY_SPACE = re.compile(r" [;:!?»]|« (?!\u202f|\u00a0)|«(?=\w)|\w'\w|\.\.\.")


@pytest.fixture(scope="module")
def french() -> Catalog:
    with FRENCH.open("rb") as file:
        return read_po(file, locale="fr")


@pytest.fixture(scope="module")
def said() -> set[str | tuple[str, ...]]:
    """Return what the program says: a text, or a pair of texts for one and for many."""
    found = extract_from_dir(ROOT / "checkin", keywords={"_": None, "n_": (1, 2)})
    return {message for _file, _line, message, _comments, _context in found}


def test_everything_said_is_in_french(french: Catalog, said: set[str | tuple[str, ...]]) -> None:
    translated = {message.id for message in french if message.id and not message.fuzzy and _texts(message)}
    assert sorted(map(str, said - translated)) == []


def test_nothing_is_translated_that_nobody_says(french: Catalog, said: set[str | tuple[str, ...]]) -> None:
    assert sorted(str(message.id) for message in french if message.id and message.id not in said) == []


def test_the_compiled_catalogue_is_fresh(french: Catalog) -> None:
    with FRENCH.with_suffix(".mo").open("rb") as file:
        compiled = {_originals(message): _texts(message) for message in read_mo(file) if message.id}
    assert compiled == {_originals(one): _texts(one) for one in french if one.id and _texts(one)}


def test_the_french_has_the_places_of_the_english(french: Catalog) -> None:
    differ = [
        (english, text)
        for message in french
        for english, text in zip(_originals(message), _texts(message), strict=False)
        if _places(english) != _places(text)
    ]
    assert differ == []


def test_the_french_is_typeset(french: Catalog) -> None:
    texts = [text for message in french if message.id for text in _texts(message)]
    assert [text for text in texts if ORDINARY_SPACE.search(text)] == []


def _originals(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _texts(message: Message) -> tuple[str, ...]:
    """Return the French of `message`, one text or two, none where some of it is missing."""
    texts = (message.string or "",) if isinstance(message.string, str | None) else tuple(message.string)
    return texts if all(texts) else ()


def _places(text: str) -> set[str | None]:
    """Return what is put into `text`: the names in braces, and argparse's %(name)s."""
    named = {name for _literal, name, _spec, _conversion in Formatter().parse(text)}
    return (named | set(re.findall(r"%\(\w+\)\w|%\w", text))) - {None}
