# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes pictures and recordings of strangers harmless, in a process of its own that can do nothing else."""
