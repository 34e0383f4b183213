# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is taught, when and where, who takes part, and for how long they were there.

Whoever takes part works in the network: staff data, apart from the data of the people who are cared for.
"""

from lgnet.training.models.attendance import Attendance, OnlineLog
from lgnet.training.models.enrolment import Enrolment, Notice
from lgnet.training.models.material import Material, MaterialVersion
from lgnet.training.models.programme import Module, Prerequisite, Programme
from lgnet.training.models.session import Session, Teaching

__all__ = [
    "Attendance",
    "Enrolment",
    "Material",
    "MaterialVersion",
    "Module",
    "Notice",
    "OnlineLog",
    "Prerequisite",
    "Programme",
    "Session",
    "Teaching",
]
