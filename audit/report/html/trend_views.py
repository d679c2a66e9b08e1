"""What the trend page shows, as typed values: all that its templates may speak of."""

from dataclasses import dataclass

from audit.report.html.views import Snippet


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a chart that is 100 high: where it stands, its height, and what it says.

    It is `pale` where it stands for too few words to be relied on.
    """

    x: float
    width: float
    height: float
    says: str
    pale: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """One row of columns: what it counts, its last value, and a sentence for who cannot see it.

    `class_key` names the class whose colour it has, if any.
    """

    key: str
    label: str
    class_key: str
    columns: tuple[Column, ...]
    last: str
    says: str


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers behind a chart: heads of the columns, then rows that begin with their name.

    `hrefs` lead from the name of each row to the report on it; empty where there is none.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    hrefs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows of columns over one axis, with what explains them and the table behind.

    `lines` are places, 0 to 100, before which the settings changed.
    """

    key: str
    title: str
    hint: str
    series: tuple[Series, ...]
    lines: tuple[float, ...]
    first: str
    last: str
    table: Table


@dataclass(frozen=True, slots=True)
class Dot:
    """One score: its places in a chart 100 wide and 100 high, top to bottom.

    `low` and `high` are the ends of its interval. Without a score there is no `y`.
    """

    x: float
    says: str
    y: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class ScoreChart:
    """The scores over the audits; `top` and `bottom` say what the edges of the chart stand for."""

    says: str
    hint: str
    dots: tuple[Dot, ...]
    lines: tuple[float, ...]
    top: str
    bottom: str
    first: str
    last: str
    table: Table


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name that was spelled in several ways, over all audits.

    `strip` are its columns: the first of each pair is True where it departed. `href` leads to the
    report on the last audit in which it did, if there is one.
    """

    name: Snippet
    kind: str
    forms: tuple[Snippet, ...]
    state_key: str
    state: str
    decided: str
    since: str
    uses: str
    strip: tuple[tuple[bool, Column], ...]
    href: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of what changed, where it leads, and the names it ends with."""

    text: str
    href: str
    names: tuple[Snippet, ...] = ()
    tail: str = ""


@dataclass(frozen=True, slots=True)
class TrendPage:
    """The whole page. Charts that would show nothing are None or left out."""

    about: tuple[str, ...]
    steps: tuple[Said, ...]
    rest: str
    hints: tuple[str, ...]
    charts: tuple[Chart, ...]
    score: ScoreChart | None
    waiting: Chart | None
    names: tuple[NameRow, ...]
    names_count: int
    more_names: str
