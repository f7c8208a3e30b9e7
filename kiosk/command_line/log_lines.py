# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the log of a command goes."""

import logging
import os
import sys


def quiet_log() -> None:
    """Events with ids to standard error; the service manager keeps them."""
    logging.basicConfig(
        level=os.environ.get("KIOSK_LOG", "WARNING").upper(),
        format="%(asctime)s %(name)s %(levelname)s %(message)s",
        stream=sys.stderr,
    )
