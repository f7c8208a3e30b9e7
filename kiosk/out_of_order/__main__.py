# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The process of the page that says so."""

from kiosk.out_of_order.starting import main

main()
