# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`python -m kiosk.recording`: see `kiosk.recording.process`."""

import sys

from kiosk.recording.process import main

sys.exit(main())
