# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the town as a program of its own: reads the command line, listens, says where, ends cleanly."""

import argparse
import asyncio
import json
import os
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from sandbox.application import TownServices, town_application
from sandbox.control import control_application
from sandbox.faults import Faults
from sandbox.listening import Listener


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until SIGTERM, SIGINT or, when asked, the end of standard input; 0 after a clean end.

    Prints one line of JSON on standard output when it listens: `url`, and `control` (null without --control).
    """
    options = _parser().parse_args(argv)
    options.data.mkdir(parents=True, exist_ok=True)
    try:
        return asyncio.run(_serve(options))
    except OSError as trouble:
        sys.stderr.write(f"The sandbox town cannot listen on port {options.port}: {trouble.strerror}.\n")
        return 1


async def _serve(options: argparse.Namespace) -> int:
    faults = Faults()
    services = TownServices(options.data, options.definitions)
    town = Listener(town_application(services, faults), options.port)
    await town.open()
    control = None
    if options.control:
        control = Listener(control_application(services, faults, town), options.control_port)
        await control.open()

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    if options.until_stdin_closes:
        threading.Thread(target=_wait_for_end_of_input, args=(loop, stop), daemon=True).start()

    sys.stdout.write(json.dumps({"url": town.url, "control": control.url if control else None}) + "\n")
    sys.stdout.flush()
    if options.announce:
        sys.stderr.write(f"Port Amity is open at {town.url}. Press Ctrl+C to close it.\n")
    await stop.wait()
    await town.close()
    if control:
        await control.close()
    services.close()
    return 0


def _wait_for_end_of_input(loop: asyncio.AbstractEventLoop, stop: asyncio.Event) -> None:
    """Block until whoever started the town closes its standard input (also by dying), then stop the town."""
    while os.read(0, 4096):
        pass
    if not loop.is_closed():
        loop.call_soon_threadsafe(stop.set)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m sandbox",
        description="A small town's agencies on this machine, for trying and testing.",
    )
    parser.add_argument("--port", type=int, default=0, help="port on 127.0.0.1; 0 takes a free one")
    parser.add_argument("--data", type=Path, required=True, help="folder for the town's records")
    parser.add_argument("--control", action="store_true", help="also listen for tests that inject faults")
    parser.add_argument(
        "--control-port", type=int, default=0, help="port of the control API; 0 takes a free one"
    )
    parser.add_argument(
        "--announce", action="store_true", help="say the address in a sentence on standard error"
    )
    parser.add_argument(
        "--definitions", type=Path, help="folder of Form.io forms that stand in for the town's by their names"
    )
    parser.add_argument("--until-stdin-closes", action="store_true", help="end when standard input ends")
    return parser
