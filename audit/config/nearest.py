"""The known word that was probably meant by an unknown one."""

import difflib
from collections.abc import Iterable

CUTOFF = 0.5
"""Similarity (0..1, `difflib`) below which a suggestion confuses more than it helps: "fial-on" and
"failon" find "fail-on", "colour" finds nothing among the keys."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of `known` that is most like `word` in any letter case; None where none is near."""
    folded = {one.casefold(): one for one in known}
    near = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=CUTOFF)
    return folded[near[0]] if near else None


def hint(word: str, known: Iterable[str], otherwise: str | None = None) -> str:
    """The end of a message about an unknown `word`: `; did you mean “X”?`.

    Where nothing is near it is `otherwise`, or else the list of all that is known.
    """
    words = tuple(dict.fromkeys(known))
    near = nearest(word, words)
    if near is not None:
        return f"; did you mean “{near}”?"
    if otherwise is None:
        otherwise = f"known are {', '.join(words)}" if words else ""
    return f"; {otherwise}" if otherwise else ""
