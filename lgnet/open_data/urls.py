# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `open_data`. Those of published things are stable: others keep them in their catalogues."""

from django.urls import path

from lgnet.open_data import views

app_name = "open_data"
urlpatterns = [
    path("", views.list_, name="list"),
    path("catalog.ttl", views.turtle, name="turtle"),
    path("catalog.jsonld", views.json_ld, name="json_ld"),
    path("releases/", views.releases, name="releases"),
    path("releases/<uuid:release_id>/", views.release, name="release"),
    path("releases/<uuid:release_id>/publish/", views.publish, name="publish"),
    path("releases/<uuid:release_id>/discard/", views.discard, name="discard"),
    path("datasets/<slug:slug>/", views.dataset, name="dataset"),
    path("datasets/<slug:slug>/<slug:code>/", views.dataset, name="dataset_of_release"),
    path("datasets/<slug:slug>/<slug:code>/<str:name>", views.file, name="file"),
]
