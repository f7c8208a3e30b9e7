# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Obtains the store's key where the profile says; asks a person only for a passphrase, and only on a terminal."""

import getpass
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from core.errors import Trouble
from kiosk.profile.model import KeySource, Profile
from kiosk.service_account import credentials
from kiosk.store_folder import folder_of, trial_folder
from offline_cache.keys import FromCredential, FromPassphrase, InKeyring, InMemory, KeyPolicy, find_key
from offline_cache.recovery import keep_wrap
from offline_cache.subkeys import Key

KEYRING_SERVICE = "civic-kiosk"


@dataclass(frozen=True, slots=True)
class Found:
    """A key and the folder of the stores it opens. In trial mode the folder is new and is removed afterwards."""

    key: Key
    folder: Path


def obtain(profile: Profile, source: KeySource) -> Found | Trouble:
    """The key, or why there is none. Nothing weaker is ever taken in its place."""
    policy: KeyPolicy
    match source:
        case KeySource.MEMORY:
            policy, folder = InMemory(), trial_folder()
        case KeySource.CREDENTIAL:
            policy, folder = FromCredential(credentials()), folder_of(profile)
        case KeySource.KEYRING:
            policy, folder = InKeyring(KEYRING_SERVICE, account=profile.name), folder_of(profile)
        case KeySource.PASSPHRASE:
            if not sys.stdin.isatty():
                return Trouble("trouble.passphrase_no_terminal")
            policy, folder = FromPassphrase(getpass.getpass("Passphrase of the store: ")), folder_of(profile)
        case _:
            assert_never(source)
    key = find_key(policy, folder)
    if isinstance(key, Trouble):
        return key
    if profile.recovery is not None and source is not KeySource.MEMORY:
        trouble = keep_wrap(folder, key, profile.recovery)
        if trouble is not None:
            return trouble
    return Found(key, folder)


def keyring_trouble() -> Trouble | None:
    """Why the keyring cannot be used on this machine; None when it gives back what it is given."""
    with tempfile.TemporaryDirectory() as nowhere:
        key = find_key(InKeyring(KEYRING_SERVICE, account="check"), Path(nowhere))
    return key if isinstance(key, Trouble) else None
