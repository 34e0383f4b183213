# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Forms of the network: they parse and validate, they save nothing."""

import uuid
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from lgnet.core.clock import today
from lgnet.core.ids import new_id
from lgnet.core.rowsecurity import DbRole
from lgnet.network.event_words import EVENT_WORDS
from lgnet.network.models import (
    ActionLine,
    Colleague,
    DataAgreement,
    Invitation,
    Membership,
    Partnership,
    Site,
    Team,
)
from lgnet.network.permissions import ROLES
from lgnet.network.trail import Wanted


def partner_roles() -> list[tuple[str, str]]:
    """The roles a partner gives, in the language of who reads."""
    return [(code, str(role.name)) for code, role in ROLES.items() if role.db_role is DbRole.LOCAL]


def _last_day(**more: Any) -> forms.DateField:
    return forms.DateField(
        label=_("Until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("The last day of work, if it is known."),
        **more,
    )


class LastDayNotPast(forms.Form):
    """Nobody is given a role until yesterday."""

    def clean_valid_until(self) -> Any:
        until = self.cleaned_data["valid_until"]
        if until is not None and until < today():
            raise forms.ValidationError(_("This day has passed already."))
        return until


class InviteForm(LastDayNotPast):
    """Whom to invite, in which role."""

    invitation_id = forms.UUIDField(widget=forms.HiddenInput)
    email = forms.EmailField(
        label=_("Work e-mail address"), help_text=_("The invitation goes there: please check every letter.")
    )
    name = forms.CharField(
        label=_("Name and surname"), max_length=120, help_text=_("As colleagues will read it.")
    )
    role = forms.ChoiceField(label=_("Role"), choices=partner_roles)
    valid_until = _last_day()

    @classmethod
    def fresh(cls) -> "InviteForm":
        """An empty form that carries the id of the invitation it will make."""
        return cls(initial={"invitation_id": new_id()})


class ChangeForm(LastDayNotPast):
    """Another role, site or last day."""

    role = forms.ChoiceField(label=_("Role"), choices=partner_roles)
    site = forms.ModelChoiceField(
        label=_("Site"), queryset=Site.objects.none(), required=False, empty_label=_("No fixed site")
    )
    valid_until = _last_day()

    def __init__(self, data: Any = None, *, membership: Membership) -> None:
        initial = {
            "role": membership.role, "site": membership.site_id, "valid_until": membership.valid_until,
        }  # fmt: skip
        super().__init__(data, initial=initial)
        sites = Site.objects.filter(partner_id=membership.organisation_id, closed_on=None)
        self.fields["site"].queryset = sites  # type: ignore[attr-defined]  # a ModelChoiceField


class TeamForm(forms.Form):
    """The name of a team and who belongs to it."""

    team_id = forms.UUIDField(widget=forms.HiddenInput)
    name = forms.CharField(
        label=_("Name of the team"), max_length=120, help_text=_("For example: street team, housing team.")
    )
    members = forms.TypedMultipleChoiceField(
        label=_("Who belongs to it"),
        required=False,
        coerce=uuid.UUID,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Whoever is in another team leaves that one. A team gives no access to files."),
    )

    def __init__(self, *args: Any, here: list[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(str(one.pk), f"{one.user.name} · {ROLES[one.role].name}") for one in here]
        self.fields["members"].choices = names  # type: ignore[attr-defined]  # a ChoiceField

    @classmethod
    def of(cls, team: Team | None, here: list[Membership]) -> "TeamForm":
        """The form as the team stands now, or an empty one with a fresh id."""
        if team is None:
            return cls(here=here, initial={"team_id": new_id()})
        members = [str(one.pk) for one in here if one.team_id == team.pk]
        return cls(here=here, initial={"team_id": team.pk, "name": team.name, "members": members})


class EndForm(forms.Form):
    """Why somebody stops."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=200,
        help_text=_("For the record of the partner: changed job, end of project."),
    )


class AcceptForm(forms.Form):
    """Who somebody is and the password they choose."""

    name = forms.CharField(label=_("Name and surname"), max_length=120)
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 12 characters. A sentence that only you would say is easy to remember."),
    )
    again = forms.CharField(
        label=_("The password once more"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    @classmethod
    def of(cls, invitation: Invitation | None) -> "AcceptForm":
        """The form with the name as the inviter wrote it."""
        return cls(initial={"name": invitation.name if invitation else ""})

    def chosen(self) -> dict[str, str]:
        """What the person wrote, for the action."""
        return {"name": self.cleaned_data["name"], "password": self.cleaned_data["password"]}

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        validate_password(password)
        return password

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "password" in given and "again" in given and given["password"] != given["again"]:
            self.add_error("again", _("The two passwords are not the same."))
        return given


class PartnershipForm(forms.Form):
    """Which action lines a partner takes, and when it signed."""

    lines = forms.MultipleChoiceField(
        label=_("Action lines"), choices=ActionLine, required=False, widget=forms.CheckboxSelectMultiple
    )
    signed_on = forms.DateField(
        label=_("Partnership agreement signed on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    @classmethod
    def of(cls, partnership: Partnership) -> "PartnershipForm":
        """The form as the partnership stands now."""
        lines = list(partnership.lines)
        signed_on = partnership.agreement_signed_on
        return cls(initial={"lines": lines, "signed_on": signed_on, "seen": ",".join(sorted(lines))})

    def clean_seen(self) -> list[str]:
        return [line for line in str(self.cleaned_data["seen"]).split(",") if line]


class AgreementForm(forms.Form):
    """A data-processing agreement as it is registered."""

    prefix = "agreement"  # it stands beside another form

    kind = forms.ChoiceField(label=_("Kind"), choices=DataAgreement.Kind)
    reference = forms.CharField(
        label=_("Reference"), max_length=200, help_text=_("Number and date of the act, as in the register.")
    )
    valid_from = forms.DateField(
        label=_("In force from"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    valid_until = forms.DateField(
        label=_("In force until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get("valid_from"), given.get("valid_until")
        if first and last and last < first:
            self.add_error("valid_until", _("The last day comes before the first."))
        return given


class LogFilterForm(forms.Form):
    """What of the access log to show. Anything that does not make sense is left out, not refused."""

    code = forms.CharField(
        label=_("Code of a person"), required=False, max_length=16, help_text=_("For example GE-7K2M-4QXN.")
    )
    colleague = forms.ModelChoiceField(
        label=_("Colleague"), queryset=Colleague.objects.none(), required=False, empty_label=_("Everybody")
    )
    event = forms.ChoiceField(label=_("What happened"), required=False)
    day = forms.DateField(
        label=_("Day"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, data: Any = None, *, partner_id: uuid.UUID) -> None:
        super().__init__(data)
        here = Colleague.objects.filter(memberships__organisation_id=partner_id).distinct().order_by("name")
        self.fields["colleague"].queryset = here  # type: ignore[attr-defined]  # a ModelChoiceField
        known = sorted(((code, str(name)) for code, name in EVENT_WORDS.items()), key=lambda pair: pair[1])
        self.fields["event"].choices = [("", _("Anything")), *known]  # type: ignore[attr-defined]  # a ChoiceField

    def wanted(self) -> Wanted:
        """The filter as typed."""
        self.is_valid()
        given = self.cleaned_data
        colleague = given.get("colleague")
        return Wanted(
            given.get("code", ""),
            colleague.pk if colleague else None,
            given.get("event", ""),
            given.get("day"),
        )
