"""One spelling for the looks of a text, character by character, so that offsets stay."""

import re
import unicodedata

_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")
_MIDDLE_DOT = re.compile(r"(?<=\d)[・·](?=\d)")
"""Between digits it is the decimal point of upright East Asian text."""

_WIDE_COMMA = re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")
"""Before three digits it divides thousands, elsewhere clauses."""

_LOOKS = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2009\u202f\u2007\u2002\u2003\u3000\t", " "),
        **dict.fromkeys("’ʼ`‘´＇", "'"),
        **dict.fromkeys("‐\u2011−－", "-"),
        **dict.fromkeys("–—―", "–"),
        **dict.fromkeys("～〜", "~"),
        **dict.fromkeys("أإآ", "ا"),
        "ё": "е",
        "ة": "ه",
        "٫": ".",
        "٬": ",",
        "．": ".",
        "：": ":",
        "％": "%",
        "٪": "%",
        "／": "/",
        "＄": "$",
        "￥": "¥",
    }
)


def fold(text: str) -> str:
    """`text` with digits of all scripts as 0-9, in lower case, blanks and marks alike.

    The result is as long as `text`, and every character stands where it stood.
    """
    if text.isascii():
        return text.lower().replace("\t", " ")
    if _FOREIGN_DIGIT.search(text):
        text = _FOREIGN_DIGIT.sub(lambda found: str(unicodedata.decimal(found[0])), text)
    text = _WIDE_COMMA.sub(",", _MIDDLE_DOT.sub(".", text))
    # The one letter that lower case makes two of.
    return text.replace("İ", "i").lower().translate(_LOOKS)
