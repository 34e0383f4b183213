# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a module gives to whoever completes it: which test it asks for, which credits, who signs."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q

from lgnet.core.ids import new_id
from lgnet.examinations.models import Exam
from lgnet.network.models import Colleague
from lgnet.recognition.models.credit import Scheme
from lgnet.training.models import Module


class Award(models.Model):
    """The rules by which certificates of a module are issued. What was issued keeps the rules of its day."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    module = models.OneToOneField(Module, on_delete=models.PROTECT, related_name="award")
    exam = models.ForeignKey(Exam, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    credits = models.DecimalField(max_digits=6, decimal_places=2, default=Decimal(0))
    special_credits = models.DecimalField(max_digits=6, decimal_places=2, default=Decimal(0))
    accreditation = models.CharField(max_length=60, blank=True)
    accredited_on = models.DateField(null=True, blank=True)
    signatory = models.CharField(max_length=120)
    signatory_role = models.CharField(max_length=120)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Protection:
        owner = "recognition"
        rows = "open: what a module gives is part of the programme"
        retention = "evidence"
        operational = {
            "id", "module", "exam", "scheme", "credits", "special_credits", "accreditation", "accredited_on", "set_at",
        }  # fmt: skip
        staff = {"signatory", "signatory_role", "set_by"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="award_credits_are_accredited",
                condition=Q(credits=0)
                | (Q(scheme__isnull=False, accredited_on__isnull=False) & ~Q(accreditation="")),
            ),
            models.CheckConstraint(
                name="award_part_within_the_whole",
                condition=Q(special_credits__gte=0, special_credits__lte=F("credits")),
            ),
        ]
