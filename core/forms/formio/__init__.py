# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The door for Form.io (4 and 5, with the types of Open Forms, CHEFS and NAV): its JSON in, a form out."""
