# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How often the checker of visibility is right: `python -m bench.visibility`; with `dev` on the other set,
with `pdf` the PDFs alone.

The held-out set has its own seeds and its own drawing program (`bench.visibility_held`), and nothing in the checker
was adjusted on it. Products are invented: expect other figures on what cities really print. Written to
docs/evidence/visibility.json; docs/evidence/visibility.md says what they mean.
"""

import json
import os
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lgnet.config.settings")
from bench import visibility_dev, visibility_held
from bench.place import ROOT, circumstances, enter
from bench.visibility_cases import TOLD, WAYS, Case, cases

enter()
django.setup()

from lgnet.mediakit.seeing import look  # noqa: E402 - models need Django set up

DEV, HELD, HELD_PDF = (170, 1_001), (400, 260_613), (68, 310_117)
EVIDENCE = ROOT / "docs" / "evidence" / "visibility.json"
Draw = Callable[[Case], bytes]


def measure(
    drawn: Iterable[Case],
    draw: Draw,
    keep: Path | None = None,
    truth: Callable[[Case], dict[str, str]] = lambda case: case.truth,
) -> dict[str, Any]:
    """Look at each product and compare with what was meant."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    by_fault: dict[str, Counter[str]] = defaultdict(Counter)
    by_way: dict[str, Counter[str]] = defaultdict(Counter)
    took = []
    for n, case in enumerate(drawn):
        content = draw(case)
        begun = time.perf_counter()
        found = {one.rule: (str(one.outcome), one.why) for one in look(content, name="x").findings}
        took.append((time.perf_counter() - begun) * 1000)
        wrong = []
        for rule, meant in truth(case).items():
            said = found[rule][0]
            table[rule][f"{meant}>{said}"] += 1
            by_way[case.worn or "as made"][f"{meant}>{said}"] += 1
            if said not in {meant, "unknown"}:
                wrong.append(f"{rule} {meant}>{said} {found[rule][1]}")
            if meant == "broken":
                by_fault[case.fault][said] += 1
        if wrong and keep is not None:
            (keep / f"{n:03}-{case.look}-{case.fault or 'good'}.png").write_bytes(content)
            print(n, case.look, case.fault, case.worn, wrong)
    ordered = sorted(took)
    return {
        "products": len(took),
        "rules": {rule: _told(table[rule]) for rule in TOLD if rule in table},
        "faults": {fault: dict(counts) for fault, counts in sorted(by_fault.items())},
        "ways": {way: dict(sorted(counts.items())) for way, counts in by_way.items()},
        "median_ms": round(statistics.median(took)),
        "p95_ms": round(ordered[int(len(ordered) * 0.95) - 1]),
    }


def _told(counts: Counter[str]) -> dict[str, Any]:
    """A broken rule that is found is a hit. What cannot be told is neither a hit nor a false alarm."""
    hits, missed = counts["broken>broken"], counts["broken>met"]
    alarms, unknown_broken = counts["met>broken"], counts["broken>unknown"]
    broken, met = hits + missed + unknown_broken, alarms + counts["met>met"] + counts["met>unknown"]
    return {
        "broken": broken,
        "met": met,
        "counts": dict(sorted(counts.items())),
        "precision": _share(hits, hits + alarms),
        "recall": _share(hits, broken),
        "wrongly_called_met": _share(missed, broken),
        "good_called_met": _share(counts["met>met"], met),
        "cannot_be_told": _share(unknown_broken + counts["met>unknown"], broken + met),
    }


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


def main() -> None:
    """Measure, print and keep the figures."""
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    if sys.argv[1:2] == ["dev"]:
        ways = WAYS if "worn" in sys.argv else ("",)
        print(json.dumps(measure(cases(*DEV, ways), visibility_dev.draw, folder), indent=1))
        return
    found: dict[str, Any] = json.loads(EVIDENCE.read_text()) if sys.argv[1:2] == ["pdf"] else circumstances()
    if sys.argv[1:2] != ["pdf"]:
        found["held_out_pictures"] = measure(cases(*HELD, WAYS), visibility_held.draw)
        EVIDENCE.write_text(json.dumps(found, indent=1) + "\n")  # kept as soon as it is there
    found["held_out_pdf"] = measure(
        cases(*HELD_PDF), visibility_held.draw_pdf, truth=visibility_held.truth_of_pdf
    )
    EVIDENCE.write_text(json.dumps(found, indent=1) + "\n")
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
