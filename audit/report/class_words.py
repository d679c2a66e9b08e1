"""Numbers of findings and other things in words."""

from collections.abc import Mapping

from audit.model.finding import FindingClass

CLASS_WORDS: Mapping[FindingClass, tuple[str, str]] = {
    FindingClass.ERROR: ("error", "errors"),
    FindingClass.QUERY: ("query", "queries"),
    FindingClass.CHROME: ("page residue", "page residues"),
    FindingClass.INFO: ("remark", "remarks"),
}
"""One and several findings of each class, the gravest class first."""


def counted(number: int, one: str, many: str) -> str:
    """A number and what it counts: `1 error`, `1,200 errors`."""
    return f"{number:,} {one if number == 1 else many}"
