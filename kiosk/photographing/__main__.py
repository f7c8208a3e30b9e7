# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`python -m kiosk.photographing`: see `kiosk.photographing.process`."""

import sys

from kiosk.photographing.process import main

sys.exit(main())
