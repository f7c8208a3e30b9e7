# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of a form's nodes: what they hold, when they count, what an answer has to be, how it is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from core.forms.expression.tree import Expression
from core.forms.message import Message


class Kind(Enum):
    """What a node is in JSON (RFC 8259)."""

    OBJECT = "object"
    TEXT = "string"
    NUMBER = "number"
    TRUTH = "boolean"
    CHOICE = "choice"
    CHOICES = "choices"
    CONSTANT = "constant"
    BOXES = "boxes"
    DAY = "day"
    MIDNIGHT = "midnight"
    FILE = "file"
    FILES = "files"
    DATA_URL = "data-url"
    ENCODED = "encoded"
    DRAWN = "drawn"
    POINT = "Point"
    LINE = "LineString"
    AREA = "Polygon"


@dataclass(frozen=True, slots=True)
class Shape:
    """How a node is written in JSON. A node that repeats is an array of these.

    `values` are the JSON values of choices, by the values of `Choice`; `constant` is what is always sent. `BOXES` are
    choices as an object with a truth for each, `DAY` is a date as `MM/DD/YYYY`, or with the day first when
    `day_first`, `MIDNIGHT` a date as its first moment (ISO 8601, without a zone). `FILE` is Form.io's object for a
    file, `FILES` an array of one, `DATA_URL` a file as RFC 2397 has it, `ENCODED` one in base64 alone, `DRAWN` one
    without its name, as what is drawn on a page has none; while a form is filled each has a `HandedFile` where the
    bytes will be. `POINT`, `LINE` and `AREA` are geometries of GeoJSON (RFC 7946). What is `kept` is sent although it
    is not asked any more. `blank` is what programs of the form see while there is no answer; None for nothing. A time
    of day with a `clock` is written as that says.
    """

    kind: Kind
    values: Mapping[str, object] = field(default_factory=dict)
    constant: object = None
    day_first: bool = False
    kept: bool = False
    blank: object = None
    clock: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A condition of an answer beside its type and its `constraint`. `rule` is its name in the form's standard.

    `key` and `values` are of the `rules` catalogue, `message` are the form's own words, if any. What `tells` is a
    program of the form: it is asked about no answer too, and its result is true or what to say. What to say is a
    value of `key`'s sentence where `fills` names one: `day` has a day (ISO 8601).
    """

    rule: str
    test: Expression
    key: str
    values: Mapping[str, str] = field(default_factory=dict)
    message: Message = field(default_factory=Message)
    tells: bool = False
    fills: str = ""


class WholeRule(Protocol):
    """What the form's standard says of all answers together."""

    def problems(self, instance: object) -> Sequence[tuple[tuple[str | int, ...], str]]:
        """The places of what does not fit, as members and positions from the root, and the rules' names."""


class DataType(Enum):
    """How a node's text is understood (XForms `bind/@type`). `ANY` is a text that keeps a number a number."""

    TEXT = "string"
    ANY = "any"
    INTEGER = "int"
    DECIMAL = "decimal"
    DATE = "date"
    TIME = "time"
    DATE_TIME = "dateTime"
    CHOICES = "select"
    PLACE = "geopoint"
    PLACES = "geotrace"


@dataclass(frozen=True, slots=True)
class Bind:
    """The rules of one node. A missing expression has XForms' default: relevant, not required, not readonly.

    `settles` says whether `calculate` has a result for these answers. Where it has none, what stands there stays. One
    that `yields` leaves what somebody wrote there, until they take it away.
    """

    type: DataType = DataType.TEXT
    relevant: Expression | None = None
    required: Expression | None = None
    readonly: Expression | None = None
    constraint: Expression | None = None
    calculate: Expression | None = None
    settles: Expression | None = None
    yields: bool = False
    required_message: Message = field(default_factory=Message)
    constraint_message: Message = field(default_factory=Message)
    checks: tuple[Check, ...] = ()


NO_BIND = Bind()


class Preload(Enum):
    """What a node is filled with when the form is opened (ODK XForms 'Preload attributes').

    Properties of the machine and its user stay empty: a public kiosk has no phone number to tell.
    """

    UID = "uid"
    TODAY = "today"
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class SetValue:
    """A `setvalue` action (XForms 1.1 section 10.6): the value for a node, computed for that node."""

    node: int
    value: Expression
