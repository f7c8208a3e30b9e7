# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keywords of JSON Schema that hold patterns, judged with patterns as JavaScript has them and a limit of time.

Patterns come from servers. The library would match them with Python's own, which knows no `\\p{L}` and never stops.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, Protocol

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from core.forms.expression.regular import compiled, found_in
from core.forms.expression.trouble import EvaluationError, ExpressionError


class _Descends(Protocol):
    """As much of a validator as a keyword needs."""

    def descend(self, instance: object, schema: object, path: object = None) -> Iterator[ValidationError]:
        """What is wrong with a part of the instance."""


def _found(name: str, pattern: str) -> bool:
    """Whether a pattern is in a text; one that cannot be read or takes too long keeps nobody from sending."""
    try:
        return found_in(name, pattern)
    except ExpressionError:
        return True


def _pattern(
    _validator: object, pattern: object, instance: object, _schema: object
) -> Iterator[ValidationError]:
    if isinstance(instance, str) and isinstance(pattern, str) and not _found(instance, pattern):
        yield ValidationError(f"does not match {pattern!r}")


def _pattern_properties(
    validator: _Descends, patterns: Mapping[str, object], instance: object, _schema: object
) -> Iterator[ValidationError]:
    for pattern, schema in patterns.items():
        for name, value in instance.items() if isinstance(instance, dict) else ():
            if _found(name, pattern):
                yield from validator.descend(value, schema, path=name)


def _additional_properties(
    validator: _Descends, rule: object, instance: object, schema: Mapping[str, Any]
) -> Iterator[ValidationError]:
    named, patterns = schema.get("properties", {}), schema.get("patternProperties", {})
    for name, value in instance.items() if isinstance(instance, dict) else ():
        if name in named or any(_found(name, pattern) for pattern in patterns):
            continue
        if isinstance(rule, dict):
            yield from validator.descend(value, rule, path=name)
        elif rule is False:
            yield ValidationError(f"{name!r} is not expected")


_library_unevaluated: Final[Callable[..., Iterator[ValidationError]]] = Draft202012Validator.VALIDATORS[
    "unevaluatedProperties"
]


def _unevaluated_properties(
    validator: object, rule: object, instance: object, schema: object
) -> Iterator[ValidationError]:
    """As the library has it; beside names by patterns that only it cannot read, the office alone judges."""
    try:
        yield from _library_unevaluated(validator, rule, instance, schema)
    except re.error:
        return


GUARDED: Final[Mapping[str, object]] = MappingProxyType(
    {
        "pattern": _pattern,
        "patternProperties": _pattern_properties,
        "additionalProperties": _additional_properties,
    }
)
GUARDED_2020_12: Final[Mapping[str, object]] = MappingProxyType(
    {**GUARDED, "unevaluatedProperties": _unevaluated_properties}
)

SCHEMA_FORMATS: Final = FormatChecker(())
"""The formats of schemas themselves (their metaschema): a pattern is one that can be read here."""


@SCHEMA_FORMATS.checks("regex", raises=EvaluationError)
def _is_pattern(value: object) -> bool:
    return not isinstance(value, str) or compiled(value) is not None
