# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which account of the operating system runs the server.

PostgreSQL refuses to run as root, rightly. Whoever owns an existing data directory runs it; root starting a
new one hands it to an unprivileged system account; everybody else runs it as themselves.
"""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from lgnet.core.embedded.faults import EmbeddedError

SYSTEM_ACCOUNT = "lgnet"


@dataclass(frozen=True, slots=True)
class Account:
    """An account of the operating system."""

    name: str
    uid: int
    gid: int

    @property
    def is_ours(self) -> bool:
        """True when no change of user is needed."""
        return self.uid == os.geteuid()

    def can_enter(self, directory: Path) -> bool:
        """Whether the account may walk down to the directory (a home of mode 0700 above it forbids it)."""
        return self.run(["/bin/sh", "-c", 'cd "$1"', "sh", str(directory)]).returncode == 0

    def run(
        self, command: list[str], *, timeout: float = 60, output: int | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a program as this account, in a small clean environment. output: where both streams go.

        Without one the output is captured, so never use that form for a program that leaves a server behind:
        the server would hold the pipe open.
        """
        ours = self.is_ours
        return subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if output is None else output,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=timeout,
            check=False,
            cwd="/",  # the caller's folder may be closed to this account
            env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},  # no PG* variable of the caller leaks in
            umask=0o077,
            user=None if ours else self.uid,
            group=None if ours else self.gid,
            extra_groups=None if ours else [],
        )


def account_name(data_dir: Path) -> str:
    """The name of the account that runs, or will run, the server of this data directory. Creates nothing."""
    owner = _owner(data_dir)
    if owner is not None:
        return _by_uid(owner).name
    return SYSTEM_ACCOUNT if os.geteuid() == 0 else _by_uid(os.geteuid()).name


def account_for(data_dir: Path) -> Account:
    """The account to run the server as; root gets a system account, made when it is missing."""
    owner = _owner(data_dir)
    if os.geteuid() != 0:
        if owner not in (None, os.geteuid()):
            raise EmbeddedError(
                f"The database in {data_dir} belongs to the account {_by_uid(owner or 0).name}. "
                "Start it as that account or as root, or choose another folder with LGNET_HOME."
            )
        return _by_uid(os.geteuid())
    return _by_uid(owner) if owner is not None else _system_account()


def _owner(data_dir: Path) -> int | None:
    """Who owns an existing, filled data directory; root never does."""
    try:
        uid = data_dir.stat().st_uid
    except OSError:
        return None
    return uid if uid != 0 else None


def _by_uid(uid: int) -> Account:
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:
        raise EmbeddedError(
            f"The user id {uid} has no name on this machine, and PostgreSQL wants one: add it to /etc/passwd "
            "(in a container, run as a user that the image knows), or set DATABASE_URL to use a real server."
        ) from None
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def _system_account() -> Account:
    try:
        entry = pwd.getpwnam(SYSTEM_ACCOUNT)
    except KeyError:
        _create_system_account()
        entry = pwd.getpwnam(SYSTEM_ACCOUNT)
    if entry.pw_uid == 0:
        raise EmbeddedError(f"The account {SYSTEM_ACCOUNT} is root itself; PostgreSQL does not run as root.")
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def _create_system_account() -> None:
    useradd = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
    wish = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"]
    shell = ["--shell", "/usr/sbin/nologin"]
    said = "there is no useradd"
    if useradd:
        done = subprocess.run(
            [useradd, *wish, *shell, SYSTEM_ACCOUNT], capture_output=True, text=True, check=False
        )
        # Status 9: the name is taken, so another start was a moment quicker.
        if done.returncode in (0, 9):
            return
        said = done.stderr.strip()
    raise EmbeddedError(
        f"PostgreSQL does not run as root, and the account {SYSTEM_ACCOUNT!r} could not be made ({said}). "
        f"Create it, or start as an ordinary user."
    )
