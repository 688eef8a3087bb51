"""What holds of the whole: where things lie, which way imports go, what stands on whose licence."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import distribution, packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
TOP_LEVEL = {"checkin", "resources", "tests", "pyproject.toml", "build.spec", "README.md", "Makefile"}
FREE = re.compile(r"\b(MIT|BSD|Apache|ISC|MPL|PSF|Python|HPND|LGPL|OFL|Zlib|Unlicense|CC0)", re.IGNORECASE)
COPYLEFT = re.compile(r"(?<!L)GPL|GNU (Affero )?General Public", re.IGNORECASE)


def test_the_top_level_holds_nothing_else() -> None:
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    top = {path.split("/")[0] for path in files.splitlines()}
    assert {name for name in top if not name.startswith(".")} <= TOP_LEVEL


def test_imports_go_one_way() -> None:
    linter = subprocess.run(
        [Path(sys.executable).with_name("lint-imports")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert linter.returncode == 0, linter.stdout


@pytest.mark.parametrize(
    ("modules", "absent"),
    [
        ("checkin.cli", "PySide6"),
        ("checkin.__main__", "PySide6 sqlalchemy reportlab"),  # what the first picture would wait for
        ("checkin.domain", "sqlalchemy PIL rapidfuzz babel"),
    ],
)
def test_a_part_does_not_load_what_it_has_no_use_for(modules: str, absent: str) -> None:
    load_all = """
import importlib, pkgutil, sys
top = importlib.import_module(sys.argv[1])
for found in pkgutil.walk_packages(getattr(top, "__path__", []), top.__name__ + "."):
    importlib.import_module(found.name)
print(*[name for name in sys.argv[2].split() if name in sys.modules])
"""
    loaded = subprocess.run(
        [sys.executable, "-c", load_all, modules, absent],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (loaded.returncode, loaded.stdout.strip()) == (0, ""), loaded.stderr


@pytest.mark.parametrize(("folder", "groups"), [("checkin", []), ("tests", ["dev"])])
def test_every_package_it_imports_is_asked_for(folder: str, groups: list[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    lines = [*project["project"]["dependencies"]]
    lines += [line for group in groups for line in project["dependency-groups"][group]]
    asked = {canonicalize_name(Requirement(line).name) for line in lines} | {"checkin"}
    providers = packages_distributions()
    unasked = {
        name
        for path in (ROOT / folder).rglob("*.py")
        for name in _imported(path)
        if name in providers and asked.isdisjoint(map(canonicalize_name, providers[name]))
    }
    assert unasked == set()


def test_every_package_it_ships_may_be_shipped() -> None:
    refused = {name: licence for name, licence in _licences("checkin", set()) if not _is_allowed(licence)}
    assert refused == {}


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [
        ("MIT", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("GPL-3.0-or-later", False),
        ("GNU Affero General Public License v3", False),
        ("MIT AND GPL-2.0-only", False),
        ("", False),
    ],
)
def test_a_licence_is_told_apart(licence: str, *, allowed: bool) -> None:
    assert _is_allowed(licence) is allowed


def _imported(path: Path) -> Iterator[str]:
    """Give the first name of every module that the file at `path` imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def _is_allowed(licence: str) -> bool:
    """Say whether one of the alternatives that `licence` offers asks nothing of this program's own."""
    return any(FREE.search(one) and not COPYLEFT.search(one) for one in re.split(r"\bOR\b", licence))


def _licences(package: str, seen: set[str], extras: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """Give each package that `package` needs, directly or not, with what it says of its licence."""
    for line in distribution(package).requires or []:
        needed = Requirement(line)
        wanted = not needed.marker or any(needed.marker.evaluate({"extra": extra}) for extra in ("", *extras))
        if wanted and needed.name not in seen:
            seen.add(needed.name)
            yield needed.name, _licence(needed.name)
            yield from _licences(needed.name, seen, needed.extras)


def _licence(package: str) -> str:
    about = distribution(package).metadata
    stated = (about.get_all("License-Expression") or about.get_all("License") or [""])[0]
    classifiers = [line for line in about.get_all("Classifier") or [] if line.startswith("License ::")]
    return stated.split("\n")[0] or "; ".join(classifiers)
