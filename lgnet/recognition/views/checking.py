# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What anybody may ask, without log-in: whether a certificate stands, who issues badges, with which keys."""

import uuid

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_safe

from lgnet.core.authz import public
from lgnet.recognition import actions, openbadge, queries
from lgnet.recognition.actions.badges import kid
from lgnet.recognition.codes import as_printed
from lgnet.recognition.forms import CodeForm
from lgnet.recognition.keys import public_jwk
from lgnet.recognition.models import IssuerKey, StatusList
from lgnet.recognition.pages.checking import check_page
from lgnet.ui.rendering import render_page

OPEN = {"Access-Control-Allow-Origin": "*"}  # verifiers run in other people's browsers


@public
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Type a code, and the name on the certificate to check it too."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        return _checked(request, form, form.cleaned_data["code"], form.cleaned_data["name"])
    page = check_page(form, None, "")
    return render_page(request, "recognition/verify.html", page, status=422 if form.is_bound else 200)


@public
@require_safe
def verify(request: HttpRequest, code: str) -> HttpResponse:
    """Whether the certificate with this code stands: where its square code leads."""
    printed = as_printed(code)
    if printed and printed != code:
        return redirect("recognition:verify", printed)
    return _checked(request, CodeForm(initial={"code": printed or code[:40]}), code, "")


def _checked(request: HttpRequest, form: CodeForm, code: str, name: str) -> HttpResponse:
    found = actions.check(code=code, name=name, address=get_adapter(request).get_client_ip(request))
    page = check_page(form, found, as_printed(code) or code[:40])
    status = {"too_many": 429, "unknown": 404}.get(found.verdict, 200)
    response = render_page(request, "recognition/verify.html", page, status=status)
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    if status == 429:
        response.headers["Retry-After"] = str(actions.SECONDS)
    return response


@public
@require_safe
def issuer(request: HttpRequest) -> JsonResponse:
    """Who issues badges (Open Badges 3.0, Profile)."""
    profile = openbadge.issuer_profile(settings.SITE_ADDRESS, name=queries.issuer_name())
    context = {"@context": list(openbadge.CONTEXTS)}
    return JsonResponse(context | profile, headers=OPEN, json_dumps_params={"ensure_ascii": False})


def _jwk(key: IssuerKey) -> dict[str, str]:
    return public_jwk(key.public, kid(key))


@public
@require_safe
def keys(request: HttpRequest) -> JsonResponse:
    """Every public key, the retired ones too: what they signed stays valid (RFC 7517)."""
    rows = IssuerKey.objects.only("id", "public").order_by("-made_at", "-id")
    return JsonResponse({"keys": [_jwk(key) for key in rows]}, headers=OPEN)


@public
@require_safe
def key(request: HttpRequest, key_id: uuid.UUID) -> JsonResponse:
    """One public key: what the `kid` of a badge names."""
    found = get_object_or_404(IssuerKey.objects.only("id", "public"), pk=key_id)
    return JsonResponse(_jwk(found), headers=OPEN, content_type="application/jwk+json")


@public
@require_safe
def status(request: HttpRequest, number: int) -> HttpResponse:
    """The signed list of revoked badges (W3C Bitstring Status List v1.0)."""
    found = StatusList.objects.filter(number=min(number, 9999)).first()
    if found is None:
        raise Http404
    return HttpResponse(found.token, content_type="application/vc+jwt", headers=OPEN)
