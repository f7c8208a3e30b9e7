# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Paper: lays a receipt or a sealed note out and makes it a PDF in memory. Writes no file."""
