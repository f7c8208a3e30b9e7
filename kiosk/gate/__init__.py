# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The publish gate: a machine does a form to its end as people do who press, hear, read or write in other ways."""
