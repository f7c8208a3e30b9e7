# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing systems whose text is chosen from what it sounds like: Chinese, and Japanese with kanji."""
