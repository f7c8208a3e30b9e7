# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What form authors ask of the program: whether a form opens, how it behaves, what it would send; no window here."""
