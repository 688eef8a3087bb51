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
_CELLS = frozenset({"td", "th"})
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
        self.hidden = 0

    def end_line(self, *, always: bool = False) -> None:
        text = " ".join(part for part in re.split(r"[ \r\n]+", self.line) if part).strip(" ")
        if text.strip("\t") or always:
            self.lines.append("> " * self.quotes + text.strip("\t"))
        self.line = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self.hidden += 1
        elif tag == "br":
            self.end_line(always=True)
        elif tag == "hr":
            self.end_line()
            self.lines.append("_" * 32)
        elif tag == "li":
            self.end_line()
            self.line = "- "
        elif tag in _CELLS:
            self.line += "\t" if self.line else ""
        elif tag == "blockquote":
            self.end_line()
            self.quotes += 1
        elif tag in _BLOCKS:
            self.start_block(tag, dict(attrs))

    def start_block(self, tag: str, attrs: dict[str, str | None]) -> None:
        if not self.line.endswith("\t") and self.line != "- ":  # a paragraph inside a cell stays in it
            self.end_line()
        if tag == "p" and self.lines and self.lines[-1]:
            self.lines.append("> " * self.quotes)
        if "gmail_signature" in (attrs.get("class") or ""):
            self.lines.append("--")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self.hidden = max(0, self.hidden - 1)
        elif tag == "blockquote":
            self.end_line()
            self.quotes = max(0, self.quotes - 1)
        elif tag in {"tr", "li", "div", "table"} or (tag in _BLOCKS and "\t" not in self.line):
            self.end_line()

    def handle_data(self, data: str) -> None:
        if not self.hidden and len(self.line) < _LONGEST_LINE:
            self.line += data.replace("\t", " ")


def text_of(html: str) -> str:
    """Return the text of `html`, however broken it is."""
    reader = _Text()
    reader.feed(_TAG_WITHOUT_END.sub(" ", _HEAD.sub("", html)[:_LONGEST]))
    reader.close()
    reader.end_line()
    return "\n".join(reader.lines)
