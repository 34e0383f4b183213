# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig


class CountingConfig(AppConfig):
    name = "lgnet.counting"
    label = "counting"
