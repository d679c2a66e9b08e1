"""What was decided by now: a name that waited in an old record may be settled since."""

from dataclasses import dataclass
from pathlib import Path

from audit.authority import load as load_authority
from audit.config.schema import Config
from audit.config.suppressions import load as load_suppressions
from audit.model.names import Basis
from audit.model.trend import NameSeen

BUILT_IN = "built-in"
"""The layer of names that nobody decided on here."""


@dataclass(frozen=True, slots=True)
class Decided:
    """Names that the publisher's files or the profile settle, and findings that are let stand.

    `records` are ids of the names authority, `forms` spellings in small letters, `let_stand`
    fingerprints.
    """

    records: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    let_stand: frozenset[str] = frozenset()

    def settles(self, seen: NameSeen) -> bool:
        """Whether nobody need decide on the name any more."""
        if seen.basis is Basis.STYLE or seen.record in self.records:
            return True
        texts = (seen.canonical, *(text for text, _ in seen.departing))
        if any(text.casefold() in self.forms for text in texts):
            return True
        return bool(seen.findings) and self.let_stand.issuperset(seen.findings)


def decided(config: Config) -> Decided:
    """What the names files, the profile and the suppressions of `config` say today.

    Raises `ConfigError` for a file that cannot be used.
    """
    authority = load_authority(
        [Path(path) for path in config.authority], config.profile, config.builtin_authority
    )
    own = [one for one in authority.records if one.layer != BUILT_IN]
    suppressed = load_suppressions(Path(config.suppressions)) if config.suppressions else ()
    return Decided(
        records=frozenset(one.id for one in own),
        forms=frozenset(
            text.casefold()
            for one in own
            for text in (one.canonical, *one.short, *one.allowed, *one.other, *one.forbidden)
        ),
        let_stand=frozenset(one.fingerprint for one in suppressed),
    )
