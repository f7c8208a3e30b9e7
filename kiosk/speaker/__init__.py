# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The voice's process: says one thing and ends. It may be killed at any instant, and dies with its session."""
