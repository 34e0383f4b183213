# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may bring in and take out many people at once. Names are those of the actions."""

from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict, no, yes
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker


def write_people(by: Worker) -> Verdict:
    """Write many people at once."""
    if not by.may(Permission.PERSON_IMPORT):
        return no(_("Your role does not import people: the coordinator does."))
    return yes
