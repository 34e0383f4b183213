# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Counting facts: what happened that the network counts, under a pseudonym, never edited.

A fact stands until one counter-fact of weight -1 takes it back. The nation reads facts and totals; who is
behind a fact (`FactSubject`) only the partner can read. Totals are kept by a trigger (migration 0006), which
looks only at the facts that stand: the order in which facts come never matters.
"""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import Func, Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.network.models import ActionLine, Organisation


class Sex(models.TextChoices):
    """Letters of the Commission's templates (CPR Annex VII): N is non-binary."""

    FEMALE = "F", _("Female")
    MALE = "M", _("Male")
    NON_BINARY = "N", _("Non-binary")
    NOT_RECORDED = "", _("Not recorded")


class AgeBand(models.TextChoices):
    """Annex VIII of Reg. (EU) 2021/1147: under 18, 18 to 60, over 60 (so 60 is in the middle band)."""

    UNDER_18 = "<18", _("Under 18")
    FROM_18_TO_60 = "18-60", _("18 to 60")
    OVER_60 = ">60", _("Over 60")
    NOT_RECORDED = "", _("Not recorded")


class FactKind(models.TextChoices):
    """What the network counts, in the order of the path."""

    CONTACT = "contact", _("Contact")
    DECLINED = "declined", _("Help declined at a contact")
    REGISTERED = "registered", _("Person registered")
    NOT_TAKEN = "not_taken", _("Person not taken in charge")
    TAKEN_IN_CHARGE = "taken_in_charge", _("Person taken in charge")
    ASSISTED = "assisted", _("Person assisted")
    SUPPORTED = "supported", _("Participant supported")
    LANGUAGE_COURSE = "language_course", _("Participant in a language course")
    CIVIC_ORIENTATION = "civic_orientation", _("Participant in a civic orientation course")
    GUIDANCE = "guidance", _("Participant with personalised professional guidance")
    REUNIFICATION = "reunification", _("Participant helped with family reunification")
    RECOGNITION = "recognition", _("Participant who applied for recognition of qualifications")
    LONG_TERM = "long_term", _("Participant who applied for long-term residence")
    LEVEL_GAINED = "level_gained", _("Participant who gained a language level")
    HELPFUL = "helpful", _("Participant who found the activity helpful")
    HOUSED = "housed", _("Person who reached housing autonomy")
    EVENT = "event", _("Event or exchange that was held")
    PARTICIPATION = "participation", _("Participation in a public event")


NETWORK = uuid.UUID(int=0)  # the scope in which a person counts once, however many partners met them
# Said of nobody: no pseudonym, no sex, no age band. What is behind such a fact is an event or a meeting.
ABOUT_NOBODY = frozenset({FactKind.EVENT, FactKind.PARTICIPATION})
# Of these every one counts; the others count a person once.
EVENT_KINDS = frozenset({FactKind.CONTACT, FactKind.DECLINED}) | ABOUT_NOBODY


