"""Code points to UTF-16 code units: Python counts the former, the page's script the latter."""

from bisect import bisect_left

BMP_END = "\uffff"
"""Last character that takes one unit; those after it take two."""


class Units:
    """Converts offsets in one text; free of cost where no character is outside the BMP."""

    __slots__ = ("_astral",)

    def __init__(self, text: str) -> None:
        wide = bool(text) and max(text) > BMP_END
        self._astral = [i for i, char in enumerate(text) if char > BMP_END] if wide else []

    def __call__(self, at: int) -> int:
        """The UTF-16 offset of code point `at`."""
        return at + bisect_left(self._astral, at) if self._astral else at
