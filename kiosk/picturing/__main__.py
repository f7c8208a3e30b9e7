# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`python -m kiosk.picturing`: see `kiosk.picturing.process`."""

from kiosk.picturing.process import main

main()
