# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first set-up of a machine: what it begins with, what it looks at, and how far it has come."""
