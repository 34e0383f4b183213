# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A certificate as an Open Badge 3.0 (1EdTech; W3C Verifiable Credentials 2.0), and the list of what was revoked.

It says less than the certificate: no name, but a salted hash of it, which proves the name to whoever knows it; no
partner, no result of the test beyond that it was completed.
"""

import base64
import datetime as dt
import gzip
import hashlib
import secrets
import uuid
from collections.abc import Collection
from typing import Any

from lgnet.recognition.models import Certificate

CONTEXTS = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
STATUS_BITS = 131_072  # W3C Bitstring Status List v1.0: at least so many, so that one hides among all
LIST_LASTS = dt.timedelta(days=30)


def issuer_profile(site: str, *, name: str) -> dict[str, Any]:
    """Who issues, as served at its own address."""
    return {"id": f"{site}/recognition/issuer", "type": ["Profile"], "name": name, "url": site}


def achievement(certificate: Certificate, site: str, *, issuer_name: str, criteria: str) -> dict[str, Any]:
    """What was achieved: the course, the same for all who completed it."""
    return {
        "id": f"urn:uuid:{certificate.module_id}",
        "type": ["Achievement"],
        "achievementType": "CertificateOfCompletion",
        "name": certificate.course_title,
        "description": f"{certificate.course_code}: {certificate.course_title}",
        "criteria": {"narrative": criteria},
        "creator": issuer_profile(site, name=issuer_name),
    }


def credential(
    certificate: Certificate, site: str, *, badge_id: uuid.UUID, index: int, issuer_name: str, criteria: str
) -> dict[str, Any]:
    """The credential that is signed."""
    salt = secrets.token_hex(8)
    subject: dict[str, Any] = {
        "type": ["AchievementSubject"],
        "identifier": [
            {
                "type": "IdentityObject",
                "identityHash": identity_hash(certificate.holder_name, salt),
                "identityType": "name",
                "hashed": True,
                "salt": salt,
            }
        ],
        "activityStartDate": _instant(certificate.starts_on),
        "activityEndDate": _instant(certificate.ends_on),
        "achievement": achievement(certificate, site, issuer_name=issuer_name, criteria=criteria),
    }
    if certificate.credits:
        subject["creditsEarned"] = float(certificate.credits)
    listed = f"{site}/recognition/status/1"
    return {
        "@context": list(CONTEXTS),
        "id": f"urn:uuid:{badge_id}",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": certificate.course_title,
        "issuer": issuer_profile(site, name=issuer_name),
        "validFrom": _moment(certificate.issued_at),
        "credentialSubject": subject,
        "credentialStatus": {
            "id": f"{listed}#{index}",
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": str(index),
            "statusListCredential": listed,
        },
    }


def status_list(revoked: Collection[int], site: str, *, issued: dt.datetime) -> dict[str, Any]:
    """The list of revoked badges as a credential: a bit for each, set where it was revoked."""
    address = f"{site}/recognition/status/1"
    return {
        "@context": [CONTEXTS[0]],
        "id": address,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": f"{site}/recognition/issuer",
        "validFrom": _moment(issued),
        "validUntil": _moment(issued + LIST_LASTS),
        "credentialSubject": {
            "id": f"{address}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": bits(revoked),
        },
    }


def bits(revoked: Collection[int]) -> str:
    """The bits as the standard writes them: the first is the highest of the first byte; gzip; multibase "u"."""
    found = bytearray(STATUS_BITS // 8)
    for index in revoked:
        found[index // 8] |= 0x80 >> index % 8
    return "u" + base64.urlsafe_b64encode(gzip.compress(bytes(found), mtime=0)).rstrip(b"=").decode()


def claims(document: dict[str, Any]) -> dict[str, Any]:
    """The document with the registered claims that a JWT carries beside it (Open Badges 3.0, section 8.2)."""
    issuer = document["issuer"]
    begins = dt.datetime.fromisoformat(document["validFrom"])
    registered: dict[str, Any] = {
        "iss": issuer["id"] if isinstance(issuer, dict) else issuer,
        "jti": document["id"],
        "nbf": int(begins.timestamp()),
    }
    return {**document, **registered}


def identity_hash(name: str, salt: str) -> str:
    """The hash of a name with its salt (Open Badges 3.0, IdentityObject)."""
    return f"sha256${hashlib.sha256(f'{name}{salt}'.encode()).hexdigest()}"


def _moment(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _instant(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
