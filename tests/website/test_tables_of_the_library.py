# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The library's own migrations are replaced by ours: they must make the tables that the installed version expects."""

from django.apps import apps
from django.conf import settings
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.graph import MigrationGraph
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.utils import translation


def test_the_tables_of_the_library_are_those_that_its_version_expects() -> None:
    with translation.override(None):
        written = MigrationLoader(None).project_state()
        changes = MigrationAutodetector(written, ProjectState.from_apps(apps)).changes(graph=MigrationGraph())

    assert not set(settings.MIGRATION_MODULES) & set(changes), (
        "write the missing migration beside 0001_tables"
    )
