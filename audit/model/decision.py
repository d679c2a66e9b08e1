"""What an editor decided on a report: the nouns of `decisions.json`."""

from dataclasses import dataclass, field
from enum import StrEnum

from audit.model.names import Basis, Kind
from audit.model.suppression import Reason


class TargetKind(StrEnum):
    """What a decision is about."""

    FINDING = "finding"
    NAME = "name"


class Action(StrEnum):
    """What was decided."""

    ACCEPT = "accept"
    """Take the form or the change that the report proposes."""
    CHOOSE = "choose"
    """Take another form that was met, or another change that was offered."""
    TYPE = "type"
    """Take a form of the editor's own."""
    ALLOW_VARIANT = "allow-variant"
    """Take the form for as good as the canonical one, from now on."""
    ALLOW_HERE = "allow-here"
    """Leave the passage as it is; it says nothing of other places."""
    REJECT = "reject"
    """There is nothing to correct, for a reason."""

    @property
    def settles(self) -> bool:
        """Whether the action names a form to use."""
        return self in (Action.ACCEPT, Action.CHOOSE, Action.TYPE)

    @property
    def suppresses(self) -> bool:
        """Whether the action lets findings stand."""
        return self in (Action.ALLOW_HERE, Action.REJECT)


class Reach(StrEnum):
    """How far a decision goes."""

    FINDING = "finding"
    """This finding alone."""
    FEED = "feed"
    """All that the decision covers in this feed."""
    HOUSE = "house"
    """House style: every text from now on."""


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """What a decision is about: a finding by fingerprint, or a name by the id of its entity."""

    kind: TargetKind
    id: str

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


@dataclass(frozen=True, slots=True)
class Covered:
    """One finding that a decision covers, as its report had it."""

    fingerprint: str
    rule: str
    document: str
    text: str


@dataclass(frozen=True, slots=True)
class NameAsked:
    """The name a decision is about, as its report had it.

    `record` is the record of the names authority it belongs to, if any; `kind` is what the editor
    says it names where the report could not tell. `forms` are all spellings that were met,
    `departing` those that depart from `proposed`.
    """

    kind: Kind
    lang: str
    proposed: str
    basis: Basis
    forms: tuple[str, ...]
    departing: tuple[str, ...] = ()
    record: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision.

    `form` is the form or the text that is to stand, for actions that settle one; for
    `allow-variant`, the form that is allowed. `name` is set where the decision is about a name,
    `reason` where it is a rejection. `time` is whatever the editor's program wrote; nothing
    depends on it.
    """

    target: Target
    action: Action
    reach: Reach
    form: str | None = None
    reason: Reason | None = None
    note: str | None = None
    author: str | None = None
    time: str | None = None
    until: str | None = None
    name: NameAsked | None = None
    covers: tuple[Covered, ...] = ()


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions on one report, in the order of their targets.

    `report` identifies the texts that were audited, `signature` the settings; both may be empty.
    """

    report: str = ""
    signature: str = ""
    decisions: tuple[Decision, ...] = field(default=())
