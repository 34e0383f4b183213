# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The accounts of the demo have a password that everybody knows: they are made in a demo and nowhere else."""

from typing import Any

import pytest
from click.testing import CliRunner

from lgnet.demo.commands import demo


def test_an_installation_that_is_no_demo_refuses_the_invented_people(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LGNET_OWNER", "0")  # the command sets it; what was there comes back afterwards
    settings.DEMO = False

    answer = CliRunner().invoke(demo, ["load"])

    assert answer.exit_code != 0
    assert "not a demo" in answer.output
