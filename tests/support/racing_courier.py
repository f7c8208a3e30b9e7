# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The courier with a fault: its lock is a file that somebody has to remove, so a killed one leaves it behind."""

from unittest.mock import patch

from filelock import SoftFileLock

from kiosk.courier import process


def main() -> None:
    """Be a courier with that fault."""
    with patch.object(process, "FileLock", SoftFileLock):
        process.main()


if __name__ == "__main__":
    main()
