# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Records what a person says as an answer, in a process of its own and in its memory only."""
