# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Roll-ups of the work, by partner and for the network: numbers only, nobody behind them.

A job makes them anew from each partner's own rows (`actions.refresh`), so that a page reads a few hundred rows
whatever the size of the network. They are made twice: exactly, for the partner alone, and as they are told outside
it (`told`, see `actions.telling`). Row security gives each reader one of the two; what is told and still smaller
than its base does not exist for anybody outside.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lgnet.cases.models import NextStep, Urgency

ANY = -1  # of the urgency: all of them together
LONGEST = 180  # days on which waits are followed; who waited longer stands at LONGEST + 1
LEAST_FOR_A_CURVE = 20  # episodes behind a curve that leaves its partner
LEAST_FOR_A_SPREAD = 5  # other partners behind the quartiles that a partner sees itself beside
# Days on which curves step outside the partner; the last one holds whoever waited longer.
BANDS = (0, 1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90, 120, 150, LONGEST, LONGEST + 1)
PLAIN, SENSITIVE = (
    5,
    10,
)  # what numbers are rounded to outside the partner: thresholds are 3, and 5 where sensitive


class Topic(models.TextChoices):
    """What a cell counts; `first` and `second` are codes whose meaning depends on it."""

    ENTRY = "entry", _("From where people come to how the screening ends")
    LINE = "line", _("From the taking in charge to the lines of action")
    END = "end", _("From the lines of action to the closure")
    PLACE = "place", _("Contacts by kind of place, and how many declined")
    AREA = "area", _("Contacts by area, and how many declined")
    REFUSAL = "refusal", _("Refusals by moment of the path")
    SERVICE = "service", _("Interventions by area and result")
    SEASON = "season", _("Contacts by month and weekday")
    HOUR = "hour", _("Contacts by weekday and time of the day")
    NEED = "need", _("Needs asked and answered")


# Needs and services say something of health and of the status of stay, areas are free text. Violence and
# trafficking are not counted at all.
BASE = dict.fromkeys(Topic, PLAIN) | dict.fromkeys([Topic.NEED, Topic.SERVICE, Topic.AREA], SENSITIVE)


class Wait(models.Model):
    """How many episodes reached a step, ended otherwise or still wait, on a day counted from the first contact.

    `scope` is a partner, or the network (all zeros); `period` of the first contact is "" (all), a year or a
    quarter ("2026-Q1"). `on_time` and `late`: against the clock's standard. `people`: persons of the whole group;
    of a group that is told, its episodes.
    """

    id = models.BigAutoField(primary_key=True)
    scope = models.UUIDField()
    period = models.CharField(max_length=7, blank=True)
    urgency = models.SmallIntegerField()
    step = models.CharField(max_length=20, choices=NextStep)
    days = models.PositiveSmallIntegerField()
    done = models.PositiveIntegerField()
    ended = models.PositiveIntegerField()
    waiting = models.PositiveIntegerField()
    on_time = models.PositiveIntegerField()
    late = models.PositiveIntegerField()
    people = models.PositiveIntegerField()
    told = models.BooleanField(default=False)

    class Protection:
        owner = "direction"
        rows = "own partner; outside it, what is told, of groups of at least twenty"
        retention = "evidence"
        operational = {
            "id", "scope", "period", "urgency", "step", "days", "done", "ended", "waiting", "on_time", "late",
            "people", "told",
        }  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="wait_once", fields=["scope", "told", "period", "step", "urgency", "days"]
            ),
            models.CheckConstraint(
                name="wait_known_urgency", condition=Q(urgency__in=[ANY, *Urgency.values])
            ),
        ]
        indexes = [models.Index(fields=["step", "period", "urgency"], name="wait_of_every_scope")]


class Cell(models.Model):
    """How many, by two codes: contacts, episodes, cases or interventions, as the topic says."""

    id = models.BigAutoField(primary_key=True)
    scope = models.UUIDField()
    topic = models.CharField(max_length=10, choices=Topic)
    period = models.CharField(max_length=7, blank=True)
    urgency = models.SmallIntegerField(default=ANY)
    line = models.CharField(max_length=20, blank=True)
    first = models.CharField(max_length=120)
    second = models.CharField(max_length=20)
    n = models.PositiveIntegerField()
    least = models.PositiveSmallIntegerField()
    told = models.BooleanField(default=False)

    class Protection:
        owner = "direction"
        rows = "own partner; outside it, what is told, cells of at least `least` units"
        retention = "evidence"
        operational = {
            "id", "scope", "topic", "period", "urgency", "line", "first", "second", "n", "least", "told",
        }  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="cell_once",
                fields=["scope", "told", "topic", "period", "urgency", "line", "first", "second"],
            )
        ]
        indexes = [models.Index(fields=["topic", "period", "urgency", "line"], name="cell_of_every_scope")]


class Refresh(models.Model):
    """When the roll-ups of a scope were made, and how long it took."""

    scope = models.UUIDField(primary_key=True)
    made_at = models.DateTimeField()
    milliseconds = models.PositiveIntegerField()

    class Protection:
        owner = "direction"
        rows = "open: how fresh the figures are"
        retention = "reference"
        operational = {"scope", "made_at", "milliseconds"}


class Kept(models.Model):
    """What was told of a scope last time, part by part, so that a figure that does not change is not drawn anew."""

    scope = models.UUIDField(primary_key=True)
    plain = models.JSONField()
    sensitive = models.JSONField()

    class Protection:
        owner = "direction"
        rows = "nobody but the job that makes them"
        retention = "evidence"
        operational = {"scope", "plain", "sensitive"}


class Spread(models.Model):
    """How long people wait at the other partners, in quartiles: what `scope` sees itself beside.

    Made of what is told, of at least `LEAST_FOR_A_SPREAD` others. `partners`: how many they are.
    """

    class Measure(models.TextChoices):
        HALF = "half", _("Days to half")
        NINE = "nine", _("Days to nine in ten")
        ON_TIME = "on_time", _("Within the standard, in per cent")

    id = models.BigAutoField(primary_key=True)
    scope = models.UUIDField()
    period = models.CharField(max_length=7, blank=True)
    urgency = models.SmallIntegerField()
    measure = models.CharField(max_length=10, choices=Measure)
    partners = models.PositiveSmallIntegerField()
    lower = models.PositiveSmallIntegerField()
    middle = models.PositiveSmallIntegerField()
    upper = models.PositiveSmallIntegerField()

    class Protection:
        owner = "direction"
        rows = "own partner"
        retention = "evidence"
        operational = {
            "id", "scope", "period", "urgency", "measure", "partners", "lower", "middle", "upper",
        }  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(name="spread_once", fields=["scope", "period", "urgency", "measure"]),
            models.CheckConstraint(
                name="spread_of_enough_others", condition=Q(partners__gte=LEAST_FOR_A_SPREAD)
            ),
        ]
