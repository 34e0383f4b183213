# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The partners whose evidence the nation can go through, and the samples that were drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from lgnet.evidence import queries
from lgnet.evidence.models import Sample
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker


@dataclass(frozen=True, slots=True)
class NationPage:
    """Partners by name, samples the latest first."""

    partners: Sequence[Organisation]
    samples: Sequence[Sample]


def nation_page(*, by: Worker) -> NationPage:
    """Two queries."""
    return NationPage(list(queries.partners_for(by)), list(queries.samples_of(None)[:30]))
