# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The version of the program, as people are told it."""

VERSION = "0.1.0"
"""The same as in pyproject.toml, which is not there where the program is installed."""
