# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The process of a spare session, which is started beforehand."""

from kiosk.session.beside import load_libraries


def main() -> None:
    """Load the rest, and run."""
    load_libraries()
    from kiosk.session.quickly import load_quickly

    load_quickly()
    from kiosk.session.application import begin

    begin()
    from kiosk.session import starting

    starting.main()


main()
