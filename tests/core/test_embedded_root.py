# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""root starts the embedded server, but never runs it; closed folders above are no obstacle."""

import os
import pwd
import shutil
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from lgnet.core.embedded import binaries
from lgnet.core.embedded.accounts import account_for
from lgnet.core.embedded.lockfiles import live_postmaster
from tests.core.embedded_servers import destroyed_afterwards

only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root has privileges to drop")


@only_root
def test_root_hands_the_server_to_an_account_without_privileges(tmp_path: Path) -> None:
    with destroyed_afterwards(tmp_path / "postgres") as server:
        pid = live_postmaster(server.data_dir)
        status = Path(f"/proc/{pid}/status").read_text()

    ids = {line.split()[0]: line.split()[1:] for line in status.splitlines() if line.split()}
    account = pwd.getpwnam("lgnet")
    assert set(ids["Uid:"]) == {str(account.pw_uid)} != {"0"}
    assert ids["Groups:"] == []


@only_root
def test_a_folder_that_the_account_cannot_enter_is_kept_elsewhere_without_opening_it(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)

    with destroyed_afterwards(closed / "home" / "postgres") as server:
        assert server.data_dir.is_symlink()
        place = server.data_dir.resolve()
        with psycopg.connect(server.dsn()) as connection:
            assert connection.execute("select 1").fetchone() == (1,)

    assert closed.stat().st_mode & 0o777 == 0o700
    assert not place.exists()


@only_root
def test_programs_in_a_closed_virtual_environment_are_copied_where_the_account_can_run_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "closed"
    site.mkdir(mode=0o700)
    source = binaries.installed().parents[1]
    for part in (source, source.with_name(f"{source.name}.libs")):
        shutil.copytree(part, site / part.name, symlinks=True)
    (site / source.name).chmod(0o700)
    monkeypatch.setattr(sys, "path", [str(site)])
    monkeypatch.setattr(binaries, "CACHE", Path("/var/cache/lgnet-test"))
    account = account_for(tmp_path / "postgres")

    try:
        assert binaries.installed().is_relative_to(site)
        folder = binaries.usable_by(account)

        assert folder.is_relative_to(binaries.CACHE)
        assert account.run([str(folder / "initdb"), "--version"]).returncode == 0
        assert binaries.usable_by(account) == folder
    finally:
        shutil.rmtree(binaries.CACHE, ignore_errors=True)


@only_root
def test_a_stranger_on_the_same_machine_is_refused(tmp_path: Path) -> None:
    with destroyed_afterwards(tmp_path / "postgres") as server:
        server.socket_dir.chmod(0o755)
        programs = binaries.usable_by(account_for(server.data_dir))
        asked = subprocess.run(
            [
                str(programs / "psql"),
                "-h",
                str(server.socket_dir),
                "-U",
                "lgnet_owner",
                "-c",
                "select 1",
                "lgnet",
            ],
            user="nobody",
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
        )

    assert asked.returncode != 0
    assert "Peer authentication failed" in asked.stderr
