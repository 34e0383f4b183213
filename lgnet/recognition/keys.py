# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ed25519 keys of the issuer (RFC 8037): made here, wrapped under the key that is not in the database, never shown."""

import base64
import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from lgnet.core import vault


@dataclass(frozen=True)
class NewKey:
    """A fresh key: the public half as base64url, the private one wrapped for the row with this id."""

    public: str
    key_id: str
    wrapped: bytes


def new_key(subject: uuid.UUID) -> NewKey:
    """Make a key for a row."""
    private = Ed25519PrivateKey.generate()
    key_id = vault.current_key_id()
    wrapped = vault.wrap(private.private_bytes_raw(), key_id=key_id, subject=subject)
    return NewKey(encoded(private.public_key().public_bytes_raw()), key_id, wrapped)


def public_jwk(public: str, kid: str) -> dict[str, str]:
    """The public half as a JSON Web Key (RFC 7517, RFC 8037)."""
    return {"kty": "OKP", "crv": "Ed25519", "x": public, "kid": kid, "use": "sig", "alg": "EdDSA"}


def sign(payload: Mapping[str, Any], *, kid: str, subject: uuid.UUID, key_id: str, wrapped: bytes) -> str:
    """A compact JWS (RFC 7515) of the payload, as JWT. Raises `vault.CannotOpen` where the key does not open."""
    private = Ed25519PrivateKey.from_private_bytes(vault.unwrap(wrapped, key_id=key_id, subject=subject))
    header = {"alg": "EdDSA", "kid": kid, "typ": "JWT"}
    body = f"{_json(header)}.{_json(payload)}"
    return f"{body}.{encoded(private.sign(body.encode()))}"


def _json(value: Mapping[str, Any]) -> str:
    return encoded(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def encoded(content: bytes) -> str:
    """Base64url without padding (RFC 7515, section 2)."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
