# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Persons as a partner knows them: identity (encrypted), status of stay as a dated history, household.

A person may have no tax code, no document, one name only, an estimated birth year. A missing value
carries its reason; a fake value is never stored.
"""

from lgnet.people.models.household import Guardian, Household, HouseholdMember
from lgnet.people.models.identity import ContactChannel, Identifier, MatchKey
from lgnet.people.models.notice import PrivacyNotice
from lgnet.people.models.person import Missing, Person, Precision
from lgnet.people.models.stay import ResidenceStatus, StayStatus

__all__ = [
    "ContactChannel", "Guardian", "Household", "HouseholdMember", "Identifier", "MatchKey", "Missing", "Person",
    "Precision", "PrivacyNotice", "ResidenceStatus", "StayStatus",
]  # fmt: skip
