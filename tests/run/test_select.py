"""Which rules run: by id, family or name, and a helpful answer to a word that is none."""

from pathlib import Path

import pytest

from audit import detect
from audit.config.schema import Config
from audit.errors import ConfigError
from audit.run import audit, rules_in_force


def chosen(*, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> list[str]:
    return list(rules_in_force(Config(select=select, ignore=ignore)))


def test_all_that_are_on_run_without_a_word() -> None:
    assert chosen() == [id_ for id_, rule in detect.load().items() if rule.default_on]


def test_a_profile_asks_for_rules_that_are_off() -> None:
    under = {name: set(rules_in_force(Config(profile=name))) for name in (None, "ap", "custom")}
    assert under["ap"] - under[None] == {"STY006"}
    assert under["custom"] == under[None]
    assert "STY006" not in rules_in_force(Config(profile="ap", ignore=("STY006",)))


@pytest.mark.parametrize("word", ["NAM002", "nam002", "romanization-variant", " NAM002 "])
def test_a_rule_goes_by_id_and_name(word: str) -> None:
    assert chosen(select=(word,)) == ["NAM002"]


def test_a_family_goes_by_its_letters() -> None:
    names = chosen(select=("NAM",))
    assert names
    assert all(id_.startswith("NAM") for id_ in names)
    assert "NAM002" not in chosen(select=("NAM",), ignore=("NAM002",))
    assert not any(id_.startswith("NAM") for id_ in chosen(ignore=("nam",)))


def test_ignore_goes_before_select() -> None:
    assert chosen(select=("NAM002",), ignore=("NAM",)) == []


def test_rules_are_in_order_of_id_whatever_the_words() -> None:
    assert chosen(select=("NAM003", "NAM001")) == ["NAM001", "NAM003"]


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("NAM-002", "NAM002"),
        ("romanisation-variant", "romanization-variant"),
        ("qqqq", "mtaudit rules"),
    ],
)
@pytest.mark.parametrize("where", ["select", "ignore"])
def test_an_unknown_word_is_an_error_that_helps(where: str, word: str, near: str) -> None:
    with pytest.raises(ConfigError, match=near) as caught:
        chosen(**{where: (word,)})
    assert word in str(caught.value)


def test_rules_on_pairs_alone_say_the_same_without_names() -> None:
    table = str(Path(__file__).parents[1] / "cli" / "units" / "table.csv")
    alone = audit([table], Config(select=("TAG", "OMI005", "OMI006")))
    among = audit([table], Config(select=("TAG", "OMI005", "OMI006", "NAM")))
    assert alone.findings == tuple(one for one in among.findings if one.rule[:3] != "NAM")
    assert alone.findings
    assert not alone.documents[0].mentions
    assert among.documents[0].renderings
