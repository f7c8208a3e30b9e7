# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What staff configured: a typed profile read from a TOML file, or a list of what is wrong with it."""
