# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measurements of the real program, each a function that returns its figures; `make bench` prints them."""
