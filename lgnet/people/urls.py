# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `people`. The file of a person, `/people/<uuid>/`, belongs to `desk`."""

from django.urls import path

from lgnet.people.views import belongings, editing, family, listing, registration

app_name = "people"
urlpatterns = [
    path("", listing.people, name="list"),
    path("new/", registration.new, name="new"),
    path("new/form/", registration.register, name="register"),
    path("<uuid:person_id>/identity/", editing.edit, name="edit"),
    path("<uuid:person_id>/numbers/", belongings.add_number, name="add_number"),
    path("<uuid:person_id>/channels/", belongings.add_channel, name="add_channel"),
    path("<uuid:person_id>/stay/", belongings.add_stay, name="add_stay"),
    path("<uuid:person_id>/notice/", belongings.add_notice, name="add_notice"),
    path("<uuid:person_id>/guardian/", family.add_guardian, name="add_guardian"),
    path("<uuid:person_id>/household/", family.household, name="household"),
    path("household/<uuid:member_id>/leave/", family.leave, name="leave_household"),
    path("numbers/<uuid:number_id>/withdraw/", belongings.withdraw_number, name="withdraw_number"),
    path("numbers/<uuid:number_id>/restore/", belongings.restore_number, name="restore_number"),
    path("numbers/<uuid:number_id>/show/", belongings.show_number, name="show_number"),
    path("channels/<uuid:channel_id>/withdraw/", belongings.withdraw_channel, name="withdraw_channel"),
    path("channels/<uuid:channel_id>/restore/", belongings.restore_channel, name="restore_channel"),
]
