"""Pictures of codes as a webcam takes them: turned, tilted, small, dark, glaring, moiré, inverted, pale.

Made with Pillow alone; the same seed makes the same pictures.
"""

import math
from collections.abc import Callable
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from checkin.documents.qr import symbol

SIZE = (1280, 720)
Point = tuple[float, float]


def frame(condition: str, code: str, random: Random) -> Image.Image:
    """Return a picture (mode L, 1280 × 720) of `code` under a condition."""
    return CONDITIONS[condition](code, random)


def _card(code: str, module: int = 12, *, inverted: bool = False) -> Image.Image:
    """Return the symbol with its quiet zone."""
    rows = symbol(code)
    small = Image.new("L", (len(rows), len(rows)))
    small.putdata([30 if module_ == "1" else 235 for row in rows for module_ in row])
    card = ImageOps.expand(
        small.resize((len(rows) * module,) * 2, Image.Resampling.NEAREST), 4 * module, fill=235
    )
    return ImageOps.invert(card) if inverted else card


def _place(
    code: str,
    random: Random,
    *,
    side: float,
    turn: float = 0,
    tilt: float = 0,
    inverted: bool = False,
    ground: int | None = None,
    overlay: Callable[[Image.Image], Image.Image] | None = None,
) -> Image.Image:
    """Return a picture with the code `side` pixels wide, turned and tilted by degrees."""
    card = _card(code, inverted=inverted)
    if overlay:
        card = overlay(card)
    width, height = SIZE
    picture = _ground(random, ground)
    reach = side * 0.75
    low = min(reach, height / 2)
    centre = (random.uniform(reach, width - reach), random.uniform(low, height - low))
    corners = _corners(side, math.radians(turn), math.radians(tilt), random.uniform(0, 2 * math.pi), centre)
    mask = Image.new("L", card.size, 255)
    coefficients = _perspective(corners, card.size)
    warped = card.transform(SIZE, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC)
    mask = mask.transform(SIZE, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC)
    picture.paste(warped, (0, 0), mask)
    return picture


