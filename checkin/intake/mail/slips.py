# ruff: noqa: E501 - a pattern reads best on one line
"""Reply slips: « Nom : … Prénom : … Participera : oui », written or filled in, → sentences and a name.

Tables of people, as mail programs lay them out (cells parted by tabs), → a list of names.
"""

import re
from dataclasses import dataclass

from checkin.domain.folding import fold
from checkin.intake.mail.mentions import is_person
from checkin.intake.mail.sentences import plain
from checkin.intake.names import from_parts, understand
from checkin.intake.proposals import PersonName

_FIELD = re.compile(r"^\W{0,3}([^:\n\t]{2,70}?)\s*[:=\t]\s*(.*)$")
_KEYS = (
    ("family", r"nom(?: de famille| d'usage)?|family name|surname|last name"),
    ("given", r"prenoms?|first name|given name"),
    (
        "full",
        r"nom,? (?:et|&|/)? ?prenoms?|nom/prenom|prenoms?,? (?:et|&|/)? ?nom|nom complet|full name|name|participant",
    ),
    (
        "organisation",
        r"organisme|structure|organisation|entreprise|societe|etablissement|association|organization|company|employeur|institution",
    ),
    (
        "presence",
        r"(?:je |sera |serez-vous |souhaite )?(?:participe\w*|presence?|presente?|assiste\w*|viendra\w*|reponse|participation|attend\w*|confirmez?-vous.*|will attend)\b.*",
    ),
    ("absence", r"(?:ne (?:participe\w*|viendra\w*|sera|pourra\w*|assiste\w*).*|absente?|excusee?)"),
    (
        "companions",
        r"accompagn\w*.{0,60}|personnes? (?:qui )?(?:vous |m'|nous )?accompagn\w*|noms? des? accompagn\w*|guests?|companions?",
    ),
    (
        "number",
        r"nombre (?:de |d'|total de )?(?:personnes|accompagn\w*|participants?|places?)(?: .{0,30})?|number of (?:guests|people|attendees)",
    ),
)
_YES = re.compile(r"^\W*(?:oui|yes|o|y|x|✓|✔|☒|☑|ok|present|presente|confirme\w*|participera)\b|^\W*[✓✔☒☑]")
_NO = re.compile(r"^\W*(?:non|no|n|absente?|excusee?|ne )\b")
_PAIR = 2
_NAME_KEYS = 3  # of _KEYS
_INTRODUCTION = "Liste des participants :"
_BARS = ("|", " / ", ";")
_RULED = re.compile(r"^[\s|:+=-]+$")  # the line under a header
_FAMILY_COMMA = re.compile(
    r"^\W*([A-ZÀ-Þ][A-ZÀ-Þ'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ'’-]+){0,3}), ?([A-ZÀ-Þ][\w-]*[a-zà-ÿ](?:[ -][A-ZÀ-Þ][\w-]*)?)((?:,.*|\s+[(–-].*)?)\s*$"
)
_MOST_WORDS = 3  # of one part of a name
_TITLE_CELL = re.compile(r"(?i)^(?:m\.?|mr\.?|mme\.?|mlle|monsieur|madame|dr|pr|civilité|ms|mrs)$")


@dataclass(frozen=True, slots=True)
class Slip:
    """A text whose slip and tables were rewritten as sentences, and what the slip named."""

    text: str
    name: PersonName | None = None
    organisation: str = ""


def read_slip(text: str) -> Slip:
    """Return `text` with its reply slip, if it holds one, and its tables as sentences."""
    text = tables_as_lines(text)
    fields = [
        (at, key, value)
        for at, line in enumerate(text.split("\n"))
        if (found := _field(line))
        for key, value in [found]
    ]
    keys = {key for _, key, _ in fields}
    if not (keys & {"family", "full"} and len(keys) > 1):
        return Slip(text)
    lines, said = text.split("\n"), {key: value for _, key, value in reversed(fields)}
    for at, key, value in fields:
        lines[at] = _sentence(key, value)
    name = from_parts(said.get("given", ""), said["family"]) if said.get("family") else None
    if name is None and is_person(said.get("full", "")):
        name = understand(said["full"])
    return Slip("\n".join(lines), name, said.get("organisation", "").strip())


def filled_fields(lines: list[str]) -> list[str]:
    """Return the lines of a reply slip that somebody filled in: a name and an answer at least."""
    found = [(line, field) for line in lines if (field := _field(line)) and field[1]]
    keys = {key for _line, (key, _value) in found}
    filled = keys & {"family", "full", "given"} and keys & {"presence", "absence", "companions", "number"}
    return [line for line, _field_of_it in found] if filled else []


def _field(line: str) -> tuple[str, str] | None:
    found = _FIELD.match(line)
    if not found:
        return None
    key = plain(re.sub(r"\((?:e|s|es|ne)\)|\*|\s*\([^)]*\)$", "", found[1])).strip(" .-_")
    return next(
        ((name, found[2].strip(" ._…")) for name, pattern in _KEYS if re.fullmatch(pattern, key)), None
    )


