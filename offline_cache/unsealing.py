# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What opens the outbox's sealed copies; the window's process has none of it."""

import errno
import logging
from dataclasses import dataclass
from pathlib import Path

from core.ids import SubmissionId
from core.submission import Submission
from offline_cache.epoch_keys import FOLDER_NAME, EpochKeys
from offline_cache.epoch_keys_apart import EpochKeysApart
from offline_cache.sealed_copy import CopyOpener, DamagedCopyError
from offline_cache.spool import Spool, copy_name
from offline_cache.subkeys import Keys, Purpose

_LOG = logging.getLogger(__name__)


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

    def prepared(self, *, apart: bool) -> EpochKeys:
        """The folder is there now; the private halves, `apart` looked at by copies of this process. OSError."""
        self.epochs.prepare()
        return EpochKeysApart(self.epochs.folder, self.epochs.key) if apart else self.epochs

    def opened(self, submission: SubmissionId, content: bytes, spool: Spool) -> Submission | None:
        """What was sealed, from the outbox's own copy or the spool's; None when neither opens. OSError of the disk."""
        name = copy_name(submission)
        try:
            return self.opener.open(content, name)
        except DamagedCopyError as error:
            _LOG.error("submission %s cannot be opened: %s", submission, error)
        try:
            return self.opener.open(spool.content(name), name)
        except (DamagedCopyError, FileNotFoundError) as error:
            _LOG.error("nor its second copy: %s", error)
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            _LOG.error("nor can its second copy be read: %s", error.strerror)
        return None
