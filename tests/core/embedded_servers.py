# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Embedded servers for the tests about them: small, without waiting for the disk, and gone afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lgnet.core.embedded.server import EmbeddedServer


@contextmanager
def destroyed_afterwards(data_dir: Path, *, fast: bool = True) -> Iterator[EmbeddedServer]:
    """A running server of this directory; its data are deleted at the end, wherever they had to be put."""
    server = EmbeddedServer(data_dir, fast=fast)
    try:
        yield server.start()
    finally:
        server.destroy()
