# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The web as production runs it, on one of the benchmark's databases."""

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from bench.place import ROOT, environment, home

READY_SECONDS = 120


@dataclass(frozen=True)
class Web:
    """A running gunicorn: its port, and the process whose children answer."""

    port: int
    pid: int


@contextmanager
def web(size: int) -> Iterator[Web]:
    """Two workers of four threads, as by default, stopped at the end."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "gunicorn", "-c", "python:lgnet.config.gunicorn"]
    with (home() / f"web-{size}.log").open("wb") as log:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment(size, PORT=str(port)), stdout=log, stderr=subprocess.STDOUT
        )
    try:
        _wait_until_ready(process, port)
        yield Web(port, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=60)


def _wait_until_ready(process: "subprocess.Popen[bytes]", port: int) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"The web ended before it was ready: see {home()}")
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request("GET", "/status")
            if connection.getresponse().status == 200:
                return
        except OSError:
            pass
        finally:
            connection.close()
        time.sleep(0.2)
    raise RuntimeError(f"The web is not ready after {READY_SECONDS} s: see {home()}")
