"""Reads `decisions.json`, in the versioned form `mtaudit/decisions/1`, and refuses all else.

The JSON Schema of the form lies in `schema/decisions-1.json`.
"""

import json
from collections.abc import Iterable
from datetime import date
from importlib.resources import files

from audit.decide.json_reader import JsonObject
from audit.errors import ConfigError
from audit.model.decision import (
    Action,
    Covered,
    Decision,
    Decisions,
    NameAsked,
    Reach,
    Target,
    TargetKind,
)
from audit.model.names import Basis, Kind
from audit.model.suppression import Reason

SCHEMA_ID = "mtaudit/decisions/1"
"""Version of the form. 1: first form (0.2)."""

MAX_BYTES = 64 * 1024 * 1024
"""Ceiling on a decisions file; one decision takes a few hundred bytes."""


def schema_text() -> str:
    """The JSON Schema of decisions.json, as committed."""
    return (files("audit.decide") / "schema" / "decisions-1.json").read_text("utf-8")


def read_decisions(content: bytes, name: str) -> Decisions:
    """The decisions in `content`, in order of their targets; `name` names the file in messages.

    Raises `ConfigError` for anything that is not understood, and for two decisions on one target
    that differ; the same decision twice is one.
    """
    top = JsonObject.of(_parsed(content, name), name)
    schema = top.values.get("schema")
    if schema != SCHEMA_ID:
        found = f"“{schema}”" if isinstance(schema, str) else "none"
        raise top.error(f"this is no {SCHEMA_ID} file: its schema is {found:.80}")
    top.only("schema", "report", "decisions")
    report = top.maybe_inner("report")
    if report:
        report.only("id", "signature")
    return Decisions(
        report=(report and report.maybe_text("id", empty=True)) or "",
        signature=(report and report.maybe_text("signature", empty=True)) or "",
        decisions=_one_each(map(_decision, top.objects("decisions", "decision")), name),
    )


def _parsed(content: bytes, name: str) -> object:
    if len(content) > MAX_BYTES:
        raise ConfigError(f"{name}: larger than {MAX_BYTES} bytes")
    try:
        return json.loads(content.decode("utf-8-sig"), object_pairs_hook=_without_repetition)
    except UnicodeDecodeError as fault:
        raise ConfigError(f"{name}: byte {fault.start} is not UTF-8") from None
    except json.JSONDecodeError as fault:
        raise ConfigError(f"{name}:{fault.lineno}:{fault.colno}: not JSON: {fault.msg}") from None
    except (RecursionError, ValueError) as fault:
        raise ConfigError(f"{name}: not usable JSON: {str(fault) or 'nested too deeply'}") from None


def _without_repetition(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object, refused where a key stands twice: nobody could say which value was meant."""
    made = dict(pairs)
    if len(made) < len(pairs):
        twice = next(key for key, _ in pairs if [k for k, _ in pairs].count(key) > 1)
        raise ValueError(f"the key “{twice}” stands twice in one object")
    return made


def _one_each(decisions: Iterable[Decision], name: str) -> tuple[Decision, ...]:
    found: dict[Target, Decision] = {}
    for one in decisions:
        if found.setdefault(one.target, one) != one:
            first = found[one.target]
            raise ConfigError(
                f"{name}: two decisions on {one.target}: {_in_words(first)} and {_in_words(one)}"
            )
    return tuple(found[target] for target in sorted(found))


def _in_words(decision: Decision) -> str:
    """A decision in a message: what it does, and with which form."""
    form = f" “{decision.form}”" if decision.form else ""
    return f"{decision.action} ({decision.reach}){form}"


def _decision(entry: JsonObject) -> Decision:
    entry.only("target", "action", "scope", "form", "reason", "note", "author", "time", "until",
               "name", "covers")  # fmt: skip
    target = entry.inner("target").only("kind", "id")
    made = Decision(
        target=Target(target.one_of("kind", TargetKind), target.text("id")),
        action=entry.one_of("action", Action),
        reach=entry.one_of("scope", Reach),
        form=entry.maybe_text("form", empty=True),
        reason=entry.maybe_one_of("reason", Reason),
        note=entry.maybe_text("note"),
        author=entry.maybe_text("author"),
        time=entry.maybe_text("time"),
        until=_day(entry),
        name=_name(entry.maybe_inner("name")),
        covers=tuple(_covered(one) for one in entry.objects("covers", "covered finding")),
    )
    _check_whole(made, entry)
    return made


def _day(entry: JsonObject) -> str | None:
    day = entry.maybe_text("until")
    if day is not None:
        try:
            if date.fromisoformat(day).isoformat() != day:
                raise ValueError
        except ValueError:
            raise entry.error(
                f"“until” must be a day such as 2026-01-31, not {day!r:.40}"
            ) from None
    return day


def _name(entry: JsonObject | None) -> NameAsked | None:
    if entry is None:
        return None
    entry.only("record", "kind", "lang", "proposed", "basis", "forms", "departing")
    return NameAsked(
        kind=entry.one_of("kind", Kind),
        lang=entry.text("lang"),
        proposed=entry.text("proposed"),
        basis=entry.one_of("basis", Basis),
        forms=entry.texts("forms"),
        departing=entry.texts("departing"),
        record=entry.maybe_text("record"),
    )


def _covered(entry: JsonObject) -> Covered:
    entry.only("fingerprint", "rule", "document", "text")
    return Covered(
        fingerprint=entry.text("fingerprint"),
        rule=entry.text("rule"),
        document=entry.passage("document"),
        text=entry.passage("text"),
    )


def _check_whole(made: Decision, entry: JsonObject) -> None:
    """Refuse a decision whose parts do not go together."""
    house = made.reach is Reach.HOUSE
    if made.action.suppresses:
        if house:
            raise entry.error(f"{made.action} lets findings stand; it has no scope “house”")
        if made.target.kind is TargetKind.NAME and made.reach is Reach.FINDING:
            raise entry.error("what is said of a name covers findings: its scope is “feed”")
        if made.reach is Reach.FINDING and [one.fingerprint for one in made.covers] not in (
            [],
            [made.target.id],
        ):
            raise entry.error("scope “finding” covers the finding itself and no other")
        if not made.covers:
            raise entry.error(f"{made.action} needs the findings it lets stand, in “covers”")
        if made.action is Action.REJECT and made.reason in (None, Reason.ALLOWED):
            raise entry.error("reject needs a “reason”: false-alarm, quotation or other")
    if made.action is Action.ALLOW_VARIANT and not house:
        raise entry.error("allow-variant is a matter of house style: its scope is “house”")
    if house and (made.name is None or not made.form):
        raise entry.error("scope “house” needs “name” and “form”")
    if made.action in (Action.CHOOSE, Action.TYPE) and made.form is None:
        raise entry.error(f"{made.action} needs a “form”")
    if made.target.kind is TargetKind.NAME and made.action.settles and not house:
        raise entry.error("the form of a name is a matter of house style: its scope is “house”")
