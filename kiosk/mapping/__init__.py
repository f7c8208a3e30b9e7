# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the town's map for the session that shows it, in a process of its own that can do nothing else."""
