# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Draw the marks that the package ships: the network's own, and the emblem of the Union with its sentence.

Run with `.venv/bin/python scripts/draw_marks.py` from the folder of the repository. Letters become outlines, so that
the drawings look the same where the face is missing. No mark of a real body is imitated: theirs are uploaded.
"""

import sys
from pathlib import Path

import typst

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from lgnet.mediakit.making.outlines import whole  # noqa: E402
from lgnet.mediakit.making.sentences import OFFICIAL  # noqa: E402

DATA = ROOT / "lgnet" / "mediakit" / "data"
FONTS = ROOT / "lgnet" / "ui" / "paper" / "fonts"
EMBLEM = (ROOT / "lgnet" / "ui" / "paper" / "emblem.svg").read_text(encoding="utf-8")
MARK = (ROOT / "lgnet" / "ui" / "static" / "ui" / "mark.svg").read_text(encoding="utf-8")
PAGE = "#set page(width: auto, height: auto, margin: {margin}mm, fill: {ground})\n"
SPDX = "SPDX"  # apart, so that this file itself is not read as saying it
HEAD = (
    f"<!-- {SPDX}-FileCopyrightText: 2026 The LGNET platform contributors -->\n"
    f"<!-- {SPDX}-License-Identifier: EUPL-1.2 -->\n"
)
LOCKUP = """
#set text(top-edge: "cap-height", bottom-edge: "baseline")
#grid(columns: (auto, auto), column-gutter: 4mm, align: horizon,
  box({frame}image(bytes(sys.inputs.emblem), format: "svg", height: 20mm){end}),
  text(font: "Ubuntu", size: 24pt, fill: rgb("{fill}"), "{sentence}"))
"""
WORD = """
#grid(columns: (auto, auto), column-gutter: 3mm, align: horizon,
  image(bytes(sys.inputs.mark), format: "svg", height: 20mm),
  text(font: "Noto Sans", weight: "bold", size: 44pt, tracking: 1pt, fill: rgb("{fill}"), top-edge: "cap-height",
    bottom-edge: "baseline", "LGNET"))
"""
PALETTE = (
    ("#003399", "Reflex blue of the Union"), ("#FFCC00", "Yellow of the Union"), ("#0066cc", "Blue of the network"),
    ("#17324d", "Ink of the network"), ("#FFFFFF", "White"),
)  # fmt: skip


def write(name: str, source: str, **inputs: str) -> None:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    compiler = typst.Compiler(source.encode(), font_paths=fonts, ignore_system_fonts=True, sys_inputs=inputs)
    drawn = whole(compiler.compile(format="svg")).decode()
    (DATA / name).write_text(HEAD + drawn.rstrip() + "\n", encoding="utf-8")


def lockup(sentence: str, fill: str, ground: str = "none", border: str = "") -> str:
    frame, end = (f"stroke: 0.8mm + {border}, inset: 0mm, ", "") if border else ("", "")
    page = PAGE.format(margin=4, ground=ground)
    return page + LOCKUP.format(frame=frame, end=end, fill=fill, sentence=sentence)


def recoloured(field: str, stars: str, edge: str = "") -> str:
    drawn = EMBLEM.replace("#003399", field).replace("#FFCC00", stars)
    frame = f'<rect x="4" y="4" width="802" height="532" fill="none" stroke="{edge}" stroke-width="8"/>'
    return drawn.replace("</svg>", f"{frame}</svg>") if edge else drawn


def main() -> None:
    DATA.mkdir(exist_ok=True)
    for language, sentence in OFFICIAL.items():
        write(f"eu-cofunded-{language}.svg", lockup(sentence, "#003399"), emblem=EMBLEM)
    italian = OFFICIAL["it"]
    white = lockup(italian, "#FFFFFF", 'rgb("#17324d")', 'rgb("#FFFFFF")')
    write("eu-cofunded-it-on-colour.svg", white, emblem=EMBLEM)
    write(
        "eu-cofunded-it-black.svg",
        lockup(italian, "#000000"),
        emblem=recoloured("#FFFFFF", "#000000", "#000000"),
    )
    write("lgnet-wordmark.svg", PAGE.format(margin=3, ground="none") + WORD.format(fill="#17324d"), mark=MARK)
    (DATA / "lgnet-mark.svg").write_text(MARK, encoding="utf-8")
    bars = "".join(
        f'<rect x="{20 + 150 * n}" y="20" width="130" height="90" fill="{code}" stroke="#17324d"/>'
        f"<title>{code}: {words}</title>"
        for n, (code, words) in enumerate(PALETTE)
    )
    size = f'viewBox="0 0 {150 * len(PALETTE) + 20} 130"'
    palette = f'{HEAD}<svg xmlns="http://www.w3.org/2000/svg" {size}>{bars}</svg>\n'
    (DATA / "palette.svg").write_text(palette, encoding="utf-8")


if __name__ == "__main__":
    main()
