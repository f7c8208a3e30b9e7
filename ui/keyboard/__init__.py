# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The letters and numbers on the screen, for machines without a keyboard of their own."""
