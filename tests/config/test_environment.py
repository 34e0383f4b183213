# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Variables are read typed, or refused with their name and an example."""

from pathlib import Path

import pytest

from lgnet.config import env, keys


@pytest.fixture(autouse=True)
def an_empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("DATABASE_URL", "LGNET_DEMO", "LGNET_KEYS", "LGNET_SECRET_KEY", "X"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LGNET_HOME", str(tmp_path))
    return tmp_path


def test_a_missing_variable_is_named_with_an_example() -> None:
    with pytest.raises(env.WrongEnvironment, match=r"Set X in the environment, for example X='a\.b'"):
        env.text("X", example="a.b")


@pytest.mark.parametrize(("written", "meant"), [("1", True), ("Yes", True), ("off", False), ("", False)])
def test_a_flag_understands_the_usual_words(
    monkeypatch: pytest.MonkeyPatch, written: str, meant: bool
) -> None:
    monkeypatch.setenv("X", written)

    assert env.flag("X") is meant


@pytest.mark.parametrize("written", ["maybe", "2", "si"])
def test_a_flag_refuses_anything_else(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv("X", written)

    with pytest.raises(env.WrongEnvironment, match="X="):
        env.flag("X")


@pytest.mark.parametrize("written", ["ten", "-1", "1.5", "0"])
def test_a_number_below_its_minimum_or_no_number_is_refused(
    monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    monkeypatch.setenv("X", written)

    with pytest.raises(env.WrongEnvironment, match="X="):
        env.integer("X", minimum=1)


def test_a_secret_may_lie_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "key").write_text("hidden\n")
    monkeypatch.setenv("X_FILE", str(tmp_path / "key"))

    assert env.secret("X") == "hidden"


def test_a_secret_file_that_is_absent_or_empty_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("X_FILE", str(tmp_path / "key"))
    with pytest.raises(env.WrongEnvironment, match="X_FILE names"):
        env.secret("X", default="weak")

    (tmp_path / "key").write_text("\n")
    with pytest.raises(env.WrongEnvironment, match="empty"):
        env.secret("X", default="weak")


def test_the_secrets_are_made_once_and_only_their_owner_reads_them(an_empty_home: Path) -> None:
    keys.ensure()
    first = env.secret("LGNET_KEYS")
    keys.ensure()
    env.reread()

    assert env.secret("LGNET_KEYS") == first
    assert (an_empty_home / "secrets.env").stat().st_mode & 0o777 == 0o600


def test_lost_secrets_of_a_home_in_use_are_not_replaced(an_empty_home: Path) -> None:
    (an_empty_home / "prepared.json").write_text("{}")

    with pytest.raises(env.WrongEnvironment, match="cannot be read"):
        keys.ensure()


@pytest.mark.parametrize("first", [True, False])
def test_a_home_never_turns_from_real_into_demo_or_back(first: bool) -> None:
    assert keys.ensure(demo=first) is first
    assert keys.ensure() is first

    with pytest.raises(env.WrongEnvironment, match="stays so"):
        keys.ensure(demo=not first)


def test_no_secret_is_made_up_for_a_real_server(an_empty_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://lgnet_web@db.example.org/lgnet")

    keys.ensure()

    assert not (an_empty_home / "secrets.env").exists()
