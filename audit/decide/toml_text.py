"""Changes single values in the text of a TOML file and leaves every other character as it is.

A names file belongs to the people who wrote it: order, comments and spacing are theirs. A general
library that rewrites a parsed document moves what stands between tables (tomlkit 0.15 joins
`[[name]]` tables that others stand between, and puts a new key below the comment of the next
table). Here the text is cut into statements, each of which `tomllib` must accept, and only the
characters of a value are replaced.
"""

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from audit.errors import ConfigError

_HEADER = re.compile(r"\s*\[")
_KEY = re.compile(r"\s*(?:[A-Za-z0-9_-]+|\"[^\"\n]*\"|'[^'\n]*')\s*=[ \t]*")
_TOKEN = re.compile(
    r'(?P<text>"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r"|(?P<comma>,)|(?P<comment>#[^\n]*)|(?P<bracket>[\[\]])|(?P<blank>\s+)",
    re.DOTALL,
)
"""What a list of texts is made of."""


class TomlText:
    """The text of a TOML file whose `[[table]]` entries can be changed and added to."""

    def __init__(self, text: str, table: str, file: str) -> None:
        self._file = file
        self._table = table
        self._crlf = "\r\n" in text and text.count("\r\n") == text.count("\n")
        lines = (text.replace("\r\n", "\n") if self._crlf else text).split("\n")
        word = rf"""["']?{table}["']?\s*"""
        self._opens = re.compile(rf"\s*\[\[\s*{word}\]\]\s*(?:#.*)?")
        self._continues = re.compile(rf"\s*\[+\s*{word}\.")
        self._blocks = list(_blocks(lines, self._starts, file))
        self._entries = [one for one in self._blocks if self._opens.match(one.lines[0])]
        found = tomllib.loads("\n".join(lines)).get(table, [])
        if len(self._entries) != len(found):
            raise ConfigError(f"{file}: write each {table} below a line [[{table}]] of its own")

    def _starts(self, line: str) -> bool:
        return bool(_HEADER.match(line)) and not self._continues.match(line)

    @property
    def text(self) -> str:
        """The text as it is now."""
        joined = "\n".join(line for block in self._blocks for line in block.lines)
        return joined.replace("\n", "\r\n") if self._crlf else joined

    def __len__(self) -> int:
        return len(self._entries)

    def set_text(self, number: int, key: str, value: str) -> None:
        """Set `key` of entry `number` (from 0) to a text."""
        block = self._entries[number]
        found = block.statement(key, self._file)
        if found is None:
            block.insert(f"{key} = {_quoted(value)}", self._file)
            return
        body, rest = self._cut(block, found)
        block.replace(found, body + _quoted(value) + rest[len(self._value(key, rest)) :])

    def texts(self, number: int, key: str) -> tuple[str, ...] | None:
        """The list `key` of entry `number`; None where it is not set."""
        block = self._entries[number]
        found = block.statement(key, self._file)
        if found is None:
            return None
        value = tomllib.loads("\n".join(block.lines[found.first : found.end]))[key]
        return tuple(str(one) for one in value) if isinstance(value, list) else ()

    def set_texts(self, number: int, key: str, wanted: Sequence[str]) -> None:
        """Make the list `key` of entry `number` hold `wanted`; what stays in it stays in place."""
        block = self._entries[number]
        found = block.statement(key, self._file)
        if found is None:
            block.insert(f"{key} = {_listed(wanted)}", self._file)
            return
        body, rest = self._cut(block, found)
        block.replace(found, body + _reconciled(rest, wanted))

    def add(self, values: Iterable[tuple[str, str | Sequence[str]]]) -> None:
        """Add an entry at the end of the file."""
        last = self._blocks[-1].lines
        while last and not last[-1].strip():
            last.pop()
        if last or len(self._blocks) > 1:
            last.append("")
        lines = [f"[[{self._table}]]"]
        for key, value in values:
            shown = _quoted(value) if isinstance(value, str) else _listed(value)
            lines.append(f"{key} = {shown}")
        self._blocks.append(_Block([*lines, ""]))
        self._entries.append(self._blocks[-1])

    def _cut(self, block: "_Block", statement: "_Statement") -> tuple[str, str]:
        """A statement as its key with the equals sign, and the rest."""
        text = "\n".join(block.lines[statement.first : statement.end])
        key = _KEY.match(text)
        if key is None:
            raise ConfigError(f"{self._file}: write “{statement.key} = …” without dots in the key")
        return key.group(), text[key.end() :]

    def _value(self, key: str, rest: str) -> str:
        """The characters of a text's value, with which `rest` begins."""
        token = _TOKEN.match(rest)
        if token is None or token.lastgroup != "text":
            raise ConfigError(f"{self._file}: field “{key}” must be a text")
        return token.group()


@dataclass(frozen=True, slots=True)
class _Statement:
    """`key = value` over the lines `[first, end)` of a block."""

    key: str
    first: int
    end: int


