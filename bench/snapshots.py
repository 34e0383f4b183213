# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Cut-offs at five million facts: `python -m bench.snapshots` takes one, verifies it, exports 900,000 lines.

Each is a process of its own; its peak memory is told, and the largest sum of what the server's processes held for
themselves meanwhile. Written to docs/evidence/snapshots.json and .md.
"""

import json
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lgnet.config.settings")
from bench import databases
from bench.facts import make
from bench.place import ROOT, circumstances, enter, environment_of, facts_database

if len(sys.argv) == 1:
    enter()
django.setup()

from lgnet.core.clock import today  # noqa: E402 - models need Django set up
from lgnet.core.rowsecurity import acting_as  # noqa: E402
from lgnet.counting.models import NETWORK  # noqa: E402
from lgnet.direction.indicators import O_2_3  # noqa: E402
from lgnet.network.worker import Worker  # noqa: E402
from lgnet.snapshots import actions, files, queries  # noqa: E402
from lgnet.snapshots.calendar import last_quarter_end  # noqa: E402
from lgnet.snapshots.models import Snapshot, Work  # noqa: E402
from lgnet.snapshots.terminal import national  # noqa: E402

EVIDENCE = ROOT / "docs" / "evidence"
UGO = "ugo.marchetti@interno.example"


class ServerMemory(threading.Thread):
    """The largest sum of private memory of the server's processes, sampled four times a second."""

    def __init__(self, postmaster: int) -> None:
        super().__init__(daemon=True)
        self._postmaster, self._ended, self.peak = postmaster, threading.Event(), 0

    def run(self) -> None:
        while not self._ended.wait(0.25):
            self.peak = max(self.peak, sum(map(_private, self._processes())))

    def stop(self) -> int:
        self._ended.set()
        self.join(2)
        return self.peak // 1024

    def _processes(self) -> list[Path]:
        return [
            path for path in Path("/proc").iterdir()
            if path.name.isdigit() and _parent(path) == self._postmaster
        ]  # fmt: skip


def _status(path: Path, name: str) -> int:
    try:
        lines = (path / "status").read_text().splitlines()
    except OSError:  # it ended meanwhile
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(name)), 0)


def _private(path: Path) -> int:
    return _status(path, "RssAnon:")


def _parent(path: Path) -> int:
    return _status(path, "PPid:")


def child(what: str) -> None:
    """One measured step, in this process; prints what it found as JSON."""
    began, by = time.monotonic(), national(UGO)
    name, _, about = what.partition(":")
    found = STEPS[name](by, about)
    found |= {
        "seconds": round(time.monotonic() - began, 1),
        "processor_seconds": round(sum(os.times()[:2]), 1),
        "memory_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    print(json.dumps(found), flush=True)


def _take(by: Worker, back: str) -> dict[str, Any]:
    day = last_quarter_end(today())
    taken = actions.take(by=by, cutoff_on=last_quarter_end(day) if back else day, reason="bench")
    return {"facts": taken.facts, "code": taken.code}


def _two(by: Worker) -> tuple[Snapshot, Snapshot]:
    with acting_as(by.actor()):
        rows = Snapshot.objects.select_related("edition", "before").order_by("-cutoff_on", "-taken_at")
        later = rows[0]
        return rows.filter(cutoff_on__lt=later.cutoff_on)[0], later


def _latest(by: Worker) -> Snapshot:
    with acting_as(by.actor()):
        return Snapshot.objects.select_related("edition", "before").order_by("-cutoff_on", "-taken_at")[0]


def _verify(by: Worker, _about: str) -> dict[str, Any]:
    report = actions.verify(by=by, snapshot=_latest(by))
    return {"holds": report.holds, "findings": len(report.findings)}


def _difference(by: Worker, _about: str) -> dict[str, Any]:
    earlier, later = _two(by)
    with acting_as(by.actor()):
        said = queries.difference(earlier, later, O_2_3, NETWORK)
    return {"events": sum(said.events.values()), "unexplained": said.unexplained}


def _export(by: Worker, kind: str) -> dict[str, Any]:
    later = _latest(by)
    with acting_as(by.actor()):
        columns = [(one.kind.code, one.title) for one in queries.columns_of(later.edition, "counted")]
        work = actions.ask(
            by=by, kind="export", snapshot=later, sheet="counted", format=kind, columns=columns,
            indicator="REGISTERED", in_background=False,
        )  # fmt: skip
    print(work.pk, flush=True)
    return _made(by, work)


def _resume(by: Worker, work_id: str) -> dict[str, Any]:
    with acting_as(by.actor()):
        work = Work.objects.get(pk=work_id)
        kept = work.done
        Work.objects.filter(pk=work_id).update(beat_at=None)  # no need to wait until it is surely dead
        work.refresh_from_db()
        actions.ask_again(by=by, work=work, in_background=False)
    return {"lines_kept_from_before": kept, **_made(by, work)}


def _made(by: Worker, work: Work) -> dict[str, Any]:
    actions.run(by=by, work_id=work.pk)
    with acting_as(by.actor()):
        work.refresh_from_db()
    files.remove(work.pk)
    return {"lines": work.outcome["rows"], "megabytes": work.outcome["bytes"] // 2**20}


STEPS = {
    "take": _take, "verify": _verify, "difference": _difference, "export": _export, "resume": _resume,
}  # fmt: skip


def measured(what: str, postmaster: int, *, kill_after: float = 0) -> dict[str, Any]:
    """Run a step in a process of its own; with `kill_after`, end it without warning and give its piece of work."""
    memory = ServerMemory(postmaster)
    memory.start()
    process = subprocess.Popen(
        [sys.executable, "-m", "bench.snapshots", what], cwd=ROOT, stdout=subprocess.PIPE, text=True,
        env=environment_of(facts_database(), LGNET_POOL="0", LGNET_DEMO="0"),
    )  # fmt: skip
    assert process.stdout is not None  # noqa: S101 - it is a pipe
    if kill_after:
        work_id = process.stdout.readline().strip()
        time.sleep(kill_after)
        process.send_signal(signal.SIGKILL)
        process.wait()
        return {"work": work_id}
    said, _ = process.communicate()
    if process.returncode != 0:
        raise RuntimeError(f"{what} failed")
    return {**json.loads(said.splitlines()[-1]), "server_memory_megabytes": memory.stop()}


def main() -> None:
    """Make the facts where they are missing, measure every step, print and keep the figures."""
    with databases.server(fast=True):
        make(print)
    results: dict[str, Any] = {}
    with databases.server() as server:
        postmaster = int((server.data_dir / "postmaster.pid").read_text().split("\n", 1)[0])
        for what in ("take:before", "take", "verify", "difference", "export:csv", "export:xlsx"):
            results[what] = measured(what, postmaster)
            print(what, results[what], flush=True)
        half_way = results["export:csv"]["seconds"] / 2
        killed = measured("export:csv", postmaster, kill_after=half_way)
        results["resume"] = measured(f"resume:{killed['work']}", postmaster)
        print("resume", results["resume"], flush=True)
    _keep(results)


def _keep(results: dict[str, Any]) -> None:
    about = {**circumstances(), "steps": results}
    (EVIDENCE / "snapshots.json").write_text(json.dumps(about, indent=1) + "\n")
    print(json.dumps(about, indent=1))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        child(sys.argv[1])
    else:
        main()
