# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an outside AT-SPI client sees and hears of the whole program: roles, states, ties, announcements."""

from pathlib import Path
from typing import Any

import pytest

from i18n.messages import Messages
from tests.support.beside_a_client import Client, outside_client
from tests.support.sandbox_town import running_town

EN = Messages.load("en")
SERVICE = "Tell us you have moved. Civil Registry · free · answer within 5 days. Works here now"
CANARY = "Marigold Canary"
NAMELESS = {"filler", "frame", "application", "panel", "window"}
WITHOUT_MEANING = {"filler", "unknown", "panel", "invalid"}
ASSERTIVE, POLITE = 2, 1


def seen(client: Client) -> list[dict[str, Any]]:
    tree: list[dict[str, Any]] = client.tell(tree=True)["tree"]
    return tree


def showing(tree: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [node for node in tree if node["showing"]]


def go(client: Client, name: str, then: str) -> None:
    """Press what leads on, once more if news from the courier took the page away under the first press."""
    client.press(name)
    try:
        client.tell(**{"await": then})
    except AssertionError:
        client.press(name)
        client.tell(**{"await": then})


def to_the_list(client: Client, event: str, service: str) -> None:
    """Come to the list, and again while the form of its service is not there yet: no list changes by itself."""
    client.press(event)
    title = service.split(".", maxsplit=1)[0]
    # The row is waited for before it is judged: the page of the press before may still stand there.
    while client.tell(**{"await": title})["name"] != service:
        client.press("Back")
        client.press(event)


def nothing_is_nameless(tree: list[dict[str, Any]]) -> None:
    for node in showing(tree):
        if node["focusable"] and node["role"] not in NAMELESS:
            assert node["name"].strip(), node
        if node["focusable"] and node["name"]:
            assert node["role"] not in WITHOUT_MEANING, node


@pytest.mark.requirement("AT-01", part="one service, from outside")
@pytest.mark.requirement("AT-02", part="one service, from outside")
@pytest.mark.requirement("AT-03", part="what is chosen, and what can be written in")
@pytest.mark.requirement("AT-04", part="hints and mistakes are descriptions; a page is a group with a name")
@pytest.mark.requirement("AT-04", part="each field is labelled by what it asks, each page by its heading")
@pytest.mark.requirement("AT-05", part="a mistake, a delivery, a new page by its focus")
@pytest.mark.requirement("AT-06", part="one form, from outside")
@pytest.mark.timeout(180)
def test_what_a_client_sees_and_hears_while_a_service_is_done(tmp_path: Path) -> None:
    with running_town(tmp_path) as town, outside_client(tmp_path, town) as client:
        client.press("English")
        to_the_list(client, "Moving home", SERVICE)
        go(client, SERVICE, EN.text("service.start"))
        client.press(EN.text("service.start"))
        question = "What is your full name?"
        client.tell(**{"await": question})
        nothing_is_nameless(seen(client))
        headings = [node for node in showing(seen(client)) if node["role"] == "heading"]
        assert [node["name"] for node in headings] == [question]
        assert any(
            node["role"] in ("grouping", "panel") and node["name"] == question == "".join(node["labelled"])
            for node in seen(client)
        )

        # A mistake: told once, interrupting, and tied to the field.
        client.tell(heard=0.1)
        client.press(EN.text("question.continue"))
        heard = client.tell(heard=1.5, least=1)["heard"]
        assert len(heard) == 1, heard
        assert heard[0][0].startswith(EN.text("question.problem_title"))
        assert heard[0][1] == ASSERTIVE
        (field,) = [node for node in showing(seen(client)) if node["editable"] and node["focusable"]]
        assert field["name"] == question
        assert field["labelled"] == [question]
        assert heard[0][0].removeprefix(EN.text("question.problem_title")).strip() in field["described"]

        client.type_in(question, CANARY)
        client.tell(focused=0.1)
        client.press(EN.text("question.continue"))
        client.tell(**{"await": "What is your new street"})
        # A new page needs no word of ours: what names it gets the focus, which a screen reader says.
        came = client.tell(focused=0.5)["focused"]
        assert came, "nothing got the focus"
        assert came[-1].startswith("What is your new street"), came
        tree = seen(client)
        # What was typed on the page before is nowhere in the tree, shown or hidden.
        assert not [node for node in tree if CANARY in node["name"] + node["described"] + node["text"]]
        focused = [(node["role"], node["name"]) for node in tree if node["focused"]]
        assert len(focused) <= 1, focused

        client.type_in("What is your new street and house number?", "27 Ropewalk")
        client.press(EN.text("question.continue"))
        client.tell(**{"await": "Which flat?"})
        client.press(EN.text("question.continue"))
        for part, value in (("day", "14"), ("month", "12"), ("year", "2026")):
            client.type_in(EN.text(f"field.{part}"), value)
        client.press(EN.text("question.continue"))
        # Which of them is chosen is told of both: the one that is now, and the one that was.
        assert client.tell(change=["A family with children", ""])["untold"] == ""
        assert client.tell(change=["Only me", ""])["untold"] == ""
        choices = {node["name"]: node for node in showing(seen(client)) if node["checkable"]}
        assert [name for name, node in choices.items() if node["checked"]] == ["Only me"]
        nothing_is_nameless(seen(client))
        client.press(EN.text("question.continue"))
        client.press("Nobody else")
        client.press(EN.text("question.continue"))
        client.tell(**{"await": "On which telephone number"})
        client.press(EN.text("question.continue"))
        client.tell(heard=0.3)
        if not any(node["name"] == "Send" for node in showing(seen(client))):
            client.press("More below")
        client.tell(heard=0.3)
        client.press("Send")
        client.tell(**{"await": "Your number: "})
        heard = client.tell(heard=1.0)["heard"]
        received = [one for one in heard if "has your form" in one[0]]
        assert len(received) <= 1, heard
        assert all(one[1] == POLITE for one in heard), heard
