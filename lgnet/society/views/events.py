# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Staff write events, translate them, publish them and say what became of them."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.core.authz import Refused, requires
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.society import policies, queries
from lgnet.society.actions import events as actions
from lgnet.society.forms.staff import LANGUAGES, EventForm, HeldForm, ReasonForm, WordsForm
from lgnet.society.models import Campaign, Event
from lgnet.society.pages.events import FormPage, list_page, show_page
from lgnet.ui.rendering import render_page

WRITE = Permission.EVENT_WRITE
FOLLOW = (WRITE, Permission.PUBLIC_FOLLOW)


def event_or_404(event_id: uuid.UUID) -> Event:
    """What the worker may see; what is not theirs does not exist."""
    rows = Event.objects.select_related("partner", "campaign", "made_by", "published_by")
    return get_object_or_404(rows.prefetch_related("texts"), pk=event_id)


def _campaigns(by: Worker) -> list[Campaign]:
    return list(queries.campaigns(by).exclude(state=Campaign.State.ENDED)[:50])


@requires(*FOLLOW)
@require_safe
def list_(request: StaffRequest) -> HttpResponse:
    """The partner's events, and those of the network."""
    page = list_page(request.worker, str(request.GET.get("after", ""))[:80])
    return render_page(request, "society/events.html#own", page)


@requires(WRITE)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Begin an event; it stays a draft until it is published."""
    form = EventForm(request.POST or None, campaigns=_campaigns(request.worker))
    if request.method == "POST" and form.is_valid():
        made = actions.write(by=request.worker, plan=form.plan(), event_id=form.cleaned_data["new_id"])
        messages.success(request, _("The draft is saved: only your partner sees it."))
        return redirect("society:show", made.pk)
    return render_page(request, "society/edit.html", FormPage(form), status=422 if form.is_bound else 200)


@requires(*FOLLOW)
@require_safe
def show(request: StaffRequest, event_id: uuid.UUID) -> HttpResponse:
    """One event."""
    return _shown(request, event_or_404(event_id))


def _shown(
    request: StaffRequest, event: Event, *, cancel: ReasonForm | None = None, hold: HeldForm | None = None
) -> HttpResponse:
    page = show_page(
        request.worker,
        event,
        cancel_form=cancel or ReasonForm(auto_id="id_cancel_%s"),
        hold_form=hold or HeldForm(),
    )
    return render_page(request, "society/show.html", page, status=422 if cancel or hold else 200)


@requires(WRITE)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: StaffRequest, event_id: uuid.UUID) -> HttpResponse:
    """Change an event; whoever registered is told of another hour or place."""
    event = event_or_404(event_id)
    policies.edit(request.worker, event).enforce()
    form = EventForm(request.POST or None, campaigns=_campaigns(request.worker), event=event)
    if request.method == "POST" and form.is_valid():
        actions.edit(by=request.worker, event=event, plan=form.plan())
        messages.success(request, _("The event is saved."))
        return redirect("society:show", event_id)
    page = FormPage(form, event)
    return render_page(request, "society/edit.html", page, status=422 if form.is_bound else 200)


@requires(WRITE)
@require_http_methods(["GET", "HEAD", "POST"])
def translate(request: StaffRequest, event_id: uuid.UUID, language: str) -> HttpResponse:
    """Say it in another language."""
    event, names = event_or_404(event_id), dict(LANGUAGES)
    if language not in names or language == event.language:
        raise Http404
    policies.translate(request.worker, event).enforce()
    texts = {text.language: text for text in event.texts.all()}
    form = WordsForm(request.POST or None, text=texts.get(language))
    if request.method == "POST" and form.is_valid():
        actions.translate(by=request.worker, event=event, language=language, **form.cleaned_data)
        return redirect("society:show", event_id)
    page = FormPage(form, event, title=names[language], source=texts.get(event.language), language=language)
    return render_page(request, "society/words.html", page, status=422 if form.is_bound else 200)


def _verb(action: Callable[..., object], done: Callable[[], str]) -> Callable[..., HttpResponse]:
    """A button that changes the state of an event, and comes back to it."""

    @requires(WRITE)
    @require_POST
    def press(request: StaffRequest, event_id: uuid.UUID) -> HttpResponse:
        try:
            action(by=request.worker, event=event_or_404(event_id))
            messages.success(request, done())
        except Refused as refused:
            messages.error(request, str(refused.reason))
        return redirect("society:show", event_id)

    return press


submit = _verb(actions.submit, lambda: _("It waits for somebody to publish it."))
take_back = _verb(actions.take_back, lambda: _("It is a draft again."))
publish = _verb(actions.publish, lambda: _("Everybody can read it now."))
restore = _verb(actions.restore, lambda: _("It is published again."))


@requires(WRITE)
@require_POST
def cancel(request: StaffRequest, event_id: uuid.UUID) -> HttpResponse:
    """Say that it does not take place, and why."""
    event, form = event_or_404(event_id), ReasonForm(request.POST, auto_id="id_cancel_%s")
    policies.cancel(request.worker, event).enforce()
    if not form.is_valid():
        return _shown(request, event, cancel=form)
    actions.cancel(by=request.worker, event=event, reason=form.cleaned_data["reason"])
    messages.success(request, _("It is cancelled; whoever registered is told."))
    return redirect("society:show", event_id)


@requires(WRITE)
@require_POST
def hold(request: StaffRequest, event_id: uuid.UUID) -> HttpResponse:
    """Say that it took place."""
    event, form = event_or_404(event_id), HeldForm(request.POST)
    policies.hold(request.worker, event).enforce()
    if not form.is_valid():
        return _shown(request, event, hold=form)
    actions.hold(by=request.worker, event=event, walk_ins=form.cleaned_data["walk_ins"])
    messages.success(request, _("It took place; whoever came is asked tomorrow how it was."))
    return redirect("society:show", event_id)


@requires(WRITE)
@require_POST
def throw_away(request: StaffRequest, event_id: uuid.UUID) -> HttpResponse:
    """Throw a draft away."""
    actions.throw_away(by=request.worker, event=event_or_404(event_id))
    messages.success(request, _("The draft is thrown away."))
    return redirect("society:list")
