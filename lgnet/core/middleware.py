# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""One transaction per request, begun as the role of the gate."""

from collections.abc import Callable

from django.db import OperationalError, connection, transaction
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase

from lgnet.core.rowsecurity import GATE, acting_as

GetResponse = Callable[[HttpRequest], HttpResponseBase]


class OneTransaction:
    """Everything a request does is one transaction; a failed request leaves nothing behind.

    Outermost of the middlewares that touch the database: sessions are read and saved as `lgnet_gate`.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        try:
            connection.ensure_connection()
        except OperationalError:
            return _unavailable()
        with acting_as(GATE):
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
        return response


def _unavailable() -> JsonResponse:
    """The answer while the database does not answer (RFC 9457)."""
    problem = {"type": "about:blank", "title": "Service Unavailable", "status": 503}
    problem["detail"] = "The database does not answer. / La banca dati non risponde: riprova tra poco."
    return JsonResponse(
        problem, status=503, content_type="application/problem+json", headers={"Retry-After": "5"}
    )
