import re
from argparse import Action, _SubParsersAction
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from checkin.cli.parser import COMMANDS, Parser, asked, parser_for
from checkin.language import speak

Run = Callable[..., Any]
README = Path(__file__).parents[2] / "README.md"


def parsers(command: str) -> Iterator[Parser]:
    """Give the parser of a command, and those of what it divides into."""
    waiting = [_commands(parser_for(command))[command]]
    while waiting:
        parser = waiting.pop()
        yield parser
        waiting += _commands(parser).values()


def _commands(parser: Parser) -> dict[str, Parser]:
    found = [action for action in parser._actions if isinstance(action, _SubParsersAction)]
    return dict(found[0].choices) if found else {}


def _actions(command: str) -> list[Action]:
    return [action for parser in parsers(command) for action in parser._actions]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_is_documented(command: str) -> None:
    readme = README.read_text("utf-8")
    section = readme.split("## From a shell")[1].split("\n## ")[0]
    assert f"`checkin {command}" in section
    for parser in parsers(command):
        for action in parser._actions:
            for option in action.option_strings:
                assert option in section or option in {"-h", "--help"}, option


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str, language: str) -> None:
    speak(language)
    for parser in parsers(command):
        assert parser.format_help()
        assert all(action.help for action in parser._actions if action.option_strings), parser.prog
    (whole, *_rest) = parsers(command)
    assert f"  checkin {command}" in whole.format_help()


@pytest.mark.parametrize(
    ("argv", "command", "language"),
    [
        ([], None, None),
        (["--language", "en"], None, "en"),
        (["--data", "scan", "admit", "--language", "en"], "admit", "en"),
        (["scan", "--language"], "scan", None),
    ],
)
def test_the_command_is_known_before_the_language_is(
    argv: list[str], command: str | None, language: str | None
) -> None:
    common, found = asked(argv)
    assert (found, common.language) == (command, language)


def test_argparse_s_own_words_are_in_the_language_of_the_screen(run: Run) -> None:
    ended = run("--language", "fr", "roster")
    assert "il manque" in ended.err
    assert not re.search("usage:|required|error", ended.err)
    helped = run("--help", "--language", "fr").out
    assert not re.search("usage:|show this|arguments:", helped)
