# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""People at the window who use keys or switches only: they read what is shown and press until they are there."""
