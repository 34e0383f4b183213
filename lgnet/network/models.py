# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who takes part: editions, organisations, partnerships, sites, teams, users and their memberships.

A partner is not always a municipality (Bolzano takes part through ASSB): the tenant is the organisation.
"""

import datetime as dt
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.clock import now, today
from lgnet.core.ids import new_id
from lgnet.network.permissions import ROLE_CHOICES, ROLES


class ActionLine(models.TextChoices):
    """The three local action lines; each partner takes one, two or all."""

    CIVIC_ENGAGEMENT = "civic_engagement", _("Civic engagement and work autonomy")
    TAKING_IN_CHARGE = "taking_in_charge", _("Taking in charge")
    HOUSING = "housing", _("Housing")


class Edition(models.Model):
    """One edition of the network's project, with its dates and its fund."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    starts_on = models.DateField()
    ends_on = models.DateField()
    fund = models.CharField(max_length=200, blank=True)
    source = models.TextField(blank=True)

    class Protection:
        owner = "network"
        rows = "open: facts of the project, public"
        retention = "reference"
        public = {"id", "code", "name", "starts_on", "ends_on", "fund", "source"}

    class Meta:
        constraints = [
            models.CheckConstraint(name="edition_ends_after_start", condition=Q(ends_on__gt=F("starts_on")))
        ]

    def __str__(self) -> str:
        return self.name


class Organisation(models.Model):
    """A ministry, association, foundation, municipality, agency or third-sector body of the network."""

    class Kind(models.TextChoices):
        MINISTRY = "ministry", _("Ministry")
        ASSOCIATION = "association", _("Association")
        FOUNDATION = "foundation", _("Foundation")
        MUNICIPALITY = "municipality", _("Municipality")
        AGENCY = "agency", _("Agency")
        THIRD_SECTOR = "third_sector", _("Third-sector body")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=60)
    kind = models.CharField(max_length=20, choices=Kind)
    belfiore = models.CharField(max_length=4, blank=True)
    istat = models.CharField(max_length=6, blank=True)
    region = models.CharField(max_length=60, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    note = models.TextField(blank=True)

    class Protection:
        owner = "network"
        rows = "open: bodies of the network, public"
        retention = "reference"
        public = {
            "id", "code", "name", "short_name", "kind", "belfiore", "istat", "region", "latitude", "longitude", "note",
        }  # fmt: skip

    class Meta:
        ordering = ["short_name"]

    def __str__(self) -> str:
        return self.short_name


class Partnership(models.Model):
    """An organisation's part in an edition: its role, its action lines, its agreement."""

    class Role(models.TextChoices):
        LEAD = "lead", _("Lead")
        NATIONAL_PARTNER = "national_partner", _("National partner")
        LOCAL_PARTNER = "local_partner", _("Local partner")
        SUPPORT = "support", _("Support to a local partner")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    edition = models.ForeignKey(
        Edition, on_delete=models.PROTECT, related_name="partnerships", db_index=False
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="partnerships")
    role = models.CharField(max_length=20, choices=Role)
    is_new = models.BooleanField(default=False)
    lines = ArrayField(models.CharField(max_length=20, choices=ActionLine), default=list, blank=True)
    agreement_signed_on = models.DateField(null=True, blank=True)
    source = models.TextField(blank=True)

    class Protection:
        owner = "network"
        rows = "open: who takes part is public"
        retention = "reference"
        public = {"id", "edition", "organisation", "role", "is_new", "lines", "agreement_signed_on", "source"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_partnership_per_edition", fields=["edition", "organisation"]),
            models.CheckConstraint(
                name="partnership_known_lines", condition=Q(lines__contained_by=ActionLine.values)
            ),
        ]


class DataAgreement(models.Model):
    """A registered data-processing agreement (GDPR art. 26 or 28). Without a valid one nobody works for a partner."""

    class Kind(models.TextChoices):
        CONTROLLER = "controller", _("Controller's act")
        JOINT = "joint_controllers", _("Joint controllers (art. 26)")
        PROCESSOR = "processor", _("Processor (art. 28)")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="data_agreements")
    kind = models.CharField(max_length=20, choices=Kind)
    reference = models.CharField(max_length=200)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)

    class Protection:
        owner = "network"
        rows = "open: agreements are kept for inspection by everybody who works in the network"
        retention = "evidence"
        operational = {"id", "organisation", "kind", "reference", "valid_from", "valid_until"}


