"""Where the program's own files lie: beside the code in a checkout, inside the package once installed."""

from pathlib import Path

_PACKAGED = Path(__file__).parent / "_resources"
_CHECKOUT = Path(__file__).parent.parent / "resources"
FOLDER = _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT


def resource(*parts: str) -> Path:
    """Return the path of one of the program's own files, as in `resource("demo", "event.json")`."""
    return FOLDER.joinpath(*parts)