def _sentence(key: str, value: str) -> str:
    folded = plain(value)
    if key in {"presence", "absence"}:
        yes, no = bool(_YES.search(folded)), bool(_NO.search(folded))
        if key == "absence":
            yes, no = no, yes
        return "Je ne participerai pas." if no else "Je confirme ma présence." if yes else value
    if (
        key == "companions"
        and folded
        and not _NO.search(folded)
        and fold(value) not in {"neant", "aucun", "aucune", "0", "sans"}
    ):
        return f"Je serai accompagné de {value}."
    if key == "number" and re.match(r"\d", folded):
        return ""
    return ""


def tables_as_lines(text: str) -> str:
    """Return `text` with every row of a table of people as one line « - Title Given FAMILY, function »."""
    rows: list[list[str]] = []
    done: list[str] = []
    for line in [*_tabbed(text.split("\n")), ""]:
        if "\t" in line.strip():
            rows.append([cell.strip() for cell in line.split("\t")])
            continue
        if rows and not line.strip() and line != "":
            continue
        done += _introduced(done, _listed(rows)) if rows else []
        rows = []
        done.append(line)
    return "\n".join(done[:-1])


def _tabbed(lines: list[str]) -> list[str]:
    """Part the cells of a table that was drawn with « | » or « / » by tabs, from its header on."""
    done: list[str] = []
    bar = ""
    for line in lines:
        if not bar:
            bar = next((mark for mark in _BARS if _is_head(line, mark)), "")
        elif line.strip() and bar not in line:
            bar = ""
        if bar and not _RULED.match(line):
            done.append(_parted(line, bar) if line.strip() else line)
        elif not bar:
            done.append(line)
    return _turned(done)


def _parted(line: str, bar: str) -> str:
    return "\t".join(cell.strip() or "-" for cell in line.strip(f" {bar}").split(bar))


def _is_head(line: str, bar: str) -> bool:
    heads = [plain(cell) for cell in _parted(line, bar).split("\t")]
    columns = [_column(heads, pattern) for _key, pattern in _KEYS[:_NAME_KEYS]]
    return bar in line and (None not in columns[:2] or (columns[2] is not None and len(heads) > 1))


def _turned(lines: list[str]) -> list[str]:
    """Turn the lines of a list of « FAMILY, Given » round, where two or more stand in it."""
    found = [_FAMILY_COMMA.match(line) for line in lines]
    if sum(map(bool, found)) < _PAIR:
        return lines
    return [f"- {hit[2]} {hit[1]}{hit[3]}" if hit else line for line, hit in zip(lines, found, strict=True)]


def _introduced(before: list[str], listed: list[str]) -> list[str]:
    """Leave out our own introduction of a list where the writer's stands before it."""
    said = next(filter(str.strip, reversed(before)), "")
    return listed[2:] if said.rstrip().endswith(":") and listed[1:2] == [_INTRODUCTION] else listed


def _listed(rows: list[list[str]]) -> list[str]:
    heads = [plain(cell) for cell in rows[0]]
    family, given, full = (_column(heads, pattern) for pattern in (_KEYS[0][1], _KEYS[1][1], _KEYS[2][1]))
    if family is not None and given is not None and family != given:
        return ["", _INTRODUCTION, *(_row(row, given, family) for row in rows[1:]), ""]
    if full is not None or family is not None:
        at = full if full is not None else family or 0
        return ["", _INTRODUCTION, *("- " + row[at] for row in rows[1:] if at < len(row)), ""]
    if len(rows) == 1 or any(_field("\t".join(row)) for row in rows):
        return ["\n".join(": ".join(row) if len(row) == _PAIR else ", ".join(row) for row in rows)]
    return [_bare_row(row) for row in rows]


def _column(heads: list[str], pattern: str) -> int | None:
    return next((at for at, head in enumerate(heads) if re.fullmatch(pattern, head.strip(" :*"))), None)


def _row(row: list[str], given: int, family: int) -> str:
    if max(given, family) >= len(row):
        return ""
    return f"- {row[given].title() if row[given].isupper() else row[given]} {row[family].upper()}"


def _bare_row(row: list[str]) -> str:
    """Return a row under no header (« M. | KUNTZ | Bernard ») as an entry of a list."""
    title = row[0] if row and _TITLE_CELL.match(row[0]) else ""
    cells = row[1:] if title else row
    joined = " ".join(cells[:2])
    if len(cells) > 1 and all(len(cell.split()) <= _MOST_WORDS for cell in cells[:2]) and is_person(joined):
        return f"- {title} {joined}".replace("-  ", "- ") + (
            "" if len(cells) == _PAIR else ", " + ", ".join(cells[2:])
        )
    return "- " + ", ".join(row)
