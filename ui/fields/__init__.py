# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answer fields, one for each kind of answer: contents in, the raw answer out. They decide nothing."""
