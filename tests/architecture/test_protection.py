# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Protection is structure: every field has a privacy class, every table its row security, the nation no names."""

import pytest
from django.db import connection, models

from lgnet.core.fields import EncryptedTextField
from lgnet.core.protection import RETENTION, PrivacyClass, declared
from lgnet.core.rowsecurity import DbRole
from tests.architecture.house import our_models

# Tables of libraries that carry no rows about anybody, or that no restricted role can reach; with the reason.
WITHOUT_ROW_SECURITY = {
    "auth_group": "unused: permissions are roles of memberships; editors of the site may read that it is empty",
    "auth_group_permissions": "unused; the same",
    "auth_permission": "names of model permissions; editors of the site may read them",
    "django_content_type": "names of models; editors of the site may read them",
    "django_migrations": "which migrations ran; nobody has a grant",
    "procrastinate_jobs": "the queue: only lgnet_worker has a grant; arguments are identifiers",
    "procrastinate_events": "the queue: only lgnet_worker has a grant",
    "procrastinate_workers": "the queue: only lgnet_worker has a grant",
    "procrastinate_periodic_defers": "the queue: only lgnet_worker has a grant",
}
ABOUT_PEOPLE = {PrivacyClass.IDENTIFYING, PrivacyClass.CONTACT, PrivacyClass.SPECIAL}


def identifying_models() -> list[type[models.Model]]:
    """Models with at least one field that names, reaches or exposes a person."""
    return [model for model in our_models() if ABOUT_PEOPLE & set(declared(model).classes.values())]


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_each_model_declares_the_class_of_each_field(model: type[models.Model]) -> None:
    protection = declared(model)
    fields = {field.name for field in model._meta.local_fields} | {
        field.name for field in model._meta.local_many_to_many
    }
    inherited = {"email", "name", "language", "joined_at"} & set(protection.classes)

    assert set(protection.classes) - inherited == fields - inherited
    assert protection.retention in RETENTION
    assert protection.owner and protection.rows


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_what_names_or_reaches_a_person_is_encrypted_or_keyed(model: type[models.Model]) -> None:
    clear = {
        "code",
        "is_safe",
        "value_index",
        "key",
        "subject_id",
        "id",
    }  # random codes, keyed digests, flags
    for name, privacy_class in declared(model).classes.items():
        if privacy_class in {PrivacyClass.IDENTIFYING, PrivacyClass.CONTACT} and name not in clear:
            assert isinstance(model._meta.get_field(name), EncryptedTextField), f"{model.__name__}.{name}"


def test_every_table_has_forced_row_security_or_a_stated_reason(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select relname, relrowsecurity and relforcerowsecurity from pg_class"
            " where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition"
        )
        open_tables = {name for name, closed in cursor.fetchall() if not closed}

    assert open_tables == set(WITHOUT_ROW_SECURITY)


def test_partitions_are_reached_only_through_their_parent(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select c.relname, g.grantee from information_schema.role_table_grants g"
            " join pg_class c on c.relname = g.table_name where c.relispartition and g.grantee <> 'lgnet_owner'"
        )
        assert not cursor.fetchall()


@pytest.mark.parametrize(
    "role", [DbRole.NATIONAL, DbRole.PUBLIC, DbRole.GATE, DbRole.EDITOR, DbRole.PUBLISHER]
)
@pytest.mark.parametrize("model", identifying_models(), ids=lambda model: model._meta.label)
def test_only_a_partners_roles_have_any_grant_on_a_table_about_people(
    db: None, model: type[models.Model], role: DbRole
) -> None:
    privileges = ("select", "insert", "update", "delete", "references", "trigger")
    with connection.cursor() as cursor:
        for privilege in privileges:
            check = (
                "has_table_privilege" if privilege in {"delete", "trigger"} else "has_any_column_privilege"
            )
            cursor.execute(f"select {check}(%s, %s, %s)", [role.value, model._meta.db_table, privilege])
            assert cursor.fetchone() == (False,), privilege


def test_the_web_login_can_do_nothing_by_itself(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select rolinherit, rolbypassrls, rolsuper from pg_roles where rolname = 'lgnet_web'")
        assert cursor.fetchone() == (False, False, False)
        cursor.execute(
            "select table_name from information_schema.role_table_grants where grantee in ('lgnet_web', 'PUBLIC')"
            " and table_schema = 'public'"
        )
        assert not cursor.fetchall()


def test_functions_that_act_as_their_owner_fix_their_search_path(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace"
            " and not exists (select 1 from unnest(proconfig) c where c like 'search_path=%')"
        )
        assert not cursor.fetchall()


def test_every_at_and_by_pair_is_constrained() -> None:
    missing = []
    for model in our_models():
        names = {field.name: field for field in model._meta.local_fields}
        constrained = " ".join(str(constraint) for constraint in model._meta.constraints)
        for name, field in names.items():
            pair = name.removesuffix("_at") + "_by"
            optional = name.endswith("_at") and pair in names and field.null and names[pair].null
            if optional and (f"'{name}" not in constrained or f"'{pair}" not in constrained):
                missing.append(f"{model.__name__}.{name}")

    assert not missing
