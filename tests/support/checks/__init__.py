# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks of screens, named by requirement, each with a screen that it must fail."""
