# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Invented people and their paths through the services, for the demo and the benchmarks; no database here."""

from lgnet.demo.people.journey import anonymous_contacts, path
from lgnet.demo.people.model import SyntheticPerson
from lgnet.demo.people.population import generate
from lgnet.demo.people.story import SyntheticPath

__all__ = ["SyntheticPath", "SyntheticPerson", "anonymous_contacts", "generate", "path"]
