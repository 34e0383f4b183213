# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `training`."""

from django.urls import path

from lgnet.training.views import enrolling, materials, planning, read, register

app_name = "training"
urlpatterns = [
    path("", read.programme, name="list"),
    path("calendar.ics", read.my_calendar, name="calendar"),
    path("modules/<uuid:module_id>/", read.module, name="module"),
    path("modules/<uuid:module_id>/calendar.ics", read.module_calendar, name="module_calendar"),
    path("modules/<uuid:module_id>/register.csv", read.register, name="register"),
    path("new/", planning.new_programme, name="new_programme"),
    path("programmes/<uuid:programme_id>/modules/new/", planning.new_module, name="new_module"),
    path("modules/<uuid:module_id>/edit/", planning.edit_module, name="edit_module"),
    path("modules/<uuid:module_id>/publish/", planning.publish, name="publish"),
    path("modules/<uuid:module_id>/call-off/", planning.call_off, name="call_off"),
    path("modules/<uuid:module_id>/throw-away/", planning.throw_away, name="throw_away"),
    path("modules/<uuid:module_id>/sessions/new/", planning.new_session, name="new_session"),
    path("sessions/<uuid:session_id>/edit/", planning.edit_session, name="edit_session"),
    path("sessions/<uuid:session_id>/call-off/", planning.call_off_session, name="call_off_session"),
    path("modules/<uuid:module_id>/enrol/", enrolling.enrol, name="enrol"),
    path("modules/<uuid:module_id>/colleagues/", enrolling.enrol_colleagues, name="enrol_colleagues"),
    path("enrolments/<uuid:enrolment_id>/approve/", enrolling.approve, name="approve"),
    path("enrolments/<uuid:enrolment_id>/decline/", enrolling.decline, name="decline"),
    path("enrolments/<uuid:enrolment_id>/withdraw/", enrolling.withdraw, name="withdraw"),
    path("sessions/<uuid:session_id>/", register.session, name="session"),
    path("sessions/<uuid:session_id>/code/", register.code, name="code"),
    path("sessions/<uuid:session_id>/here/", register.here, name="here"),
    path("sessions/<uuid:session_id>/list/", register.keep_list, name="keep_list"),
    path("sessions/<uuid:session_id>/log/", register.read_log, name="read_log"),
    path("sessions/<uuid:session_id>/make-up/", register.make_up, name="make_up"),
    path("modules/<uuid:module_id>/files/new/", materials.new_file, name="new_file"),
    path("modules/<uuid:module_id>/pages/new/", materials.new_page, name="new_page"),
    path("modules/<uuid:module_id>/videos/new/", materials.new_video, name="new_video"),
    path("materials/<uuid:material_id>/", materials.material, name="material"),
    path("materials/<uuid:material_id>/version/", materials.new_version, name="new_version"),
    path("materials/<uuid:material_id>/take-back/", materials.take_back, name="take_back"),
    path("materials/<uuid:material_id>/show-again/", materials.show_again, name="show_again"),
    path("versions/<uuid:version_id>/file/", materials.file, name="file"),
    path("versions/<uuid:version_id>/captions.vtt", materials.captions, name="captions"),
]
