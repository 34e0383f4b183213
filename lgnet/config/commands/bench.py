# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""`lgnet bench`: measure the platform with thousands and with hundreds of thousands of people."""

import importlib
import importlib.util
from pathlib import Path

import click

from lgnet.config.env import WrongEnvironment

FACTS = ("indicators", "snapshots", "library", "visibility", "public_pages")


@click.command()
@click.option("--people", multiple=True, type=int, help="Only this size; may be repeated.")
@click.option(
    "--requests", default=200, show_default=True, help="Requests of each page and number of clients."
)
@click.option("--seed-only", is_flag=True, help="Write the people and measure nothing.")
@click.option(
    "--save/--no-save", default=True, show_default=True, help="Write docs/evidence/benchmarks.json."
)
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(["pages", *FACTS]),
    help="Only this part; may be repeated.",
)
@click.option(
    "--register",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Only bring this register of people, with their cases, into an empty partner.",
)
def bench(
    people: tuple[int, ...],
    requests: int,
    seed_only: bool,
    save: bool,
    only: tuple[str, ...],
    register: Path | None,
) -> None:
    """Write 9,000, 90,000 and 900,000 invented people, then measure the pages over HTTP.

    Afterwards count all indicators anew from five million facts, in PostgreSQL, DuckDB and Python, and take, verify
    and export a cut-off of them; search the library among 100,000 documents; let the checker of visibility look at
    products it has not seen; read the public site with sixteen clients while it is corrected.

    The databases stay in LGNET_BENCH_HOME (by default .lgnet/bench) for the next run. Compare the figures of one
    run with each other: another machine has others.
    """
    if importlib.util.find_spec("bench") is None:
        raise WrongEnvironment(
            "The benchmark needs a clone of the repository: it is not part of the package."
        )
    place = importlib.import_module("bench.place")
    place.enter()
    if register is not None:
        importlib.import_module("bench.register").measure(register.resolve(), click.echo)
        return
    running = importlib.import_module("bench.running")
    if not only or "pages" in only:
        running.run(people or place.SIZES, requests=requests, seed_only=seed_only, save=save, say=click.echo)
    if not seed_only:
        running.run_facts(part for part in FACTS if part in (only or FACTS))
