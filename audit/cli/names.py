"""`mtaudit names`: what the names authority knows of a form."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from audit.authority import explain, load
from audit.cli.settings import load_config, settings_options
from audit.model.authority import NameRecord
from audit.report.escape import revealed


@click.command("names")
@click.argument("forms", nargs=-1, required=True, metavar="FORM...")
@click.option("--lang", default=None, metavar="TAG", help="Target language; `all` for every one.")
@settings_options
def command(
    *,
    forms: tuple[str, ...],
    lang: str | None,
    config_path: Path | None,
    isolated: bool,
    profile: str | None,
    names: tuple[str, ...],
) -> None:
    """Show which records of the names authority know a name, and why.

    FORM is a name as a text may spell it; put it in quotes where it has
    several words.
    """
    config = load_config(config_path=config_path, isolated=isolated, profile=profile, names=names)
    authority = load(
        [Path(path) for path in config.authority], config.profile, config.builtin_authority
    )
    wanted = (lang or config.lang or DEFAULT_LANGUAGE).partition("-")[0].lower()
    for form in forms:
        every = explain(form, authority)
        records = [record for record in every if wanted in ("all", record.lang)]
        if not records:
            click.echo(f"{revealed(form)}: no record knows this form" + _elsewhere(every))
        for record in records:
            click.echo(f"{revealed(form)}: {_role(form, record)}")
            for label, text in _facts(record):
                click.echo(f"  {label:<11}{revealed(text)}")


DEFAULT_LANGUAGE = "en"
"""The language of the records shown where nothing else is said: most records are in it."""
SHOWN_FORMS = 8
"""Forms listed in a line; a record may know a hundred combinations of given and family names."""


def _elsewhere(records: Iterable[NameRecord]) -> str:
    """Where else a form is known, if anywhere."""
    langs = sorted({record.lang for record in records})
    return f" in this language; try --lang {', '.join(langs)}" if langs else ""


def _listed(forms: Sequence[str]) -> str:
    rest = len(forms) - SHOWN_FORMS
    return ", ".join(forms[:SHOWN_FORMS]) + (f" and {rest} more" if rest > 0 else "")


def _role(form: str, record: NameRecord) -> str:
    """What the record makes of `form`; the heaviest verdict first."""
    folded = form.casefold()
    sources = [text for _, text in record.source_forms]
    roles = (
        (record.forbidden, f"wrong; write “{record.canonical}”"),
        ((record.canonical,), "the form to use"),
        (record.allowed, f"allowed beside “{record.canonical}”"),
        (record.short, f"short form of “{record.canonical}”"),
        (record.other, f"another form of “{record.canonical}”"),
        (record.former, f"former name of “{record.canonical}”"),
        (sources, f"source form of “{record.canonical}”"),
    )
    for forms, verdict in roles:
        if folded in (one.casefold() for one in forms):
            return verdict
    return f"known to “{record.canonical}”"


def _facts(record: NameRecord) -> Iterator[tuple[str, str]]:
    """The lines of a record that are filled."""
    yield "record", f"{record.id} ({record.kind}, {record.lang}), from {record.layer}"
    lists = (
        ("short", record.short),
        ("allowed", record.allowed),
        ("other", tuple(sorted(record.other, key=len))),
        ("former", record.former),
        ("forbidden", record.forbidden),
        ("source", tuple(f"{text} ({lang})" for lang, text in record.source_forms)),
        ("only near", record.near if record.near_only else ()),
        ("except in", record.except_phrases),
        ("not for", record.not_for),
    )
    yield from ((label, _listed(forms)) for label, forms in lists if forms)
    singles = (("since", record.since), ("note", record.note), ("reference", record.reference))
    yield from ((label, text) for label, text in singles if text)
