# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who works at a machine, and what each may do there: pure rules, without a window, a store or a clock."""
