# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program is measured by, what the tests have shown of it, and the report that says so. Not shipped."""
