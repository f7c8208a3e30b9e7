# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The note beside the stores of where their key is: its place, its check value, a salt; never the key."""

import json
from dataclasses import dataclass
from pathlib import Path

from core.errors import Trouble
from offline_cache import failures
from offline_cache.private_files import write_whole
from offline_cache.subkeys import KeyOrigin

FILE_NAME = "key.json"


@dataclass(frozen=True, slots=True)
class KeyRecord:
    """`backend` names the key store used (keyring only), `salt` is for the passphrase only."""

    origin: KeyOrigin
    check_value: str
    backend: str = ""
    salt: bytes = b""


def read_record(folder: Path) -> KeyRecord | Trouble | None:
    """The record, None when there never was one, a `Trouble` when it makes no sense. OSError otherwise."""
    try:
        text = (folder / FILE_NAME).read_text("utf-8", errors="replace")
    except FileNotFoundError:
        return None
    try:
        values = json.loads(text)
        return KeyRecord(
            origin=KeyOrigin(values["origin"]),
            check_value=str(values["check_value"]),
            backend=str(values["backend"]),
            salt=bytes.fromhex(values["salt"]),
        )
    except (ValueError, KeyError, TypeError) as error:
        return Trouble(failures.DAMAGED, detail=f"{FILE_NAME}: {type(error).__name__}")


def keep_record(folder: Path, record: KeyRecord) -> None:
    """Write the record, durably. OSError when that cannot be done."""
    values = {
        "origin": record.origin.value,
        "check_value": record.check_value,
        "backend": record.backend,
        "salt": record.salt.hex(),
    }
    write_whole(folder / FILE_NAME, json.dumps(values, indent=1).encode())
