# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Refresh the files of other projects that we ship, for developers only: nothing at run time needs node.

    python scripts/vendor_assets.py

Raise a version in PACKAGES, run, look at the difference, commit. Four things are changed on the way, no others:
ECharts is bundled from its own modules with only what our charts draw (two thirds of its whole bundle); the
pointer to a source map is cut off (we do not ship the maps, and a hashed static storage refuses a reference to a
missing file); a font of a video player that stands inside the CSS is cut out (our Content-Security-Policy refuses
fonts that are not files, and we have no player); the icons come without the logos of companies.
"""

import hashlib
import json
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

UI = Path(__file__).resolve().parent.parent / "lgnet" / "ui"
VENDOR = UI / "static" / "vendor"
FONTS = ("Titillium_Web/titillium-web-v10", "Lora/lora-v20", "Roboto_Mono/roboto-mono-v13")
FACES = {
    "Titillium_Web": ("regular", "italic", "600", "700"),
    "Lora": ("regular", "italic", "700"),
    "Roboto_Mono": ("regular", "700"),
}
BRANDS = (
    "android",
    "apple",
    "behance",
    "bluesky",
    "designers-italia",
    "facebook",
    "figma",
    "flickr",
    "github",
    "google",
    "instagram",
    "linkedin",
    "mastodon",
    "medium",
    "moodle",
    "pinterest",
    "quora",
    "reddit",
    "slack",
    "snapchat",
    "spotify",
    "stackexchange",
    "stackoverflow",
    "team-digitale",
    "telegram",
    "threads",
    "tiktok",
    "twitter",
    "vimeo",
    "whatsapp",
    "youtube",
    "piattaforme",
)
ESBUILD = "esbuild@0.25.12"
# What `lgnet/ui/static/ui/chart-options.js` draws with; the SVG renderer needs no style written inline.
CHARTS = """
export { init } from "echarts/core";
import { registerLocale, use } from "echarts/core";
import {
  BarChart, BoxplotChart, CustomChart, HeatmapChart, LineChart, SankeyChart, ScatterChart,
} from "echarts/charts";
import {
  AriaComponent, GridComponent, LegendComponent, TooltipComponent, VisualMapContinuousComponent,
} from "echarts/components";
import { SVGRenderer } from "echarts/renderers";
import italian from "echarts/i18n/langIT-obj.js";
registerLocale("IT", italian);
use([
  BarChart, BoxplotChart, CustomChart, HeatmapChart, LineChart, SankeyChart, ScatterChart, AriaComponent,
  GridComponent, LegendComponent, TooltipComponent, VisualMapContinuousComponent, SVGRenderer,
]);
"""


@dataclass(frozen=True)
class Package:
    """One npm package: which version, under which licence, and which of its files go where."""

    name: str
    version: str
    licence: str
    files: dict[str, str]

    @property
    def folder(self) -> Path:
        return VENDOR / self.name / self.version


def _bootstrap_italia_files() -> dict[str, str]:
    files = {
        "dist/css/bootstrap-italia.min.css": "css/bootstrap-italia.min.css",
        "dist/fonts/Titillium_Web/OFL.txt": "fonts/Titillium_Web/OFL.txt",
        "dist/fonts/Lora/OFL.txt": "fonts/Lora/OFL.txt",
        "dist/fonts/Roboto_Mono/LICENSE.txt": "fonts/Roboto_Mono/LICENSE.txt",
    }
    for stem in FONTS:
        for face in FACES[stem.split("/")[0]]:
            path = f"{stem}-latin-ext_latin-{face}.woff2"
            files[f"dist/fonts/{path}"] = f"fonts/{path}"
    return files


PACKAGES = (
    Package(
        "bootstrap-italia", "2.18.3", "BSD-3-Clause AND OFL-1.1 AND Apache-2.0", _bootstrap_italia_files()
    ),
    Package("htmx.org", "2.0.11", "0BSD", {"dist/htmx.min.js": "htmx.min.js"}),
    Package(
        "echarts",
        "6.1.0",
        "Apache-2.0 AND BSD-3-Clause AND 0BSD",
        {
            "NOTICE": "NOTICE",
            "ours/echarts.js": "echarts.js",
            "../zrender/LICENSE": "LICENSE-zrender",
            "../tslib/LICENSE.txt": "LICENSE-tslib",
        },
    ),
)


def _cleaned(content: bytes) -> bytes:
    content = re.sub(rb"\n/[/*]# sourceMappingURL=[^\n]*", b"", content)
    return re.sub(rb"@font-face\{[^}]*url\(data:[^}]*\}", b"", content)


def _copy(package: Package, modules: Path) -> None:
    source = modules / package.name
    shutil.rmtree(package.folder.parent, ignore_errors=True)
    for origin, target in {"LICENSE": "LICENSE", **package.files}.items():
        content = (source / origin).read_bytes()
        if target.endswith((".css", ".js")):
            content = _cleaned(content)
        path = package.folder / target
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _describe(package: Package) -> dict[str, object]:
    paths = sorted(path for path in package.folder.rglob("*") if path.is_file())
    return {
        "name": package.name,
        "version": package.version,
        "licence": package.licence,
        "files": {
            path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in paths
        },
    }


def _bundle_charts(modules: Path) -> None:
    """ECharts as one module with only what we draw, where `_copy` finds it like a file of the package."""
    entry = modules / "charts.js"
    entry.write_text(CHARTS, encoding="utf-8")
    out = modules / "echarts" / "ours" / "echarts.js"
    options = ["--bundle", "--minify", "--format=esm", "--target=es2020", "--legal-comments=none"]
    subprocess.run([modules / ".bin" / "esbuild", entry, *options, f"--outfile={out}"], check=True)


def _write_icons(modules: Path) -> None:
    """The sprite without the logos of companies, so that the first page stays light on a slow phone."""
    sprite = (modules / "bootstrap-italia" / "dist" / "svg" / "sprites.svg").read_text(encoding="utf-8")
    symbols = re.findall(r"<symbol id=\"it-[^\"]*\".*?</symbol>", sprite, flags=re.DOTALL)
    kept = [symbol for symbol in symbols if not re.match(rf'<symbol id="it-({"|".join(BRANDS)})[-"]', symbol)]
    text = '<svg xmlns="http://www.w3.org/2000/svg">' + "".join(kept) + "</svg>\n"
    target = PACKAGES[0].folder / "svg" / "icons.svg"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        wanted = [f"{package.name}@{package.version}" for package in PACKAGES]
        command = [
            "npm",
            "install",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--prefix",
            scratch,
            ESBUILD,
            *wanted,
        ]
        subprocess.run(command, check=True)
        modules = Path(scratch) / "node_modules"
        _bundle_charts(modules)
        for package in PACKAGES:
            _copy(package, modules)
        _write_icons(modules)
    manifest = [_describe(package) for package in PACKAGES]
    (VENDOR / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
