"""Language tags as inputs write them, brought to one shape."""

import re
from functools import lru_cache

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")


@lru_cache(maxsize=256)
def language_tag(written: str) -> str | None:
    """The BCP 47 tag that `written` is ("en_us" gives "en-US"), or None where it is none.

    Subtags get the case that RFC 5646, section 2.1.1, recommends: "zh-Hant-TW".
    """
    written = written.strip()
    if not _TAG.fullmatch(written):
        return None
    primary, *others = re.split("[-_]", written)
    return "-".join((primary.lower(), *(_cased(subtag) for subtag in others)))


def _cased(subtag: str) -> str:
    """A subtag after the first in its usual case: regions have two letters, scripts four."""
    if len(subtag) == 2:
        return subtag.upper()
    return subtag.title() if len(subtag) == 4 and subtag.isalpha() else subtag.lower()