class Site(models.Model):
    """A place where people are received: one stop shop, mobile unit, day centre, residence or desk."""

    class Kind(models.TextChoices):
        ONE_STOP_SHOP = "one_stop_shop", _("One Stop Shop")
        MOBILE_UNIT = "mobile_unit", _("Mobile unit")
        DAY_CENTRE = "day_centre", _("Day centre")
        RESIDENCE = "residence", _("Residence")
        DESK = "desk", _("Desk")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="sites", db_index=False)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=Kind)
    address = models.CharField(max_length=200, blank=True)
    opening_hours = models.CharField(max_length=200, blank=True)
    languages = ArrayField(models.CharField(max_length=8), default=list, blank=True)
    is_public = models.BooleanField(default=True)
    closed_on = models.DateField(null=True, blank=True)

    class Protection:
        owner = "network"
        rows = "partner"
        retention = "reference"
        public = {
            "id", "partner", "name", "kind", "address", "opening_hours", "languages", "is_public", "closed_on",
        }  # fmt: skip

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(name="one_site_per_name", fields=["partner", "name"])]

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """People of a partner who work together."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="teams", db_index=False)
    name = models.CharField(max_length=120)

    class Protection:
        owner = "network"
        rows = "partner"
        retention = "staff"
        operational = {"id", "partner", "name"}

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(name="one_team_per_name", fields=["partner", "name"])]

    def __str__(self) -> str:
        return self.name


class Colleague(models.Model):
    """Somebody who works in the network, as their colleagues know them: a name on a case, no secret."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=8, default="it")
    joined_at = models.DateTimeField(default=now)

    class Protection:
        owner = "network"
        rows = "open: colleagues are named on the cases they work on"
        retention = "staff"
        staff = {"id", "email", "name", "language", "joined_at"}

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    """Looks users up by e-mail address, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(Colleague, AbstractBaseUser):  # type: ignore[django-manager-missing]  # of a library without types
    """A colleague's log-in. Apart from the colleague, so that only the gate can read the password's digest.

    What somebody may do hangs on their memberships, never on the user.
    """

    colleague = models.OneToOneField(Colleague, on_delete=models.PROTECT, primary_key=True, parent_link=True)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects: ClassVar[UserManager] = UserManager()

    class Protection:
        owner = "network"
        rows = "open: read by the gate only"
        retention = "staff"
        staff = {"colleague", "is_active", "last_login", "password"}

    # Django asks these of whoever is signed in; what somebody may do is asked of the worker instead.
    is_staff = False
    is_superuser = False

    granted: frozenset[str] = frozenset()  # what a library may ask in this request, answered by WhoActs

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        return perm in self.granted

    def has_perms(self, perms: list[str], obj: Any = None) -> bool:
        return all(perm in self.granted for perm in perms)

    def get_full_name(self) -> str:
        return self.name


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Words for memberships."""

    def valid_on(self, day: dt.date) -> "MembershipQuerySet":
        """Those that give access on that day."""
        return self.filter(Q(valid_until=None) | Q(valid_until__gte=day), valid_from__lte=day, ended_at=None)

    def valid_now(self) -> "MembershipQuerySet":
        return self.valid_on(today())


class Membership(models.Model):
    """A user works for an organisation in a role, from a day to a day. Ended means no access at the next request."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=30, choices=ROLE_CHOICES)
    site = models.ForeignKey(
        Site, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    team = models.ForeignKey(
        Team, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    valid_from = models.DateField(default=today)
    valid_until = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    end_reason = models.CharField(max_length=200, blank=True)

    # Reasons that nobody typed: another membership follows, or the last day had passed.
    CHANGED, EXPIRED = "changed", "expired"

    objects = MembershipQuerySet.as_manager()

    class Protection:
        owner = "network"
        rows = "partner"
        retention = "staff"
        staff = {
            "id", "user", "organisation", "role", "site", "team", "valid_from", "valid_until",
            "ended_at", "ended_by", "end_reason",
        }  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_open_membership_per_role",
                fields=["user", "organisation", "role"],
                condition=Q(ended_at=None),
            ),
            models.CheckConstraint(
                name="membership_ended_at_and_by",
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
            models.CheckConstraint(
                name="membership_until_after_from",
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
            ),
            models.CheckConstraint(name="membership_known_role", condition=Q(role__in=list(ROLES))),
        ]


class Invitation(models.Model):
    """A partner's administrator asks somebody to join; the secret in the link is stored only as a digest."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="invitations")
    email = models.EmailField()
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=30, choices=ROLE_CHOICES)
    valid_until = models.DateField(null=True, blank=True)
    token_digest = models.BinaryField(unique=True)
    invited_at = models.DateTimeField()
    invited_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Protection:
        owner = "network"
        rows = "partner"
        retention = "staff"
        staff = {
            "id", "partner", "email", "name", "role", "valid_until", "token_digest", "invited_at", "invited_by",
            "expires_at", "accepted_at", "withdrawn_at",
        }  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_open_invitation_per_role",
                fields=["partner", "email", "role"],
                condition=Q(accepted_at=None, withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="invitation_role_of_a_partner",
                condition=Q(role__in=[code for code, role in ROLES.items() if role.db_role == "lgnet_local"]),
            ),
        ]
