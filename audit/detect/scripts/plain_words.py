"""Which stretches of a text are words, and not addresses, handles or hashtags."""

import re

_NO_WORDS = re.compile(
    r"(?:https?://|www\.)\S+"  # addresses of pages
    r"|\b[\w.-]+\.(?:com|org|net|info|gov|edu|ru|ua|рф|укр|de|fr|cn|jp)\b(?:/\S*)?"
    r"|[\w.+-]+@[\w-]+\.[\w.-]+"  # addresses of mail
    r"|[@#＃]\w+"  # handles and hashtags
)


def words_only(text: str) -> str:
    """`text` with addresses, handles and hashtags blanked out, letter by letter."""
    if not _SIGNS.search(text):
        return text
    return _NO_WORDS.sub(lambda found: " " * len(found[0]), text)


_SIGNS = re.compile(r"[@#＃/]|www\.|\.\w")
