# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The states of one visit, and `step`, which turns a visit and an event into the next visit and its effects."""
