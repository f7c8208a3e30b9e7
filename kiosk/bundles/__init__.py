# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signed bundles: what staff configure, made in one place and taken by many machines (The Update Framework)."""
