# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `directives`."""

from django.urls import path

from lgnet.directives.views import catalogue, read, write

app_name = "directives"
urlpatterns = [
    path("", read.list_, name="list"),
    path("new/", write.new, name="new"),
    path("<uuid:directive_id>/", read.directive, name="directive"),
    path("<uuid:directive_id>/note/", read.note, name="note"),
    path("<uuid:directive_id>/answer/", read.answer, name="answer"),
    path("<uuid:directive_id>/answers.csv", read.answers, name="answers"),
    path("<uuid:directive_id>/pdf/", read.paper, name="paper"),
    path("<uuid:directive_id>/edit/", write.edit, name="edit"),
    path("<uuid:directive_id>/files/", write.attach, name="attach"),
    path("<uuid:directive_id>/throw-away/", write.throw_away, name="throw_away"),
    path("<uuid:directive_id>/issue/", write.issue, name="issue"),
    path("<uuid:directive_id>/correct/", write.correct, name="correct"),
    path("<uuid:directive_id>/close/", write.close, name="close"),
    path("<uuid:directive_id>/reopen/", write.reopen, name="reopen"),
    path("<uuid:directive_id>/withdraw/", write.withdraw, name="withdraw"),
    path("files/<uuid:file_id>/", read.file, name="file"),
    path("files/<uuid:file_id>/remove/", write.remove_file, name="remove_file"),
    path("catalogue/", catalogue.current, name="catalogue"),
    path("catalogue/new/", catalogue.new_version, name="new_version"),
    path("catalogue/<uuid:version_id>/", catalogue.version, name="version"),
    path("catalogue/<uuid:version_id>/reschedule/", catalogue.reschedule, name="reschedule"),
    path("catalogue/<uuid:version_id>/changes/", catalogue.write_change, name="write_change"),
    path("catalogue/<uuid:version_id>/push/", catalogue.push, name="push"),
    path("catalogue/changes/<uuid:change_id>/drop/", catalogue.drop_change, name="drop_change"),
]
