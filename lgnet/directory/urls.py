# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `directory`. Those of the public and of programs are kept by others: they never change."""

from django.urls import path

from lgnet.directory.views import finding, keeping, places, programs, sheets, team, widgets

app_name = "directory"
HELP = "<language:lang>/help/"
HSDS = "hsds/v3/"
ROOT = "directory/"
urlpatterns = [
    path(HELP, finding.help_, name="help"),
    path(f"{HELP}<slug:slug>/", finding.city, name="city"),
    path(f"{HELP}<slug:slug>/thanks/", finding.thanks, name="thanks"),
    path(f"{HELP}<slug:slug>/<uuid:service_id>/report/", finding.report, name="report"),
    path("widgets/<language:lang>/van/<slug:slug>/", widgets.van, name="van_widget"),
    path("help-sw.js", finding.service_worker, name="service_worker"),
    path("<language:lang>/services-for-programs/", programs.explained, name="programs"),
    path(HSDS, programs.about, name="hsds"),
    path(f"{HSDS}openapi.json", programs.described, name="hsds_openapi"),
    path(f"{HSDS}services", programs.services, name="hsds_services"),
    path(f"{HSDS}services/<uuid:service_id>", programs.service, name="hsds_service"),
    path(f"{HSDS}organizations", programs.organizations, name="hsds_organizations"),
    path(f"{HSDS}organizations/<uuid:organization_id>", programs.organization, name="hsds_organization"),
    path(f"{HSDS}service_at_locations", programs.places, name="hsds_places"),
    path(f"{HSDS}service_at_locations/<uuid:place_id>", programs.place, name="hsds_place"),
    path(f"{HSDS}taxonomies", programs.taxonomies, name="hsds_taxonomies"),
    path(f"{HSDS}taxonomies/<uuid:taxonomy_id>", programs.taxonomy, name="hsds_taxonomy"),
    path(f"{HSDS}taxonomy_terms", programs.terms, name="hsds_terms"),
    path(f"{HSDS}taxonomy_terms/<uuid:term_id>", programs.term, name="hsds_term"),
    path(f"{HSDS}<path:rest>", programs.nothing, name="hsds_nothing"),
    path("open-data/services.ttl", programs.turtle, name="turtle"),
    path("open-data/services.jsonld", programs.json_ld, name="json_ld"),
    path(ROOT, keeping.list_, name="list"),
    path(f"{ROOT}texts/", keeping.texts, name="texts"),
    path(f"{ROOT}new/", keeping.new, name="new"),
    path(f"{ROOT}services/<uuid:service_id>/", keeping.service, name="service"),
    path(f"{ROOT}services/<uuid:service_id>/edit/", keeping.edit, name="edit"),
    path(f"{ROOT}services/<uuid:service_id>/words/<slug:language>/", keeping.words, name="words"),
    path(f"{ROOT}services/<uuid:service_id>/publish/", keeping.publish, name="publish"),
    path(f"{ROOT}services/<uuid:service_id>/take-off/", keeping.take_off, name="take_off"),
    path(f"{ROOT}services/<uuid:service_id>/confirm/", keeping.confirm, name="confirm"),
    path(f"{ROOT}services/<uuid:service_id>/throw-away/", keeping.throw_away, name="throw_away"),
    path(f"{ROOT}services/<uuid:service_id>/desks/new/", places.new_desk, name="new_desk"),
    path(f"{ROOT}services/<uuid:service_id>/stops/new/", places.new_stop, name="new_stop"),
    path(f"{ROOT}desks/<uuid:desk_id>/", places.desk, name="desk"),
    path(f"{ROOT}desks/<uuid:desk_id>/close/", places.close_desk, name="close_desk"),
    path(f"{ROOT}desks/<uuid:desk_id>/special/", places.special, name="special"),
    path(f"{ROOT}special-days/<uuid:day_id>/drop/", places.drop_special, name="drop_special"),
    path(f"{ROOT}stops/<uuid:stop_id>/", places.stop, name="stop"),
    path(f"{ROOT}stops/<uuid:stop_id>/drop/", places.drop_stop, name="drop_stop"),
    path(f"{ROOT}stops/<uuid:stop_id>/nights/<str:day>/", places.night, name="night"),
    path(f"{ROOT}changes/<uuid:change_id>/undo/", places.as_planned, name="as_planned"),
    path(f"{ROOT}team/", team.list_, name="team"),
    path(f"{ROOT}team/new/", team.new, name="new_contact"),
    path(f"{ROOT}team/<uuid:contact_id>/edit/", team.edit, name="edit_contact"),
    path(f"{ROOT}team/<uuid:contact_id>/confirm/", team.confirm, name="confirm_contact"),
    path(f"{ROOT}team/<uuid:contact_id>/hide/", team.hide, name="hide_contact"),
    path(f"{ROOT}team/<uuid:contact_id>/show/", team.show, name="show_contact"),
    path(f"{ROOT}team/<uuid:contact_id>/throw-away/", team.throw_away, name="throw_contact_away"),
    path(f"{ROOT}sheets/", sheets.list_, name="sheets"),
    path(f"{ROOT}sheets/<slug:kind>/empty.xlsx", sheets.empty, name="empty_sheet"),
    path(f"{ROOT}sheets/<uuid:run_id>/", sheets.run, name="sheet"),
    path(f"{ROOT}sheets/<uuid:run_id>/columns/", sheets.columns, name="sheet_columns"),
    path(f"{ROOT}sheets/<uuid:run_id>/write/", sheets.write, name="write_sheet"),
    path(f"{ROOT}sheets/<uuid:run_id>/undo/", sheets.undo, name="undo_sheet"),
    path(f"{ROOT}reports/<uuid:report_id>/settle/", keeping.settle, name="settle"),
    path(f"{ROOT}reports/<uuid:report_id>/reopen/", keeping.reopen, name="reopen"),
]
