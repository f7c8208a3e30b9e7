# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`python -m kiosk.mapping FILE`: see `kiosk.mapping.process`."""

from kiosk.mapping.process import main

main()
