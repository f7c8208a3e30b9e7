# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Our forms beside the form renderers of browsers: the same forms, the same screen, the same clock, in one run."""
