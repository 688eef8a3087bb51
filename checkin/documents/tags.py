"""What a screen reader goes by: the parts of each page in their order, and what a picture shows.

ReportLab writes no tags itself; this is the logical structure of ISO 32000-1, 14.7 and 14.8, in its simplest
form: one level of elements, each of which is one marked piece of one page.
"""

from itertools import chain

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFPage,
    PDFString,
)


class Tags:
    """Collects the parts of a document while it is drawn, and writes them into it before it is saved."""

    def __init__(self) -> None:
        self._pages: list[list[tuple[str, str]]] = [[]]

    def open(self, role: str, instead: str = "") -> str:
        """Return the operator that begins a part ("P", "H1", "Figure"); "EMC" ends it.

        `instead` is what is read out in place of a picture.
        """
        marks = self._pages[-1]
        marks.append((role, instead))
        return f"/{role} <</MCID {len(marks) - 1}>> BDC"

    def end_page(self, page: PDFPage) -> None:
        """Tell the page, which is complete, where its parts are kept, and begin those of the next one."""
        page.StructParents = len(self._pages) - 1
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents"]  # else ReportLab leaves it out
        self._pages.append([])

    def write(self, document: PDFDocument) -> None:
        """Add the structure to a document whose pages have all been ended."""
        catalog = document.Catalog
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        catalog.StructTreeRoot = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        whole = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName("Document")})
        whole["P"] = document.Reference(catalog.StructTreeRoot, "Tags")
        catalog.StructTreeRoot["K"] = document.Reference(whole, "Tags.whole")
        by_page = [self._write_page(document, number) for number in range(len(self._pages) - 1)]
        whole["K"] = PDFArray(list(chain.from_iterable(by_page)))
        pairs = [item for number, parts in enumerate(by_page) for item in (number, PDFArray(parts))]
        catalog.StructTreeRoot["ParentTree"] = PDFDictionary({"Nums": PDFArray(pairs)})

    def _write_page(self, document: PDFDocument, number: int) -> list[PDFObjectReference]:
        """Add the parts of one page, as text: ReportLab's own objects take four times as long."""
        name = f"Page{number + 1}"
        whole, here = (_written(PDFObjectReference(other), document) for other in ("Tags.whole", name))
        common = f"<< /Type /StructElem /P {whole} /Pg {here}"
        parts = []
        for mark, (role, instead) in enumerate(self._pages[number]):
            alternative = f" /Alt {_written(PDFString(instead), document)}" if instead else ""
            part = f"{common} /S /{role} /K {mark}{alternative} >>".encode("latin-1")
            parts.append(document.Reference(part, f"Tags.{number}.{mark}"))
        return parts


def _written(item: PDFObject, document: PDFDocument) -> str:
    written = item.format(document)
    return written.decode("latin-1") if isinstance(written, bytes) else str(written)
