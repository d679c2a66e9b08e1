"""From the labels of pieces of words, seen through overlapping windows, to labelled stretches.

A model that reads at most 512 pieces at a time sees a long text through windows that overlap. Each
piece is believed in the window in which it lies farthest from a cut, where most of its context
stands. Nothing here knows a model: pieces are places with labels.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.neural.base import Stretch


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a word: `text[start:end]` with its label ("B-PER", "I-PER", "PER", "O")."""

    start: int
    end: int
    label: str


OUTSIDE = "O"


def joined(windows: Sequence[Sequence[Piece]]) -> list[Piece]:
    """The pieces of all windows in order of place, each once.

    Windows come in order of place and cover the text; pieces that two of them hold are the same
    places in both.
    """
    best: dict[tuple[int, int], tuple[int, Piece]] = {}
    last = len(windows) - 1
    for number, window in enumerate(windows):
        for index, piece in enumerate(window):
            before = index if number > 0 else len(window)
            after = len(window) - 1 - index if number < last else len(window)
            depth = min(before, after)
            known = best.get((piece.start, piece.end))
            if known is None or depth > known[0]:
                best[piece.start, piece.end] = depth, piece
    return [best[place][1] for place in sorted(best)]


def stretches(text: str, pieces: Sequence[Piece]) -> Iterator[Stretch]:
    """The labelled stretches of `text`, in order and apart, none cutting a word of letters.

    The first piece of a word speaks for all of it. BIO, IO and BILOU labels are understood; a
    stretch ends where the label changes, and before "B-", "S-" and "U-".
    """
    start = end = 0
    current = OUTSIDE
    for word in _words(text, pieces):
        prefix, kind = _parted(word.label)
        goes_on = kind == current and kind != OUTSIDE and prefix not in ("B", "S", "U")
        if goes_on and not text[end : word.start].strip(" \u00a0-‐‑–.'’·・&/"):
            end = word.end
            continue
        if current != OUTSIDE:
            yield Stretch(start, end, current)
        start, end, current = word.start, word.end, kind
    if current != OUTSIDE:
        yield Stretch(start, end, current)


def _parted(label: str) -> tuple[str, str]:
    """The prefix and kind of a label: B-PER -> B, PER; PER -> "", PER."""
    if label[1:2] == "-" and label[0] in "BILESU":
        return label[0], label[2:]
    return "", label


def _words(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces put together to words, each with the label of its first piece.

    In scripts without blanks a piece is as good as a word: only pieces of alphabets are joined.
    """
    word: Piece | None = None
    for piece in pieces:
        if piece.start == piece.end:
            continue
        if word and word.end == piece.start and _within_word(text, piece.start):
            word = Piece(word.start, piece.end, word.label)
            continue
        if word:
            yield word
        word = piece
    if word:
        yield word


def _within_word(text: str, at: int) -> bool:
    """Whether a word goes on across `at`: letters of an alphabet, or marks, on both sides."""
    return _alphabetic(text[at - 1]) and _alphabetic(text[at])


def _alphabetic(char: str) -> bool:
    """A letter, digit or mark of a script whose words are parted by blanks."""
    return (char.isalnum() or "\u0300" <= char <= "\u036f") and not "\u2e80" <= char <= "\ua4cf"
