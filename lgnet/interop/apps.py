# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Registers the interop layer as an app, so that Django finds the translations of its messages."""

from django.apps import AppConfig


class InteropConfig(AppConfig):
    """No models here: the app exists for its `locale` folder."""

    name = "lgnet.interop"
    label = "interop"
