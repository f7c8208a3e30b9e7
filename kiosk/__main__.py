# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`python -m kiosk`: the same as the command `kiosk`."""

from kiosk.command_line import main

main()
