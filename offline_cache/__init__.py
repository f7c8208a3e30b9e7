# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The encrypted store: catalogue, forms, search and outbox. SQL lives here only; nothing is decided here."""
