# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window: draws whatever the visit is and reports what a person does; decides nothing."""