@dataclass(slots=True)
class _Block:
    """The lines from one table's header to the next; the first block may have no header."""

    lines: list[str]

    def statement(self, key: str, file: str) -> _Statement | None:
        """The statement that sets `key` in the table itself, if any."""
        return next((one for one in self._statements(file) if one.key == key), None)

    def insert(self, line: str, file: str) -> None:
        """Put a line below the last statement: a comment further down may be the next table's."""
        statements = list(self._statements(file))
        self.lines.insert(statements[-1].end if statements else 1, line)

    def replace(self, statement: _Statement, text: str) -> None:
        """Put `text` in the place of a statement."""
        self.lines[statement.first : statement.end] = text.split("\n")

    def _statements(self, file: str) -> Iterator[_Statement]:
        at = 1
        while at < len(self.lines):
            if _is_bare(self.lines[at]):
                at += 1
                continue
            if _HEADER.match(self.lines[at]):
                return
            key, end = _read_statement(self.lines, at, file)
            yield _Statement(key, at, end)
            at = end


def _blocks(lines: list[str], starts: Callable[[str], bool], file: str) -> Iterator[_Block]:
    """The blocks of a file: a header within a value of several lines begins none."""
    first = at = 0
    while at < len(lines):
        if _is_bare(lines[at]):
            at += 1
        elif _HEADER.match(lines[at]):
            if starts(lines[at]) and at > first:
                yield _Block(lines[first:at])
                first = at
            at += 1
        else:
            _, at = _read_statement(lines, at, file)
    yield _Block(lines[first:])


def _is_bare(line: str) -> bool:
    """Whether a line says nothing: blank, or a comment."""
    return not line.strip() or line.lstrip().startswith("#")


def _read_statement(lines: list[str], first: int, file: str) -> tuple[str, int]:
    """The key of the statement that begins in line `first`, and the line below it."""
    for end in range(first + 1, len(lines) + 1):
        try:
            read = tomllib.loads("\n".join(lines[first:end]))
        except tomllib.TOMLDecodeError:
            continue
        return next(iter(read)), end
    raise ConfigError(f"{file}: not valid TOML: {lines[first].strip():.60}")


def _quoted(text: str) -> str:
    """A basic string of TOML; JSON escapes what TOML does, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _listed(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, texts))}]"


@dataclass(frozen=True, slots=True, eq=False)
class _Token:
    """A piece of a list; two that read alike are still two."""

    kind: str
    text: str


def _text_of(token: _Token) -> str:
    return str(tomllib.loads(f"x = {token.text}")["x"])


def _reconciled(rest: str, wanted: Sequence[str]) -> str:
    """The list at the beginning of `rest` with the texts `wanted`, comments kept."""
    tokens = [_Token(one.lastgroup or "", one.group()) for one in _TOKEN.finditer(rest)]
    texts = {token: _text_of(token) for token in tokens if token.kind == "text"}
    for text in wanted:  # first: a list that was emptied would have lost its layout
        if text not in texts.values():
            _append(tokens, _quoted(text))
    for token, text in texts.items():
        if text not in wanted:
            _remove(tokens, token)
    return "".join(token.text for token in tokens)


def _remove(tokens: list[_Token], token: _Token) -> None:
    """Take out one text with its comma, and its line where nothing else stands in it."""
    at = next(i for i, one in enumerate(tokens) if one is token)
    del tokens[at]
    after = next((i for i in range(at, len(tokens)) if tokens[i].kind not in _SKIPPED), None)
    before = next((i for i in range(at - 1, -1, -1) if tokens[i].kind not in _SKIPPED), None)
    if after is not None and tokens[after].kind == "comma":
        del tokens[after]
    elif before is not None and tokens[before].kind == "comma":
        del tokens[before]
        at -= 1
    _close_gap(tokens, at)


_SKIPPED = ("blank", "comment")


def _close_gap(tokens: list[_Token], at: int) -> None:
    """Drop the rest of an emptied line: its comment spoke of what was taken out."""
    if not 0 < at < len(tokens):
        return
    before = tokens[at - 1]
    alone = before.kind == "blank" and "\n" in before.text
    if alone:
        if tokens[at].kind == "blank" and "\n" not in tokens[at].text:
            del tokens[at]
        if tokens[at].kind == "comment":
            del tokens[at]
        if tokens[at].kind == "blank":
            del tokens[at - 1]
    elif tokens[at].kind == "blank" and "\n" not in tokens[at].text:
        del tokens[at]


def _append(tokens: list[_Token], text: str) -> None:
    """Put one more text behind the last one, on a line of its own where each has one."""
    texts = [i for i, one in enumerate(tokens) if one.kind == "text"]
    if not texts:
        tokens.insert(1, _Token("text", text))
        return
    last = texts[-1]
    close = next(i for i in range(last, len(tokens)) if tokens[i].text == "]")
    comma = next((i for i in range(last, close) if tokens[i].kind == "comma"), None)
    spread = tokens[last - 1].kind == "blank" and "\n" in tokens[last - 1].text
    if comma is None:
        comma = last + 1
        tokens.insert(comma, _Token("comma", ","))
        close += 1
        trailing = []
    else:
        trailing = [_Token("comma", ",")]
    if not spread:
        new = [_Token("blank", " "), _Token("text", text), *trailing]
        tokens[comma + 1 : comma + 1] = new
        return
    indent = tokens[last - 1].text.rpartition("\n")[2]
    at = next(i for i in range(comma, close + 1) if i == close or "\n" in tokens[i].text)
    tokens[at:at] = [_Token("blank", f"\n{indent}"), _Token("text", text), *trailing]
