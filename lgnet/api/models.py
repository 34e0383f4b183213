# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tokens of the read-only API and how often each was used in a minute."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Membership, Organisation


class Scope(models.TextChoices):
    """What a token may read. A scope never gives more than the role of the person behind the token."""

    FIGURES = "figures", _("Figures, targets and definitions")
    CASES = "cases", _("The partner's own people and cases, without names")
    NAMES = "names", _("The partner's own people with their names")


class ApiToken(models.Model):
    """A key for a program, given by somebody for themselves: it acts in their membership and dies with it.

    Only the digest of the key is stored; the key itself is shown once, when it is made.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    digest = models.BinaryField(unique=True)
    scopes = ArrayField(models.CharField(max_length=10, choices=Scope))
    made_at = models.DateTimeField()
    expires_on = models.DateField()
    used_on = models.DateField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Protection:
        owner = "api"
        rows = "partner; the gate looks a key up by its digest"
        retention = "staff"
        staff = {"membership", "user", "name", "revoked_by"}
        operational = {
            "id", "partner", "digest", "scopes", "made_at", "expires_on", "used_on", "revoked_at",
        }  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="apitoken_revoked_at_and_by",
                condition=Q(revoked_at=None, revoked_by=None)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
            ),
            models.CheckConstraint(
                name="apitoken_known_scopes",
                condition=Q(scopes__contained_by=Scope.values, scopes__len__gt=0),
            ),
            models.CheckConstraint(
                name="apitoken_expires_after_made", condition=Q(expires_on__gte=F("made_at__date"))
            ),
        ]


class ApiMinute(models.Model):
    """How many requests a caller made in a minute: a token, or the network address of a wrong one as a digest."""

    pk = models.CompositePrimaryKey("caller", "minute")
    caller = models.UUIDField()
    minute = models.DateTimeField()
    requests = models.PositiveIntegerField(default=0)

    class Protection:
        owner = "api"
        rows = "nobody but the gate: counted before it is known who asks"
        retention = "session"
        operational = {"pk", "caller", "minute", "requests"}
