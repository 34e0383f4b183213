# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Products drawn point by point: the set on which the checker is adjusted. Faces: ours, and Liberation where it is."""

import io
import math
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from bench.visibility_cases import SHORT, WORDS, Case

FONTS = Path(__file__).resolve().parent.parent / "lgnet" / "ui" / "paper" / "fonts"
WEB = FONTS.parent.parent / "static" / "vendor" / "bootstrap-italia"
SYSTEM = Path("/usr/share/fonts/truetype")
BLUE, YELLOW, WHITE, BLACK = (0, 51, 153), (255, 204, 0), (255, 255, 255), (0, 0, 0)
Colour = tuple[int, int, int]


def _face(random: Random, *, allowed: bool, size: int) -> ImageFont.FreeTypeFont:
    good = [
        FONTS / "ubuntu-400.ttf",
        SYSTEM / "liberation/LiberationSans-Regular.ttf",
        FONTS / "arimo-400.ttf",
    ]
    bad = [
        SYSTEM / "dejavu/DejaVuSerif.ttf",
        SYSTEM / "liberation/LiberationSerif-Regular.ttf",
        SYSTEM / "dejavu/DejaVuSansCondensed.ttf",
        SYSTEM / "liberation/LiberationSansNarrow-Regular.ttf",
        SYSTEM / "dejavu/DejaVuSans-Bold.ttf",
        FONTS / "noto-sans-700.ttf",
        FONTS / "noto-sans-400.ttf",
        *sorted(WEB.glob("*/fonts/Titillium_Web/titillium-web-*-regular.woff2")),
    ]
    there = [path for path in (good if allowed else bad) if path.exists()]
    return ImageFont.truetype(random.choice(there), size)


