"""What decisions do: which findings they let stand, and which they leave to be corrected."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from audit.decide.suppressions_text import plain, shortened
from audit.model.decision import Decision, Reach, Target, TargetKind
from audit.model.suppression import Reason, Suppression


@dataclass(frozen=True, slots=True)
class Known:
    """What a report holds: the fingerprints of its findings and the ids of its entities."""

    findings: frozenset[str]
    entities: frozenset[str]


@dataclass(frozen=True, slots=True)
class Stale:
    """A decision, or a part of it, that is not carried out, and why not."""

    target: Target
    why: str

    def __str__(self) -> str:
        return f"{self.target}: {self.why}"


def current(
    decisions: Iterable[Decision], known: Known | None
) -> tuple[tuple[Decision, ...], tuple[Stale, ...]]:
    """The decisions whose target `known` holds, with the findings it holds; the rest is stale.

    Without a report to compare with, all are current.
    """
    if known is None:
        return tuple(decisions), ()
    kept: list[Decision] = []
    stale: list[Stale] = []
    for one in decisions:
        held = known.findings if one.target.kind is TargetKind.FINDING else known.entities
        if one.target.id not in held:
            stale.append(Stale(one.target, "not in this report"))
            continue
        covers = tuple(each for each in one.covers if each.fingerprint in known.findings)
        gone = len(one.covers) - len(covers)
        if gone:
            stale.append(Stale(one.target, f"{gone} of its findings are not in this report"))
        kept.append(replace(one, covers=covers))
    return tuple(kept), tuple(stale)


def suppressions(
    decisions: Iterable[Decision], held: Iterable[Suppression]
) -> tuple[tuple[Suppression, ...], tuple[Stale, ...]]:
    """The suppressions to add to those `held`, in order of fingerprint, and what is stale.

    What is said of one finding goes before what is said of many. A finding that is suppressed
    already for another reason stays so.
    """
    ordered = sorted(
        (one for one in decisions if one.action.suppresses),
        key=lambda one: (one.target.kind is not TargetKind.FINDING, one.reach, one.target),
    )
    before = {one.fingerprint: one for one in held}
    added: dict[str, Suppression] = {}
    stale: list[Stale] = []
    for decision in ordered:
        for made in _made(decision):
            old = before.get(made.fingerprint)
            if old is None:
                added.setdefault(made.fingerprint, made)
            elif old.reason is not made.reason:
                why = f"{made.fingerprint} is suppressed already as “{old.reason}”"
                stale.append(Stale(decision.target, why))
    return tuple(added[key] for key in sorted(added)), tuple(stale)


def corrections(decisions: Iterable[Decision]) -> Mapping[str, str | None]:
    """What is to stand in the place of single findings, by fingerprint; None where nobody said.

    An empty text takes the passage out. Articles are not written here.
    """
    return {
        one.target.id: one.form
        for one in decisions
        if one.target.kind is TargetKind.FINDING and one.action.settles
        if one.reach is not Reach.HOUSE
    }


def _made(decision: Decision) -> Iterator[Suppression]:
    """One suppression for each finding that a decision lets stand."""
    for one in decision.covers:
        document = plain(one.document)
        yield Suppression(
            fingerprint=one.fingerprint,
            rule=one.rule,
            text=shortened(one.text),
            reason=decision.reason or Reason.ALLOWED,
            document=document if document and document == one.document else None,
            note=plain(decision.note) if decision.note else None,
            author=plain(decision.author) if decision.author else None,
            until=decision.until,
        )
