# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Field encryption: a data key per person, wrapped by a key-encryption key that is not in the database.

Destroying the wrapped key is erasure, in back-ups too (docs/adr/0006). The value is bound to its
table, column and row by the additional data of AES-GCM, so a ciphertext moved elsewhere does not open.
"""

import base64
import hashlib
import hmac
import os
import uuid
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE_BYTES = 12
INDEX_BYTES = 16


class CannotOpen(Exception):
    """A ciphertext does not open: wrong key, moved, or damaged."""


@lru_cache(maxsize=8)
def _wrapping_key(key_id: str) -> AESGCM:
    try:
        encoded = settings.LGNET_KEYS[key_id]
    except KeyError as missing:
        raise CannotOpen(f"key-encryption key {key_id!r} is not configured") from missing
    return AESGCM(base64.b64decode(encoded))


def current_key_id() -> str:
    """The key-encryption key new data keys are wrapped with: the first that is configured."""
    return next(iter(settings.LGNET_KEYS))


def new_data_key() -> bytes:
    """A fresh 256-bit data key."""
    return AESGCM.generate_key(256)


def wrap(data_key: bytes, *, key_id: str, subject: uuid.UUID) -> bytes:
    """Seal a data key under a key-encryption key, bound to the subject it belongs to."""
    return _seal(_wrapping_key(key_id), data_key, subject.bytes)


def unwrap(wrapped: bytes, *, key_id: str, subject: uuid.UUID) -> bytes:
    """Open a wrapped data key. Raises `CannotOpen`."""
    return _open(_wrapping_key(key_id), wrapped, subject.bytes)


def seal_text(cipher: AESGCM, text: str, place: bytes) -> bytes:
    """Encrypt one value for one place (`table.column:row`)."""
    return _seal(cipher, text.encode(), place)


def open_text(cipher: AESGCM, sealed: bytes, place: bytes) -> str:
    """Decrypt one value at its place. Raises `CannotOpen`."""
    return _open(cipher, sealed, place).decode()


def _seal(cipher: AESGCM, plain: bytes, place: bytes) -> bytes:
    nonce = os.urandom(NONCE_BYTES)
    return nonce + cipher.encrypt(nonce, plain, place)


def _open(cipher: AESGCM, sealed: bytes, place: bytes) -> bytes:
    try:
        return cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], place)
    except InvalidTag as wrong:
        raise CannotOpen(f"cannot open {place!r}") from wrong


def blind_index(purpose: str, value: str) -> bytes:
    """A keyed fingerprint by which an encrypted value can be found but not read (HMAC-SHA256, 16 bytes)."""
    key = base64.b64decode(settings.LGNET_INDEX_KEY)
    return hmac.new(key, f"{purpose}\0{value}".encode(), hashlib.sha256).digest()[:INDEX_BYTES]


def pseudonym(value: str) -> bytes:
    """The network-wide pseudonym of an identity (GDPR art. 4(5)): own key, full HMAC-SHA256."""
    key = base64.b64decode(settings.LGNET_PSEUDONYM_KEY)
    return hmac.new(key, value.encode(), hashlib.sha256).digest()


def index_pepper() -> bytes:
    """The key of the 64-bit match keys (`lgnet.people.match_keys`)."""
    return hashlib.sha256(b"match-keys\0" + base64.b64decode(settings.LGNET_INDEX_KEY)).digest()
