# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The half of accessibility that touches Qt: fonts, pictures, the look of widgets and announcements."""
