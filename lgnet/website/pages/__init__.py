# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the public pages show. Words for visitors stand in `public_words` and in the templates."""

from lgnet.website.pages.lists import (
    contacts_page,
    news_page,
    numbers_page,
    practice_page,
    practices_page,
    transparency_page,
)
from lgnet.website.pages.network import figures, home_page, network_page, news_data, partner_page
from lgnet.website.pages.partners import partners_page
from lgnet.website.pages.widgets import van_widget_page, widgets_page

__all__ = [
    "contacts_page",
    "figures",
    "home_page",
    "network_page",
    "news_data",
    "news_page",
    "numbers_page",
    "partner_page",
    "partners_page",
    "practice_page",
    "practices_page",
    "transparency_page",
    "van_widget_page",
    "widgets_page",
]
