# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The session's process.

What needs no Qt comes first: once PySide6 is loaded, it reads the source of every module that is imported after it
to see whether that module uses PySide6 too, and a cold start has a hundred of them.
"""

import core.visit.step  # noqa: F401
import kiosk.link
import kiosk.profile.file  # noqa: F401
import ui.present.screen
import ui.present.welcome  # noqa: F401
from kiosk.session.process import main

main()
