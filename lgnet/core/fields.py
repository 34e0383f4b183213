# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The encrypted text field. Reading the attribute decrypts, saving the instance encrypts.

The data key is found by following `key` from the instance (`"key"` or `"person.key"`): select it with
the row (`select_related`), or each value costs a query.
"""

from typing import TYPE_CHECKING, Any, cast

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from lgnet.core import vault


class Ciphertext(bytes):
    """What the database holds: told apart from a plain text that waits to be saved."""


class _Decrypting(DeferredAttribute):
    def __get__(self, instance: Any, cls: Any = None) -> Any:
        value = super().__get__(instance, cls)
        if isinstance(value, Ciphertext):
            field = cast("EncryptedTextField", self.field)
            sealed = value
            value = instance.__dict__[field.attname] = field.open(instance, sealed)
            # Kept so that saving an unchanged value does not look like a change in the row's history.
            instance.__dict__[field.sealed_name] = (value, sealed)
        return value

    def __set__(self, instance: Any, value: object) -> None:
        instance.__dict__[self.field.attname] = value


if TYPE_CHECKING:
    _TextField = models.Field[str, str]
else:
    _TextField = models.Field  # generic only for the type checker


class EncryptedTextField(_TextField):
    """Text that only the platform can read: `bytea` in the database, `str` in Python, "" where there is none."""

    descriptor_class = _Decrypting

    def __init__(self, *args: Any, key: str = "key", **kwargs: Any) -> None:
        self.key_path = key
        kwargs.update(null=True, blank=True, editable=False)
        super().__init__(*args, **kwargs)

    @property
    def sealed_name(self) -> str:
        """Where an instance keeps the ciphertext that a value was read from."""
        return f"_sealed_{self.attname}"

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        for implied in ("null", "blank", "editable"):
            kwargs.pop(implied, None)
        if self.key_path != "key":
            kwargs["key"] = self.key_path
        return name, path, args, kwargs

    def get_internal_type(self) -> str:
        return "BinaryField"

    def get_default(self) -> str:
        return ""

    def from_db_value(self, value: Any, expression: object, connection: object) -> Any:
        return "" if value is None else Ciphertext(value)

    def cipher(self, instance: models.Model) -> AESGCM | None:
        """The cipher of the data key that the instance hangs on; None where the key was destroyed."""
        key: Any = instance
        for step in self.key_path.split("."):
            key = getattr(key, step)
        return None if key is None else key.cipher()

    def open(self, instance: models.Model, value: Ciphertext) -> str:
        """Decrypt a stored value; "" where the key was destroyed (erasure)."""
        cipher = self.cipher(instance)
        return "" if cipher is None else vault.open_text(cipher, value, self.place(instance.pk))

    def place(self, pk: object) -> bytes:
        """Where a value belongs: a ciphertext copied to another row or column does not open."""
        return f"{self.model._meta.db_table}.{self.column}:{pk}".encode()

    def seal(self, cipher: AESGCM, pk: object, value: str) -> bytes | None:
        """The value as the row with this key stores it, for writers that make rows without instances."""
        return vault.seal_text(cipher, value, self.place(pk)) if value else None

    def pre_save(self, model_instance: models.Model, add: bool) -> bytes | None:
        value = model_instance.__dict__.get(self.attname)
        if isinstance(value, Ciphertext):
            return bytes(value)
        if not value:
            return None
        read, sealed = model_instance.__dict__.get(self.sealed_name, (None, None))
        if value == read:
            return bytes(sealed)
        cipher = self.cipher(model_instance)
        if cipher is None:
            raise vault.CannotOpen(f"the key of {model_instance!r} was destroyed")
        return self.seal(cipher, model_instance.pk, str(value))

    def get_prep_value(self, value: Any) -> Any:
        if isinstance(value, str) and value:
            raise TypeError(f"{self.name} is encrypted: save the instance, do not filter or update by text")
        return value or None

    def value_to_string(self, obj: models.Model) -> str:
        raise TypeError(f"{self.name} is encrypted and is not serialised")
