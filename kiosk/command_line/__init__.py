# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command `kiosk`. A window that somebody waits for is started before the rest of the commands is even read."""

import gc
import sys

from kiosk import early


def main() -> None:
    """Run the command line, and end with its exit status."""
    first = None
    words = early.plain_words(sys.argv[1:])
    if words is not None:
        early.prepare_display()
        if early.serves_everybody(words["profile"]):
            early.keep_off_input_methods()
        first = early.copy_self()
        if first is None:
            gc.disable()  # until the first picture: there is nothing yet to be thrown away
            from kiosk.session.beside import load_libraries

            load_libraries()
            from kiosk.session.quickly import load_quickly

            load_quickly()
            from kiosk.session.application import begin

            begin()
            from kiosk.session import starting

            starting.main_early(**words)
            return
        first.until_it_speaks()
    if sys.argv[1:2] == ["run"]:
        from kiosk.session.later import loaded_later

        # `dataclasses` imports it for classes without a description.
        with loaded_later("inspect"):
            from kiosk.command_line.apart import run_apart

        sys.exit(run_apart(sys.argv[1:], first))
    from kiosk.command_line.commands import run_commands

    sys.exit(run_commands(sys.argv[1:], first))
