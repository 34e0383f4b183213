# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fetch the fonts of our PDFs from npm once, as plain TTF files that live in git.

Run with `uv run --group build scripts/vendor_fonts.py` (needs npm); `--check` only compares the files with
the manifest. The npm packages cut a family into script slices that all bear the family's name, and Typst
keeps just one of them: the slices of a family are therefore merged into one file.
"""

import argparse
import hashlib
import io
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools.merge import Merger, Options
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "lgnet" / "ui" / "paper" / "fonts"
MANIFEST = FONTS / "manifest.json"
LATIN_GREEK_CYRILLIC = ("latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "vietnamese")
# Ubuntu is one of the eight faces allowed beside the emblem of the Union; all others are under the OFL.
OFL, UBUNTU = "OFL-1.1", "Ubuntu-font-1.0"
FAMILY, FULL_NAME, TYPOGRAPHIC_FAMILY, TYPOGRAPHIC_STYLE = 1, 4, 16, 17


@dataclass(frozen=True)
class Family:
    """One family to vendor: which npm package, which of its script slices, which weights."""

    name: str
    package: str
    version: str
    slices: tuple[str, ...]
    weights: tuple[int, ...] = (400, 700)
    licence: str = OFL


FAMILIES = (
    Family("Ubuntu", "@fontsource/ubuntu", "5.3.0", ("latin",), (400,), UBUNTU),
    # Of the measures of Arial, one of the eight: the checker compares letters with it and prints nothing in it.
    Family("Arimo", "@fontsource/arimo", "5.3.0", ("latin",), (400,)),
    Family("Noto Sans", "@fontsource/noto-sans", "5.3.0", LATIN_GREEK_CYRILLIC),
    # Not Noto: it draws the dots of Arabic letters as separate glyphs, and then a screen reader is given the
    # letters doubled and out of order. Nastaliq has the same fault, but no rival that an Urdu reader would accept.
    Family("Amiri", "@fontsource/amiri", "5.3.0", ("arabic",)),
    Family("Noto Nastaliq Urdu", "@fontsource/noto-nastaliq-urdu", "5.3.0", ("arabic",)),
    Family("Noto Sans Bengali", "@fontsource/noto-sans-bengali", "5.3.0", ("bengali",)),
    Family("Noto Sans Devanagari", "@fontsource/noto-sans-devanagari", "5.3.0", ("devanagari",)),
    Family("Noto Sans Gurmukhi", "@fontsource/noto-sans-gurmukhi", "5.3.0", ("gurmukhi",)),
    Family("Noto Sans Ethiopic", "@fontsource/noto-sans-ethiopic", "5.3.0", ("ethiopic",)),
    # One weight: another 2.5 MB in git would buy only bolder Chinese headings.
    Family("Noto Sans SC", "@fontsource/noto-sans-sc", "5.3.0", ("chinese-simplified",), (400,)),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only compare the files with the manifest")
    if parser.parse_args().check:
        return check()
    entries = [entry for family in FAMILIES for entry in vendor(family)]
    MANIFEST.write_text(json.dumps({"fonts": entries}, indent=2) + "\n", encoding="utf-8")
    print(f"{len(entries)} fonts, {sum(path.stat().st_size for path in FONTS.glob('*.ttf')) / 1e6:.1f} MB")
    return check()


def check() -> int:
    """Return 0 when every file is the one the manifest names, and none is left over."""
    expected = {e["file"]: e["sha256"] for e in json.loads(MANIFEST.read_text(encoding="utf-8"))["fonts"]}
    found = {path.name: sha256(path.read_bytes()) for path in FONTS.glob("*.ttf")}
    wrong = sorted(name for name in expected.keys() | found.keys() if expected.get(name) != found.get(name))
    for name in wrong:
        print(f"{name}: not the file the manifest describes", file=sys.stderr)
    return 1 if wrong else 0


def vendor(family: Family) -> Iterator[dict[str, str]]:
    slug = family.package.removeprefix("@fontsource/")
    with tempfile.TemporaryDirectory() as folder, unpacked(family, Path(folder)) as archive:
        (FONTS / f"{slug}.LICENSE.txt").write_bytes(member(archive, "package/LICENSE"))
        for weight in family.weights:
            parts = [
                member(archive, f"package/files/{slug}-{s}-{weight}-normal.woff2") for s in family.slices
            ]
            font = merged(parts, Path(folder)) if len(parts) > 1 else opened(parts[0])
            rename(font, family.name)
            path = FONTS / f"{slug}-{weight}.ttf"
            font.save(path)
            yield {
                "file": path.name,
                "family": family.name,
                "source": f"npm:{family.package}@{family.version} ({', '.join(family.slices)})",
                "licence": family.licence,
                "sha256": sha256(path.read_bytes()),
                "covers": ranges(font.getBestCmap()),
            }


def unpacked(family: Family, folder: Path) -> tarfile.TarFile:
    """Let npm fetch the package: it verifies the registry's own integrity hash."""
    command = ["npm", "pack", "--silent", f"{family.package}@{family.version}"]
    name = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.strip()
    return tarfile.open(folder / name)


def member(archive: tarfile.TarFile, name: str) -> bytes:
    stream = archive.extractfile(name)
    if stream is None:
        raise FileNotFoundError(name)
    return stream.read()


def opened(woff2: bytes) -> TTFont:
    # recalcTimestamp off: the same source must give the same bytes, or the manifest means nothing.
    font = TTFont(io.BytesIO(woff2), recalcTimestamp=False)
    font.flavor = None
    return font


def merged(parts: Iterable[bytes], folder: Path) -> TTFont:
    paths = []
    for number, part in enumerate(parts):
        paths.append(folder / f"slice-{number}.ttf")
        opened(part).save(paths[-1])
    font = Merger(options=Options(drop_tables=["STAT", "prep", "gasp"])).merge([str(path) for path in paths])
    first = TTFont(paths[0])
    font["head"].created, font["head"].modified = first["head"].created, first["head"].modified
    font.recalcTimestamp = False
    return font


def rename(font: TTFont, family: str) -> None:
    """Give the file the family name we ask for (the Chinese file calls itself "Noto Sans SC Thin")."""
    for record in font["name"].names:
        if record.nameID in (FAMILY, TYPOGRAPHIC_FAMILY):
            record.string = family
        elif record.nameID == FULL_NAME:
            bold = font["OS/2"].usWeightClass >= 700
            record.string = f"{family} {'Bold' if bold else 'Regular'}"


def ranges(codepoints: Iterable[int]) -> str:
    """Write the characters a font covers as "20-7e,a0,...", which the program reads without a font library."""
    spans: list[list[int]] = []
    for point in sorted(codepoints):
        if spans and point == spans[-1][1] + 1:
            spans[-1][1] = point
        else:
            spans.append([point, point])
    return ",".join(f"{a:x}" if a == b else f"{a:x}-{b:x}" for a, b in spans)


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
