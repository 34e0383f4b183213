# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The directory as the Human Services Data Specification 3.0 has it (Open Referral), for other people's programs."""

from lgnet.directory.hsds.documents import (
    at_location,
    at_location_listed,
    organization,
    organization_listed,
    service,
    service_listed,
)
from lgnet.directory.hsds.taxonomy import TAXONOMY_ID, taxonomy, term, term_id
from lgnet.directory.hsds.where import Where, wheres

__all__ = [
    "TAXONOMY_ID",
    "Where",
    "at_location",
    "at_location_listed",
    "organization",
    "organization_listed",
    "service",
    "service_listed",
    "taxonomy",
    "term",
    "term_id",
    "wheres",
]
