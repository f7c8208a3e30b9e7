# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a JSON Schema is to be shown: the UI schemas of JSON Forms and of react-jsonschema-form."""
