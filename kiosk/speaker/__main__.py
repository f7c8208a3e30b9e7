# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`python -m kiosk.speaker`: see `kiosk.speaker.process`."""

from kiosk.speaker.process import main

main()
