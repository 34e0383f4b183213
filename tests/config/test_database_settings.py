# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The connection comes from DATABASE_URL when it is set, else from the embedded server's place."""

from pathlib import Path

import pytest

from lgnet.core.embedded import EmbeddedError, database_settings


def test_a_real_server_wins_and_its_options_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    address = "postgresql://lgnet_web:p%40ss@db.example.org:6432/rete?sslmode=verify-full"
    monkeypatch.setenv("DATABASE_URL", address)

    assert database_settings(owner=False) == {
        "NAME": "rete",
        "USER": "lgnet_web",
        "PASSWORD": "p@ss",
        "HOST": "db.example.org",
        "PORT": "6432",
        "OPTIONS": {"sslmode": "verify-full"},
    }


@pytest.mark.parametrize("address", ["mysql://a/b", "postgresql://host/", "postgresql://host:port/b", "rete"])
def test_an_address_that_is_none_is_refused_by_name(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("DATABASE_URL", address)

    with pytest.raises(EmbeddedError, match="DATABASE_URL must be"):
        database_settings(owner=False)


def test_migrations_need_the_owner_s_own_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://lgnet_web@db.example.org/lgnet")
    monkeypatch.delenv("DATABASE_OWNER_URL", raising=False)

    with pytest.raises(EmbeddedError, match="DATABASE_OWNER_URL must be"):
        database_settings(owner=True)


def test_without_it_the_embedded_server_s_socket_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("LGNET_HOME", str(tmp_path / ("deep" * 40)))

    found = database_settings(owner=False)

    assert found["USER"] == "lgnet_web"
    assert len(f"{found['HOST']}/.s.PGSQL.5432") < 100
