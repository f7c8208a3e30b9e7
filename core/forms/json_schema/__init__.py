# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The door for JSON Schema (draft-07 and 2020-12): a schema in, a form or the reasons against it out."""
