"""Which finders there are, what is said of those that cannot be had, and how two are united."""

import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import annotate
from audit.annotate import choose
from audit.annotate.beside import Beside, united
from audit.annotate.light import LIGHT_FINDER
from audit.config.schema import FinderRequest
from audit.errors import ConfigError, MissingExtraError, PluginError
from audit.model.authority import Authority
from audit.model.names import Kind, Mention
from audit.model.place import Span
from audit.model.text import Document
from audit.neural import extras
from audit.neural.answers import kept
from audit.segment import segment
from tests import builders as make

TEXT = "We saw the old mill. Zarnitsa stood there."


class Mills:
    """Finds the word "mill" in English and nothing else."""

    id = "mills-1"

    def __init__(self, argument: str | None) -> None:
        if argument == "broken":
            raise RuntimeError("no wind")
        if argument == "unknown":
            raise ConfigError("no such mill")

    def knows(self, lang: str) -> bool:
        return lang == "en"

    def mentions(self, document: Document) -> Iterator[Mention]:
        at = document.text.index("mill")
        yield Mention(document.id, Span(at, at + 4), "mill", Kind.PLACE, "en")


@pytest.fixture
def mills(monkeypatch: pytest.MonkeyPatch) -> None:
    """The finder of mills, offered by another distribution."""
    point = EntryPoint("mills", f"{__name__}:Mills", choose.ENTRY_POINTS)

    def offered(*, group: str, name: str | None = None) -> list[EntryPoint]:
        return [point] if group == choose.ENTRY_POINTS and name in (None, "mills") else []

    monkeypatch.setattr(choose, "entry_points", offered)
    choose.finder.cache_clear()


def texts(request: FinderRequest, lang: str = "en") -> list[str]:
    document = segment(make.document(TEXT, lang=lang))
    made = annotate.finder(request)
    return [one.text for one in annotate.annotate(document, Authority(), made).mentions]


def test_five_come_with_the_package() -> None:
    assert {"light", "natasha", "onnx", "spacy", "transformers"} <= set(annotate.finders())


@pytest.mark.usefixtures("mills")
class TestForeign:
    def test_it_is_offered_and_works_beside_the_light_one(self) -> None:
        assert "mills" in annotate.finders()
        assert texts(FinderRequest("mills")) == ["mill", "Zarnitsa"]

    def test_it_is_not_asked_about_languages_it_does_not_know(self) -> None:
        assert texts(FinderRequest("mills"), "uk") == texts(FinderRequest("light"), "uk")

    def test_it_names_itself(self) -> None:
        assert annotate.finder(FinderRequest("mills")).id == "mills-1"

    def test_one_that_breaks_is_named(self) -> None:
        with pytest.raises(PluginError, match=r"mills = .*RuntimeError: no wind"):
            annotate.finder(FinderRequest("mills", "broken"))

    def test_its_own_word_to_the_user_is_kept(self) -> None:
        with pytest.raises(ConfigError, match=r"^no such mill$"):
            annotate.finder(FinderRequest("mills", "unknown"))


class TestRefused:
    def test_an_unknown_finder(self) -> None:
        with pytest.raises(ConfigError, match=r"unknown finder of names “no”; known are .*light"):
            annotate.finder(FinderRequest("no"))

    @pytest.mark.parametrize("name", ["light", "natasha"])
    def test_a_model_where_none_is_taken(self, name: str) -> None:
        with pytest.raises(ConfigError, match="“x”"):
            annotate.finder(FinderRequest(name, "x"))

    def test_transformers_without_a_model(self) -> None:
        with pytest.raises(ConfigError, match="transformers:FOLDER"):
            annotate.finder(FinderRequest("transformers"))

    @pytest.mark.parametrize(("name", "extra"), [("natasha", "natasha"), ("spacy", "spacy")])
    def test_a_missing_package_names_the_command(
        self, name: str, extra: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(extras, "find_spec", lambda _name: None)
        choose.finder.cache_clear()
        kept.cache_clear()
        with pytest.raises(MissingExtraError, match=rf"pip install 'mtaudit\[{extra}\]'"):
            annotate.finder(FinderRequest(name))


def test_a_run_with_the_light_finder_imports_no_model() -> None:
    code = (
        "import sys\n"
        "from audit import annotate\n"
        "from audit.config.schema import LIGHT\n"
        "from audit.model.authority import Authority\n"
        "from audit.model.text import Document\n"
        "from audit.segment import segment\n"
        "made = segment(Document('a', '', 'We saw Hrytsenko.', lang='en'))\n"
        "assert annotate.annotate(made, Authority(), annotate.finder(LIGHT)).mentions\n"
        "heavy = {'spacy', 'slovnet', 'navec', 'torch', 'transformers', 'numpy'}\n"
        "heavy |= {'onnxruntime', 'tokenizers', 'huggingface_hub'}\n"
        "sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def mentions(spans: list[tuple[int, int]], kind: Kind) -> list[Mention]:
    return [Mention("a", Span(start, end), "x" * (end - start), kind) for start, end in spans]


APART = st.lists(st.integers(0, 60), unique=True, max_size=16).map(
    lambda cuts: list(pairwise(sorted(cuts)))[::2]
)


class TestUnited:
    def test_the_light_mention_stands_as_it_is(self) -> None:
        light = mentions([(0, 4)], Kind.NAME)
        model = mentions([(0, 4), (6, 9)], Kind.PLACE)
        assert list(united(light, model)) == [*light, model[1]]

    def test_what_overlaps_is_not_added(self) -> None:
        light = mentions([(5, 9)], Kind.NAME)
        assert list(united(light, mentions([(0, 6), (8, 12)], Kind.PLACE))) == light

    @given(APART, APART)
    def test_all_of_light_and_what_meets_none_of_it(
        self, first: list[tuple[int, int]], second: list[tuple[int, int]]
    ) -> None:
        light, model = mentions(first, Kind.NAME), mentions(second, Kind.PLACE)
        found = list(united(light, model))
        assert {one.span for one in light} <= {one.span for one in found}
        assert all(not one.span.overlaps(two.span) for one, two in pairwise(found))
        free = [one for one in model if not any(one.span.overlaps(two.span) for two in light)]
        assert {one.span for one in found} == {one.span for one in (*light, *free)}


def test_beside_knows_what_either_knows() -> None:
    both = Beside(Mills(None))
    assert both.knows("en")
    assert both.knows("uk") is LIGHT_FINDER.knows("uk") is True
    assert not both.knows("sw")
