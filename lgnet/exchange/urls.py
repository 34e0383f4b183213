# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `exchange`."""

from django.urls import path

from lgnet.exchange.views import groups, people, posts, threads

app_name = "exchange"
urlpatterns = [
    path("", threads.list_, name="list"),
    path("new/", threads.new, name="new"),
    path("threads/<uuid:thread_id>/", threads.thread, name="thread"),
    path("threads/<uuid:thread_id>/reply/", threads.reply, name="reply"),
    path("threads/<uuid:thread_id>/take-back/", threads.take_back, name="take_back"),
    path("threads/<uuid:thread_id>/follow/", threads.follow, name="follow"),
    path("threads/<uuid:thread_id>/unfollow/", threads.unfollow, name="unfollow"),
    path("posts/<uuid:post_id>/accept/", threads.accept, name="accept"),
    path("posts/<uuid:post_id>/edit/", posts.edit, name="edit"),
    path("posts/<uuid:post_id>/delete/", posts.delete, name="delete"),
    path("posts/<uuid:post_id>/undelete/", posts.undelete, name="undelete"),
    path("posts/<uuid:post_id>/versions/", posts.versions, name="versions"),
    path("posts/<uuid:post_id>/report/", posts.report, name="report"),
    path("posts/<uuid:post_id>/hide/", posts.hide, name="hide"),
    path("posts/<uuid:post_id>/show-again/", posts.show_again, name="show_again"),
    path("reports/<uuid:report_id>/keep/", posts.keep, name="keep"),
    path("moderation/", posts.moderation, name="moderation"),
    path("groups/", groups.list_, name="groups"),
    path("groups/new/", groups.new, name="new_group"),
    path("groups/<uuid:group_id>/", groups.group, name="group"),
    path("groups/<uuid:group_id>/edit/", groups.edit, name="edit_group"),
    path("groups/<uuid:group_id>/members/", groups.add_member, name="add_member"),
    path(
        "groups/<uuid:group_id>/members/<uuid:colleague_id>/remove/",
        groups.remove_member,
        name="remove_member",
    ),
    path("groups/<uuid:group_id>/members/<uuid:colleague_id>/hand-over/", groups.hand_over, name="hand_over"),
    path("groups/<uuid:group_id>/leave/", groups.leave, name="leave_group"),
    path("groups/<uuid:group_id>/end/", groups.end, name="end_group"),
    path("groups/<uuid:group_id>/reopen/", groups.reopen, name="reopen_group"),
    path("groups/<uuid:group_id>/follow/", groups.follow, name="follow_group"),
    path("groups/<uuid:group_id>/unfollow/", groups.unfollow, name="unfollow_group"),
    path("notices/", people.notices, name="notices"),
    path("notices/read/", people.read_all, name="read_all"),
    path("following/", people.following, name="following"),
    path("themes/<slug:code>/follow/", people.follow_theme, name="follow_theme"),
    path("themes/<slug:code>/unfollow/", people.unfollow_theme, name="unfollow_theme"),
    path("directory/", people.directory, name="directory"),
    path("directory/me/", people.me, name="me"),
    path("directory/leave/", people.leave_directory, name="leave_directory"),
    path("colleagues/", people.suggestions, name="suggestions"),
]
