# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""For every check, a good screen and a way to spoil it. A check that does not see the difference is no check."""
