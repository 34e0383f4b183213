# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""`lgnet up` goes from nothing to an answering platform and back, and does nothing twice."""

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from lgnet.core.embedded.server import EmbeddedServer

UP = [sys.executable, "-m", "lgnet.config.cli", "up"]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "home"
    EmbeddedServer(tmp_path / "home" / "postgres").destroy()
    shutil.rmtree(tmp_path)


@pytest.mark.timeout(900)
def test_up_answers_stops_on_request_and_repeats_no_preparation_when_it_starts_again(home: Path) -> None:
    with _started(home) as (process, port):
        _wait_for(port)
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert said.splitlines()[-1] == "Everything is stopped."
    assert not EmbeddedServer(home / "postgres").is_running

    with _started(home) as (process, port):
        _wait_for(port)
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=60)
    assert said.count("unchanged") >= 3


@contextmanager
def _started(home: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("LGNET_", "DATABASE_"))}
    process = subprocess.Popen(
        UP,
        env={**ours, "LGNET_HOME": str(home), "PORT": str(port)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        yield process, port
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(60)


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 400
    while time.monotonic() < deadline:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/status")
            assert json.load(connection.getresponse())["status"] == 200
        except OSError:
            time.sleep(0.2)
        else:
            return
        finally:
            connection.close()
    raise AssertionError(f"nothing answered on port {port}")
