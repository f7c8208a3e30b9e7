# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""One sealed application as a file for its agency: still sealed, and opened by the authority's key only.

The file is a folder of a store with nothing else in it: unpacked, `kiosk recover --store` delivers what is in it.
"""

import io
import zipfile
from pathlib import Path
from typing import Final

from core.errors import Trouble
from core.ids import SubmissionId
from offline_cache import key_record, recovery
from offline_cache.epoch_keys import FOLDER_NAME
from offline_cache.failures import trouble_of
from offline_cache.outbox import SPOOL_NAME
from offline_cache.sealed_copy import epoch_of
from offline_cache.spool import copy_name

NO_RECOVERY: Final = "trouble.no_recovery"


def sealed_file(folder: Path, submission: SubmissionId) -> bytes | Trouble:
    """A ZIP of the sealed copy, the wrapped key of its epoch, and what the authority needs to open that.

    Nothing of it is opened here: no process of a window could.
    """
    if not (folder / recovery.FILE_NAME).exists():
        return Trouble(NO_RECOVERY)
    try:
        copy = folder / SPOOL_NAME / f"{copy_name(submission)}.sub"
        content = copy.read_bytes()
        epoch = epoch_of(content)
        names = [f"{SPOOL_NAME}/{copy.name}", recovery.FILE_NAME]
        names += [f"{FOLDER_NAME}/{epoch:09}.key"] if epoch is not None else []
        names += [key_record.FILE_NAME] if (folder / key_record.FILE_NAME).exists() else []
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as file:
            for name in names:
                file.writestr(zipfile.ZipInfo(name), (folder / name).read_bytes())
    except OSError as error:
        return trouble_of(error, SPOOL_NAME)
    return packed.getvalue()
