# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the master key where its policy says, or says why not: never in a plain file or a weaker place."""

import hmac
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import assert_never

from core.errors import Trouble
from offline_cache import key_check
from offline_cache.credential import UnusableCredentialError, read_credential
from offline_cache.failures import trouble_of
from offline_cache.key_record import KeyRecord, keep_record, read_record
from offline_cache.keyring_door import BACKENDS, WAIT_SECONDS, Kept, KeyringFault, fetch, store
from offline_cache.passphrase import SALT_BYTES, SHORTEST_PASSPHRASE, stretched
from offline_cache.private_files import private_folder
from offline_cache.subkeys import KEY_BYTES, Key, KeyOrigin

UNAVAILABLE = "trouble.key_unavailable"
LOCKED = "trouble.key_locked"
SILENT = "trouble.key_silent"
MISSING = "trouble.key_missing"
OTHER_ORIGIN = "trouble.key_other_origin"
PASSPHRASE_WRONG = "trouble.passphrase_wrong"  # noqa: S105 - a message key
PASSPHRASE_SHORT = "trouble.passphrase_short"  # noqa: S105 - a message key

_FAULT_KEYS = {
    KeyringFault.UNAVAILABLE: UNAVAILABLE,
    KeyringFault.LOCKED: LOCKED,
    KeyringFault.SILENT: SILENT,
}


@dataclass(frozen=True, slots=True)
class InKeyring:
    """The operating system's key store, under a service and account name; `wait` seconds bound each call."""

    service: str
    account: str = "device"
    wait: float = WAIT_SECONDS
    backends: tuple[str, ...] = tuple(BACKENDS)


@dataclass(frozen=True, slots=True)
class FromPassphrase:
    """A passphrase that somebody types at each start. Never printed."""

    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class InMemory:
    """A random key that nobody keeps: with the process, everything it sealed is gone (trial mode)."""


@dataclass(frozen=True, slots=True)
class FromCredential:
    """A secret that systemd decrypted for this service; `folder` is `$CREDENTIALS_DIRECTORY`, None without one."""

    folder: Path | None
    name: str = "civic-kiosk"


KeyPolicy = FromCredential | InKeyring | FromPassphrase | InMemory
"""Where the profile says that the master key lives. There is no automatic choice among them."""


def find_key(policy: KeyPolicy, folder: Path) -> Key | Trouble:
    """The master key of the stores in `folder`, made at the first start and found again at every later one.

    Beside the stores lies a record of where the key is and of its check value, never the key. Once it is
    there, another place, a lost key or a wrong passphrase is a `Trouble`, and nothing is made anew.
    """
    match policy:
        case InMemory():
            return Key(os.urandom(KEY_BYTES), KeyOrigin.MEMORY)
        case FromCredential():
            origin = KeyOrigin.CREDENTIAL
        case InKeyring():
            origin = KeyOrigin.KEYRING
        case FromPassphrase():
            origin = KeyOrigin.PASSPHRASE
        case _:
            assert_never(policy)
    try:
        private_folder(folder)
        record = read_record(folder)
        if isinstance(record, Trouble):
            return record
        if record is not None and record.origin is not origin:
            return Trouble(OTHER_ORIGIN, detail=f"kept in {record.origin.value}, asked for {origin.value}")
        if isinstance(policy, FromCredential):
            return _from_credential(policy, folder, record)
        if isinstance(policy, InKeyring):
            return _from_keyring(policy, folder, record)
        return _from_passphrase(policy, folder, record)
    except OSError as error:
        return trouble_of(error, folder.name)


def _from_credential(policy: FromCredential, folder: Path, record: KeyRecord | None) -> Key | Trouble:
    try:
        secret = read_credential(policy.folder, policy.name)
    except UnusableCredentialError as error:
        return Trouble(UNAVAILABLE if record is None else MISSING, detail=str(error))
    value = key_check.check_value(secret)
    if record is None:
        keep_record(folder, KeyRecord(KeyOrigin.CREDENTIAL, value, policy.name))
    elif not hmac.compare_digest(record.check_value, value):
        return Trouble(MISSING, detail=f"{policy.name} holds another key")
    return Key(secret, KeyOrigin.CREDENTIAL)


def _from_keyring(policy: InKeyring, folder: Path, record: KeyRecord | None) -> Key | Trouble:
    # With a record, only the place that was used before may answer.
    names = policy.backends if record is None else (record.backend,)
    for name in names:
        found = fetch(name, policy.service, policy.account, policy.wait)
        if isinstance(found, KeyringFault):
            if found is KeyringFault.UNAVAILABLE and record is None:
                continue
            return Trouble(_FAULT_KEYS[found], detail=name)
        if found.secret is not None:
            return _known(found.secret, folder, record, name)
        if record is not None:
            return Trouble(MISSING, detail=name)
        return _make_in_keyring(policy, folder, name)
    return Trouble(UNAVAILABLE, detail="no key store that is allowed here")


def _make_in_keyring(policy: InKeyring, folder: Path, name: str) -> Key | Trouble:
    secret = os.urandom(KEY_BYTES)
    stored = store(name, policy.service, policy.account, secret, policy.wait)
    if stored is not None:
        return Trouble(_FAULT_KEYS[stored], detail=name)
    # Some stores say yes and keep nothing, so read it back before anything depends on it.
    again = fetch(name, policy.service, policy.account, policy.wait)
    if not isinstance(again, Kept) or again.secret is None or not hmac.compare_digest(again.secret, secret):
        return Trouble(UNAVAILABLE, detail=f"{name} does not give back what it was given")
    return _known(secret, folder, None, name)


def _known(secret: bytes, folder: Path, record: KeyRecord | None, backend: str) -> Key | Trouble:
    if len(secret) != KEY_BYTES:
        return Trouble(MISSING, detail=f"{backend} holds something that is no key")
    if record is None:
        keep_record(folder, KeyRecord(KeyOrigin.KEYRING, key_check.check_value(secret), backend))
    elif not hmac.compare_digest(record.check_value, key_check.check_value(secret)):
        return Trouble(MISSING, detail=f"{backend} holds another key")
    return Key(secret, KeyOrigin.KEYRING)


def _from_passphrase(policy: FromPassphrase, folder: Path, record: KeyRecord | None) -> Key | Trouble:
    if len(policy.passphrase) < SHORTEST_PASSPHRASE:
        return Trouble(PASSPHRASE_SHORT, {"minimum": SHORTEST_PASSPHRASE})
    salt = os.urandom(SALT_BYTES) if record is None else record.salt
    secret = stretched(policy.passphrase, salt)
    if record is None:
        keep_record(folder, KeyRecord(KeyOrigin.PASSPHRASE, key_check.check_value(secret), salt=salt))
    elif not hmac.compare_digest(record.check_value, key_check.check_value(secret)):
        return Trouble(PASSPHRASE_WRONG)
    return Key(secret, KeyOrigin.PASSPHRASE)
