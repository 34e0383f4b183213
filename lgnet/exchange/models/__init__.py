# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What colleagues of the network write to each other: threads and posts, groups, whom they follow, who knows what."""

from lgnet.exchange.models.directory import DirectoryEntry
from lgnet.exchange.models.following import DigestChoice, DigestSent, Follow, Notice
from lgnet.exchange.models.groups import Group, GroupMember
from lgnet.exchange.models.moderation import PostedAnyway, PostReport
from lgnet.exchange.models.threads import Language, Mention, Post, PostVersion, Thread
from lgnet.exchange.models.vocabulary import Skill, Theme

__all__ = [
    "DigestChoice",
    "DigestSent",
    "DirectoryEntry",
    "Follow",
    "Group",
    "GroupMember",
    "Language",
    "Mention",
    "Notice",
    "Post",
    "PostReport",
    "PostVersion",
    "PostedAnyway",
    "Skill",
    "Theme",
    "Thread",
]
