"""The code on the confirmation.

A code is 128 bits in 32 ModHex letters (`CBDEFGHIJKLNRTUV`, the letters that every Latin keyboard layout
has in the same place; Yubico's Modified Hexadecimal). Its first 112 bits are HMAC-SHA-256 (RFC 2104) of the
ticket's id under the organiser's secret, the last 16 a CRC (CCITT, as binascii.crc_hqx) that starts from a
value of ours: a misread letter, two swapped ones or a foreign text of the same shape are told from a code
nobody knows.

The database keeps the SHA-256 of a code: who has it can recognise a code, not make one.
"""

import binascii
import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

ALPHABET = "CBDEFGHIJKLNRTUV"
LENGTH = 32
SECRET_BYTES = 32

_PAYLOAD_BYTES = 14
_CRC_START = 0xC4EC
_HEXADECIMAL = str.maketrans(ALPHABET, "0123456789abcdef")
_RUN = re.compile(f"[{ALPHABET}]{{{LENGTH},}}")
_NEARLY = range(30, 37)  # letters: two lost to four added, as by a scanner's own prefix
_NEARLY_SHARE = 0.85


class Unreadable(StrEnum):
    """Why a text is no code."""

    MISREAD = "misread"  # one of ours, but a letter is wrong or missing: scan again
    FOREIGN = "foreign"  # not one of ours


@dataclass(frozen=True, slots=True)
class Ticket:
    """What the event knows of one code: whose it is, and whether it still counts; instants in UTC."""

    id: UUID
    event_id: UUID
    attendee_id: UUID
    issued_at: datetime
    revoked_at: datetime | None = None

    @property
    def is_live(self) -> bool:
        """Whether the code has not been revoked."""
        return self.revoked_at is None


def code_for(secret: bytes, ticket_id: UUID) -> str:
    """Return the 32-letter code of a ticket; the same secret and id give the same code again."""
    payload = hmac.digest(secret, ticket_id.bytes, "sha256")[:_PAYLOAD_BYTES]
    return _letters(payload + _check(payload))


def digest(code: str) -> bytes:
    """Return the 32 bytes by which the database recognises `code` (as `read` gives it)."""
    return hashlib.sha256(code.encode("ascii")).digest()


def read(text: str) -> str | Unreadable:
    """Return the code in a scanned or typed text, upper case, 32 letters; or why there is none.

    Blanks are ignored, as are the case and whatever a scanner puts before and after.
    """
    squeezed = "".join(text.upper().split())
    for found in _RUN.finditer(squeezed):
        run = found[0]
        for start in range(len(run) - LENGTH + 1):
            code = run[start : start + LENGTH]
            if _is_ours(code):
                return code
    return Unreadable.MISREAD if _looks_like_ours(squeezed) else Unreadable.FOREIGN


def grouped(code: str) -> str:
    """Return `code` in eights, as it stands in clear under the QR for typing by hand."""
    return " ".join(code[start : start + 8] for start in range(0, len(code), 8))


def _check(payload: bytes) -> bytes:
    return binascii.crc_hqx(payload, _CRC_START).to_bytes(2, "big")


def _letters(raw: bytes) -> str:
    return "".join(ALPHABET[byte >> 4] + ALPHABET[byte & 15] for byte in raw)


def _is_ours(code: str) -> bool:
    raw = bytes.fromhex(code.translate(_HEXADECIMAL))
    return _check(raw[:_PAYLOAD_BYTES]) == raw[_PAYLOAD_BYTES:]


def _looks_like_ours(squeezed: str) -> bool:
    """Whether a part of a text is about as long as a code and nearly all of its letters are a code's."""
    return any(
        sum(letter in ALPHABET for letter in run) >= _NEARLY_SHARE * len(run)
        for run in re.findall(r"[A-Z0-9]+", squeezed)
        if len(run) in _NEARLY
    )
