# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The log of a session's process; to be imported where something is said in it, as the first picture says nothing."""

import logging
import sys
from typing import Final

logging.basicConfig(stream=sys.stderr, format="%(asctime)s %(name)s %(levelname)s %(message)s")

log: Final = logging.getLogger("kiosk.session")
