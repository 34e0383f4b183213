# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may make and withdraw keys of the API, and what a key may read."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext_lazy as _

from lgnet.api.models import ApiToken, Scope
from lgnet.core.authz import Verdict, no, yes
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker

# One of these permissions is behind each scope.
BEHIND: Mapping[str, frozenset[Permission]] = {
    Scope.FIGURES: frozenset({Permission.FIGURES_PARTNER, Permission.FIGURES_NATION}),
    Scope.CASES: frozenset({Permission.CASE_SEE}),
    Scope.NAMES: frozenset({Permission.PERSON_EXPORT}),
}


def scopes_for(by: Worker) -> list[Scope]:
    """The scopes that somebody's role can give to a program."""
    return [scope for scope in Scope if BEHIND[scope] & by.permissions]


def make_token(by: Worker, scopes: Collection[str] = ()) -> Verdict:
    """Make a key for a program."""
    if not by.may(Permission.API_TOKEN):
        return no(_("Keys for programs are made by coordinators and by the national direction."))
    if not set(scopes) <= set(scopes_for(by)):
        return no(_("A key cannot read more than your role does."))
    return yes


def revoke_token(by: Worker, token: ApiToken) -> Verdict:
    """Withdraw a key: one's own, or any of the own organisation."""
    if not by.may(Permission.API_TOKEN) or token.partner_id != by.partner_id:
        return no(_("Only who makes keys in this organisation can withdraw them."))
    if token.revoked_at is not None:
        return no(_("This key has been withdrawn already."))
    return yes


def read(by: Worker, scopes: Collection[str], wanted: Scope) -> Verdict:
    """Read something through the API with a key of these scopes."""
    if wanted not in scopes:
        return no(_("This key does not include what was asked."))
    if not BEHIND[wanted] & by.permissions:
        return no(_("The role of the person behind this key no longer includes what was asked."))
    return yes
