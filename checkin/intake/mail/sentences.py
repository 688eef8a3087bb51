"""A reply's text → its sentences: wrapped lines joined, a list kept with the line that introduces it.

Patterns are matched on a *plain* sentence: the same letters at the same places, in small letters without
accents, so that a place found in one is a place in the other.
"""

import re
import unicodedata
from dataclasses import dataclass

_LONGEST_ITEM = 90  # letters of a list's entry
_WRAPPED = 50  # letters: a line at least this long may have been broken by a mail program
_LONGEST_SENTENCE = 1_500
_BULLET = re.compile(
    r"^\s*(?:[-–—*•·▪◦‣⁃➢►o]\s+|[-–—*•·▪◦‣⁃➢►](?=\w)|\d{1,2}\s*[.)°/]\s*-?\s*|\(\d{1,2}\)\s*)(?=\S)"
)
_UNCHECKED = re.compile(r"^\s*(?:[☐□❏❑▢]|\[\s?\]|\(\s?\))\s*\S")
_CHECKED = re.compile(r"^\s*(?:[☒☑✔✓✅■]|\[\s?[xX✓]\s?\]|\(\s?[xX]\s?\)|[xX]\s)\s*")
_ENDS = re.compile(
    r"(?<![\s.(](?:M|J|A|B|C|D|E|F|G|H|I|K|L|N|O|P|R|S|T|V|W))(?<!^(?:M|J))"
    r"(?<!\bMM)(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bPr)(?<!\bMe)(?<!\bSt)(?<!\bcf)(?<!\bex)(?<!\bMrs)(?<!\bMme)(?<!\bSte)"
    r"(?<!\bProf)(?<!\bMlle)(?<!\bMmes)(?<!\bresp)([.!?…]+)(?:\s+|$)"
)
_SMILEYS = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u2604\u2607-\u260f\u2615-\u26ff\u2764\ufe0f]|[:;]-?[)(DPp](?=\\s|$)|\\^\\^|<3"
)
# Behind a name, in brackets: its dots would end the sentence.
_ADDRESS = re.compile(r"\s*[(<\[](?:mailto:)?[^\s()<>\[\]]+@[^\s()<>\[\]]+[)>\]]")
_LETTERS = {
    "œ": "o",
    "æ": "a",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ß": "s",
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "`": "'",
    "´": "'",
}
_LETTERS |= {"–": "-", "—": "-", "‑": "-", "‐": "-", "\u00a0": " "}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as it stood, and its plain form of the same length."""

    text: str
    plain: str

    @property
    def is_question(self) -> bool:
        """Whether it ends in a question mark."""
        return self.text.rstrip(" »\")'").endswith("?")


def plain(text: str) -> str:
    """Return `text` in small letters without accents, letter for letter."""
    return "".join(map(_plain_letter, text))


def sentences(text: str) -> list[Sentence]:
    """Return the sentences of a reply, in order."""
    found = [piece for line in joined_lines(text) for piece in _split(line)]
    return [Sentence(piece[:_LONGEST_SENTENCE], plain(piece[:_LONGEST_SENTENCE])) for piece in found]


def joined_lines(text: str) -> list[str]:
    """Return the lines of `text` with wrapped ones joined and lists put behind their introduction."""
    lines: list[str] = []
    last, listing = "", False
    for raw in text.split("\n"):
        if _UNCHECKED.match(raw) and not _CHECKED.match(raw):
            continue
        line = _SMILEYS.sub(" ", _ADDRESS.sub("", _CHECKED.sub("", raw))).strip()
        if not line:
            listing = listing and last.endswith(":")
            last = last if last.endswith(":") else ""
            continue
        is_item = bool(_BULLET.match(line)) and not re.match(r"\d{1,2}\s*[./]\s*\d", line)
        item = _BULLET.sub("", line) if is_item else line
        if (
            lines
            and last
            and (last.endswith(":") or (listing and (is_item or _is_item(item) or last.endswith(";"))))
        ):
            lines[-1] += (" " if last.endswith(":") else " ; ") + item
            listing = True
        elif lines and listing and last and _GOES_ON.match(line):
            lines[-1] += " ; " + item
        elif lines and last and _continues(last, line, is_item=is_item):
            lines[-1] += " " + item
        elif lines and is_item and last and not last.endswith((".", "!", "?")):
            lines[-1] += (" ; " if _BULLET.match(last) else " : ") + item
            listing = True
        else:
            lines.append(item)
            listing = False
        last = line
    return lines


def _is_item(line: str) -> bool:
    """Whether a line in a list without bullets is still one of its entries: short, and no sentence."""
    return (
        len(line) < _LONGEST_ITEM
        and not re.search(r"[.!?]$", line)
        and not re.match(
            r"(?i)(?:cordial|bien |bonne |belle |merci|je |nous |vous |en vous|dans l.attente"
            r"|à bient|respect|amiti|sinc|best\b|kind |regards|thank)",
            line,
        )
    )


def _continues(last: str, line: str, *, is_item: bool) -> bool:
    if is_item or last.endswith((".", "!", "?", ":", ";")):
        return False
    if re.match(r"[\"(«]?[a-zà-ÿ]", line) and (
        len(last) >= _WRAPPED or last.endswith((",", "(")) or _HANGING.search(last)
    ):
        return True
    return len(last) >= _WRAPPED + 10 or bool(_HANGING.search(last))


_GOES_ON = re.compile(r"(?:ainsi qu|et |avec |plus |and |accompagn|as well as|\+)")
_HANGING = re.compile(
    r"(?i)\b(de|du|des|le|la|les|et|avec|que|par|mme|monsieur|madame|and|with|the|of|à|au|pour)$"
)


def _split(line: str) -> list[str]:
    pieces, start = [], 0
    for end in _ENDS.finditer(line):
        pieces.append(line[start : end.end()].strip())
        start = end.end()
    pieces.append(line[start:].strip())
    return [piece for piece in pieces if piece]


def _plain_letter(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    small = letter.lower()[:1]
    if small in _LETTERS:
        return _LETTERS[small]
    return unicodedata.normalize("NFKD", small)[:1] or " "
