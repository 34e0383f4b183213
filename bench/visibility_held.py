# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Products drawn as vectors and typeset: the held-out set. Nothing is adjusted on it, and it shares no drawing code
with the other one: stars are one path used twelve times, letters come from the typesetting, the strip stands at the
left, in the middle or on top, and a file goes through another size before it is kept.
"""

import io
import json
import math
from pathlib import Path
from random import Random
from typing import Literal

import typst
from PIL import Image

from bench.visibility_cases import SHORT, WORDS, Case
from bench.visibility_worn import worn

FONTS = Path(__file__).resolve().parent.parent / "lgnet" / "ui" / "paper" / "fonts"
# Faces that are none of the eight: two of ours, and those of Debian where they are, which the checker does not know.
SYSTEM = (Path("/usr/share/fonts/truetype/dejavu"), Path("/usr/share/fonts/truetype/liberation"))
WRONG_FACES = (
    "Noto Sans",
    "Amiri",
    *(("DejaVu Sans", "DejaVu Serif", "Liberation Serif") if all(map(Path.exists, SYSTEM)) else ()),
)
BODY = "Martedì 19 gennaio alle 17, nella sala del quartiere. Ingresso libero."
STAR = (
    "M0,-1 L.2245,-.309 L.9511,-.309 L.3633,.118 L.5878,.809 L0,.382 L-.5878,.809 L-.3633,.118 L-.9511,-.309"
    " L-.2245,-.309Z"
)
HOURS = (
    (0, -6), (3, -5.19615), (5.19615, -3), (6, 0), (5.19615, 3), (3, 5.19615), (0, 6), (-3, 5.19615), (-5.19615, 3),
    (-6, 0), (-5.19615, -3), (-3, -5.19615),
)  # fmt: skip
TEMPLATE = """
#let d = json(bytes(sys.inputs.data))
#set page(width: d.w * 1pt, height: d.h * 1pt, margin: 0pt, fill: rgb(d.ground))
#set text(font: "Noto Sans")
#let put(x, y, body) = place(top + left, dx: x * 1pt, dy: y * 1pt, body)
#if d.backdrop != "" { put(0, 0, image(bytes(d.backdrop), format: "svg", width: d.w * 1pt)) }
#for one in d.texts {
  put(one.x, one.y, block(width: one.width * 1pt,
    text(size: one.size * 1pt, weight: one.weight, fill: rgb(one.fill), one.text)))
}
#for one in d.drawings {
  put(one.x, one.y, rotate(one.turn * 1deg, image(bytes(one.svg), format: "svg", width: one.width * 1pt,
    height: one.height * 1pt, fit: "stretch")))
}
#if d.words.len() > 0 {
  put(d.wx, d.wy, stack(dir: ttb, spacing: d.size * 0.32pt,
    ..d.words.map(line => text(font: d.face, size: d.size * 1pt, fill: rgb(d.fill), top-edge: "cap-height",
      bottom-edge: "baseline", line))))
}
"""


def _svg(inside: str, width: float, height: float) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{inside}</svg>'


def _emblem(case: Case, random: Random) -> str:
    field, stars, edge = "#003399", "#FFCC00", ""
    if case.look == "mono_blue":
        stars = "#ffffff"
    if case.look == "mono_black":
        field, stars = "#ffffff", "#000000"
        edge = (
            '<rect x=".15" y=".15" width="26.7" height="17.7" fill="none" stroke="#000" stroke-width=".3"/>'
        )
    if case.fault == "wrong_blue":
        field = random.choice(("#1976d2", "#2a5caa", "#0b1f4d", "#5e35b1", "#0077b6"))
    if case.fault == "wrong_stars":
        stars = random.choice(("#ff7f27", "#9ccc65", "#ef5350", "#c0b060", "#f8bbd0"))
    hours = [hour for n, hour in enumerate(HOURS) if not (case.fault == "star_gone" and n == case.seed % 12)]
    drawn = "".join(
        f'<path transform="translate({13.5 + x} {9 + y})" d="{STAR}" fill="{stars}"/>' for x, y in hours
    )
    over = ""
    if case.fault == "covered":
        over = random.choice((
            '<path d="M10.5 9a3 3 0 1 0 6 0 3 3 0 1 0-6 0" fill="#e53935"/>',
            '<path d="M10 8h7v2h-7z" fill="#fff"/>',
            '<path d="M0 18V9l9 9z" fill="#fff"/>',
            '<path d="M13.5 5l4 7h-8z" fill="#43a047"/>',
        ))  # fmt: skip
    inside = f'<rect width="27" height="18" fill="{field}"/>{drawn}{edge}{over}'
    if case.fault == "upside_down":
        inside = f'<g transform="rotate(180 13.5 9)">{inside}</g>'
    return _svg(inside, 27, 18)


def _alike(random: Random) -> str:
    """Other flags and marks with stars: ten in a ring, fifteen in white, thirteen, a bow of six, a row."""
    kind = random.randrange(5)
    kinds: dict[int, list[tuple[float, float]]] = {
        0: [(13.5 + 6 * _sin(n / 10), 9 - 6 * _cos(n / 10)) for n in range(10)],
        1: [(13.5 + 6 * _sin(n / 15), 9 - 6 * _cos(n / 15)) for n in range(15)],
        2: [(13.5 + 6 * _sin(n / 13), 9 - 6 * _cos(n / 13)) for n in range(13)],
        3: [(13.5 + 6 * _sin(n / 18 - 0.14), 9 - 6 * _cos(n / 18 - 0.14)) for n in range(6)],
        4: [(3 + 3.2 * n, 9) for n in range(7)],
    }
    colour = ("#FFCC00", "#ffffff", "#ffffff", "#ffffff", "#FFCC00")[kind]
    drawn = "".join(
        f'<path transform="translate({x:.3f} {y:.3f})" d="{STAR}" fill="{colour}"/>' for x, y in kinds[kind]
    )
    field = random.choice(("#003893", "#00247d", "#244aa5", "#003399"))
    return _svg(f'<rect width="27" height="18" fill="{field}"/>{drawn}', 27, 18)


def _sin(turn: float) -> float:
    return math.sin(2 * math.pi * turn)


def _cos(turn: float) -> float:
    return math.cos(2 * math.pi * turn)


def _mark(random: Random) -> str:
    colour = random.choice(("#b71c1c", "#1b5e20", "#37474f", "#e65100", "#6a1b9a"))
    return random.choice((
        _svg(f'<path d="M0 0h10v6l-5 4-5-4z" fill="{colour}"/><path d="M3 2h4v3H3z" fill="#fff"/>', 10, 10),
        _svg(f'<circle cx="5" cy="5" r="5" fill="{colour}"/><path d="M2 4h6v2H2z" fill="#fff"/>', 10, 10),
        _svg(f'<path d="M5 0l5 5-5 5-5-5z" fill="{colour}"/>', 10, 10),
    ))  # fmt: skip


def _backdrop(width: int, height: int, random: Random) -> str:
    """A picture of hills, houses and light, as posters have it."""
    parts = []
    for _ in range(60):
        x, y, r = random.randrange(width), random.randrange(int(height * 0.55)), random.randrange(20, 220)
        colour = f"hsl({random.randrange(360)} {random.randrange(15, 75)}% {random.randrange(20, 85)}%)"
        parts.append(
            f'<ellipse cx="{x}" cy="{y}" rx="{r}" ry="{r * random.uniform(0.3, 1):.0f}" fill="{colour}" opacity=".8"/>'
        )
    clip = f'<clipPath id="c"><rect width="{width}" height="{int(height * 0.6)}"/></clipPath>'
    return _svg(f'{clip}<g clip-path="url(#c)">{"".join(parts)}</g>', width, height)


def _plan(case: Case) -> dict[str, object]:
    random = Random(case.seed)
    w, h = random.choice(((1280, 720), (1000, 1000), (842, 1191), (1191, 842), (1200, 628)))
    tall = case.share * min(w, h)
    wide = tall * 1.5
    if case.fault == "stretched":
        wide *= random.choice((0.7, 0.82, 1.22, 1.35))
    coloured = case.look in {"coloured", "bordered"}
    ground = random.choice(("#17324d", "#8e24aa", "#00695c", "#fdd835", "#616161")) if coloured else "#ffffff"
    on_top = random.random() < 0.25 and case.look != "photo"
    x = random.choice((40.0, w * 0.08, w * 0.2 if tall < 0.15 * h else 40.0))
    y = 46.0 if on_top else h - tall - 50.0
    drawings: list[dict[str, object]] = []
    if case.fault == "in_blue":
        drawings.append(
            _at(_svg('<rect width="9" height="9" fill="#003399"/>', 9, 9), 0, y - 40, w, tall + 90)
        )
    if case.look == "bordered":
        b = tall / 25
        drawings.append(
            _at(
                _svg('<rect width="9" height="9" fill="#fff"/>', 9, 9),
                x - b,
                y - b,
                wide + 2 * b,
                tall + 2 * b,
            )
        )
    turn = random.choice((-15, -9, -6, 4, 7, 11)) if case.fault == "turned" else 0
    shown = (
        _mark(random)
        if case.fault == "none"
        else _alike(random)
        if case.fault == "alike"
        else _emblem(case, random)
    )
    drawings.append(_at(shown, x, y, wide if case.fault != "none" else tall, tall, turn))
    if case.fault == "larger_mark":
        bw, bh = wide * random.uniform(1.2, 1.5), tall * random.uniform(1.2, 1.6)
        drawings.append(
            _at(_mark(random), w - bw - 40, max(10.0, min(h - bh - 10, y + tall / 2 - bh / 2)), bw, bh)
        )
    else:
        drawings.append(_at(_mark(random), w - tall * 0.8 - 40, y + tall * 0.15, tall * 0.7, tall * 0.7))
    ink = "#000000" if ground in {"#ffffff", "#fdd835"} else "#ffffff"
    middle = h * 0.35 if on_top else h * 0.1
    texts = [
        _text("Incontro pubblico sulla casa", middle, w * 0.8, min(w, h) / 13, "bold", ink),
        _text(BODY, middle + min(w, h) * 0.22, w * 0.6, min(w, h) / 36, "regular", ink),
    ]
    words = _lines(case, random) if case.fault not in {"none", "alike", "no_words"} else []
    size = max(6.0, tall * (0.29 if len(words) < 2 else 0.33))
    room = w - x - wide - tall * 1.3 - 70 - (wide * 1.5 if case.fault == "larger_mark" else 0)
    longest = max((len(line) for line in words), default=1)
    size = max(6.0, min(size, room / (0.56 * longest)))
    face = random.choice(("Ubuntu", "Arimo")) if case.fault != "wrong_face" else random.choice(WRONG_FACES)
    fill = (
        "#003399"
        if ground == "#ffffff" and case.fault != "in_blue"
        else ink
        if ground == "#fdd835"
        else "#ffffff"
    )
    if case.look == "mono_black":
        fill = "#000000"
    if case.fault == "wrong_colour":
        fill = random.choice(("#d32f2f", "#388e3c", "#f57c00", "#7b1fa2"))
    high = size * (0.7 * len(words) + 0.32 * (len(words) - 1))
    backdrop = _backdrop(w, h, random) if case.look == "photo" else ""
    return {
        "w": w, "h": h, "ground": ground, "texts": texts, "drawings": drawings, "words": words,
        "wx": x + wide + tall * 0.22, "wy": y + (tall - high) / 2, "size": size,
        "face": face, "fill": fill, "backdrop": backdrop,
    }  # fmt: skip


def _text(text: str, y: float, width: float, size: float, weight: str, fill: str) -> dict[str, object]:
    return {"x": 40, "y": y, "width": width, "size": size, "weight": weight, "fill": fill, "text": text}


def _at(svg: str, x: float, y: float, width: float, height: float, turn: float = 0) -> dict[str, object]:
    return {"svg": svg, "x": x, "y": y, "width": width, "height": height, "turn": turn}


def _lines(case: Case, random: Random) -> list[str]:
    text = random.choice(SHORT) if case.fault == "short_words" else WORDS[case.language]
    if case.look != "two_lines":
        return [text]
    words = text.split()
    cut = 1 if len(words[0]) > 9 else 2 if len(words) > 2 else 1
    return [" ".join(words[:cut]), " ".join(words[cut:])]


_FACES = typst.Fonts(
    include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS, *filter(Path.exists, SYSTEM)]
)


def _compiled(plan: dict[str, object], form: Literal["png", "pdf"], ppi: float | None = None) -> bytes:
    compiler = typst.Compiler(
        TEMPLATE.encode(), font_paths=_FACES, ignore_system_fonts=True, sys_inputs={"data": json.dumps(plan)}
    )
    made = compiler.compile(format=form, ppi=ppi)
    if not isinstance(made, bytes):
        raise TypeError("a product has one page")
    return made


def draw(case: Case) -> bytes:
    """The product as a picture, made smaller from a larger one."""
    random = Random(case.seed + 1)
    made = _compiled(_plan(case), "png", random.choice((72, 100, 140)))
    picture = Image.open(io.BytesIO(made)).convert("RGB")
    scale = random.choice((1.0, 1.0, 0.86))
    if scale < 1:
        picture = picture.resize(
            (round(picture.width * scale), round(picture.height * scale)), Image.Resampling.BICUBIC
        )
    picture = worn(picture, case.worn, random)
    target = io.BytesIO()
    quality = 30 if case.worn == "packed" else case.quality
    if quality:
        picture.save(target, "JPEG", quality=quality, subsampling=random.choice((0, 2)))
    else:
        picture.save(target, "PNG")
    return target.getvalue()


def draw_pdf(case: Case) -> bytes:
    """The same product as a PDF whose letters are text."""
    return _compiled(_plan(case), "pdf")


def truth_of_pdf(case: Case) -> dict[str, str]:
    """What a PDF says more than a picture: the name of the face, and millimetres.

    Arimo has the shapes of Arial, and in a picture nobody could object; by its name it is none of the eight.
    """
    found, plan = case.truth, _plan(case)
    if "VIS-3" in found and plan["face"] != "Ubuntu":
        found["VIS-3"] = "broken"
    if case.fault == "small":
        high = case.share * min(float(str(plan["w"])), float(str(plan["h"]))) / 72 * 25.4
        found["VIS-1"] = "broken" if high < 10 else "met"
    return found
