# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `website`. Those of public pages are kept by people and search engines: they never change."""

from django.urls import path

import lgnet.ui.public  # noqa: F401 - knows <language:lang>
from lgnet.website.views import drawn, machines, reading

app_name = "website"
urlpatterns = [
    path("help/", reading.to_help, name="to_help"),
    path("favicon.ico", machines.favicon, name="favicon"),
    path("sitemap.xml", machines.sitemap_index, name="sitemaps"),
    path("feeds", machines.feeds, name="feeds"),
    path("feeds/", machines.feeds),
    path("robots.txt", machines.robots, name="robots"),
    path(".well-known/security.txt", machines.security, name="security"),
    path("logo.svg", machines.logo, name="logo"),
    path("transparency/operations.<slug:form>", machines.operations, name="operations"),
    path("media/images/<str:name>", drawn.media, name="media"),
    path("cards/<path:path>.png", drawn.card, name="card"),
    path("widgets/<language:lang>/numbers/", drawn.widget, name="widget"),
    path("qr/<path:path>.svg", drawn.qr, name="qr"),
    path("<language:lang>/sitemap.xml", machines.sitemap, name="sitemap"),
    path("<language:lang>/", reading.home, name="home"),
    path("<language:lang>/network/", reading.network, name="network"),
    path("<language:lang>/network/<slug:code>/", reading.partner, name="partner"),
    path("<language:lang>/partners/", reading.partners, name="partners"),
    path("<language:lang>/news/", reading.news, name="news"),
    path("<language:lang>/news/feed.xml", machines.feed, name="feed"),
    path("<language:lang>/news/page/<int:number>/", reading.news, name="news_from"),
    path("<language:lang>/practices/", reading.practices, name="practices"),
    path("<language:lang>/practices/<uuid:practice_id>/", reading.practice, name="practice"),
    path("<language:lang>/contacts/", reading.contacts, name="contacts"),
    path("<language:lang>/transparency/", reading.transparency, name="transparency"),
    path("<language:lang>/numbers/", reading.numbers, name="numbers"),
    path("<language:lang>/widgets/", reading.widgets, name="widgets"),
    path("<language:lang>/widgets/<slug:slug>/", reading.van_widget, name="van_widget"),
    *(
        path(f"<language:lang>/{name}/", reading.written, {"path": name}, name=name)
        for name in ("press", "privacy", "accessibility", "legal")
    ),
    path("<language:lang>/<path:path>", reading.written, name="written"),
]
