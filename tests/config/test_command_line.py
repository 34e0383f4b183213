# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The command line: quick help, every listed command there, faults in one line."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from lgnet.config.cli import COMMANDS, Listed, lgnet
from lgnet.config.processes import REGISTER, Child, end_leftovers, wait_for_an_end

EVERY = [listed for section in COMMANDS.values() for listed in section]
COMMAND = [sys.executable, "-m", "lgnet.config.cli"]


def test_help_shows_every_command_under_a_heading_without_loading_django() -> None:
    show = "import sys; sys.argv[1:] = ['--help']; from lgnet.config.cli import lgnet\n"
    show += "try: lgnet()\nexcept SystemExit: print('django' in sys.modules, 'psycopg' in sys.modules)"

    shown = subprocess.run([sys.executable, "-c", show], capture_output=True, text=True, check=True).stdout

    assert all(heading in shown for heading in COMMANDS)
    assert all(f"  {listed.name} " in shown for listed in EVERY)
    assert shown.splitlines()[-1] == "False False"


@pytest.mark.parametrize("listed", EVERY, ids=lambda listed: listed.name)
def test_every_listed_command_exists_and_explains_itself(listed: Listed) -> None:
    command = listed.load()

    assert command.name == listed.name
    assert command.help


def test_an_unknown_command_is_refused_with_a_hint() -> None:
    answer = CliRunner().invoke(lgnet, ["upp"])

    assert answer.exit_code == 2
    assert "No such command 'upp'" in answer.output


def test_a_fault_of_the_environment_is_one_line_without_a_traceback(tmp_path: Path) -> None:
    environment = {**os.environ, "LGNET_HOME": str(tmp_path), "DATABASE_URL": "postgresql://a@b/c"}

    answer = subprocess.run(
        [*COMMAND, "db", "start"], env=environment, capture_output=True, text=True, check=False
    )

    assert answer.returncode == 1
    assert answer.stderr == "lgnet: DATABASE_URL names a real server, which is not ours to start or stop.\n"


def test_a_child_that_dies_is_named_with_its_own_last_words(tmp_path: Path) -> None:
    (tmp_path / "web.log").write_text("from an earlier run\n")
    lasting = Child("jobs", ["sleep", "60"], logs=tmp_path, environment={})
    dying = Child("web", ["sh", "-c", "echo no memory; exit 3"], logs=tmp_path, environment={})

    ended = wait_for_an_end([lasting, dying])
    lasting.ask_to_stop()
    lasting.wait_until_stopped()

    assert (ended.name, ended.ended, ended.last_words()) == ("web", 3, "no memory")
    assert lasting.ended == -signal.SIGTERM


def test_children_of_a_killed_start_are_ended_and_nobody_else(tmp_path: Path) -> None:
    ours = Child("web", ["sh", "-c", "sleep 60; : lgnet.config"], logs=tmp_path, environment={})
    stranger = Child("jobs", ["sleep", "60"], logs=tmp_path, environment={})

    assert end_leftovers(tmp_path / REGISTER) == 1
    ours.wait_until_stopped()
    assert stranger.ended is None
    assert end_leftovers(tmp_path / REGISTER) == 0

    stranger.ask_to_stop()
    stranger.wait_until_stopped()
