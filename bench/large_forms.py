# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms as large as they come: a list with very many choices, a list with very many entries, very many questions."""

from typing import Final

from core.forms.definition import Form
from core.forms.xforms import load

_SPACES: Final = (
    'xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" '
    'xmlns:jr="http://openrosa.org/javarosa"'
)


def long_list(choices: int) -> Form:
    """A question before, one with so many choices out of a file, and one behind."""
    rows = "".join(f"Street {number},s{number}\n" for number in range(choices)).encode()
    listed = '<instance id="streets" src="jr://file-csv/streets.csv"/>'
    street = (
        '<select1 ref="/data/street"><label>Which street?</label><itemset nodeset="instance(\'streets\')/root/item">'
        '<value ref="name"/><label ref="label"/></itemset></select1>'
    )
    body = f"{_input('before')}{street}{_input('behind')}"
    return _opened("<before/><street/><behind/>", "", body, listed, {"streets.csv": b"label,name\n" + rows})


def many_entries() -> Form:
    """A list of people, whose third question depends on the second; their number is counted."""
    binds = (
        '<bind nodeset="/data/person/child" relevant="../age &lt; 18"/><bind nodeset="/data/person/age" type="int"/>'
        '<bind nodeset="/data/several" calculate="count(/data/person)"/>'
    )
    inner = "".join(_input(f"person/{name}") for name in ("name", "age", "child"))
    body = (
        f'<group ref="/data/person"><label>People</label><repeat nodeset="/data/person">{inner}</repeat></group>'
        f"{_input('end')}"
    )
    instance = '<person jr:template=""><name/><age/><child/></person><several/><end/>'
    return _opened(instance, binds, body)


def dependent(count: int) -> Form:
    """So many questions, each asked only after an answer to the one before; every tenth is always asked."""
    instance = "".join(f"<q{place}/>" for place in range(count))
    binds = "".join(
        f'<bind nodeset="/data/q{place}" type="int" constraint=". &lt; 100"'
        + (f' relevant="/data/q{place - 1} != 7"/>' if place % 10 else "/>")
        for place in range(count)
    )
    return _opened(instance, binds, "".join(_input(f"q{place}") for place in range(count)))


def fan(count: int, dependents: int) -> Form:
    """So many questions, of which the first so many after the first are asked only where that one says yes."""
    instance = "".join(f"<q{place}/>" for place in range(count))
    binds = "".join(
        f'<bind nodeset="/data/q{place}" relevant="/data/q0 = \'yes\'"/>'
        for place in range(1, dependents + 1)
    )
    return _opened(instance, binds, "".join(_input(f"q{place}") for place in range(count)))


def _input(name: str) -> str:
    return f'<input ref="/data/{name}"><label>{name.title()}?</label></input>'


def _opened(
    instance: str, binds: str, body: str, more: str = "", files: dict[str, bytes] | None = None
) -> Form:
    source = (
        f'<h:html {_SPACES}><h:head><h:title>A large form</h:title><model><instance><data id="large" version="1">'
        f"{instance}</data></instance>{more}{binds}</model></h:head><h:body>{body}</h:body></h:html>"
    )
    form = load(source.encode(), files or {})
    if not isinstance(form, Form):
        raise TypeError(str(form.problems[:3]))
    return form
