"""The lines that pages print around an article, by language, read from `data/<lang>.toml`.

Residue keeps the language of the page or takes that of the translation, so the lines of all
languages are looked up in any text. A file has one table for each `Kind`:

* `lines` are residue wherever they are a whole line;
* `weak` are residue only in company: a heading may be "Comments", too;
* `leads` are residue also with a colon and the title of another article behind them.

Entries are written as people write them, without end punctuation: `(a|b)` is a choice, `[a|b]` an
optional choice, `#` a number, and `*` stands for one to four words.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import product
from typing import Any

from audit.tables import kept, read_table


class Kind(StrEnum):
    """What a line of residue was for on its page."""

    RELATED = "related"
    SHARE = "share"
    COMMENT = "comment"
    SUBSCRIBE = "subscribe"
    NAVIGATE = "navigate"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a line: its kind, whether it counts only in company."""

    kind: Kind
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All known lines by their key, and those with a `*` as patterns over keys, by first word.

    `first_words` are those of both, without apostrophes at their end.
    """

    lines: dict[str, Entry]
    patterns: dict[str, tuple[tuple[str, Entry], ...]]
    leads: dict[str, Entry]
    homes: frozenset[str]
    first_words: frozenset[str]

    def may_begin(self, line: str) -> bool:
        """Whether a known line begins with the first word of `line`, or it has none."""
        first = _FIRST_WORD.match(line)
        return first is None or _first_of(first[0]) in self.first_words

    def entry(self, key: str) -> Entry | None:
        """What is known of the line with this key."""
        known = self.lines.get(key)
        if known:
            return known
        first = key.partition(" ")[0]
        for pattern, entry in self.patterns.get(first, ()):
            if re.fullmatch(pattern, key):
                return entry
        return None


_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "‘": "'"})
_FIRST_WORD = re.compile(r"[\W_]*[^\W_]\S*")
_WORDS = 1 << 12
"""First words of lines that are remembered."""

_NUMBER = re.compile(r"\d+")
_NO_WORD = re.compile(r"[^\w'#*]+|_+")
_NO_WORD_OR_CHOICE = re.compile(r"[^\w'#*()\[\]|]+|_+")
_OTHERS = r"[^ ]+(?: [^ ]+){0,3}"
_GROUP = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")


def key_of(line: str) -> str:
    """Fold a line to what two printings of it share: words in lower case, `#` for a number."""
    plain = line.translate(_APOSTROPHES).casefold().replace("#", " ").replace("*", " ")
    return _NO_WORD.sub(" ", _NUMBER.sub("#", plain)).strip(" '")


@lru_cache(_WORDS)
def _first_of(text: str) -> str:
    """The first word of the key of a line that begins with `text` and a blank."""
    return key_of(text).partition(" ")[0].rstrip("'")


def variants(entry: str) -> Iterator[str]:
    """The keys of an entry, choices written out: "share [this] (post|page)" stands for four."""
    template = _NO_WORD_OR_CHOICE.sub(" ", entry.translate(_APOSTROPHES).casefold())
    fixed: list[tuple[str, ...]] = []
    at = 0
    for group in _GROUP.finditer(template):
        fixed.append((template[at : group.start()],))
        choice, optional = group.groups()
        fixed.append(tuple(choice.split("|")) if choice else ("", *optional.split("|")))
        at = group.end()
    fixed.append((template[at:],))
    for parts in product(*fixed):
        yield " ".join("".join(parts).split())


@cache
def lexicon() -> Lexicon:
    """The lines of all languages; read once."""
    package = files(__package__)
    found = [file for file in (package / "data").iterdir() if file.name.endswith(".toml")]
    tables = sorted(found, key=lambda each: each.name)
    made_from = [file.read_bytes() for file in (package / "lexicon.py", *tables)]
    return kept(package / "data" / "lexicon", made_from, Lexicon, lambda: _folded_lines(tables))


def _folded_lines(tables: Iterable[Traversable]) -> Lexicon:
    """The lines of some files."""
    lines: dict[str, Entry] = {}
    leads: dict[str, Entry] = {}
    patterns: dict[str, list[tuple[str, Entry]]] = {}
    homes: set[str] = set()
    for file in tables:
        table: dict[str, Any] = read_table(file)
        homes.update(key_of(home) for home in table.get("homes", ()))
        for kind in Kind:
            part = table.get(kind.value, {})
            for name in ("lines", "weak"):
                entry = Entry(kind, weak=name == "weak")
                for each in _folded(part.get(name, ())):
                    if "*" not in each:
                        lines.setdefault(each, entry)
                        continue
                    pattern = re.escape(each).replace(r"\*", _OTHERS).replace(r"\ ", " ")
                    first = each.partition(" ")[0]
                    patterns.setdefault(first, []).append((pattern, entry))
            for each in _folded(part.get("leads", ())):
                leads[each] = Entry(kind)
                lines.setdefault(each, Entry(kind))
    by_first = {first: tuple(found) for first, found in patterns.items()}
    first_words = frozenset(key.partition(" ")[0].rstrip("'") for key in (*lines, *patterns))
    return Lexicon(lines, by_first, leads, frozenset(homes), first_words)


@cache
def tags(name: str) -> frozenset[str]:
    """The words of `tags/<name>.toml` in all languages, folded; read once."""
    file = files(__package__) / "tags" / f"{name}.toml"
    table: dict[str, str] = read_table(file)
    return frozenset(word.casefold() for words in table.values() for word in words.split())


def _folded(entries: list[str]) -> Iterator[str]:
    """The keys of entries, choices written out."""
    for entry in entries:
        yield from variants(entry)
