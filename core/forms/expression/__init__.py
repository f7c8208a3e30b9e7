# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The closed expression language of forms: parsed once, knows what it reads, evaluated within a budget."""
