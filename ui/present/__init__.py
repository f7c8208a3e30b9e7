# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What each page says, computed from a visit without Qt: every text ready, in reading order."""
