# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets staff change a profile in the program's own window: its schema becomes a form, its answers a TOML file."""
