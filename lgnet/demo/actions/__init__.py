# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fills an empty database with what the demo needs. Runs as the owner of the tables, never in a request."""

from lgnet.demo.actions.accounts import NotEmpty, mark_as_demo, open_accounts
from lgnet.demo.actions.circulars import write_circulars
from lgnet.demo.actions.cutoffs import give_figures_a_past, take_past_cutoffs
from lgnet.demo.actions.directory import write_services
from lgnet.demo.actions.evaluation import survey
from lgnet.demo.actions.evidence import check_a_sample, order_from_the_nation
from lgnet.demo.actions.examinations import write_tests
from lgnet.demo.actions.exchange import talk
from lgnet.demo.actions.filling import compact_totals, gather_statistics, is_peopled, write_anonymous_contacts
from lgnet.demo.actions.media import show_to_the_public
from lgnet.demo.actions.open_data import publish_past_figures
from lgnet.demo.actions.practices import write_practices
from lgnet.demo.actions.quality import measure_a_year, slip
from lgnet.demo.actions.recognition import certify
from lgnet.demo.actions.reports import late_days, write_reports
from lgnet.demo.actions.site import write_site
from lgnet.demo.actions.society import tell_society
from lgnet.demo.actions.targets import decide_once, set_demo_targets
from lgnet.demo.actions.training import teach

__all__ = [
    "NotEmpty",
    "certify",
    "check_a_sample",
    "compact_totals",
    "decide_once",
    "gather_statistics",
    "give_figures_a_past",
    "is_peopled",
    "late_days",
    "mark_as_demo",
    "measure_a_year",
    "open_accounts",
    "order_from_the_nation",
    "publish_past_figures",
    "set_demo_targets",
    "show_to_the_public",
    "slip",
    "survey",
    "take_past_cutoffs",
    "talk",
    "teach",
    "tell_society",
    "write_anonymous_contacts",
    "write_circulars",
    "write_practices",
    "write_reports",
    "write_services",
    "write_site",
    "write_tests",
]
