# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the models say is what the migrations make."""

from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.utils import translation


def test_no_change_of_a_model_is_left_without_its_migration() -> None:
    with translation.override(None):  # labels are compared as they are written
        loader = MigrationLoader(None)
        detector = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))

        changes = {
            label: [str(operation) for migration in migrations for operation in migration.operations]
            for label, migrations in detector.changes(graph=loader.graph).items()
            if apps.get_app_config(label).name.startswith("lgnet.")
        }

    assert not changes
