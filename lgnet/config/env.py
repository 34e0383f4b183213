# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Typed readers of the environment, which fail at once with the variable's name and an example.

A variable comes from the process, else from the file that NAME_FILE names (a container's secret), else from
`secrets.env` in LGNET_HOME, which the first `lgnet up` writes. An empty value counts as absent.
"""

import os
from functools import cache
from pathlib import Path

from lgnet.core.embedded.places import home

TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"0", "false", "no", "off"})
SECRETS_FILE = "secrets.env"


class WrongEnvironment(RuntimeError):
    """A variable is missing or cannot be read; the message names it and shows an example."""


def text(name: str, *, default: str | None = None, example: str = "some text") -> str:
    """The variable as text; without a default it must be there."""
    value = _value(name)
    if value is not None:
        return value
    if default is None:
        raise WrongEnvironment(f"Set {name} in the environment, for example {name}={example!r}.")
    return default


def secret(name: str, *, default: str | None = None, example: str = "a long random text") -> str:
    """Like text(), for what must never be shown: the message tells about NAME_FILE and repeats no value."""
    value = _value(name)
    if value is not None:
        return value
    if default is None:
        raise WrongEnvironment(
            f"Set {name} (for example {example!r}) or {name}_FILE (the path of a file that holds it). "
            f"With the embedded database, `lgnet up` generates it into {home() / SECRETS_FILE}."
        )
    return default


def flag(name: str, *, default: bool = False) -> bool:
    """The variable as a yes or no."""
    value = _value(name)
    if value is None:
        return default
    if value.lower() in TRUE | FALSE:
        return value.lower() in TRUE
    raise WrongEnvironment(f"{name}={value!r} is neither yes nor no; write {name}=1 or {name}=0.")


def integer(name: str, *, default: int | None = None, minimum: int = 0, example: str = "10") -> int:
    """The variable as a whole number of at least the minimum."""
    value = text(name, default=None if default is None else str(default), example=example)
    try:
        number = int(value)
    except ValueError:
        number = minimum - 1
    if number < minimum:
        raise WrongEnvironment(
            f"{name}={value!r} must be a whole number from {minimum} up, for example {name}={example}."
        )
    return number


def reread() -> None:
    """Forget what secrets.env said; called after it was written."""
    _kept.cache_clear()


def _value(name: str) -> str | None:
    if value := os.environ.get(name, "").strip():
        return value
    if path := os.environ.get(f"{name}_FILE", "").strip():
        return _file_content(name, Path(path))
    return _kept(home() / SECRETS_FILE).get(name) or None


def _file_content(name: str, path: Path) -> str:
    try:
        content = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as trouble:
        raise WrongEnvironment(f"{name}_FILE names {path}, which cannot be read: {trouble}.") from trouble
    if not content:
        raise WrongEnvironment(f"{name}_FILE names {path}, which is empty.")
    return content


@cache
def _kept(path: Path) -> dict[str, str]:
    """The generated secrets; none without the file, an error when it is closed to us."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return {}
    except OSError as trouble:
        raise WrongEnvironment(f"The secrets in {path} cannot be read: {trouble}.") from trouble
    pairs = (line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    return {name.strip(): value.strip() for name, value in pairs}
