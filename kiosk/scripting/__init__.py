# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the programs of a form in a process of its own, which has nothing but the answers that it is given."""
