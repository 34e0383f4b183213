# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sends requests and notes how long each took: `python -m bench.clients FILE PAGE CLIENTS PORT FIRST LAST`.

A process of its own, so that its work is not counted as the platform's. Each client keeps its connection, as a
browser does, and sends its share of the requests one after the other.
"""

import http.client
import json
import sys
import threading
import time
from pathlib import Path
from typing import Any


class Client(threading.Thread):
    """One worker before a screen."""

    def __init__(self, port: int, requests: list[dict[str, Any]]) -> None:
        super().__init__()
        self.requests = requests
        self.seconds: list[float] = []
        self.wrong: list[str] = []
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def run(self) -> None:
        """Send everything."""
        for request in self.requests:
            self._send(request)
        self._connection.close()

    def _send(self, request: dict[str, Any]) -> None:
        began = time.perf_counter()
        try:
            self._connection.request(
                request["method"], request["path"], body=request.get("body"), headers=request["headers"]
            )
            answer = self._connection.getresponse()
            body = answer.read()
        except (OSError, http.client.HTTPException) as trouble:
            self.wrong.append(repr(trouble))
            self._connection.close()
            return
        self.seconds.append(time.perf_counter() - began)
        if answer.status != request["expect"]:
            self.wrong.append(f"{answer.status} {request['path']} {body[:200]!r}")


def send(port: int, requests: list[dict[str, Any]], clients: int) -> dict[str, Any]:
    """Send the requests with so many clients at once; the seconds of each and what went wrong."""
    crowd = [Client(port, requests[index::clients]) for index in range(clients)]
    began = time.perf_counter()
    for client in crowd:
        client.start()
    for client in crowd:
        client.join()
    return {
        "wall": time.perf_counter() - began,
        "seconds": sorted(second for client in crowd for second in client.seconds),
        "wrong": [wrong for client in crowd for wrong in client.wrong],
    }


if __name__ == "__main__":
    visits = json.loads(Path(sys.argv[1]).read_text())[sys.argv[2]]
    print(json.dumps(send(int(sys.argv[4]), visits[int(sys.argv[5]) : int(sys.argv[6])], int(sys.argv[3]))))
