# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

from lgnet.recognition.models.award import Award
from lgnet.recognition.models.badge import Badge, IssuerKey, StatusList
from lgnet.recognition.models.certificate import Certificate, Lookup
from lgnet.recognition.models.credit import OutsideCourse, Scheme

__all__ = ["Award", "Badge", "Certificate", "IssuerKey", "Lookup", "OutsideCourse", "Scheme", "StatusList"]
