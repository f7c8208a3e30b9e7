# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The session: one person's visit in a process of its own, with a window and no network. Its end is the wipe."""
