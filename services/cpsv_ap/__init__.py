# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""CPSV-AP 3 in JSON-LD: the catalogue of what is offered."""
