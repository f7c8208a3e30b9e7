# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What opens the outbox's sealed copies; the window's process has none of it."""

from dataclasses import dataclass
from pathlib import Path

from offline_cache.epoch_keys import FOLDER_NAME, EpochKeys
from offline_cache.sealed_copy import CopyOpener
from offline_cache.subkeys import Keys, Purpose


@dataclass(frozen=True, slots=True)
class Unsealing:
    """What only the courier has: the private halves of the epochs, and what opens with them."""

    epochs: EpochKeys
    opener: CopyOpener

    @classmethod
    def of(cls, folder: Path, keys: Keys) -> "Unsealing | None":
        """None where this process was not given the keys for it."""
        if not keys.holds(Purpose.EPOCHS):
            return None
        epochs = EpochKeys(folder / FOLDER_NAME, keys.derive(Purpose.EPOCHS))
        return cls(epochs, CopyOpener(epochs.private, keys.derive(Purpose.SPOOL)))
