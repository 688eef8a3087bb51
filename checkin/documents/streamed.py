"""A PDF that is written while it is drawn: each page goes out when it is ended, and is forgotten.

ReportLab keeps every object of a document until it is saved, 11 kB a page. Here a page leaves behind its
number and its place in the file, so that ten thousand pages take hardly more memory than ten.
"""

from array import array
from typing import BinaryIO

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFFile,
    PDFObjectReference,
    PDFPage,
    PDFTrailer,
)
from reportlab.pdfbase.pdfdoc import format as format_object

_FREE = b"0000000000 65535 f \n"  # the entry of object 0 (ISO 32000-1, 7.5.4)


class StreamedDocument(PDFDocument):  # type: ignore[misc]  # ReportLab has no types
    """ReportLab's document, whose finished pages `release` writes to `stream`; saving writes the rest."""

    def __init__(self, stream: BinaryIO, language: str) -> None:
        super().__init__(compression=1, invariant=rl_config.invariant, pdfVersion=(1, 7), lang=language)
        self._stream = stream
        self._offsets = array("Q", [0])  # of each object by its number, in bytes; 0: not written yet
        self._at = 0
        self._common: str | None = None  # what all pages say
        self._write(b"".join(PDFFile(self._pdfVersion).strings))

    def release(self, name: str) -> None:
        """Write the page of this name with its content, and keep no more than a reference to it."""
        page = self.idToObject[name]
        content = page.Contents = self.Reference(page.Contents)
        self._put(content.name)
        if not (page.XObjects or page.Annots or page.ExtGState):
            self.idToObject[name] = self._plain(page)
        self._put(name)
        for written in (content.name, name):
            number, _generation = self.idToObjectNumberAndVersion[written]
            del self.idToObject[written], self.numberToId[number]
        del self.idToObjectNumberAndVersion[content.name]
        self.Pages.pages[-1] = PDFObjectReference(name)

    def _plain(self, page: PDFPage) -> bytes:
        """Return a page that shows text and shapes only, in a tenth of ReportLab's time."""
        if self._common is None:
            fonts = PDFDictionary({"Font": PDFObjectReference("BasicFonts"), "ProcSet": "[ /PDF /Text ]"})
            resources = self._referred(self.Reference(fonts, "Resources"))
            parent = self._referred(self.Reference(self.Pages))
            size = f"{page.pagewidth:.4f} {page.pageheight:.4f}"
            self._common = f"/Type /Page /Parent {parent} /MediaBox [ 0 0 {size} ] /Resources {resources}"
        number = getattr(page, "StructParents", None)
        tagged = "" if number is None else f" /StructParents {number}"
        return f"<< {self._common} /Contents {self._referred(page.Contents)}{tagged} >>".encode("ascii")

    def _referred(self, to: PDFObjectReference) -> str:
        return str(to.format(self), "ascii")

    def format(self) -> bytes:
        """Write what is left, and the table of where everything is; return nothing more to be written."""
        self._put_the_rest()
        start = self._at
        entries = b"".join(b"%010d 00000 n \n" % offset for offset in self._offsets[1:])
        self._write(b"xref\n0 %d\n" % len(self._offsets) + _FREE + entries)
        trailer = PDFTrailer(
            startxref=start,
            Size=len(self._offsets),
            Root=self.Reference(self.Catalog),
            Info=self.Reference(self.info),
            ID=self.ID(),
        )
        self._write(trailer.format(self))
        return b""

    def _put_the_rest(self) -> None:
        """Write every object that has not been; while one is written, others may come."""
        self.Reference(self.Catalog)
        self.Reference(self.info)
        number = 0
        while number < self.objectcounter:
            number += 1
            if number in self.numberToId:
                self._put(self.numberToId[number])

    def _put(self, name: str) -> None:
        number, _generation = self.idToObjectNumberAndVersion[name]
        item = self.idToObject[name]
        # First: while an object is written, others may be registered.
        content = item if isinstance(item, bytes) else format_object(item, self, toplevel=1)
        self._offsets.extend([0] * (self.objectcounter + 1 - len(self._offsets)))
        self._offsets[number] = self._at
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, content))

    def _write(self, content: bytes) -> None:
        self._stream.write(content)
        self._at += len(content)
