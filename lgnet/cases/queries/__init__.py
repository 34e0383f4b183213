# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is asked of intakes and cases. Rows of other partners do not exist here (row security)."""

from lgnet.cases.queries.caseload import CaseFilter, Load, case_page, loads, orphans
from lgnet.cases.queries.colleagues import colleagues_on_cases, last_changed_by, works_on_cases
from lgnet.cases.queries.episode import (
    agreed_goals,
    case_made_by,
    cases_with_people,
    eligibility_hint,
    intakes_with_people,
    open_case_of,
    open_intake_of,
    partnership_of,
)
from lgnet.cases.queries.queue import QueueFilter, at_once, queue_page
from lgnet.cases.queries.standards import standards_of

__all__ = [
    "CaseFilter",
    "Load",
    "QueueFilter",
    "agreed_goals",
    "at_once",
    "case_made_by",
    "case_page",
    "cases_with_people",
    "colleagues_on_cases",
    "eligibility_hint",
    "intakes_with_people",
    "last_changed_by",
    "loads",
    "open_case_of",
    "open_intake_of",
    "orphans",
    "partnership_of",
    "queue_page",
    "standards_of",
    "works_on_cases",
]