def _ground(random: Random, level: int | None) -> Image.Image:
    base = Image.linear_gradient("L").resize(SIZE).rotate(random.choice((0, 180)))
    level = random.randint(60, 180) if level is None else level
    picture = base.point(lambda value: max(0, min(255, level + (value - 128) // 4)))
    draw = ImageDraw.Draw(picture)
    for _ in range(12):
        x, y = random.randint(0, SIZE[0]), random.randint(0, SIZE[1])
        box = (x, y, x + random.randint(20, 300), y + random.randint(10, 200))
        shade = max(0, min(255, level + random.randint(-60, 60)))
        random.choice((draw.rectangle, draw.ellipse))(box, fill=shade)
    return picture


def _corners(side: float, turn: float, tilt: float, axis: float, centre: Point) -> list[Point]:
    """Return where the corners of a square of that side are seen, turned and tilted, from three sides off."""
    away, half = side * 3, side / 2
    found = []
    for x, y in ((-half, -half), (half, -half), (half, half), (-half, half)):
        x, y = x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn)  # noqa: PLW2901
        along, across = (
            x * math.cos(axis) + y * math.sin(axis),
            -x * math.sin(axis) + y * math.cos(axis),
        )
        depth = away + across * math.sin(tilt)
        across *= math.cos(tilt)
        along, across = along * away / depth, across * away / depth
        x, y = (  # noqa: PLW2901
            along * math.cos(axis) - across * math.sin(axis),
            along * math.sin(axis) + across * math.cos(axis),
        )
        found.append((centre[0] + x, centre[1] + y))
    return found


def _perspective(corners: list[Point], size: tuple[int, int]) -> list[float]:
    """Return Pillow's eight coefficients, which lead from the picture back to a card of that size."""
    width, height = size
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(corners, ((0, 0), (width, 0), (width, height), (0, height)), strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    return _solve(rows)


def _solve(rows: list[list[float]]) -> list[float]:
    size = len(rows)
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        lead = rows[column][column]
        rows[column] = [value / lead for value in rows[column]]
        for row in range(size):
            if row != column and (factor := rows[row][column]):
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[column], strict=True)]
    return [row[-1] for row in rows]


def _taken(picture: Image.Image, random: Random, noise: float = 8, blur: float = 0.7) -> Image.Image:
    """Return what a sensor makes of a picture: a little out of focus, with noise (a standard deviation)."""
    picture = picture.filter(ImageFilter.GaussianBlur(blur))
    grain = Image.frombytes("L", SIZE, random.randbytes(SIZE[0] * SIZE[1]))
    spread = noise / 73.9  # of a uniform byte's own standard deviation
    grain = grain.point(lambda value: round(128 + (value - 127.5) * spread))
    return ImageChops.add(picture, grain, 1, -128)


def _plain(code: str, random: Random) -> Image.Image:
    return _taken(_place(code, random, side=random.uniform(180, 420), turn=random.uniform(-8, 8)), random)


def _rotated(code: str, random: Random) -> Image.Image:
    return _taken(_place(code, random, side=random.uniform(160, 400), turn=random.uniform(0, 360)), random)


def _tilted(code: str, random: Random) -> Image.Image:
    picture = _place(
        code, random, side=random.uniform(220, 420), turn=random.uniform(0, 360), tilt=random.uniform(30, 68)
    )
    return _taken(picture, random)


def _small(code: str, random: Random) -> Image.Image:
    picture = _place(code, random, side=random.uniform(37 * 1.4, 37 * 2.6), turn=random.uniform(-30, 30))
    return _taken(picture, random, 5, 0.6)


def _dark(code: str, random: Random) -> Image.Image:
    picture = _place(code, random, side=random.uniform(180, 400), turn=random.uniform(-40, 40))
    light = random.uniform(0.03, 0.15)
    return _taken(picture.point(lambda value: round(value * light)), random, random.uniform(0.5, 2))


def _glaring(code: str, random: Random) -> Image.Image:
    side, strength = random.uniform(220, 420), random.uniform(0.6, 1.4)

    def lamp(card: Image.Image) -> Image.Image:
        spot = ImageOps.invert(Image.radial_gradient("L"))
        spot = spot.resize((round(card.width * random.uniform(0.4, 1.2)),) * 2)
        layer = Image.new("L", card.size)
        least, most = -spot.width // 2, card.width // 2
        layer.paste(spot, (random.randint(least, most), random.randint(least, most)))
        return ImageChops.add(card, layer.point(lambda value: round(value * strength)))

    return _taken(_place(code, random, side=side, turn=random.uniform(-40, 40), overlay=lamp), random)


def _moire(code: str, random: Random) -> Image.Image:
    """Show a telephone's screen, whose rows and columns beat with the sensor's."""
    picture = _place(code, random, side=random.uniform(200, 420), turn=random.uniform(-20, 20))
    waves = Image.new("L", SIZE)
    angle, pitch = random.uniform(0, math.pi), random.uniform(2.5, 9)
    angle2, pitch2 = angle + math.pi / 2 + random.uniform(-0.2, 0.2), random.uniform(2.5, 9)
    depth = random.uniform(20, 80)
    first = _wave(angle, pitch, depth)
    second = _wave(angle2, pitch2, depth)
    waves = ImageChops.add(first, second, 1, -128)
    return _taken(ImageChops.add(picture, waves, 1, -128), random)


def _wave(angle: float, pitch: float, depth: float) -> Image.Image:
    """Return stripes around 128, `pitch` pixels apart."""
    length = 2048
    line = Image.new("L", (length, 1))
    line.putdata([round(128 + depth * math.sin(2 * math.pi * x / pitch)) for x in range(length)])
    return (
        line.resize((length, length))
        .rotate(math.degrees(angle), Image.Resampling.BICUBIC)
        .crop((length // 2 - 640, length // 2 - 360, length // 2 + 640, length // 2 + 360))
    )


def _inverted(code: str, random: Random) -> Image.Image:
    picture = _place(
        code,
        random,
        side=random.uniform(180, 400),
        turn=random.uniform(0, 360),
        inverted=True,
        ground=random.randint(20, 60),
    )
    return _taken(picture, random)


def _pale(code: str, random: Random) -> Image.Image:
    share, level = random.uniform(0.04, 0.2), random.randint(120, 200)
    picture = _place(code, random, side=random.uniform(180, 400), turn=random.uniform(-40, 40))
    return _taken(picture.point(lambda value: round(level + (value - 128) * share)), random, 2)


def _blurred(code: str, random: Random) -> Image.Image:
    side = random.uniform(220, 420)
    picture = _place(code, random, side=side, turn=random.uniform(-40, 40))
    return _taken(picture, random, 5, side / 37 * random.uniform(0.3, 0.65))


def _both(code: str, random: Random) -> Image.Image:
    """Show it tilted, turned, small and dark at once, a little each."""
    picture = _place(
        code, random, side=random.uniform(120, 220), turn=random.uniform(0, 360), tilt=random.uniform(10, 40)
    )
    light = random.uniform(0.15, 0.4)
    return _taken(picture.point(lambda value: round(value * light)), random, random.uniform(2, 5))


CONDITIONS: dict[str, Callable[[str, Random], Image.Image]] = {
    "plain": _plain,
    "rotated": _rotated,
    "tilted": _tilted,
    "small": _small,
    "dark": _dark,
    "glaring": _glaring,
    "moiré": _moire,
    "inverted": _inverted,
    "pale": _pale,
    "blurred": _blurred,
    "several": _both,
}