class CountingFact(models.Model):
    """Something countable happened on a day at a partner, to somebody known only by a keyed pseudonym, or to nobody.

    `lines` are the action lines of the case, none outside of one. `days` is the waiting from the first contact
    to taking in charge, in days of Rome; only a taking in charge has it. `detail` is a code of the kind: how the
    intake of somebody not taken in charge ended, what sort of event was held, how a participation became known.
    `entered_at` is the database's own clock at writing, whatever the application says: with a lock on the table
    it draws an exact line between facts.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=20, choices=FactKind)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    occurred_on = models.DateField()
    pseudonym = models.BinaryField(null=True)
    is_weak = models.BooleanField(default=False)
    sex = models.CharField(max_length=1, choices=Sex, blank=True)
    age_band = models.CharField(max_length=5, choices=AgeBand, blank=True)
    weight = models.SmallIntegerField(default=1)
    corrects = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections", db_index=False
    )
    reason = models.CharField(max_length=200, blank=True)
    lines = ArrayField(
        models.CharField(max_length=20, choices=ActionLine), default=list, db_default=[], blank=True
    )
    days = models.PositiveSmallIntegerField(null=True, blank=True)
    detail = models.CharField(max_length=20, default="", db_default="", blank=True)
    recorded_at = models.DateTimeField()
    entered_at = models.DateTimeField(
        db_default=Func(function="clock_timestamp", output_field=models.DateTimeField()), editable=False
    )

    class Protection:
        owner = "direction"
        rows = "partner; the nation reads all: a pseudonym and coarse attributes only"
        retention = "evidence"
        personal = {"pseudonym", "is_weak", "sex", "age_band", "detail"}
        operational = {
            "id", "kind", "partner", "occurred_on", "weight", "corrects", "reason", "lines", "days", "recorded_at",
            "entered_at",
        }  # fmt: skip

    class Meta:
        indexes = [
            models.Index(fields=["partner", "kind", "occurred_on"], name="fact_partner_kind_day"),
            BrinIndex(fields=["recorded_at"], name="fact_recorded_brin"),
            models.Index(
                fields=["pseudonym", "kind"],
                name="fact_pseudonym_kind",
                condition=Q(pseudonym__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="fact_person_has_pseudonym",
                condition=Q(kind__in=["contact", "declined"])
                | Q(kind__in=["event", "participation"], pseudonym=None, is_weak=False, sex="", age_band="")
                | Q(pseudonym__isnull=False) & ~Q(kind__in=["event", "participation"]),
            ),
            models.CheckConstraint(
                name="fact_correction_has_reason",
                condition=Q(weight=1, corrects=None) | Q(weight=-1, corrects__isnull=False) & ~Q(reason=""),
            ),
            models.UniqueConstraint(
                name="fact_taken_back_once", fields=["corrects"], condition=Q(corrects__isnull=False)
            ),
            models.CheckConstraint(
                name="fact_known_lines", condition=Q(lines__contained_by=ActionLine.values)
            ),
        ]


class FactSubject(models.Model):
    """Who or what is behind a fact. Never readable by the nation."""

    fact = models.OneToOneField(
        CountingFact, on_delete=models.PROTECT, primary_key=True, related_name="subject"
    )
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    subject_id = models.UUIDField(db_index=True)
    evidence = models.CharField(max_length=60)

    class Protection:
        owner = "direction"
        rows = "partner"
        retention = "evidence"
        identifying = {"subject_id"}
        operational = {"fact", "partner", "evidence"}


class CountedPerson(models.Model):
    """Whom a scope (a partner, or the network: all zeros) counts for a kind. Kept by trigger (migration 0006).

    `weight` is the number of their facts that stand; sex and age band are those of the person's first fact of
    any kind in the operation (CNT-5), days and detail those of the first fact of this kind, lines those of all.
    The row of kind '' in the network is the person as such.
    """

    pk = models.CompositePrimaryKey("pseudonym", "scope", "kind")
    pseudonym = models.BinaryField()
    scope = models.UUIDField()
    kind = models.CharField(max_length=20)
    sex = models.CharField(max_length=1)
    age_band = models.CharField(max_length=5)
    month = models.DateField()
    weight = models.IntegerField()
    lines = ArrayField(models.TextField())
    days = models.SmallIntegerField(null=True)
    detail = models.CharField(max_length=20)
    is_weak = models.BooleanField()

    class Protection:
        owner = "direction"
        rows = "nobody: written and read by the counting functions only"
        retention = "evidence"
        personal = {"pseudonym", "sex", "age_band", "detail", "is_weak"}
        operational = {"pk", "scope", "kind", "month", "weight", "lines", "days"}

    class Meta:
        managed = False
        db_table = "counting_countedperson"


class Total(models.Model):
    """How many, by scope, kind, month, sex and age band: rolled up by trigger, compacted by a job."""

    id = models.BigAutoField(primary_key=True)
    scope = models.UUIDField()
    kind = models.CharField(max_length=20)
    month = models.DateField()
    sex = models.CharField(max_length=1)
    age_band = models.CharField(max_length=5)
    n = models.IntegerField()

    class Protection:
        owner = "direction"
        rows = "own partner and the network's totals; the nation reads all"
        retention = "evidence"
        operational = {"id", "scope", "kind", "month", "sex", "age_band", "n"}

    class Meta:
        managed = False
        db_table = "counting_total"


class BreakdownTotal(models.Model):
    """How many persons of a scope, kind and month by something else: an action line, days of waiting, a detail.

    `dimension` is "line", "days", "detail" or "weak" (a pseudonym without a tax code). Somebody followed on two
    lines is in both: lines overlap, and their sum may exceed the total.
    """

    id = models.BigAutoField(primary_key=True)
    scope = models.UUIDField()
    kind = models.CharField(max_length=20)
    dimension = models.CharField(max_length=10)
    code = models.CharField(max_length=20)
    month = models.DateField()
    n = models.IntegerField()

    class Protection:
        owner = "direction"
        rows = "own partner and the network's totals; the nation reads all"
        retention = "evidence"
        operational = {"id", "scope", "kind", "dimension", "code", "month", "n"}

    class Meta:
        managed = False
        db_table = "counting_breakdown"
