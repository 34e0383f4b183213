# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages of the public site under load, by gunicorn as production runs it: `python -m bench.public_pages`.

The same requests twice in one run: pages that are kept, and the same pages drawn anew (a question in the address is
never kept), so that the ratio says what keeping is worth. Then corrections under the same load: a place gets another
name, and no answer to a request sent after the commit may say the old one. Written to docs/evidence/public_pages.json.
"""

import http.client
import json
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import psycopg

from bench import databases, running
from bench.clients import send
from bench.place import ROOT, circumstances, database, enter
from bench.processor import seconds
from bench.web import Web, web
from lgnet.core.embedded.cluster import SUPERUSER

EVIDENCE = ROOT / "docs" / "evidence" / "public_pages.json"
NOBODY = 0  # the database with the network and nobody registered
CLIENTS, KEPT, DRAWN, AIM = 16, 12_000, 800, 300.0
CORRECTIONS, BETWEEN, CROWD = (
    30,
    0.5,
    4,
)  # a correction ends every kept page, so each makes all of them be drawn
PATHS = (
    "/it/", "/it/network/", "/it/network/genova/", "/it/news/", "/it/contacts/", "/en/", "/ar/", "/ar/network/sassari/",
    "/zh/", "/uk/network/",
)  # fmt: skip
CORRECTED, NAMED = "/it/contacts/", "Sportello numero "
HEADERS = {"Accept-Encoding": "gzip"}


@dataclass
class Watched:
    """What somebody who reads one page again and again is told: when they asked, and the number in the answer."""

    seen: list[tuple[float, int]] = field(default_factory=list)

    def read(self, port: int, stop: threading.Event) -> None:
        """Ask until told to stop; the moment is before the request leaves."""
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        while not stop.is_set():
            asked = time.monotonic()
            connection.request("GET", CORRECTED)
            text = connection.getresponse().read().decode()
            _before, found, after = text.partition(NAMED)
            self.seen.append((asked, int(after.split("<", 1)[0]) if found else -1))
        connection.close()


def load(at: Web, paths: tuple[str, ...], requests: int, clients: int = CLIENTS) -> dict[str, Any]:
    """So many requests in turn by so many clients: how many a second, how long, and what each cost the web."""
    visits = [
        {"method": "GET", "path": paths[n % len(paths)], "headers": HEADERS, "expect": 200}
        for n in range(requests)
    ]
    before = seconds(at.pid)
    told = send(at.port, visits, clients)
    spent = seconds(at.pid) - before
    if told["wrong"]:
        raise RuntimeError(f"{len(told['wrong'])} wrong answers, the first: {told['wrong'][0]}")
    took = told["seconds"]
    return {
        "requests": requests,
        "clients": clients,
        "per_second": round(requests / told["wall"], 1),
        "median_ms": round(statistics.median(took) * 1000, 2),
        "p95_ms": round(took[int(len(took) * 0.95)] * 1000, 2),
        "p99_ms": round(took[int(len(took) * 0.99)] * 1000, 2),
        "web_cpu_ms": round(spent * 1000 / requests, 3),
    }


@contextmanager
def crowd(at: Web) -> Iterator[Watched]:
    """Readers of all pages, and one who reads the page that is corrected, as long as the block lasts."""
    stop, watched = threading.Event(), Watched()
    reader = threading.Thread(target=watched.read, args=(at.port, stop))
    others = threading.Thread(target=_read_on, args=(at, stop))
    for each in (reader, others):
        each.start()
    try:
        yield watched
    finally:
        stop.set()
        for each in (reader, others):
            each.join()


def _read_on(at: Web, stop: threading.Event) -> None:
    while not stop.is_set():
        load(at, PATHS, 400, CROWD)


def corrections(at: Web) -> dict[str, Any]:
    """Rename a place again and again under load; count the answers that were asked for later and say the old name."""
    committed: list[float] = []
    with psycopg.connect(databases.server().dsn(SUPERUSER, database(NOBODY)), autocommit=True) as owner:
        (place,) = owner.execute(
            "select id from network_site where is_public and closed_on is null order by id limit 1"
        ).fetchone() or (None,)
        _rename(owner, place, 0)
        with crowd(at) as watched:
            for number in range(1, CORRECTIONS + 1):
                time.sleep(BETWEEN)
                _rename(owner, place, number)
                committed.append(time.monotonic())
            time.sleep(1)
    stale, waited = 0, []
    for number, moment in enumerate(committed, start=1):
        later = [(asked, said) for asked, said in watched.seen if asked > moment]
        stale += sum(said < number for _asked, said in later)
        waited += [asked - moment for asked, said in later if said >= number][:1]
    return {
        "corrections": CORRECTIONS,
        "answers": len(watched.seen),
        "without_any_name": sum(said < 0 for _asked, said in watched.seen),
        "stale": stale,
        "seen_after_ms": round(max(waited) * 1000, 1),
    }


def _rename(owner: "psycopg.Connection[Any]", place: object, number: int) -> None:
    owner.execute("update network_site set name = %s where id = %s", [f"{NAMED}{number}", place])


def main() -> None:
    """Make what is missing, measure, print and keep the figures."""
    enter()
    with databases.server():
        databases.make_empty(NOBODY)
        running.collect_static_files(NOBODY)
        with web(NOBODY) as at:
            load(at, PATHS, 200)  # everybody's first request draws
            kept = load(at, PATHS, KEPT)
            drawn = load(at, tuple(f"{path}?anew=1" for path in PATHS), DRAWN)
            corrected = corrections(at)
    about = {
        **circumstances(), "aim_per_second": AIM, "kept": kept, "drawn_anew": drawn,
        "times_faster": round(kept["per_second"] / drawn["per_second"], 1), "corrected": corrected,
    }  # fmt: skip
    EVIDENCE.write_text(json.dumps(about, indent=1) + "\n")
    print(table(about))


def table(about: dict[str, Any]) -> str:
    """The figures for people."""
    lines = ["| pages | requests/s | p50 ms | p95 ms | p99 ms | web CPU ms |", "|" + "---|" * 6]
    for name, key in (("kept", "kept"), ("drawn anew", "drawn_anew")):
        row = about[key]
        figures = (row[each] for each in ("per_second", "median_ms", "p95_ms", "p99_ms", "web_cpu_ms"))
        lines.append(f"| {name} | {' | '.join(map(str, figures))} |")
    said = about["corrected"]
    lines.append(
        f"\n{said['corrections']} corrections under load, {said['answers']} answers read: {said['stale']} stale, "
        f"the new name at most {said['seen_after_ms']} ms after the commit. Aim: {about['aim_per_second']} a second."
    )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
