# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop's settings portal on the session bus. Each line of its input sets a value."""

import selectors
import sys

from jeepney import DBusAddress, HeaderFields, MessageType, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
INTERFACE = "org.freedesktop.portal.Settings"
SPACES = {"text-scaling-factor": "org.gnome.desktop.interface", "font": "org.kde.kdeglobals.General"}
KINDS = {"text-scaling-factor": ("d", float), "font": ("s", str)}
USUAL = "org.freedesktop.appearance"
"""The space of every other key."""


def main() -> None:
    values: dict[str, tuple[str, object]] = {
        "color-scheme": ("u", 0),
        "contrast": ("u", 0),
        "text-scaling-factor": ("d", 1.0),
        "font": ("s", "Sans,10,-1,5,400,0,0,0,0,0"),
    }
    bus = open_dbus_connection(bus="SESSION")
    Proxy(message_bus, bus).RequestName(NAME)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    waiting = selectors.DefaultSelector()
    waiting.register(bus.sock, selectors.EVENT_READ, "bus")
    waiting.register(sys.stdin, selectors.EVENT_READ, "input")
    while True:
        for key, _ in waiting.select():
            if key.data == "input":
                line = sys.stdin.readline()
                if not line:
                    return
                name, value = line.split()
                kind, read = KINDS.get(name, ("u", int))
                values[name] = (kind, read(value))
                changed = (SPACES.get(name, USUAL), name, values[name])
                bus.send(new_signal(DBusAddress(PATH, interface=INTERFACE), "SettingChanged", "ssv", changed))
                continue
            asked = bus.receive()
            is_call = asked.header.message_type is MessageType.method_call
            if is_call and asked.header.fields.get(HeaderFields.member) == "ReadOne":
                bus.send(new_method_return(asked, "v", (values[asked.body[1]],)))


if __name__ == "__main__":
    main()
