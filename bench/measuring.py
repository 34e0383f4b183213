# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Measures one size: each page with each number of clients, and what the first page weighs."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench import databases, processor
from bench.place import PARTNER, database, home
from bench.web import Web, web
from bench.weight import weight

CLIENTS = (1, 8, 16)
# Screens of numbers are looked at by one person at a time; what counts is the slowest twentieth of their answers.
DASHBOARDS = (
    "my day", "my day, thousands of cases", "coordinator's home", "figures of a partner", "an indicator", "checks",
    "targets", "analysis", "waiting", "flows", "refusals", "places", "seasons", "quality of the network",
    "quality of a partner", "to put right", "to put right, thousands", "reports",
)  # fmt: skip
LOOKS = 40
WARM_UP = 24
Say = Callable[[str], None]


@dataclass(frozen=True)
class Measured:
    """One page at one size with so many clients. Times in milliseconds; processor time for each request."""

    people: int
    page: str
    clients: int
    requests: int
    p50: float
    p95: float
    p99: float
    per_second: float
    web_cpu: float
    database_cpu: float
    queries: float


@dataclass(frozen=True)
class Result:
    """Everything of one size."""

    people: int
    measured: list[Measured]
    facts: int
    night: dict[str, float]  # seconds of each work of a night
    first_page_bytes: int
    first_visit_bytes: int


def measure(people: int, *, requests: int, postmaster: int, say: Say) -> Result:
    """Start the web on this size, ask for everything, stop it."""
    file = home() / f"visits-{people}.json"
    total = WARM_UP + len(CLIENTS) * requests
    databases.give_fifty_cases(people, PARTNER)
    night = json.loads(_python(people, "bench.night").splitlines()[-1])
    say(f"{people:>7,} at night: " + ", ".join(f"{work} {seconds} s" for work, seconds in night.items()))
    queries = json.loads(_python(people, "bench.visits", str(people), str(total), str(file)))
    visits = json.loads(file.read_text())
    measured: list[Measured] = []
    with web(people) as running:
        for name in visits:
            _send(people, file, name, 4, running, (0, WARM_UP))
            asked = [(1, min(LOOKS, requests))] if name in DASHBOARDS else [(n, requests) for n in CLIENTS]
            for row in _levels(people, file, name, running, postmaster, asked, queries[name]):
                measured.append(row)
                say(
                    f"{people:>7,} {name:<24}{row.clients:>3} clients: {row.web_cpu:6.1f} ms of CPU"
                    f" and {row.database_cpu:5.1f} ms of PostgreSQL, p95 {row.p95:6.0f} ms"
                )
        weighed = weight(running.port, visits["list"][0])
    file.unlink()
    facts = databases.count(people, "counting_countingfact")
    return Result(people, measured, facts, night, weighed.page, weighed.page + weighed.files)


def _levels(
    people: int,
    file: Path,
    name: str,
    running: Web,
    postmaster: int,
    asked: list[tuple[int, int]],
    queries: float,
) -> Iterator[Measured]:
    for index, (clients, requests) in enumerate(asked):
        first = WARM_UP + index * requests
        before = processor.seconds(running.pid), processor.seconds(postmaster)
        answer = _send(people, file, name, clients, running, (first, first + requests))
        after = processor.seconds(running.pid), processor.seconds(postmaster)
        done = answer["seconds"]
        yield Measured(
            people, name, clients, len(done), _part(done, 0.5), _part(done, 0.95), _part(done, 0.99),
            round(len(done) / answer["wall"], 1), round(1000 * (after[0] - before[0]) / len(done), 1),
            round(1000 * (after[1] - before[1]) / len(done), 1), queries,
        )  # fmt: skip


def _part(seconds: list[float], share: float) -> float:
    """The time in milliseconds below which so large a share of the requests was answered."""
    return round(1000 * seconds[min(len(seconds) - 1, int(share * len(seconds)))], 1)


def _send(
    people: int, file: Path, name: str, clients: int, running: Web, part: tuple[int, int]
) -> dict[str, Any]:
    arguments = [str(file), name, str(clients), str(running.port), str(part[0]), str(part[1])]
    answer: dict[str, Any] = json.loads(_python(people, "bench.clients", *arguments))
    if answer["wrong"]:
        raise RuntimeError(
            f"{name} with {people} people: {len(answer['wrong'])} wrong answers: {answer['wrong'][0]}"
        )
    return answer


def _python(people: int, module: str, *arguments: str) -> str:
    return databases.run_in(database(people), [module, *arguments])


def as_json(results: list[Result]) -> list[dict[str, Any]]:
    """For a file that other programs read."""
    return [asdict(result) for result in results]
