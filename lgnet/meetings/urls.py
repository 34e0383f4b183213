# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `meetings`."""

from django.urls import path

from lgnet.meetings.views import following_up, meetings, partners

app_name = "meetings"
urlpatterns = [
    path("", meetings.list_, name="list"),
    path("new/", meetings.new, name="new"),
    path("mine.ics", meetings.my_calendar, name="my_calendar"),
    path("tasks/", following_up.tasks, name="tasks"),
    path("tasks/<uuid:task_id>/done/", following_up.finish, name="finish"),
    path("tasks/<uuid:task_id>/not-done/", following_up.take_up_again, name="take_up_again"),
    path("tasks/<uuid:task_id>/drop/", following_up.drop_task, name="drop_task"),
    path("groups/<uuid:group_id>/tasks/", following_up.give_group_task, name="give_group_task"),
    path("decisions/<uuid:decision_id>/drop/", following_up.drop_decision, name="drop_decision"),
    path("decisions/<uuid:decision_id>/tasks/", following_up.give_task, name="give_task"),
    path("<uuid:meeting_id>/", meetings.meeting, name="meeting"),
    path("<uuid:meeting_id>/edit/", meetings.edit, name="edit"),
    path("<uuid:meeting_id>/cancel/", meetings.cancel, name="cancel"),
    path("<uuid:meeting_id>/invite/", meetings.invite, name="invite"),
    path("<uuid:meeting_id>/partners/", partners.invite_partners, name="invite_partners"),
    path("<uuid:meeting_id>/appoint/", partners.appoint, name="appoint"),
    path("<uuid:meeting_id>/enrol/", meetings.enrol, name="enrol"),
    path("<uuid:meeting_id>/withdraw/", meetings.withdraw, name="withdraw"),
    path("<uuid:meeting_id>/decline/", meetings.decline, name="decline"),
    path("<uuid:meeting_id>/calendar.ics", meetings.calendar, name="calendar"),
    path("<uuid:meeting_id>/report/", following_up.report, name="report"),
    path("<uuid:meeting_id>/decisions/", following_up.decide, name="decide"),
]
