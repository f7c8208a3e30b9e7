# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The process that shows that a machine is out of order, while no session runs (accessibility.md K-10)."""
