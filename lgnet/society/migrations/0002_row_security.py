# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who sees which campaigns, events and letters. What names or reaches somebody is the partner's alone."""

from django.db import migrations

from lgnet.core.protection import CURRENT_PARTNER, protect

NETWORK = "lgnet_local, lgnet_worker, lgnet_national"
WRITE = "select, insert, update, delete"
STAFF = {"lgnet_local": WRITE, "lgnet_worker": "select", "lgnet_national": WRITE}
EVENT_IN_PUBLIC = (
    "select (id, slug, partner_id, state, audience, starts_at, ends_at, place, is_online, access, contact,"
    " takes_registrations, capacity, language, words_version, sequence, published_at, ended_at, end_reason)"
)
PUBLIC_STATES = "('published', 'held', 'cancelled')"
# By the row security of the other table, as whoever asks:
WITH_CAMPAIGN = "exists (select from society_campaign c where c.id = campaign_id)"
WITH_EVENT = "exists (select from society_event e where e.id = event_id)"


def select(name: str, table: str, roles: str, using: str) -> str:
    """A policy that lets these roles read."""
    return f"create policy {name} on {table} for select to {roles} using ({using})"


def own_of_the_nation(table: str) -> str:
    """A body of the nation writes what is its own, as a partner does."""
    return (
        f"create policy own_rows_of_the_nation on {table} to lgnet_national"
        f" using (partner_id = {CURRENT_PARTNER}) with check (partner_id = {CURRENT_PARTNER})"
    )


def of_a_campaign(table: str) -> object:
    """A table that is read with its campaign, and written by each for itself."""
    return protect(
        table,
        grants=STAFF,
        extra=(own_of_the_nation(table), select("with_campaign", table, NETWORK, WITH_CAMPAIGN)),
    )


class Migration(migrations.Migration):
    dependencies = [
        ("society", "0001_campaigns_events_messages_newsletters"),
        ("core", "0002_audit_chain_and_row_history"),
    ]
    operations = [
        protect(
            "society_campaign",
            grants=STAFF,
            extra=(
                own_of_the_nation("society_campaign"),
                select("network_rows", "society_campaign", NETWORK, "state <> 'draft'"),
            ),
        ),
        of_a_campaign("society_campaignpart"),
        of_a_campaign("society_material"),
        of_a_campaign("society_reach"),
        protect(
            "society_event",
            grants={**STAFF, "lgnet_public": EVENT_IN_PUBLIC},
            extra=(
                own_of_the_nation("society_event"),
                select(
                    "public_rows", "society_event", f"{NETWORK}, lgnet_public", f"state in {PUBLIC_STATES}"
                ),
            ),
        ),
        protect(
            "society_eventtext",
            grants={
                **STAFF,
                "lgnet_public": "select (id, event_id, partner_id, language, title, description, of_version,"
                " is_checked)",
            },
            extra=(
                own_of_the_nation("society_eventtext"),
                select("with_event", "society_eventtext", f"{NETWORK}, lgnet_public", WITH_EVENT),
            ),
        ),
        protect(
            "society_registration",
            grants={
                "lgnet_local": "select, update (came_at)",
                "lgnet_worker": "select, update (told_state, told_sequence, reminded_at), delete",
            },
        ),
        protect(
            "society_eventfeedback",
            grants={"lgnet_local": "select", "lgnet_worker": "select"},
        ),
        protect("society_friend", grants={"lgnet_local": "select, insert, update"}),
        protect(
            "society_message",
            grants={
                "lgnet_local": "select, update",
                "lgnet_worker": "select, update (told_at, escalated_at)",
            },
        ),
        protect("society_subscription", grants={"lgnet_local": "select", "lgnet_worker": "select"}),
        protect(
            "society_issue",
            grants={
                **STAFF,
                "lgnet_worker": "select, update (state, letters, failed)",
                "lgnet_public": "select (id, partner_id, language, subject, body, state, sent_at)",
            },
            extra=(
                own_of_the_nation("society_issue"),
                select("sent_rows", "society_issue", f"{NETWORK}, lgnet_public", "state = 'sent'"),
            ),
        ),
        protect("society_delivery", grants={"lgnet_worker": "select, insert, delete"}),
    ]
