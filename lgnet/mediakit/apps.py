# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig


class MediakitConfig(AppConfig):
    name = "lgnet.mediakit"
    label = "mediakit"
