# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The courier: the only process that talks to agencies. It empties the outbox and fills the cache."""
