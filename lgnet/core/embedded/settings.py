# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How Django reaches the database: the embedded server, or the real one named by DATABASE_URL.

Starts nothing. The web connects as a role without privileges of its own; only migrations use the owner.
"""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from lgnet.core.embedded.accounts import account_name
from lgnet.core.embedded.faults import EmbeddedError
from lgnet.core.embedded.places import DATABASE, PORT, default_data_dir, socket_dir

OWNER = "lgnet_owner"
WEB = "lgnet_web"
EXAMPLE = "postgresql://lgnet_web:secret@db.example.org:5432/lgnet?sslmode=verify-full"


def uses_embedded() -> bool:
    """True when no real server is named, so that the embedded one serves."""
    return not _url("DATABASE_URL")


def database_settings(owner: bool) -> dict[str, object]:
    """NAME, USER, PASSWORD, HOST, PORT and OPTIONS for Django's DATABASES, as owner or as web role."""
    if uses_embedded():
        return _embedded(OWNER if owner else WEB)
    variable = "DATABASE_OWNER_URL" if owner else "DATABASE_URL"
    return _from_url(variable, _url(variable))


def _embedded(role: str) -> dict[str, object]:
    data_dir = default_data_dir()
    return {
        "NAME": os.environ.get("LGNET_DATABASE", DATABASE),  # journeys and benchmarks serve copies
        "USER": role,
        "PASSWORD": "",
        "HOST": str(socket_dir(data_dir)),
        "PORT": PORT,
        # The server knows us by our account, and we know it by its: nobody can stand in for it in /tmp.
        "OPTIONS": {"requirepeer": account_name(data_dir)},
    }


def _url(variable: str) -> str:
    """The variable's value, or the content of the file that VARIABLE_FILE names (a container's secret)."""
    path = os.environ.get(f"{variable}_FILE")
    return Path(path).read_text().strip() if path else os.environ.get(variable, "")


def _from_url(variable: str, url: str) -> dict[str, object]:
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        port = -1
    name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in ("postgresql", "postgres") or not name or port == -1:
        raise EmbeddedError(f"{variable} must be the address of a PostgreSQL database, such as {EXAMPLE}")
    return {
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(port or PORT),
        "OPTIONS": dict(parse_qsl(parts.query)),
    }
