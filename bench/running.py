# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The whole run: databases, measurements, report."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterable

from bench import databases, measuring, report
from bench.place import ROOT, environment
from lgnet.config.translations import compile_changed

EVIDENCE = ROOT / "docs" / "evidence" / "benchmarks.json"
Say = Callable[[str], None]


def run(sizes: Iterable[int], *, requests: int, seed_only: bool, save: bool, say: Say) -> None:
    """Make ready what is missing, measure every size on a server that is safe against crashes, tell."""
    wanted = sorted(sizes)
    _seed(wanted, say)
    if seed_only:
        return
    compile_changed()
    collect_static_files(wanted[0])
    with databases.server() as server:
        for size in wanted:
            databases.bring_up_to_date(size)
        postmaster = int((server.data_dir / "postmaster.pid").read_text().split("\n", 1)[0])
        results = [
            measuring.measure(size, requests=requests, postmaster=postmaster, say=say) for size in wanted
        ]
    say("\n" + report.table(results))
    if save:
        EVIDENCE.parent.mkdir(exist_ok=True)
        report.write(results, EVIDENCE, commit=_commit(), day=time.strftime("%Y-%m-%d"))


def run_facts(parts: Iterable[str]) -> None:
    """Measure what is done with five million facts: each part is a process that prints and keeps its own figures."""
    for part in parts:
        subprocess.run([sys.executable, "-m", f"bench.{part}"], cwd=ROOT, check=True)


def _seed(sizes: list[int], say: Say) -> None:
    with databases.server(fast=True):
        for size in sizes:
            if databases.is_complete(size):
                say(f"{size:,} people are there already.")
                continue
            say(f"Writing {size:,} people ...")
            say(f"{size:,} people written in {databases.write(size, say):.0f} s.")


def collect_static_files(size: int) -> None:
    """The files beside the pages, as production serves them."""
    command = [
        sys.executable,
        "-m",
        "lgnet.config.cli",
        "manage",
        "collectstatic",
        "--no-input",
        "--verbosity",
        "0",
    ]
    subprocess.run(command, cwd=ROOT, env=environment(size), check=True)


def _commit() -> str:
    done = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout.strip()
