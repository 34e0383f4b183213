# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The results as a table for people and as JSON, with the aims beside them."""

import json
import os
import platform
from pathlib import Path
from typing import Any

from bench.measuring import DASHBOARDS, Measured, Result, as_json

# What a request may cost the web process on one core with 900,000 people, in milliseconds (docs/evidence).
AIMS = {"list": 20.0, "search": 20.0, "create": 25.0}
GROWTH = 1.3
DASHBOARD = 100.0  # milliseconds within which 19 of 20 looks at numbers are answered
FIRST_PAGE = 200_000
NAMES = {
    "status": "status, an empty answer",
    "list": "list of people",
    "search": "search",
    "case": "open a case",
    "note": "add a note",
    "create": "register a person",
    "nation": "national page",
}
HEAD = "| people | page | clients | p50 ms | p95 ms | p99 ms | requests/s | web CPU ms | database CPU ms | queries |"


def table(results: list[Result]) -> str:
    """Every measurement, then growth and weights."""
    lines = [HEAD, "|" + "---|" * 10]
    lines += [_line(row) for result in results for row in result.measured if row.page in NAMES]
    lines += ["", *_growth(results), "", *_dashboards(results), "", *_nights(results), "", *_weights(results)]
    return "\n".join(lines)


def _line(row: Measured) -> str:
    times = f"{row.p50} | {row.p95} | {row.p99} | {row.per_second}"
    work = f"{row.web_cpu} | {row.database_cpu} | {row.queries:g}"
    return f"| {row.people:,} | {NAMES[row.page]} | {row.clients} | {times} | {work} |"


def cost(result: Result, page: str) -> tuple[float, float]:
    """Milliseconds of CPU for a request of this page, of the web and of PostgreSQL, over all numbers of clients."""
    rows = [row for row in result.measured if row.page == page]
    n = sum(row.requests for row in rows) or 1
    return sum(r.web_cpu * r.requests for r in rows) / n, sum(r.database_cpu * r.requests for r in rows) / n


def _growth(results: list[Result]) -> list[str]:
    first, last = results[0], results[-1]
    lines = [
        f"| page | web CPU {first.people:,} | web CPU {last.people:,} | growth | with database | growth | aim |",
        "|" + "---|" * 7,
    ]
    for page in NAMES:
        small, large = cost(first, page), cost(last, page)
        if not small[0]:
            continue
        aim = f"under {AIMS[page]:g} ms, " if page in AIMS else ""
        lines.append(
            f"| {NAMES[page]} | {small[0]:.1f} | {large[0]:.1f} | {large[0] / small[0]:.2f} | {sum(large):.1f} "
            f"| {sum(large) / sum(small):.2f} | {aim}growth at most {GROWTH} |"
        )
    return lines


def _dashboards(results: list[Result]) -> list[str]:
    """The screens of numbers: the slowest twentieth of their answers at each size."""
    heads = " | ".join(f"p95 ms, {result.people:,} people, {result.facts:,} facts" for result in results)
    rows = [{row.page: row for row in result.measured} for result in results]
    lines = [f"| screen of numbers | {heads} | queries | aim |", "|" + "---|" * (len(results) + 3)]
    for page in DASHBOARDS:
        times = " | ".join(f"{measured[page].p95}" for measured in rows)
        lines.append(f"| {page} | {times} | {rows[-1][page].queries:g} | under {DASHBOARD:g} ms |")
    return lines


def _nights(results: list[Result]) -> list[str]:
    return [
        f"At night with {result.people:,} people: "
        + ", ".join(f"{work} {seconds} s" for work, seconds in result.night.items())
        + "."
        for result in results
    ]


def _weights(results: list[Result]) -> list[str]:
    return [
        f"With {result.people:,} people the first page is {result.first_page_bytes / 1000:.0f} kB compressed, "
        f"{result.first_visit_bytes / 1000:.0f} kB with its files (aim: at most {FIRST_PAGE / 1000:.0f} kB)."
        for result in results
    ]


def write(results: list[Result], path: Path, *, commit: str, day: str) -> None:
    """Write the JSON file."""
    found: dict[str, Any] = {
        "day": day,
        "commit": commit,
        "machine": f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}",
        "load_at_the_end": [round(value, 1) for value in os.getloadavg()],
        "results": as_json(results),
    }
    path.write_text(json.dumps(found, indent=1) + "\n")
