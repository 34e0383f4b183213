# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files of the media kit: told apart by what they hold, cleaned of what does harm or tells too much, kept by digest."""

from lgnet.mediakit.files.kinds import PICTURES, FileKind, FileRefused, named, pixels, sniff
from lgnet.mediakit.files.pictures import as_png, write
from lgnet.mediakit.files.taking import LARGEST, Taken, drawn, take
from lgnet.mediakit.files.vault import folder, keep, path_of, source_digest

__all__ = [
    "LARGEST",
    "PICTURES",
    "FileKind",
    "FileRefused",
    "Taken",
    "as_png",
    "drawn",
    "folder",
    "keep",
    "named",
    "path_of",
    "pixels",
    "sniff",
    "source_digest",
    "take",
    "write",
]
