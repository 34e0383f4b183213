# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The database roles, made before the first migration. Run as `lgnet_owner` (CREATEROLE)."""

from lgnet.core.rowsecurity import DbRole

LOGIN_ROLE = "lgnet_web"


def role_statements() -> list[str]:
    """SQL that makes the restricted roles and lets the web log-in take each of them; safe to repeat."""
    statements = []
    for role in DbRole:
        statements.append(
            f"do $$ begin create role {role.value} nologin; exception when duplicate_object then null; end $$"
        )
        # The owner takes the roles too, to load demo data and to prove what they may not see.
        statements.append(f"grant {role.value} to {LOGIN_ROLE}, current_user")
        statements.append(f"grant usage on schema public to {role.value}")
    statements.append("revoke create on schema public from public")
    # Bulk writing copies into a temporary table first: COPY into a table with row security is refused.
    statements.append(
        "do $$ begin execute format('grant temporary on database %I to lgnet_local, lgnet_worker',"
        " current_database()); end $$"
    )
    return statements
