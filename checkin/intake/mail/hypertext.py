"""The text of an HTML message: one line a block, cells parted by tabs, quotes marked with « > »."""

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "body",
        "div",
        "dl",
        "dt",
        "dd",
        "fieldset",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "footer",
    ]
)
_BLOCKS |= frozenset(
    ["html", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul"]
)
_HIDDEN = frozenset({"style", "script", "head", "title", "noscript", "template"})
_EMPTY = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"})
_UNSEEN = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
_CELLS = frozenset({"td", "th"})
_PAIR = 2
_BREAK = "\v"  # the end of a line inside a cell
_LONGEST_ROW = 2_000
_LONGEST_LINE = 10_000
_LONGEST = 400_000  # letters of HTML that are looked at: a reply is in the first thousand
_HEAD = re.compile(r"(?is)\A.{0,200000}?</head>")  # Outlook's styles may be longer than its message
_TAG_WITHOUT_END = re.compile(r"<[^>]{20000,}")  # html.parser would go over it again and again


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.line = ""
        self.quotes = 0
        self.hidden: list[str] = []  # the elements that are not shown, from the outermost
        self.cells: list[bool] = []  # of each table that is open: whether one of its cells is

    def end_line(self, *, always: bool = False) -> None:
        lines = [_joined(line) for line in _rows(self.line)]
        for line in lines if any(lines) else lines[:1]:
            spaced = not line and "\u00a0" in self.line  # Outlook's empty line
            if line or always or len(lines) > 1 or (spaced and self.lines and self.lines[-1]):
                self.lines.append("> " * self.quotes + line)
        self.line = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if self.hidden or (tag not in _EMPTY and _is_hidden(tag, given)):
            self.hidden += [] if tag in _EMPTY else [tag]
        elif tag == "br":
            self.break_line(always=True)
        elif tag == "hr":
            self.end_line()
            self.lines.append("_" * 32)
        elif tag == "li":
            self.break_line()
            self.line += "- "
        elif tag in {"table", "tr"}:  # a row ends the one before, closed or not
            self.end_line()
            self.cells[len(self.cells) - (tag == "tr") :] = [False]
        elif tag in _CELLS:
            self.line += "\t" if self.line else ""
            self.cells[-1:] = [True]
        elif tag == "blockquote":
            self.end_line()
            self.quotes += 1
        elif tag in _BLOCKS:
            self.start_block(tag, given)

    def break_line(self, *, always: bool = False) -> None:
        """End a line; in a cell, whose row is not known yet to be one of a table, only mark it."""
        if not self.cells or not self.cells[-1] or len(self.line) > _LONGEST_ROW:
            self.end_line(always=always)
        elif always or not self.line.endswith(("\t", _BREAK)):
            self.line += _BREAK if self.line else ""

    def start_block(self, tag: str, attrs: dict[str, str | None]) -> None:
        if not self.line.endswith("- "):
            self.break_line()
        if tag == "p" and self.line.endswith(_BREAK):
            self.line += _BREAK
        elif tag == "p" and "Mso" in (attrs.get("class") or ""):
            return  # without a margin
        elif tag == "p" and not self.line and not any(self.cells) and self.lines and self.lines[-1]:
            self.lines.append("> " * self.quotes)
        if "gmail_signature" in (attrs.get("class") or ""):
            self.end_line()
            self.lines.append("--")

    def handle_endtag(self, tag: str) -> None:
        if self.hidden:
            if tag in self.hidden:
                del self.hidden[len(self.hidden) - 1 - self.hidden[::-1].index(tag) :]
        elif tag == "blockquote":
            self.end_line()
            self.quotes = max(0, self.quotes - 1)
        elif tag in {"tr", "table"}:
            self.end_line()
            self.cells[-1:] = [False] if tag == "tr" and self.cells else []
        elif tag == "li" or tag in _BLOCKS:
            self.break_line()

    def handle_data(self, data: str) -> None:
        if not self.hidden and len(self.line) < _LONGEST_LINE:
            self.line += data.replace("\t", " ").replace(_BREAK, " ")


def _is_hidden(tag: str, attrs: dict[str, str | None]) -> bool:
    """Whether an element is shown to nobody: a style, or the preview of a newsletter."""
    return tag in _HIDDEN or bool(_UNSEEN.search(attrs.get("style") or ""))


def _rows(line: str) -> list[str]:
    """Return the one row of a table that a line is, or the lines of the cells that only lay a page out."""
    cells = [cell for cell in line.split("\t") if cell.strip(f" {_BREAK}\r\n")]
    tall = any(_BREAK in cell.strip(f" {_BREAK}") for cell in cells)
    if len(cells) > _PAIR or (len(cells) == _PAIR and not tall):
        return [line.replace(_BREAK, " ")]
    return [piece for cell in line.split("\t") for piece in cell.split(_BREAK)]


def _joined(line: str) -> str:
    return re.sub(r" ?\t ?", "\t", " ".join(re.split(r"[ \r\n]+", line))).strip(" \t\u00a0")


def text_of(html: str) -> str:
    """Return the text of `html`, however broken it is."""
    reader = _Text()
    reader.feed(_TAG_WITHOUT_END.sub(" ", _HEAD.sub("", html)[:_LONGEST]))
    reader.close()
    reader.end_line()
    return "\n".join(reader.lines)
