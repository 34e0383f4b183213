# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ask, discuss, reply and mend; report and hide."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import get_language, gettext_lazy

from lgnet.core.ids import new_id
from lgnet.exchange.actions import Draft
from lgnet.exchange.models import Group, Language, Post, Theme, Thread
from lgnet.exchange.models.threads import TEXT, TITLE
from lgnet.people.guard.asking import GuardedForm

MENTION_HINT = gettext_lazy(
    "With @ and a name you call a colleague: they are told. Name nobody whom we serve."
)


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "data-mentions": ""})


def language_here() -> str:
    """The language of the page, if it is one that posts are written in."""
    code = (get_language() or "it")[:2]
    return code if code in Language.values else Language.ITALIAN


class ThreadForm(GuardedForm):
    """A question or a discussion."""

    guarded = ("title", "text")
    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(
        label=gettext_lazy("What it is"), choices=Thread.Kind.choices, widget=forms.RadioSelect
    )
    title = forms.CharField(
        label=gettext_lazy("In one sentence"),
        max_length=TITLE,
        help_text=gettext_lazy("As you would ask a colleague at the door."),
    )
    text = forms.CharField(
        label=gettext_lazy("The situation, and what you have tried"),
        max_length=TEXT,
        widget=_area(8),
        help_text=MENTION_HINT,
    )
    theme = forms.ModelChoiceField(label=gettext_lazy("Theme"), queryset=Theme.objects.none())
    group = forms.ModelChoiceField(
        label=gettext_lazy("Who reads it"),
        queryset=Group.objects.none(),
        required=False,
        empty_label=gettext_lazy("Everybody in the network"),
    )
    language = forms.ChoiceField(label=gettext_lazy("Language of the text"), choices=Language.choices)

    def __init__(self, *args: Any, groups: QuerySet[Group], **kwargs: Any) -> None:
        begin = {"new_id": new_id(), "kind": Thread.Kind.QUESTION, "language": language_here()}
        kwargs["initial"] = begin | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        choices = {"theme": Theme.objects.filter(is_offered=True), "group": groups}
        for name, rows in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - tells the type checker
            field.queryset = rows

    def draft(self) -> Draft:
        """What was written, as the action takes it."""
        names = ("kind", "title", "text", "theme", "language", "group")
        return Draft(**{name: self.cleaned_data[name] for name in names})


class ReplyForm(GuardedForm):
    """An answer, a reply in a discussion, or a comment `under` a post."""

    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    under = forms.UUIDField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(label=gettext_lazy("What you write"), max_length=TEXT, widget=_area(5))
    language = forms.ChoiceField(label=gettext_lazy("Language of the text"), choices=Language.choices)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"new_id": new_id(), "language": language_here()} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)


class EditForm(GuardedForm):
    """One's own words anew; the opening has a title and a theme as well."""

    guarded = ("title", "text")
    title = forms.CharField(label=gettext_lazy("In one sentence"), max_length=TITLE)
    text = forms.CharField(
        label=gettext_lazy("What you write"), max_length=TEXT, widget=_area(8), help_text=MENTION_HINT
    )
    theme = forms.ModelChoiceField(label=gettext_lazy("Theme"), queryset=Theme.objects.all())
    language = forms.ChoiceField(label=gettext_lazy("Language of the text"), choices=Language.choices)

    def __init__(self, *args: Any, post: Post, **kwargs: Any) -> None:
        begin = {
            "text": post.text,
            "language": post.language,
            "title": post.thread.title,
            "theme": post.thread.theme_id,
        }
        super().__init__(*args, initial=begin, **kwargs)
        if post.kind != Post.Kind.OPENING:
            del self.fields["title"], self.fields["theme"]


class WhyForm(forms.Form):
    """Why a post is reported or hidden."""

    reason = forms.CharField(label=gettext_lazy("Why"), max_length=300)


class ReportForm(WhyForm):
    """Why a post should not stand."""

    reason = forms.CharField(
        label=gettext_lazy("What is wrong with it"),
        max_length=300,
        help_text=gettext_lazy("Who moderates reads this; the author does not learn who reported it."),
    )


class HideForm(WhyForm):
    """Why a post is hidden."""

    reason = forms.CharField(
        label=gettext_lazy("Why it is hidden"),
        max_length=300,
        help_text=gettext_lazy("The author reads this."),
    )
