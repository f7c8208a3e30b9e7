# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The painted parts that every page is made of; they draw and report presses, and know no visit."""
