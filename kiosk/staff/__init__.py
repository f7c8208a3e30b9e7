# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What staff do at a machine, carried out: who signs in, what becomes of what waits, and the log of all of it."""
