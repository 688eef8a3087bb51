"""Draw the application's icon as the files that installers want: `python make_application_icon.py FOLDER`.

Writes application.png (512 pixels), application.ico (Windows: 16 to 256) and application.icns (macOS) from
application.svg.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
LARGEST = 512


def picture(side: int) -> Image.Image:
    """Return the icon drawn at `side` pixels."""
    image = QImage(side, side, QImage.Format.Format_RGBA8888)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(Path(__file__).with_name("application.svg"))).render(painter)
    painter.end()
    return Image.frombytes("RGBA", (side, side), bytes(image.constBits()))


def main(folder: Path) -> None:
    """Write the three files into `folder`."""
    _application = QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    largest, drawn = picture(LARGEST), [picture(side) for side in SIZES]
    largest.save(folder / "application.png")
    drawn[-1].save(
        folder / "application.ico", sizes=[(side, side) for side in SIZES], append_images=drawn[:-1]
    )
    largest.save(folder / "application.icns")
    print(*sorted(path.name for path in folder.glob("application.*")))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
