# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The secrets of an installation on the embedded database, generated once, at its first start.

Losing them means losing the protected fields and every log-in, so an installation that was prepared before
and has no secrets any more is refused rather than given new ones. With a real server nothing is generated:
two machines would each make their own. It is also here that a home becomes a demo or a real one, for good.
"""

import base64
import os
import secrets
from pathlib import Path

from lgnet.config import env
from lgnet.core.embedded import uses_embedded
from lgnet.core.embedded.places import home

PREPARED_FILE = "prepared.json"


def ensure(*, demo: bool | None = None) -> bool:
    """Generate the secrets if this home has none; True when it is a demo.

    demo: what the caller wants; None leaves a home what it is. A real home never turns into a demo, whose
    visitors may enter as anybody, nor the other way round.
    """
    if not uses_embedded():
        return env.flag("LGNET_DEMO") if demo is None else demo
    path = home() / env.SECRETS_FILE
    if not path.exists():
        if (home() / PREPARED_FILE).exists():
            raise env.WrongEnvironment(
                f"{path} is gone, and without its keys the data in {home()} cannot be read. "
                "Restore it from your backup; to start afresh, move the whole folder away."
            )
        _write(path, _generated(demo=bool(demo)))
        env.reread()
    is_demo = env.flag("LGNET_DEMO")
    if demo is not None and demo != is_demo:
        found, wanted = ("a demo", "real data") if is_demo else ("real data", "a demo")
        raise env.WrongEnvironment(
            f"{home()} was made for {found} and stays so; for {wanted} choose another folder with LGNET_HOME."
        )
    return is_demo


def _generated(*, demo: bool) -> dict[str, str]:
    def key() -> str:
        return base64.b64encode(secrets.token_bytes(32)).decode()

    return {
        "LGNET_SECRET_KEY": secrets.token_urlsafe(50),
        "LGNET_KEYS": f"k1:{key()}",
        "LGNET_INDEX_KEY": key(),
        "LGNET_PSEUDONYM_KEY": key(),
        "LGNET_DEMO": "1" if demo else "0",
    }


def _write(path: Path, values: dict[str, str]) -> None:
    """Write the file whole or not at all, readable by its owner only."""
    path.parent.mkdir(mode=0o711, parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write("# Keep a copy in a safe place: without these keys the protected data cannot be read.\n")
        file.writelines(f"{name}={value}\n" for name, value in values.items())
        file.flush()
        os.fsync(descriptor)
    try:
        os.link(unfinished, path)  # unlike a rename, never replaces the keys another start just made
    except FileExistsError:
        pass
    finally:
        unfinished.unlink()
