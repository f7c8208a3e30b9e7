# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Languages, messages, formats and writing direction; knows nothing of screens, services or Qt."""
