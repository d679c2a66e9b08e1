"""Which stretches of a text are words, and not addresses, handles or hashtags."""

import re
from functools import lru_cache

from audit.detect.gate import Gate

_DOMAINS = (
    *("com", "org", "net", "info", "gov", "edu"),
    *("ru", "ua", "рф", "укр", "de", "fr", "cn", "jp"),
)
# A search from within a run of letters and points finds nothing that one from its start does not:
# left out, it would make the time grow with the square of the run.
_NO_WORDS = re.compile(
    r"(?:https?://|www\.)\S+"  # addresses of pages
    rf"|(?<!\w[.-])\b[\w.-]+\.(?:{'|'.join(_DOMAINS)})\b(?:/\S*)?"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+"  # addresses of mail
    r"|[@#＃]\w+"  # handles and hashtags
)


def words_only(text: str) -> str:
    """`text` with addresses, handles and hashtags blanked out, letter by letter."""
    if not _SIGNS.lets(text):
        return text
    return _NO_WORDS.sub(lambda found: " " * len(found[0]), text)


_SIGNS = Gate("@", "#", "＃", "://", "www.", *(f".{domain}" for domain in _DOMAINS))
_ENTITY = re.compile(r"&#?\w{2,8};")


@lru_cache(4)
def prose_only(text: str) -> str:
    """`text` with addresses, handles, hashtags and character references filled up with capitals.

    For rules on the marks between words: a place that was filled is a word with no mark in it.
    Several rules ask for the same document, one after another.
    """
    if "&" in text:
        text = _ENTITY.sub(lambda found: "X" * len(found[0]), text)
    return _NO_WORDS.sub(_filling, text) if _SIGNS.lets(text) else text


def _filling(found: re.Match[str]) -> str:
    """As many letters as there were characters; a mark at the end stays."""
    kept = len(found[0].rstrip(".,;:!?)"))
    return "X" * kept + found[0][kept:]
