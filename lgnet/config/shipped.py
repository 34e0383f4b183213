# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Loads what the package ships (network, code lists, standards) into the database, after each migration."""

from lgnet.cases.actions.standards import load_network_standards
from lgnet.catalogue import actions as catalogue
from lgnet.direction.actions import load_published_targets
from lgnet.evaluation import actions as evaluation
from lgnet.exchange.actions import shipped as exchange
from lgnet.mediakit import actions as mediakit
from lgnet.network import actions as network
from lgnet.people.actions import shipped as people
from lgnet.recognition import actions as recognition
from lgnet.website import actions as website


def load_everything() -> None:
    """Idempotent; run as the owner."""
    network.load_shipped()
    catalogue.load_shipped()
    people.load_shipped()
    exchange.load_shipped()
    load_network_standards()
    load_published_targets()
    recognition.load_shipped()
    evaluation.load_shipped()
    mediakit.load_shipped()
    website.load_site()
