# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a held-out product reaches the checker: photographed on a wall, scanned askew, on a screen, packed, very small.

Made with arithmetic of its own: the development set does the same things by other means and with other amounts.
"""

from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

Points = list[tuple[float, float]]


def worn(picture: Image.Image, way: str, random: Random) -> Image.Image:
    """The picture as it comes in."""
    ways = {"scan": _scanned, "photo": _photographed, "screen": _on_a_screen, "tiny": _tiny}
    return ways[way](picture, random) if way in ways else picture


def _scanned(picture: Image.Image, random: Random) -> Image.Image:
    """Laid askew by one to three degrees on grey-white glass, with dust."""
    angle = random.choice((-1, 1)) * random.uniform(1.0, 3.0)
    high, wide = picture.height * 1.06, picture.width * 1.06
    glass = Image.new("RGB", (round(wide), round(high)), (249, 248, 244))
    glass.paste(picture, (round(picture.width * 0.03), round(picture.height * 0.03)))
    turned = glass.rotate(angle, Image.Resampling.BILINEAR, fillcolor=(249, 248, 244))
    draw = ImageDraw.Draw(turned)
    for _ in range(40):
        x, y = random.randrange(turned.width), random.randrange(turned.height)
        draw.point((x, y), fill=(120, 118, 110))
    values = np.asarray(turned, np.float32) * random.uniform(0.97, 1.02) + _noise(turned, 2.0, random)
    return _picture(values)


def _photographed(picture: Image.Image, random: Random) -> Image.Image:
    """Hung on a wall of bricks, from the side, in a shadow that crosses it, a little moved."""
    wide, high = round(picture.width * 1.3), round(picture.height * 1.2)
    wall = Image.new("RGB", (wide, high), random.choice(((168, 120, 98), (120, 128, 118), (205, 198, 185))))
    draw = ImageDraw.Draw(wall)
    for row in range(0, high, 44):
        draw.line((0, row, wide, row), fill=(140, 135, 128), width=3)
    left, top = round(picture.width * 0.15), round(picture.height * 0.1)
    wall.paste(picture, (left, top))
    corners: Points = [(0, 0), (wide, 0), (wide, high), (0, high)]
    lean = random.uniform(0.01, 0.055)
    seen: Points = [
        (x + (1 if x == 0 else -1) * random.uniform(0, lean) * wide,
         y + (1 if y == 0 else -1) * random.uniform(0, lean) * high)
        for x, y in corners
    ]  # fmt: skip
    moved = wall.transform(
        wall.size, Image.Transform.PERSPECTIVE, _plane(corners, seen), Image.Resampling.BILINEAR
    )
    soft = moved.filter(ImageFilter.BoxBlur(random.choice((0, 0.5, 1))))
    values = np.asarray(soft, np.float32)
    across = np.linspace(0, 1, soft.width)[None, :, None] * random.choice((-1, 1))
    shadow = 1 / (1 + np.exp(-8 * (across - random.uniform(-0.7, 0.7))))
    return _picture(values * (1 - random.uniform(0.08, 0.3) * shadow) + _noise(soft, 4.0, random))


def _plane(wanted: Points, seen: Points) -> list[float]:
    """The eight numbers of the change of perspective that brings these four points to those."""
    rows, right = [], []
    for (x, y), (u, v) in zip(wanted, seen, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    return [float(one) for one in np.linalg.solve(np.array(rows, float), np.array(right, float))]


def _on_a_screen(picture: Image.Image, random: Random) -> Image.Image:
    """In the page of a network of friends, between its bars, as somebody keeps what the telephone shows."""
    wide = random.choice((720, 828, 1080))
    high = round(picture.height * wide / picture.width)
    shown = picture.resize((wide, high), Image.Resampling.BICUBIC)
    screen = Image.new("RGB", (wide, high + 420), "white")
    draw = ImageDraw.Draw(screen)
    draw.rectangle((0, 0, wide, 64), fill=(20, 20, 22))
    draw.ellipse((24, 92, 104, 172), fill=(190, 200, 210))
    for n, share in enumerate((0.5, 0.3)):
        draw.rounded_rectangle((128, 100 + 36 * n, 128 + wide * share, 118 + 36 * n), 8, fill=(210, 212, 216))
    screen.paste(shown, (0, 200))
    for n in range(4):
        draw.ellipse((30 + n * 110, high + 230, 80 + n * 110, high + 280), outline=(70, 70, 74), width=5)
    return screen


def _tiny(picture: Image.Image, random: Random) -> Image.Image:
    scale = random.uniform(430, 680) / max(picture.size)
    return picture.resize((round(picture.width * scale), round(picture.height * scale)), Image.Resampling.BOX)


def _noise(picture: Image.Image, much: float, random: Random) -> NDArray[np.float64]:
    made = np.random.default_rng(random.randrange(2**31))
    return made.normal(0, much, (picture.height, picture.width, 3))


def _picture(values: NDArray[np.floating]) -> Image.Image:
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))
