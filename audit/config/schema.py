"""The configuration: one frozen value, parsed once and handed down."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class LinkScope(StrEnum):
    """Over what names are linked: all inputs together, or each document by itself."""

    FEED = "feed"
    DOCUMENT = "document"


class FailOn(StrEnum):
    """The lightest finding that makes `check` exit 1; heaviest first."""

    CRITICAL = "critical"
    MAJOR = "major"
    ERROR = "error"
    QUERY = "query"
    CHROME = "chrome"
    INFO = "info"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Config:
    """What the user set; every field has the default that applies without a configuration file.

    `authority` are paths of the publisher's own names files, strongest first. `select` and
    `ignore` name rules, families ("NAM") or rule names; an empty `select` means all rules that are
    on by default. `rule_options` are the settings of single rules by rule id, already typed.
    """

    lang: str | None = None
    profile: str | None = None
    authority: tuple[str, ...] = ()
    builtin_authority: bool = True
    scope: LinkScope = LinkScope.FEED
    fail_on: FailOn = FailOn.ERROR
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    jobs: int = 1
    rule_options: Mapping[str, Any] = field(default_factory=dict)
