"""Carries decisions of house style into the text of a publisher's names file."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from audit.authority.names_file import KINDS, parse
from audit.authority.renaming import moved, rename
from audit.decide.effects import Stale
from audit.decide.suppressions_text import plain
from audit.decide.toml_text import TomlText
from audit.errors import ConfigError
from audit.model.authority import Authority, NameRecord
from audit.model.decision import Action, Decision, NameAsked
from audit.model.names import Kind
from audit.model.text import UNKNOWN_LANGUAGE
from audit.text.fold import roman

LISTS = ("allowed", "other", "former", "forbidden", "near_only")
"""Fields of a record that hold forms beside the canonical one and the short ones."""

LONGEST_ID = 40
"""Characters of an id that is made of a name."""

WEAK_LAYERS = ("built-in", "profile:")
"""Beginnings of the layers that are not the publisher's own."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Settled:
    """What must be in force once the file is written: a canonical or an allowed form."""

    record: str
    form: str
    allowed: bool


class NamesText:
    """The text of a names file, to which decisions are added one by one.

    `in_force` are the names with the file as it is, `below` those without it: what a record of the
    file does not set, it takes over from there.
    """

    def __init__(self, text: str, name: str, in_force: Authority, below: Authority) -> None:
        self._name = name
        self._toml = TomlText(text, "name", name)
        drafts = parse(text.encode(), name).drafts
        self._numbers = {draft.id: number for number, draft in enumerate(drafts)}
        self._records = {record.id: record for record in reversed(in_force.records)}
        self._below = {record.id: record for record in reversed(below.records)}
        defaults = tomllib.loads(text).get("defaults", {})
        self._lang = defaults.get("lang")
        self.settled: dict[str, Settled] = {}

    @property
    def text(self) -> str:
        """The text as it is now."""
        return self._toml.text

    def carry_out(self, decision: Decision) -> Stale | None:
        """Add one decision of house style, or tell why the file says otherwise already.

        Raises `ConfigError` where it contradicts the file or a decision before it.
        """
        name, form = decision.name, plain(decision.form or "")
        if name is None or not form:
            raise ConfigError(f"{decision.target}: house style needs a name and a form")
        record = self._record_of(decision, name, form)
        settled = Settled(record.id if record else "", form, _allows(decision))
        if record is None:
            settled = replace(settled, record=self._add(decision, name, form))
        elif earlier := self._earlier(settled):
            raise ConfigError(
                f"two decisions on the name “{record.id}”: “{earlier.form}” and “{form}” "
                f"({decision.target})"
            )
        elif stale := self._contradicted(record, decision, name, form):
            return stale
        elif settled.allowed:
            self._allow(record, decision, form)
        else:
            self._rename(record, decision, form)
        self.settled[f"{settled.record} {settled.form if settled.allowed else ''}"] = settled
        return None

    def _earlier(self, settled: Settled) -> Settled | None:
        """A decision carried out before that settles the same name otherwise."""
        held = None if settled.allowed else self.settled.get(f"{settled.record} ")
        return held if held and held.form != settled.form else None

    def _record_of(self, decision: Decision, name: NameAsked, form: str) -> NameRecord | None:
        """The record a decision is about: the report's, else one of the file with its forms."""
        if name.record in self._records:
            return self._records[name.record]
        spot = (name.lang.partition("-")[0], name.kind)
        meant = {form, plain(name.proposed)}
        found = [
            record
            for id_ in self._numbers
            if (record := self._records[id_])
            and (record.lang, record.kind) == spot
            and meant & {record.canonical, *record.allowed, *record.other, *record.forbidden}
        ]
        if len(found) > 1:
            ids = " and ".join(f"“{one.id}”" for one in found)
            raise ConfigError(f"{decision.target}: the names {ids} of {self._name} both fit")
        return found[0] if found else None

    def _contradicted(
        self, record: NameRecord, decision: Decision, name: NameAsked, form: str
    ) -> Stale | None:
        """Why a publisher's record stands against a decision.

        A form that is forbidden is an error; a canonical form that the report had not seen means
        that somebody else decided in the meantime.
        """
        if record.layer.startswith(WEAK_LAYERS) or record.canonical == form:
            return None
        if form in record.forbidden:
            raise ConfigError(
                f"{decision.target}: “{form}” is forbidden in name “{record.id}” of {record.layer}"
            )
        if not _allows(decision) and record.canonical != plain(name.proposed):
            why = f"name “{record.id}” of {record.layer} says “{record.canonical}” already"
            return Stale(decision.target, why)
        return None

    def _add(self, decision: Decision, name: NameAsked, form: str) -> str:
        """Write a record of its own, and give its id."""
        lang = name.lang.partition("-")[0]
        if name.kind is Kind.NAME or name.kind not in KINDS:
            raise ConfigError(
                f"{decision.target}: say what “{form}” names: {', '.join(KINDS)} "
                "(“kind” of the name)"
            )
        if lang == UNKNOWN_LANGUAGE:
            raise ConfigError(f"{decision.target}: the language of “{form}” is not known")
        canonical = plain(name.proposed) if _allows(decision) else form
        allowed = (form,) if _allows(decision) and form != canonical else ()
        taken = {
            each
            for id_ in self._numbers
            if (held := self._records[id_]) and (held.lang, held.kind) == (lang, name.kind)
            for each in (held.canonical, *held.allowed, *held.other, *held.former, *held.forbidden)
        }
        other = tuple(
            each for each in _others(name, canonical) if each not in taken and each not in allowed
        )
        id_ = self._new_id(canonical)
        record = NameRecord(id_, name.kind, canonical, lang, allowed=allowed, other=other)
        self._write(record, decision, ("kind", "lang", "canonical", "allowed", "other"))
        return id_

    def _rename(self, record: NameRecord, decision: Decision, form: str) -> None:
        """Make `form` the canonical form of a record."""
        if record.id not in self._numbers:
            if record.canonical != form or record.layer.startswith(WEAK_LAYERS):
                self._write(rename(record, form), decision, ("canonical",))
            return
        if record.canonical == form:
            return
        number, old = self._numbers[record.id], record.canonical
        self._keep_as_other(record, number, old)
        for key in LISTS:
            held = self._toml.texts(number, key)
            if held and form in held:
                self._toml.set_texts(number, key, [one for one in held if one != form])
        self._toml.set_text(number, "canonical", form)
        short = self._toml.texts(number, "short")
        if short:
            new = dict.fromkeys(moved(one, old, form) for one in short)
            self._toml.set_texts(number, "short", [one for one in new if one != form])
        self._explain(number, decision)
        self._records[record.id] = replace(rename(record, form), layer=self._name)

    def _keep_as_other(self, record: NameRecord, number: int, old: str) -> None:
        """List the form that was given up, unless a record below or a field knows it."""
        below = self._below.get(record.id)
        inherited = () if below is None else (below.canonical, *below.other, *below.allowed)
        held = self._toml.texts(number, "other")
        if (held is None and old in inherited) or any(
            old in (self._toml.texts(number, key) or ()) for key in LISTS
        ):
            return
        known = held if held is not None else below.other if below else ()
        self._toml.set_texts(number, "other", [*known, old])

    def _allow(self, record: NameRecord, decision: Decision, form: str) -> None:
        """Let `form` stand beside the canonical form of a record."""
        if form == record.canonical or form in record.allowed:
            return
        made = replace(
            record,
            allowed=(*record.allowed, form),
            short=tuple(one for one in record.short if one != form),
            other=tuple(one for one in record.other if one != form),
            former=tuple(one for one in record.former if one != form),
        )
        if record.id not in self._numbers:
            self._write(made, decision, ("allowed",))
            return
        number = self._numbers[record.id]
        for key in ("short", "other", "former"):
            held = self._toml.texts(number, key)
            if held and form in held:
                self._toml.set_texts(number, key, [one for one in held if one != form])
        self._toml.set_texts(number, "allowed", made.allowed)
        self._explain(number, decision)
        self._records[record.id] = made

    def _write(self, record: NameRecord, decision: Decision, keys: Iterable[str]) -> None:
        """Add an entry with those `keys` of `record` that say something."""
        values: list[tuple[str, str | tuple[str, ...]]] = [("id", record.id)]
        for key in keys:
            value = getattr(record, key)
            if key == "lang" and value == (self._lang or "en"):
                continue
            if value:
                values.append((key, value if isinstance(value, tuple) else str(value)))
        self._toml.add([*values, *_grounds(decision)])
        self._numbers[record.id] = len(self._toml) - 1
        self._records[record.id] = replace(record, layer=self._name)

    def _explain(self, number: int, decision: Decision) -> None:
        for key, value in _grounds(decision):
            self._toml.set_text(number, key, value)

    def _new_id(self, canonical: str) -> str:
        """An id for a new record: its name in plain letters, with a number where that is taken."""
        base = re.sub(r"[^a-z0-9]+", "-", roman(canonical))[:LONGEST_ID].strip("-") or "name"
        taken = self._records.keys() | self._numbers.keys()
        tried = [base, *(f"{base}-{number}" for number in range(2, len(taken) + 3))]
        return next(one for one in tried if one not in taken)


def _allows(decision: Decision) -> bool:
    return decision.action is Action.ALLOW_VARIANT


def _others(name: NameAsked, canonical: str) -> tuple[str, ...]:
    """The forms that a new record must list to be known by them.

    A single word may be somebody else's name as well ("Hasan" for Khasan). It is listed only where
    the canonical form stands nowhere in the texts, for then nothing else would lead from what was
    met to the record.
    """
    met = canonical in map(plain, name.forms)
    forms = dict.fromkeys(map(plain, (name.proposed, *name.departing)))
    return tuple(form for form in forms if form != canonical and (" " in form or not met))


def _grounds(decision: Decision) -> list[tuple[str, str]]:
    """Why, and on whose word: the fields of a record that say it."""
    day = _DAY.match(decision.time or "")
    word = ", ".join(filter(None, (plain(decision.author or ""), day[0] if day else "")))
    pairs = (("note", plain(decision.note or "")), ("reference", word))
    return [(key, value) for key, value in pairs if value]
