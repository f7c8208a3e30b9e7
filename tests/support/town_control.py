# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Speaks the sandbox town's control API; asserts nothing."""

import json
import urllib.error
import urllib.request
from typing import Any
from urllib.parse import quote, urlencode


class TownError(Exception):
    """The town did not start, or the control API refused; the text says what it printed."""


class TownControl:
    """Orders faults, and reads what the agencies hold. `control` is its address; empty where nobody controls."""

    def __init__(self, control: str) -> None:
        self.control = control
        # Proxies of the environment must never see loopback traffic.
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def order(self, kind: str, **words: Any) -> dict[str, Any]:
        """Order a fault, for example `order("close-after-commit", endpoint="submission", count=1)`."""
        result: dict[str, Any] = self._control("POST", "/control/faults", {"kind": kind, **words})
        return result

    def clear(self) -> None:
        """Take back all faults and open the port."""
        self._control("DELETE", "/control/faults")

    def faults(self) -> dict[str, Any]:
        """The ordered faults with how often each has struck."""
        result: dict[str, Any] = self._control("GET", "/control/faults")
        return result

    def change_form(self, form: str, **words: Any) -> dict[str, Any]:
        """Publish a `version`, other bytes (`mark`), or close a form (`closed=True`)."""
        result: dict[str, Any] = self._control("POST", f"/control/forms/{form}", words)
        return result

    def submissions(self, form: str | None = None) -> list[dict[str, Any]]:
        """The submissions that the agencies hold, the oldest first."""
        query = f"?{urlencode({'form': form})}" if form else ""
        result: list[dict[str, Any]] = self._control("GET", f"/control/submissions{query}")
        return result

    def submission(self, instance_id: str) -> dict[str, Any]:
        """One submission."""
        result: dict[str, Any] = self._control("GET", f"/control/submissions/{quote(instance_id, safe=':')}")
        return result

    def counts(self) -> dict[str, Any]:
        """Records in all, by form, by instanceID, and Open311 requests."""
        result: dict[str, Any] = self._control("GET", "/control/counts")
        return result

    def requests(self) -> list[dict[str, Any]]:
        """The Open311 requests that City Works holds, the oldest first."""
        result: list[dict[str, Any]] = self._control("GET", "/control/requests")
        return result

    def applications(self) -> list[dict[str, Any]]:
        """What the JSON services hold, the oldest first."""
        result: list[dict[str, Any]] = self._control("GET", "/control/applications")
        return result

    def change_application(self, reference: str, state: str, words: str = "") -> None:
        """Let an office act on an application, in its service's own word."""
        self._control("POST", f"/control/applications/{quote(reference)}", {"state": state, "words": words})

    def forget_keys(self) -> None:
        """Let every Idempotency-Key be forgotten."""
        self._control("DELETE", "/control/keys")

    def end_sessions(self) -> None:
        """Let every session of the OpenRosa servers end."""
        self._control("DELETE", "/control/sessions")

    def change_request(self, service_request_id: str, **words: Any) -> dict[str, Any]:
        """Let City Works answer a request: `status`, `status_notes`, ..."""
        result: dict[str, Any] = self._control("POST", f"/control/requests/{service_request_id}", words)
        return result

    def traffic(self) -> list[dict[str, Any]]:
        """The requests that reached the town, the oldest first."""
        result: list[dict[str, Any]] = self._control("GET", "/control/traffic")
        return result

    def forget(self) -> None:
        """Empty the agencies' records and the traffic list."""
        self._control("DELETE", "/control/records")

    def _control(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        request = urllib.request.Request(
            self.control + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        try:
            with self._opener.open(request, timeout=10) as answer:
                content = answer.read()
        except urllib.error.HTTPError as refusal:
            with refusal:
                raise TownError(f"{method} {path}: {refusal.code} {refusal.read().decode()}") from None
        return json.loads(content) if content else None
