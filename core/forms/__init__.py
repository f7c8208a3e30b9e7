# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms: what they are, how they are filled, and the doors through which foreign formats come in."""
