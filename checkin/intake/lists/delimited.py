"""Delimited text: its encoding, its delimiter, its rows."""

import csv
import io
import itertools
import re
from collections import Counter
from math import log2

from checkin.domain.errors import InputError
from checkin.language import _

_DELIMITERS = ";\t,|^"
_LOOK_AT_ROWS = 60
_LOOK_AT_BYTES = 4096
_LOOK_AT_TEXT = 200_000
_LONGEST_CELL = 8_000_000
_MANY_LINES = 200
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# How documents, pictures, sounds, archives, programs and databases begin.
_OTHERS = (
    b"%PDF", b"{\\rtf", b"<?xml", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"RIFF", b"OggS",
    b"ID3", b"\x1f\x8b", b"BZh", b"7z\xbc\xaf", b"Rar!", b"\xfd7zXZ", b"\x7fELF", b"\xca\xfe\xba\xbe",
    b"SQLite format 3", b"<html", b"<HTML", b"<!doctype", b"<!DOCTYPE",
)  # fmt: skip
_SEPARATOR = re.compile(r"sep=(.)\r?\n?\Z", re.IGNORECASE)
_ALIGNED = re.compile(r"(?<=\S)(?:[ \u00a0]{2,}|[ \u00a0]*(?:\.{3,}|…+)[ \u00a0]*)(?=\S)")
_WORD = re.compile(r"\w")
_NO_DELIMITER = "\x1f"
_WESTERN = ("cp1252", "iso-8859-15", "mac-roman")  # of equals the first
_SMALL, _LARGE = "éèêëàâçîïôùûœ", "ÉÈÊËÀÂÇÎÏÔÙÛŒ"
_FITS = re.compile(  # accented letters in the case of their neighbours
    f"(?<=[a-z])[{_SMALL}]|[{_SMALL}](?=[a-z])|(?<=[A-Z])[{_LARGE}]|(?<![a-z])[{_LARGE}](?=[A-Za-z])"
)
_MOJIBAKE = re.compile("Ã[\x80-¿]|â€")


def parse(data: bytes) -> list[list[str]]:
    """Return the rows of delimited text, as they stand; a row that spans lines is one row.

    A first line that names the delimiter to Excel is an empty row, so that the others keep their numbers.
    InputError if the bytes are no text.
    """
    text = _parted(decode(data))
    csv.field_size_limit(_LONGEST_CELL)
    start, delimiter = _delimiter(text)
    try:
        rows = list(csv.reader(_lines(text, start), delimiter=delimiter, skipinitialspace=True))
        if _has_stray_quote(rows):
            rows = _unquoted(text, start, delimiter)
    except csv.Error:
        rows = _unquoted(text, start, delimiter)
    return [[], *rows] if start else rows


def decode(data: bytes) -> str:
    """Return the text of bytes; InputError if they are no text, or a document of another kind."""
    if data.startswith(_OTHERS):
        raise no_list()
    return text_of(data)


def text_of(data: bytes) -> str:
    """Return the text in UTF-8 or UTF-16, with or without its mark, or else in windows-1252."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    head = data[:_LOOK_AT_BYTES]
    if encoding := _utf_16(head):
        return data.decode(encoding, "replace")
    if len(_BINARY.findall(head)) * 50 > len(head):
        raise no_list()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _windows(data)


def no_list() -> InputError:
    """Return the refusal of a file that is nothing a list could be."""
    return InputError(
        _("The file is not a list: it holds no text in columns."),
        _("Export the list as .xlsx or .csv, then import it again."),
    )


def _utf_16(head: bytes) -> str:
    """Return the encoding if every other byte, but no more, is mostly nought: Western text in UTF-16."""
    half = len(head) // 2
    even, odd = head[::2].count(0), head[1::2].count(0)
    if not half or min(even, odd) > half * 0.1:
        return ""
    return "utf-16-le" if odd > half * 0.7 else "utf-16-be" if even > half * 0.7 else ""


def _windows(data: bytes) -> str:
    sample = data[:_LOOK_AT_TEXT]
    encoding = max(_WESTERN, key=lambda one: len(_FITS.findall(sample.decode(one, "replace"))))
    if encoding != _WESTERN[0]:
        return data.decode(encoding, "replace")
    text = data.decode("cp1252", "replace")
    if not _MOJIBAKE.search(text):
        return text
    lines = data.splitlines(keepends=True)  # lines of two origins in one file
    return "".join(_line(line) for line in lines)


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _lines(text: str, start: int) -> io.StringIO:
    lines = io.StringIO(text, newline="")
    lines.seek(start)
    return lines


def _parted(text: str) -> str:
    """Return text whose columns are aligned by blanks or dots with tabs for these, any other as it is."""
    if any(delimiter in text for delimiter in _DELIMITERS):
        return text
    lines = [len(_ALIGNED.split(line.strip())) for line in text[:_LOOK_AT_TEXT].splitlines() if line.strip()]
    width, times = Counter(lines).most_common(1)[0] if lines else (1, 0)
    return _ALIGNED.sub("\t", text) if width > 1 and times > len(lines) / 2 else text


def _delimiter(text: str) -> tuple[int, str]:
    """Return where the rows begin, and what parts their cells: the most regular and widest candidate."""
    first = text[: text.find("\n") + 1]
    if said := _SEPARATOR.match(first.strip("\ufeff")):
        return len(first), said[1]
    sample = text[:_LOOK_AT_TEXT]
    best = max(_DELIMITERS, key=lambda delimiter: _regularity(sample, delimiter, strict=True))
    if _regularity(sample, best, strict=True):
        return 0, _NO_DELIMITER if best == "," and _are_turned_round(sample) else best
    return 0, max(_DELIMITERS, key=lambda delimiter: _regularity(sample, delimiter, strict=False))


def _are_turned_round(sample: str) -> bool:
    """Whether commas part no columns, but names: « Dupuis, Marie » on each line below « Participants »."""
    first, *lines = [line for line in sample.splitlines() if line.strip()]
    return (
        "," not in first and bool(lines) and all(line.count(",") == line.count(", ") == 1 for line in lines)
    )


def _regularity(sample: str, delimiter: str, *, strict: bool) -> float:
    """Return how regular and how wide the rows are; 0 if they break the rules of quotation (`strict`)."""
    lines = io.StringIO(sample, newline="")
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=strict)
    try:
        widths = [len(row) for row in itertools.islice(filter(_says_something, reader), _LOOK_AT_ROWS)]
    except csv.Error:
        return 0
    if not widths:
        return 0
    width, times = Counter(widths).most_common(1)[0]
    return times / len(widths) * log2(width)


def _says_something(row: list[str]) -> bool:
    """Whether a row is neither blank nor a rule between others: « +-----+ »."""
    return any(_WORD.search(cell) for cell in row)


def _has_stray_quote(rows: list[list[str]]) -> bool:
    """Whether a quotation mark that nothing closes has swallowed the rest of the file."""
    return bool(rows) and rows[-1] != [] and rows[-1][-1].count("\n") > _MANY_LINES


def _unquoted(text: str, start: int, delimiter: str) -> list[list[str]]:
    lines = _lines(text.replace("\0", ""), start)
    return list(csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE, skipinitialspace=True))
