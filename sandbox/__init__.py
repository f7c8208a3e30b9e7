# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small town's agencies on loopback, speaking the published standards; imports nothing of the program."""
