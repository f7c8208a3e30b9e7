# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways of using hands: what keys and switches mean, and when a moving highlight moves. Knows no toolkit."""
