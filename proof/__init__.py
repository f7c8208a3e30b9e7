# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each promise as something that can be run: at any number, on the real program, and against a seeded fault."""
