# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads one JSON object a line from standard input and answers each with one.

{"press": name}, {"type": [name, text]}, {"names": true}, {"heading": true}, {"await": text},
{"written": [name, text]}, {"change": [name, text]}, {"tree": true}, {"heard": seconds, "least": number},
{"walk": [times, names]}, {"focused": seconds}, {"everywhere": true}.
"""

import json
import sys
import time
from typing import Any

from tests.support.outside_client.acting import change, press, type_in, written
from tests.support.outside_client.atspi import Atspi
from tests.support.outside_client.listening import Listener
from tests.support.outside_client.looking import awaited, everywhere, heading, names, now, tree
from tests.support.outside_client.objects import application
from tests.support.outside_client.walking import walk

SLOWEST_MS = 30_000
"""A program on a busy machine answers late; taking that for no answer would press twice."""


def seen(root: Any, order: dict[str, Any]) -> dict[str, Any]:
    """What a look finds that changes nothing."""
    if "tree" in order:
        return {"tree": now(tree, root)}
    if "heading" in order:
        return {"heading": heading(root)}
    if "everywhere" in order:
        return {"processes": everywhere()}
    return {"names": now(names, root)}


def main(name: str, seconds: str = "60") -> None:
    Atspi.set_timeout(SLOWEST_MS, SLOWEST_MS)
    listener = Listener()
    deadline = time.monotonic() + float(seconds)
    root = None
    while root is None and time.monotonic() < deadline:
        root = application(name)
        time.sleep(0.1)
    print(json.dumps({"found": root is not None}), flush=True)
    for line in sys.stdin if root is not None else ():
        order = json.loads(line)
        try:
            answer: dict[str, Any] = {"ok": True}
            if "press" in order:
                press(root, order["press"])
            elif "type" in order:
                type_in(root, *order["type"])
            elif "change" in order:
                answer["untold"] = change(root, listener, *order["change"])
            elif "written" in order:
                written(root, *order["written"])
            elif "heard" in order:
                answer["heard"] = listener.wait(order["heard"], order.get("least", 0))
            elif "focused" in order:
                answer["focused"] = listener.wait_for_focus(order["focused"])
            elif "walk" in order:
                answer |= walk(root, name, *order["walk"])
            elif "await" in order:
                answer["name"] = awaited(root, order["await"])
            else:
                answer |= seen(root, order)
        except LookupError as trouble:
            answer = {"ok": False, "why": str(trouble), "names": now(names, root)}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
