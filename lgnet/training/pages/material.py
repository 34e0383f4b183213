# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A material with its versions, and the form to add one."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import Form

from lgnet.core.authz import Verdict
from lgnet.network.worker import Worker
from lgnet.training import policies
from lgnet.training.models import Material, MaterialVersion, Module
from lgnet.training.queries.programme import trainer_ids


@dataclass(frozen=True, slots=True)
class MaterialPage:
    """The version that is shown and those before it."""

    material: Material
    version: MaterialVersion
    earlier: Sequence[MaterialVersion]
    may_change: Verdict
    form: Form


@dataclass(frozen=True, slots=True)
class NewMaterialPage:
    """The form of a new material."""

    module: Module
    kind: str
    form: Form


def material_page(by: Worker, material: Material, form: Form, *, number: int | None = None) -> MaterialPage:
    """The version asked for, or the last one. Three queries."""
    versions = list(MaterialVersion.objects.filter(material=material).select_related("added_by"))
    shown = next((one for one in versions if one.number == number), versions[0])
    return MaterialPage(
        material=material,
        version=shown,
        earlier=[one for one in versions if one.pk != shown.pk],
        may_change=policies.take_back(by, material, trainer_ids(material.module)),
        form=form,
    )
