# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of certificates and credits. Row security: a holder's own, the nation all, the public none."""

from lgnet.recognition.queries.credits import Progress, TeamHours, current_schemes, progress, team_hours
from lgnet.recognition.queries.issuing import (
    Candidate,
    candidates,
    issued,
    issuer_name,
    modules_to_issue,
    of_module,
)
from lgnet.recognition.queries.mine import badge_of, my_certificates, my_outside_courses

__all__ = [
    "Candidate",
    "Progress",
    "TeamHours",
    "badge_of",
    "candidates",
    "current_schemes",
    "issued",
    "issuer_name",
    "modules_to_issue",
    "my_certificates",
    "my_outside_courses",
    "of_module",
    "progress",
    "team_hours",
]
