# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The voice: what is said for a page, and the program that says it. It knows no form and no window."""
