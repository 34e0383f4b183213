# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `api`: the pages about keys, and version 1 itself."""

from django.urls import URLPattern, include, path, re_path

from lgnet.api.views import tokens
from lgnet.api.views.door import closed
from lgnet.api.views.v1 import api
from lgnet.core.authz import at_the_gate

app_name = "api"


def _behind_the_door() -> list[URLPattern]:
    """The library's views: they begin at the gate, where their key is looked up."""
    patterns = [pattern for pattern in api.urls[0] if isinstance(pattern, URLPattern)]
    for pattern in patterns:
        pattern.callback = at_the_gate(closed(pattern.callback))
    return patterns


urlpatterns = [
    path("", tokens.tokens, name="tokens"),
    path("documentation/", tokens.documentation, name="documentation"),
    path("tokens/<uuid:pk>/revoke/", tokens.revoke, name="revoke"),
    path("v1/", include((_behind_the_door(), "v1"))),
    re_path(r"^v1/.*$", tokens.nowhere, name="nowhere"),
]
