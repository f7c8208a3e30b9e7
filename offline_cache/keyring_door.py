# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The only door to the operating system's key stores: those on a list, by name, in bounded time, unprompted.

`keyring.get_keyring()` is never asked: it falls back to plain files or to a store that forgets, in silence,
and an environment variable can choose for it.
"""

import importlib
import logging
import queue
import threading
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

WAIT_SECONDS = 4.5
"""For one call of a store. One that hangs is told of within the five seconds of `reliability.md` P27."""

BACKENDS: Mapping[str, str] = MappingProxyType(
    {
        "SecretService": "keyring.backends.SecretService",
        "kwallet": "keyring.backends.kwallet",
        "macOS": "keyring.backends.macOS",
        "Windows": "keyring.backends.Windows",
    }
)
"""The allowed stores: our name for each, and the module that speaks to it."""

_CLASSES = {"kwallet": "DBusKeyring", "Windows": "WinVaultKeyring"}
_LOG = logging.getLogger(__name__)


class KeyringFault(Enum):
    """Why a store cannot be used."""

    UNAVAILABLE = "unavailable"
    LOCKED = "locked"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Kept:
    """What a store holds under a name; None when nothing."""

    secret: bytes | None = field(repr=False)


def fetch(name: str, service: str, account: str, wait: float) -> Kept | KeyringFault:
    """What the store called `name` keeps for the account."""

    def ask(store_: "KeyringBackend") -> Kept:
        return Kept(_decoded(store_.get_password(service, account)))

    return _asked(name, ask, wait)


def store(name: str, service: str, account: str, secret: bytes, wait: float) -> KeyringFault | None:
    """Put the secret into the store; None when it said yes."""

    def ask(store_: "KeyringBackend") -> Kept:
        store_.set_password(service, account, secret.hex())
        return Kept(None)

    found = _asked(name, ask, wait)
    return found if isinstance(found, KeyringFault) else None


def _asked(name: str, question: "Callable[[KeyringBackend], Kept]", wait: float) -> Kept | KeyringFault:
    # A store may ask somebody at a screen that nobody looks at; then its call does not come back.
    answers: queue.Queue[Kept | KeyringFault] = queue.Queue(maxsize=1)

    def ask() -> None:
        answers.put(_answer(name, question))

    threading.Thread(target=ask, name=f"key store {name}", daemon=True).start()
    try:
        return answers.get(timeout=wait)
    except queue.Empty:
        return KeyringFault.SILENT


def _answer(name: str, question: "Callable[[KeyringBackend], Kept]") -> Kept | KeyringFault:
    # Loading keyring takes longer than opening the stores, and most starts with a window do not need it.
    from keyring.errors import KeyringError, KeyringLocked

    unusable: tuple[type[Exception], ...] = (
        KeyringError,
        ImportError,
        OSError,
        RuntimeError,
        *_service_errors(),
    )
    try:
        module = importlib.import_module(BACKENDS[name])
        kind = getattr(module, _CLASSES.get(name, "Keyring"))
        if not kind.viable:
            return KeyringFault.UNAVAILABLE
        if name == "SecretService" and _would_prompt():
            return KeyringFault.LOCKED
        return question(kind())
    except KeyringLocked:
        return KeyringFault.LOCKED
    except unusable as error:
        _LOG.info("Key store %s cannot be used: %s", name, type(error).__name__)
        return KeyringFault.UNAVAILABLE


def _would_prompt() -> bool:
    """Whether the Secret Service would show a window: its collection is locked or yet to be made."""
    import secretstorage

    with closing(secretstorage.dbus_init()) as connection:
        try:
            collection = secretstorage.collection.get_collection_by_alias(connection, "default")
        except secretstorage.exceptions.ItemNotFoundException:
            return True
        return bool(collection.is_locked())


def _service_errors() -> tuple[type[Exception], ...]:
    """What the Secret Service's own packages raise past keyring; they are only there where it is."""
    try:
        service = importlib.import_module("secretstorage.exceptions")
        bus = importlib.import_module("jeepney.wrappers")
    except ImportError:
        return ()
    return (service.SecretStorageException, bus.DBusErrorResponse)


def _decoded(password: str | None) -> bytes | None:
    if password is None:
        return None
    try:
        return bytes.fromhex(password)
    except ValueError:
        return b""