def emblem(
    height: int, *, field: Colour, stars: Colour, fault: str, edge: Colour | None, random: Random
) -> Image.Image:
    """Drawn four times as large and made smaller, as cameras and programs soften edges."""
    h = height * 4
    w = round(h * 1.5)
    picture = Image.new("RGB", (w, h), field)
    draw = ImageDraw.Draw(picture)
    gone = random.randrange(12) if fault == "star_gone" else -1
    for n in range(12):
        if n == gone:
            continue
        turn = n * math.pi / 6
        cx, cy = w / 2 + h / 3 * math.sin(turn), h / 2 - h / 3 * math.cos(turn)
        points = []
        for k in range(10):
            r = h / 18 * (1 if k % 2 == 0 else 0.382)
            a = k * math.pi / 5
            points.append((cx + r * math.sin(a), cy - r * math.cos(a)))
        draw.polygon(points, fill=stars)
    if edge:
        draw.rectangle((0, 0, w - 1, h - 1), outline=edge, width=max(4, h // 60))
    if fault == "covered":
        kind = random.randrange(3)
        if kind == 0:
            draw.ellipse((w * 0.42, h * 0.36, w * 0.58, h * 0.64), fill=(200, 30, 40))
        elif kind == 1:
            draw.text(
                (w * 0.4, h * 0.42),
                "LGNET",
                fill=WHITE,
                font=ImageFont.truetype(FONTS / "noto-sans-700.ttf", h // 7),
            )
        else:
            draw.polygon([(w, h * 0.5), (w, h), (w * 0.66, h)], fill=(20, 140, 70))
    if fault == "stretched":
        w = round(w * random.choice((0.72, 0.8, 1.25, 1.4)))
    small = picture.resize((max(2, w // 4), height), Image.Resampling.LANCZOS)
    return small.rotate(180) if fault == "upside_down" else small


def _ground(size: tuple[int, int], look: str, random: Random) -> tuple[Image.Image, Colour]:
    if look == "coloured":
        colour = random.choice(((23, 50, 77), (190, 40, 60), (20, 110, 70), (240, 190, 60), (90, 90, 90)))
        return Image.new("RGB", size, colour), colour
    if look == "bordered":
        return _ground(size, "coloured", random)
    return Image.new("RGB", size, WHITE), WHITE


def _photo(size: tuple[int, int], random: Random) -> Image.Image:
    """Clouds of colour with grain, as an unsharp photo has them."""
    noise = np.random.default_rng(random.randrange(10**9))
    coarse = noise.integers(30, 225, (max(2, size[1] // 90), max(2, size[0] // 90), 3), np.uint8)
    cloud = Image.fromarray(coarse).resize(size, Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(3))
    grain = noise.normal(0, 9, (size[1], size[0], 3))
    return Image.fromarray(np.clip(np.asarray(cloud) + grain, 0, 255).astype(np.uint8))


def _alike(draw: ImageDraw.ImageDraw, x: int, y: int, h: int, random: Random) -> None:
    """Flags and marks with stars that are not the emblem."""
    kind = random.randrange(5)
    field = random.choice((BLUE, (0, 56, 147), (20, 40, 120)))
    w = round(h * random.choice((1.5, 1.7)))
    draw.rectangle((x, y, x + w, y + h), fill=field)
    count = (10, 15, 13, 8, 6)[kind]
    for n in range(count):
        turn = 2 * math.pi * n / count
        cx, cy = x + w / 2 + h / 3 * math.sin(turn), y + h / 2 - h / 3 * math.cos(turn)
        if kind == 4:
            cx, cy = x + w * (0.1 + 0.13 * n), y + h * (0.2 + 0.1 * n)
        points = [
            (cx + h / 18 * (1 if k % 2 == 0 else 0.382) * math.sin(k * math.pi / 5),
             cy - h / 18 * (1 if k % 2 == 0 else 0.382) * math.cos(k * math.pi / 5))
            for k in range(10)
        ]  # fmt: skip
        draw.polygon(points, fill=YELLOW if kind != 1 else WHITE)
    if kind == 0:
        draw.rectangle((x, y + h * 0.45, x + w, y + h * 0.55), fill=(200, 40, 40))


def _mark(draw: ImageDraw.ImageDraw, x: int, y: int, w: int, h: int, random: Random) -> None:
    colour = random.choice(((200, 40, 60), (20, 120, 80), (60, 60, 70), (230, 120, 20)))
    kind = random.randrange(3)
    if kind == 0:
        draw.ellipse((x, y, x + w, y + h), fill=colour)
        draw.ellipse((x + w // 4, y + h // 4, x + 3 * w // 4, y + 3 * h // 4), fill=WHITE)
    elif kind == 1:
        draw.polygon(
            [(x, y), (x + w, y), (x + w, y + h * 0.6), (x + w / 2, y + h), (x, y + h * 0.6)], fill=colour
        )
    else:
        draw.rounded_rectangle((x, y, x + w, y + h), h // 5, fill=colour)


def draw(case: Case) -> bytes:
    """The product as a file."""
    random = Random(case.seed)
    size = random.choice(((1200, 630), (1080, 1080), (900, 1270), (1000, 1400)))
    page, colour = _ground(size, case.look, random)
    short = min(size)
    h = max(14, round(case.share * short))
    if case.look == "photo":
        photo = _photo((size[0], round(size[1] * 0.6)), random)
        page.paste(photo, (0, 0))
    d = ImageDraw.Draw(page)
    ink = BLACK if colour == WHITE else WHITE
    heading = ImageFont.truetype(FONTS / "noto-sans-700.ttf", short // 14)
    where = WHITE if case.look == "photo" else ink
    d.text((60, 60), "Porte aperte\nallo sportello", font=heading, fill=where, spacing=10)
    body = ImageFont.truetype(FONTS / "noto-sans-400.ttf", short // 34)
    d.text((60, int(size[1] * 0.3)), "Venerdì 11 dicembre, ore 16\nVia Rockefeller 35", font=body, fill=where)
    x, y = 60, size[1] - h - 60
    if case.fault == "none":
        _mark(d, x, y, h, h, random)
    elif case.fault == "alike":
        _alike(d, x, y, h, random)
    else:
        _emblem_and_words(page, d, case, (x, y, h), colour, random)
    if case.fault != "larger_mark":
        other = round(h * 0.7)
        _mark(d, size[0] - 60 - round(other * 1.2), size[1] - 60 - other, round(other * 1.2), other, random)
    return _file(page, case, random)


def _emblem_and_words(
    page: Image.Image,
    d: ImageDraw.ImageDraw,
    case: Case,
    at: tuple[int, int, int],
    colour: Colour,
    random: Random,
) -> None:
    x, y, h = at
    field, stars, edge = BLUE, YELLOW, None
    if case.look == "mono_blue":
        stars = WHITE
    if case.look == "mono_black":
        field, stars, edge = WHITE, BLACK, BLACK
    if case.fault == "wrong_blue":
        field = random.choice(((0, 102, 204), (30, 120, 180), (10, 20, 70), (90, 60, 160)))
    if case.fault == "wrong_stars":
        stars = random.choice(((255, 120, 40), (120, 220, 120), (250, 90, 90), (200, 200, 90)))
    if case.fault == "in_blue":
        d.rectangle((0, y - h, page.width, page.height), fill=BLUE)
        colour = BLUE
    mark = emblem(h, field=field, stars=stars, fault=case.fault, edge=edge, random=random)
    if case.look == "bordered":
        b = max(1, round(h / 25))
        d.rectangle((x - b, y - b, x + mark.width + b - 1, y + h + b - 1), fill=WHITE)
    if case.fault == "turned":
        angle = random.choice((-14, -8, -5, 5, 8, 12))
        turned = mark.convert("RGBA").rotate(angle, expand=True, resample=Image.Resampling.BICUBIC)
        page.paste(turned, (x, y - (turned.height - h) // 2), turned)
        mark = turned.convert("RGB")
    else:
        page.paste(mark, (x, y))
    if case.fault == "larger_mark":
        w = round(mark.width * random.uniform(1.25, 1.6))
        tall = round(h * random.uniform(1.25, 1.7))
        _mark(d, page.width - 50 - w, min(page.height - 20 - tall, y + h // 2 - tall // 2), w, tall, random)
    _words(page, d, case, (x + mark.width + h // 4, y, h), colour, random)


def _taken(case: Case, h: int) -> int:
    """What the other mark takes at the right edge."""
    return round(h * 2.5) + 60 if case.fault == "larger_mark" else round(h * 0.9) + 60


def _words(
    page: Image.Image,
    d: ImageDraw.ImageDraw,
    case: Case,
    at: tuple[int, int, int],
    colour: Colour,
    random: Random,
) -> None:
    if case.fault == "no_words":
        return
    x, y, h = at
    text = random.choice(SHORT) if case.fault == "short_words" else WORDS[case.language]
    lines = [text]
    if case.look == "two_lines":
        words = text.split()
        cut = max(1, len(words) // 2)
        lines = [" ".join(words[:cut]), " ".join(words[cut:])]
    size = max(7, round(h * (0.3 if len(lines) == 1 else 0.34)))
    face = _face(random, allowed=case.fault != "wrong_face", size=size)
    while max(face.getlength(line) for line in lines) > page.width - x - 30 - _taken(case, h) and size > 7:
        size -= 1
        face = face.font_variant(size=size)
    fill = BLUE if colour == WHITE else WHITE
    if case.look == "mono_black":
        fill = BLACK
    if case.fault == "wrong_colour":
        fill = random.choice(((210, 40, 60), (40, 160, 80), (240, 140, 20), (150, 60, 180)))
    step = round(size * 1.2)
    top = y + (h - step * len(lines)) // 2
    for n, line in enumerate(lines):
        d.text((x, top + n * step), line, font=face, fill=fill)


def _worn(page: Image.Image, way: str, random: Random) -> Image.Image:
    """As it comes back from a scanner, a telephone, a screen."""
    if way == "scan":
        turned = page.rotate(
            random.choice((-1, 1)) * random.uniform(1, 3),
            Image.Resampling.BICUBIC,
            expand=True,
            fillcolor=(244, 244, 242),
        )
        return _grained(turned.filter(ImageFilter.GaussianBlur(0.5)), 3, random)
    if way == "photo":
        return _photographed(page, random)
    if way == "screen":
        scale = random.uniform(0.6, 0.9)
        small = page.resize((round(page.width * scale), round(page.height * scale)), Image.Resampling.LANCZOS)
        screen = Image.new("RGB", (small.width + 260, small.height + 150), (236, 238, 241))
        bar = ImageDraw.Draw(screen)
        bar.rectangle((0, 0, screen.width, 56), fill=(205, 209, 214))
        bar.rounded_rectangle((120, 14, screen.width - 40, 42), 14, fill=WHITE)
        screen.paste(small, (random.randrange(20, 220), 90))
        return screen
    if way == "tiny":
        scale = 560 / max(page.size)
        return page.resize((round(page.width * scale), round(page.height * scale)), Image.Resampling.LANCZOS)
    return page


def _photographed(page: Image.Image, random: Random) -> Image.Image:
    """On a wall, a little from the side, unevenly lit, not quite sharp."""
    w, h = page.size
    wall = Image.new(
        "RGB", (round(w * 1.25), round(h * 1.25)), random.choice(((150, 140, 125), (90, 96, 99)))
    )
    wall.paste(page, (w // 8, h // 8))
    lean = 0.05

    big, tall = wall.size
    dx, dy = (
        [random.uniform(0, lean) * big for _ in range(4)],
        [random.uniform(0, lean) * tall for _ in range(4)],
    )
    quad = (dx[0], dy[0], dx[1], tall - dy[1], big - dx[2], tall - dy[2], big - dx[3], dy[3])
    seen = wall.transform(wall.size, Image.Transform.QUAD, quad, Image.Resampling.BICUBIC)
    y, x = np.mgrid[:tall, :big]
    light = 1 - random.uniform(0.1, 0.35) * np.hypot(x / big - random.random(), y / tall - random.random())
    lit = Image.fromarray(np.clip(np.asarray(seen) * light[..., None], 0, 255).astype(np.uint8))
    return _grained(lit.filter(ImageFilter.GaussianBlur(random.uniform(0.5, 1.1))), 5, random)


def _grained(page: Image.Image, much: int, random: Random) -> Image.Image:
    noise = np.random.default_rng(random.randrange(10**9)).normal(0, much, (page.height, page.width, 1))
    return Image.fromarray(np.clip(np.asarray(page) + noise, 0, 255).astype(np.uint8))


def _file(page: Image.Image, case: Case, random: Random) -> bytes:
    page = _worn(page, case.worn, random)
    if random.random() < 0.25:
        page = page.filter(ImageFilter.GaussianBlur(0.6))
    target = io.BytesIO()
    quality = 30 if case.worn == "packed" else case.quality
    if quality:
        page.save(target, "JPEG", quality=quality)
    else:
        page.save(target, "PNG")
    return target.getvalue()
