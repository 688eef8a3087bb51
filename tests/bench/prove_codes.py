"""Every code of many confirmations is read back from a picture of its page, at 100, 150 and 300 dpi.

`python tests/bench/prove_codes.py [CONFIRMATIONS]`.
"""

import sys
from random import Random
from uuid import UUID

import pypdfium2
import zxingcpp

from checkin.app import demonstration_event
from checkin.documents.confirmation import Confirmation, Holder, confirmation_pdf
from checkin.domain.attendee import Attendee
from checkin.domain.ticket import code_for

NAMES = (("Élodie", "d’Artois"), ("Jean-Baptiste", "Di Martino"), ("", ""), ("Nguyễn Thị", "Hồng Nhung"))
DPIS = (100, 150, 300)
POINTS = 72


def read_back(content: bytes, dpi: int) -> list[str]:
    """Return the codes on the pages of a PDF, drawn in grey at `dpi`."""
    document = pypdfium2.PdfDocument(content)
    pictures = [page.render(scale=dpi / POINTS, grayscale=True).to_pil() for page in document]
    document.close()
    return sorted(found.text for picture in pictures for found in zxingcpp.read_barcodes(picture))


def party(chance: Random, number: int) -> tuple[Holder, ...]:
    """Return an invented party of one to eight, with codes that no other has."""
    return tuple(
        Holder(
            Attendee(UUID(int=1000 * number + place), UUID(int=number), place, *chance.choice(NAMES)),
            code_for(bytes(32), UUID(int=chance.getrandbits(128))),
        )
        for place in range(chance.choice((1, 1, 1, 2, 3, 6, 8)))
    )


def main() -> int:
    """Say how many codes were read at each resolution; 1 if any was not."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    chance = Random(count)  # noqa: S311 - samples, no secret
    asked, read = 0, dict.fromkeys(DPIS, 0)
    event = demonstration_event()
    for number in range(count):
        holders = party(chance, number)
        content = confirmation_pdf(Confirmation(event, holders, chance.choice(("fr", "en"))))
        wanted = sorted(holder.code for holder in holders)
        asked += len(wanted)
        for dpi in DPIS:
            read[dpi] += len(wanted) if read_back(content, dpi) == wanted else 0
    for dpi in DPIS:
        sys.stdout.write(f"{dpi} dpi: {read[dpi]} of {asked} codes read back\n")
    return int(any(found < asked for found in read.values()))


if __name__ == "__main__":
    sys.exit(main())
