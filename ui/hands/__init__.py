# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys and switches at the window: what they visit, how the highlight is shown, and where people practise."""
