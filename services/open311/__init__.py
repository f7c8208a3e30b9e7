# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Open311 GeoReport v2: reports to a city, as the standard has it and as cities really answer."""
