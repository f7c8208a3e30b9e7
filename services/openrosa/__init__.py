# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""OpenRosa 1.0: form lists, forms and submissions, as ODK servers speak it."""
