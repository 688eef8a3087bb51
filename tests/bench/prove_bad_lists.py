"""What no list should be: each is refused by the real program, and what that took is told.

    python tests/bench/prove_bad_lists.py

The time and the peak memory are those of the whole process, `checkin import FILE --dry-run --json`, as the
system counted them, beside what the program takes for a list of three people (the floor).
"""

import io
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

_MEGABYTE = 1 << 20
_SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}'
    "</sheetData></worksheet>"
)
_WORKBOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="worksheets/sheet1.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>'
    '<Relationship Id="rId2" Target="sharedStrings.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/></Relationships>'
)
_ENTITY = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><workbook>&x;</workbook>'
_LAUGHS = "<!DOCTYPE a [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
)
_ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="a">{}</table:table></office:spreadsheet></office:body>'
    "</office:document-content>"
)
_ODS_CELL = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'


def _zipped(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def _xlsx(rows: str, shared: str = "<sst/>", workbook: str = _WORKBOOK) -> bytes:
    return _zipped(
        **{
            "xl/workbook.xml": workbook,
            "xl/_rels/workbook.xml.rels": _RELATIONS,
            "xl/sharedStrings.xml": shared,
            "xl/worksheets/sheet1.xml": _SHEET.format(rows),
        }
    )


def _ods(rows: str) -> bytes:
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    return _zipped(**{"mimetype": mimetype, "content.xml": _ODS.format(rows)})


def _bomb() -> bytes:
    """Give a small workbook that would be 400 MB, written in pieces: a child's peak counts its parent's."""
    out = io.BytesIO(_xlsx(""))
    with (
        zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/styles.xml", "w") as part,
    ):
        for _piece in range(400):
            part.write(b" " * 1_000_000)
    return out.getvalue()


def _shared_text() -> bytes:
    """Give a small workbook of which 400,000 cells share one long text."""
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 400_001))
    return _xlsx(cells, f"<sst><si><t>{'a' * 30_000}</t></si></sst>")


def _bad_files() -> Iterator[tuple[str, bytes]]:
    yield "empty.csv", b""
    yield "blank.csv", b"\r\n \t\r\n" * 50
    yield "binary.csv", random.Random(1).randbytes(200_000)  # noqa: S311 - no secret
    yield "program.csv", b"\x7fELF" + bytes(range(256)) * 400
    yield "picture.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(5_000)
    yield "corrupt.xlsx", _xlsx('<row r="1"><c r="A1"><v>1</v></c></row>')[:-300]
    yield "flipped.xlsx", bytes(b ^ 0x55 if 300 < n < 400 else b for n, b in enumerate(_xlsx("")))
    yield "archive.xlsx", _zipped(**{"readme.txt": "hello"})
    yield "bomb.xlsx", _bomb()
    yield "entity.xlsx", _xlsx("", workbook=_ENTITY)
    yield "laughs.xlsx", _xlsx("", workbook=_LAUGHS + "]><workbook>&j;</workbook>")
    yield "shared.xlsx", _shared_text()
    yield "far.xlsx", _xlsx('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    cell = _ODS_CELL.format("", "x")
    wide = _ODS_CELL.format(' table:number-columns-repeated="900000"', "x" * 50)
    yield "wide.ods", _ods(f"<table:table-row>{wide}</table:table-row>")
    yield "tall.ods", _ods(f'<table:table-row table:number-rows-repeated="90000000">{cell}</table:table-row>')


def _measured(path: Path) -> tuple[float, int, str]:
    """Return the seconds, the peak memory in bytes, and what the program answered."""
    command = [sys.executable, "-m", "checkin", "import", str(path), "--dry-run", "--json"]
    before = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    out = process.stdout.read() if process.stdout else b""
    _pid, _status, used = os.wait4(process.pid, 0)
    process.returncode = 0  # reaped here, for its figures
    return time.perf_counter() - before, used.ru_maxrss * 1024, out.decode()


def _said(answer: str) -> str:
    lines = [json.loads(line) for line in answer.splitlines()]
    return lines[0]["error"] or "not refused" if len(lines) == 1 else f"{len(lines)} lines"


def main(tell: Callable[[str], object] = sys.stdout.write) -> None:
    """Try each file, and tell what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        good = Path(folder, "good.csv")
        good.write_text("Nom;Prénom\nRoy;Zoé\nBlin;Ana\nPetit;Léa\n", encoding="utf-8")
        seconds, memory, _answer = _measured(good)
        tell(f"{'floor':14} {seconds:6.2f} s  {memory // _MEGABYTE:5} MB\n")
        for name, data in _bad_files():
            path = Path(folder, name)
            path.write_bytes(data)
            seconds, memory, answer = _measured(path)
            tell(f"{name:14} {seconds:6.2f} s  {memory // _MEGABYTE:5} MB  {_said(answer)}\n")


if __name__ == "__main__":
    main()
