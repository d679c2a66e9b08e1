"""Entries in a file, addressed by what they were made from; what nobody asks for goes in time.

A key is a digest of all that bears on the value, so nothing is ever out of date. A value that is
not what was written is none. A file that cannot be used is told in `fault` and stops nothing: it
then holds nothing and takes nothing.
"""

import sqlite3
import zlib
from pathlib import Path
from types import TracebackType

KEPT_RUNS = 10
"""Runs after which an entry that nobody asked for is taken out, or half as many."""
_RENEWED = KEPT_RUNS // 2
"""Runs after which an entry that is asked for is written anew: to do so each time would rewrite the
whole file in each run."""
_AT_ONCE = 500
"""Entries written in one transaction: little is lost when the process is killed."""
_AHEAD = 32
"""Entries read at a time where they are asked for in the order they were put."""
_SECONDS = 10
"""How long one process waits while another writes."""
_SUM = 4
"""Bytes of the checksum before each value: a changed byte could decode to another answer."""
_TABLES = """
pragma page_size = 16384;
create table if not exists run (number integer not null);
create table if not exists entry (key blob primary key, value blob not null, run integer not null);
"""
"""Values lie in the order they were put, in which most are asked for; one fits into a page."""
_ONE = "select rowid, key, value, run from entry where key = ?"
_MANY = "select rowid, key, value, run from entry where rowid > ? order by rowid limit ?"
_Row = tuple[int, bytes, bytes, int]
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# A cache of mtaudit; may be deleted.\n"
"""Tells backup programs to leave the folder out (bford.info/cachedir)."""


class Entries:
    """The entries of one file in a folder, which is made where there is none."""

    def __init__(self, folder: Path, name: str) -> None:
        """Open the file, in the run that was begun last."""
        self.fault: str | None = None
        self._new: list[tuple[bytes, bytes, int]] = []
        self._used: list[tuple[int, bytes]] = []
        self._base: sqlite3.Connection | None = None
        self._run = 0
        self._ahead: list[_Row] = []
        """Rows read before anybody asked for them, the next one last."""
        self._last = 0
        """The number of the row that was found last."""
        with self._guarded():
            self._base = _opened(folder, name)
            self._run = _run_number(self._base)

    def begin(self) -> None:
        """Begin a run, and take out what nobody has asked for in many."""
        if self._base is None:
            return
        with self._guarded():
            self._run += 1
            self._base.execute("update run set number = ?", (self._run,))
            self._base.execute("delete from entry where run <= ?", (self._run - KEPT_RUNS,))
            self._base.commit()

    @property
    def usable(self) -> bool:
        """Whether the file can be read and written."""
        return self._base is not None

    def get(self, key: bytes) -> memoryview | None:
        """The value of `key`, which is in use from now on; None where there is none."""
        if self._base is None:
            return None
        with self._guarded():
            found = self._row(self._base, key)
            if found is not None and (value := _whole(found[2])) is not None:
                if found[3] <= self._run - _RENEWED:
                    self._used.append((self._run, key))
                return value
        return None

    def _row(self, base: sqlite3.Connection, key: bytes) -> "_Row | None":
        """The row of `key`; where rows are asked for one after another, many are read at once."""
        if self._ahead and self._ahead[-1][1] == key:
            row = self._ahead.pop()
            if not self._ahead:
                self._read_ahead(base, row[0])
            return row
        self._ahead.clear()
        found: _Row | None = base.execute(_ONE, (key,)).fetchone()
        if found is not None:
            if found[0] == self._last + 1:
                self._read_ahead(base, found[0])
            self._last = found[0]
        return found

    def _read_ahead(self, base: sqlite3.Connection, after: int) -> None:
        self._ahead = base.execute(_MANY, (after, _AHEAD)).fetchall()[::-1]

    def put(self, key: bytes, value: bytes) -> None:
        """Keep `value`; it is written with others, on `write` at the latest."""
        if self._base is None:
            return
        self._new.append((key, _sum(value) + value, self._run))
        if len(self._new) >= _AT_ONCE:
            self.write()

    def write(self) -> None:
        """Write what is new."""
        if self._base is not None and (self._new or self._used):
            with self._guarded():
                self._base.executemany("insert or replace into entry values (?, ?, ?)", self._new)
                self._base.executemany("update entry set run = ? where key = ?", self._used)
                self._base.commit()
            self._ahead.clear()  # what was read may be replaced
        self._new.clear()
        self._used.clear()

    def close(self) -> None:
        """Write what is new and let the file go."""
        self.write()
        if self._base is not None:
            with self._guarded():
                self._base.close()
            self._base = None

    def give_up(self, reason: str) -> None:
        """Do without the file from now on."""
        self.fault = reason
        self._base = None

    def _guarded(self) -> "_Guard":
        return _Guard(self)


class _Guard:
    """Turns what goes wrong with the file into a fault that is told."""

    def __init__(self, entries: Entries) -> None:
        self._entries = entries

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(
        self,
        _: type[BaseException] | None,
        fault: BaseException | None,
        __: TracebackType | None,
    ) -> bool:
        """Swallow what a damaged, locked or read-only file causes."""
        if isinstance(fault, sqlite3.Error | OSError):
            self._entries.give_up(str(fault))
            return True
        return False


def _opened(folder: Path, name: str) -> sqlite3.Connection:
    folder.mkdir(parents=True, exist_ok=True)
    for beside, text in (("CACHEDIR.TAG", _TAG), (".gitignore", "*\n")):
        path = folder / beside
        if not path.exists():
            path.write_text(text, encoding="utf-8")
    base = sqlite3.connect(folder / name, timeout=_SECONDS)
    base.executescript(_TABLES)
    return base


def _sum(value: bytes | memoryview) -> bytes:
    return zlib.crc32(value).to_bytes(_SUM, "big")


def _whole(written: object) -> memoryview | None:
    """The value in what was written; None where it is something else."""
    if not isinstance(written, bytes):
        return None
    value = memoryview(written)[_SUM:]
    return value if written[:_SUM] == _sum(value) else None


def _run_number(base: sqlite3.Connection) -> int:
    row = base.execute("select number from run").fetchone()
    if row is None:
        base.execute("insert into run values (0)")
        base.commit()
        return 0
    return int(row[0])
