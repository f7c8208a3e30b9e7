# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Converts readings into Chinese and Japanese text, in a process of its own that knows and keeps nothing else."""
