# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The agencies' APIs, one package for each published standard; nothing else here talks to a network."""
