# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Open Forms (Dutch municipalities), public API v2, for anonymous people: a form in steps, sent in a session."""
