# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `network`."""

from django.urls import path

from lgnet.network.views import entrance, members

app_name = "network"
urlpatterns = [
    path("members/", members.members, name="members"),
    path("members/invite/", members.invite, name="invite"),
    path("members/<uuid:pk>/", members.member, name="member"),
    path("members/<uuid:pk>/end/", members.end, name="end"),
    path("members/<uuid:pk>/restore/", members.restore, name="restore"),
    path("invitations/<uuid:pk>/", members.invited, name="invited"),
    path("invitations/<uuid:pk>/resend/", members.resend, name="resend"),
    path("invitations/<uuid:pk>/withdraw/", members.withdraw, name="withdraw"),
    path("accept/<str:token>/", entrance.accept, name="accept"),
    path("choose/", entrance.choose, name="choose"),
]
