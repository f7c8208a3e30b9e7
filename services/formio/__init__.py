# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Form.io's platform REST: a form and its submissions below one address, and a query to find one again."""
