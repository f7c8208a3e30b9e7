# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON Schema over plain REST: a schema is the form, its address takes what is filled in, with an Idempotency-Key."""
