# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people need in order to see, hear and reach the program; its `qt` half alone touches Qt."""
