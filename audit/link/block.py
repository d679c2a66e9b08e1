"""Blocking: which pairs of forms are worth comparing.

Every true pair shares some key; the cost stays near-linear because keys are narrow and a key that
too many forms share is passed over.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from audit.link.forms import NameForm
from audit.text.fold import squeeze
from audit.text.skeleton import consonants, skeleton

CROWDED = 400
"""Forms under one key beyond which it tells nothing; equal words still meet by their other keys."""
DELETE_FROM = 3
"""Consonants from which on a key with one of them left out is made, to bridge a lost consonant."""


def candidates(forms: Sequence[NameForm]) -> Iterator[tuple[int, int]]:
    """Pairs of indices into `forms`, each once, the earlier form first."""
    blocks = defaultdict[tuple[str, str], list[int]](list)
    for index, form in enumerate(forms):
        for key in keys(form):
            blocks[form.lang, key].append(index)
    seen = set[tuple[int, int]]()
    for block in blocks.values():
        if len(block) > CROWDED:
            continue
        for place, one in enumerate(block):
            for other in block[place + 1 :]:
                if (one, other) not in seen:
                    seen.add((one, other))
                    yield one, other


def keys(form: NameForm) -> set[str]:
    """The keys of a form: its letters run together, and the sound of each of its parts."""
    joined = squeeze(form.text)
    found = {"=" + joined, "+" + consonants(joined)}
    for part in form.parts:
        sound = consonants(part)
        found |= {sound, "~" + skeleton(part)[:4]}
        if len(sound) >= DELETE_FROM:
            found |= {sound[:i] + sound[i + 1 :] for i in range(len(sound))}
    return found
