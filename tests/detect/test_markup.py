"""Placeholders, tags and addresses are told from prose, and keys are what both sides share."""

import pytest

from audit.detect.markup.addresses import addresses
from audit.detect.markup.placeholders import placeholders
from audit.detect.markup.tags import misnested, surplus, tags


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (
            "{name} {0} {0:.2f} {user.name!r} {}",
            ["{name}", "{0}", "{0:.2f}", "{user.name!r}", "{}"],
        ),
        ("{{ x }} {{x}} {% if y %}", ["{{x}}", "{{x}}", "{%ify%}"]),
        ("%s %(x)s %1$s %.2f %ld %@", ["%s", "%(x)s", "%1$s", "%.2f", "%ld", "%@"]),
        ("${x} #{y} %{z}", ["${x}", "#{y}", "%{z}"]),
        ("a &amp; b &#39; &#x27;", ["&amp;", "&#39;", "&#x27;"]),
        (r"one\ntwo\tthree \u00e9", [r"\n", r"\t", r"\u00e9"]),
        ("so :smile: it", [":smile:"]),
        ("{n, plural, one {# cat} other {{n} cats}}", ["{n, plural}"]),
        ("{g, select, male {He} female {She} other {They}}", ["{g, select: female, male, other}"]),
        ("", []),
        ("100% sure, 5 % of it, 30%d", []),
        ("at 10:30: he said: yes", []),
        (r"C:\new C:\temp\raw", []),
        ("AT&T; R&D", []),
    ],
)
def test_placeholders_by_their_keys(text: str, keys: list[str]) -> None:
    assert [one.key for one in placeholders(text)] == keys


def test_a_brace_that_is_never_closed_costs_no_more_than_the_rest() -> None:
    assert placeholders("{n, plural, one {" * 2_000) == ()


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("<b>x</b><br><br/><img src='a'>", ["<b>", "</b>", "<br/>", "<br/>", "<img/>"]),
        ('<a href="x">y</a> <0>z</0> <g id="1"/>', ["<a>", "</a>", "<0>", "</0>", "<g/>"]),
        ("a < b > c, <3, <https://example.org>, <Bridge Street, Lutsk>", []),
    ],
)
def test_tags_by_their_keys(text: str, keys: list[str]) -> None:
    assert [one.key for one in tags(text)] == keys


def test_surplus_is_the_last_of_equal_tags() -> None:
    extra = surplus(tags("<b>x<b>y"), tags("<b>x"))
    assert [one.start for one in extra] == [4]


def test_misnested_is_the_first_tag_that_closes_another() -> None:
    found = misnested(tags("<b><i>x</b></i>"))
    assert found is not None
    assert found.text == "</b>"
    assert misnested(tags("<b><i>x</i></b><br>")) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.example.org/a/", "http://example.org/a"),
        ("See example: www.example.org/a.", "www.example.org/a"),
        ("INFO@example.org", "info@example.org"),
    ],
)
def test_addresses_that_lead_to_one_place_have_one_key(one: str, other: str) -> None:
    assert addresses(one)[0].key == addresses(other)[0].key


def test_pages_in_two_languages_are_loosely_one() -> None:
    one, other = addresses("https://uk.example.org/uk/7"), addresses("https://en.example.org/en/7")
    assert one[0].key != other[0].key
    assert one[0].loose == other[0].loose
