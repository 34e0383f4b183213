# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The person who acts: a user in one membership. Actions take it as `by=`, policies ask it."""

import uuid
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lgnet.core.rowsecurity import Actor
from lgnet.network.permissions import ROLES, Role

if TYPE_CHECKING:  # models read permissions, and permissions read nothing: only the type is needed here
    from lgnet.network.models import Colleague, Membership, Organisation


@dataclass(frozen=True)
class Worker:
    """A user at work for an organisation in a role."""

    user: "Colleague"
    membership: "Membership"

    @property
    def organisation(self) -> "Organisation":
        return self.membership.organisation

    @property
    def partner_id(self) -> uuid.UUID:
        return self.membership.organisation_id

    @cached_property
    def role(self) -> Role:
        return ROLES[self.membership.role]

    @property
    def permissions(self) -> frozenset[str]:
        return frozenset(self.role.permissions)

    def may(self, permission: str) -> bool:
        """Whether the role gives this permission at all."""
        return permission in self.role.permissions

    def actor(self) -> Actor:
        """What PostgreSQL is told: the role, the partner and the user."""
        return Actor(self.role.db_role, self.partner_id, self.user.pk)
