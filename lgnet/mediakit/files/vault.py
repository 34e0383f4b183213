# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where files of the media kit lie: in a folder of the platform, named by what they hold; the same file lies once."""

import hashlib
import re
import tempfile
from pathlib import Path

from django.conf import settings

_DIGEST = re.compile(r"[0-9a-f]{64}")


def folder() -> Path:
    """The folder, readable by the platform alone: files leave it through views."""
    found = Path(settings.MEDIA_ROOT) / "mediakit"
    found.mkdir(mode=0o700, parents=True, exist_ok=True)
    return found


def keep(content: bytes) -> str:
    """Write a file where it is not there yet; its SHA-256, by which it is found."""
    digest = hashlib.sha256(content).hexdigest()
    target = folder() / digest
    if not target.exists():
        with tempfile.NamedTemporaryFile(dir=folder(), delete=False) as part:
            part.write(content)
        Path(part.name).replace(target)
    return digest


def source_digest(content: bytes) -> str:
    """How a shipped file is known again before it was cleaned."""
    return f"package:{hashlib.sha256(content).hexdigest()}"


def path_of(digest: str) -> Path:
    """Where a file lies. Raises FileNotFoundError where it is not there or its name is none of ours."""
    if not _DIGEST.fullmatch(digest):
        raise FileNotFoundError(digest)
    found = folder() / digest
    if not found.is_file():
        raise FileNotFoundError(digest)
    return found
