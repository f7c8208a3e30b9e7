# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages: widgets built from ready contents, reporting what a person does and deciding nothing."""
