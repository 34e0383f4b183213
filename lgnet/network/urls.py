# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `network`."""

from django.urls import path

from lgnet.network.views import access_log, entrance, members, partners, teams

app_name = "network"
urlpatterns = [
    path("members/", members.members, name="members"),
    path("members/invite/", members.invite, name="invite"),
    path("members/<uuid:pk>/", members.member, name="member"),
    path("members/<uuid:pk>/end/", members.end, name="end"),
    path("members/<uuid:pk>/restore/", members.restore, name="restore"),
    path("teams/", teams.teams, name="teams"),
    path("teams/<uuid:pk>/", teams.team, name="team"),
    path("invitations/<uuid:pk>/", members.invited, name="invited"),
    path("invitations/<uuid:pk>/resend/", members.resend, name="resend"),
    path("invitations/<uuid:pk>/withdraw/", members.withdraw, name="withdraw"),
    path("accept/<str:token>/", entrance.accept, name="accept"),
    path("partners/", partners.partners, name="partners"),
    path("partners/<slug:code>/", partners.partner, name="partner"),
    path("partners/<slug:code>/edit/", partners.edit, name="edit_partnership"),
    path("partners/<slug:code>/agree/", partners.agree, name="agree"),
    path("access-log/", access_log.access_log, name="access_log"),
    path("access-log/verify/", access_log.verify, name="verify_log"),
    path("choose/", entrance.choose, name="choose"),
]
