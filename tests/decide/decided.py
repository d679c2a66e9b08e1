"""Makes decisions for tests: the smallest whole ones, and the JSON they come in."""

import json
from typing import Any

KYIV = {
    "record": "kyiv",
    "kind": "place",
    "lang": "en",
    "proposed": "Kyiv",
    "basis": "authority",
    "forms": ["Kyiv", "Kiev"],
    "departing": ["Kiev"],
}

ODEN = {
    "kind": "person",
    "lang": "en",
    "proposed": "Marta Odenko",
    "basis": "majority",
    "forms": ["Marta Odenko", "Marta Odenco", "Odenco"],
    "departing": ["Marta Odenco", "Odenco"],
}
"""A name that no record knows."""


def covered(fingerprint: str, text: str = "Kiev") -> dict[str, str]:
    """One finding as a decision names it."""
    return {"fingerprint": fingerprint, "rule": "NAM002", "document": "a.txt", "text": text}


def let_stand(fingerprint: str, reason: str = "false-alarm", **more: Any) -> dict[str, Any]:
    """A finding rejected."""
    return {
        "target": {"kind": "finding", "id": fingerprint},
        "action": "reject",
        "scope": "finding",
        "reason": reason,
        "covers": [covered(fingerprint)],
        **more,
    }


def style(name: dict[str, Any], form: str, action: str = "choose", **more: Any) -> dict[str, Any]:
    """A decision of house style on a name."""
    return {
        "target": {"kind": "name", "id": "e-1"},
        "action": action,
        "scope": "house",
        "form": form,
        "name": name,
        **more,
    }


def file_of(*decisions: dict[str, Any], **more: Any) -> bytes:
    """A decisions.json."""
    whole = {"schema": "mtaudit/decisions/1", "decisions": list(decisions), **more}
    return json.dumps(whole, ensure_ascii=False).encode()
