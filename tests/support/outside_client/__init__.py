# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""An outside AT-SPI client: does one service by accessible names and actions alone, in the system's own Python.

`/usr/bin/python3 -m tests.support.outside_client NAME` at the root of the repository. Knows nothing of the program's
code, nor of any package that is not the system's.
"""
