# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the first page weighs on the wire: the page and every file it asks for, compressed.

Files come compressed from the platform; the page itself is compressed by the reverse proxy before it, so its
size is computed here.
"""

import http.client
import re
import zlib
from dataclasses import dataclass
from typing import Any

_FILES = re.compile(r"""(?:href|src)="(/static/[^"#?]+)""")


@dataclass(frozen=True)
class Weight:
    """Bytes of the page and of what a browser that comes for the first time fetches with it."""

    page: int
    files: int
    count: int


def weight(port: int, request: dict[str, Any]) -> Weight:
    """Fetch the page and its files as a browser that knows Brotli does."""
    page = _fetch(port, request["path"], request["headers"])
    html = page.decode()
    names = sorted(set(_FILES.findall(html)))
    headers = {"Accept-Encoding": "br, gzip"}
    sizes = [len(_fetch(port, name, headers)) for name in names]
    return Weight(len(_gzip(page)), sum(sizes), len(sizes))


def _gzip(data: bytes) -> bytes:
    packer = zlib.compressobj(6, wbits=31)
    return packer.compress(data) + packer.flush()


def _fetch(port: int, path: str, headers: dict[str, str]) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        body = answer.read()
    finally:
        connection.close()
    if answer.status != 200:
        raise RuntimeError(f"{path}: {answer.status}")
    return body
