"""`mtaudit glossary`: what is known of a term; terms and names in the formats of other programs."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from audit import glossary
from audit.authority import load as load_authority
from audit.cli.settings import glossary_option, load_config, settings_options
from audit.errors import ConfigError
from audit.glossary.exchange import Exported, Format, Languages, format_of, read, write
from audit.glossary.exchange.names import to_concepts, to_records
from audit.glossary.exchange.toml_out import write_names
from audit.glossary.finder import Finder
from audit.glossary.glossary_file import draft_of, parse
from audit.glossary.layers import lay_over
from audit.glossary.load import content
from audit.lang.tags import tag_of
from audit.model.names import Kind
from audit.model.terms import Concept
from audit.report.escape import revealed

NAMES, TERMS = "names", "terms"

_FORMATS = [one.value for one in Format]
_IMPORTED = [one.value for one in Format if one is not Format.VALE_SWAP]


@click.group("glossary", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Show, import and export terms, and names as terms."""


@command.command("explain")
@click.argument("terms", nargs=-1, required=True, metavar="TERM...")
@click.option("--lang", default="en", metavar="TAG", help="Language of the terms (default: en).")
@settings_options
@glossary_option
def explain(
    *,
    terms: tuple[str, ...],
    lang: str,
    config_path: Path | None,
    isolated: bool,
    **settings: object,
) -> None:
    """Show what the glossaries in force say of a term, in any inflected form."""
    config = load_config(config_path=config_path, isolated=isolated, **settings)
    found = glossary.load([Path(path) for path in config.glossary])
    finder = Finder(found.concepts, _tag(lang, "--lang"))
    for text in terms:
        matches = [one for match in finder.find(text) for one in match.sought]
        if not matches:
            click.echo(f"{revealed(text)}: no concept has this term in this language")
        for one in matches:
            click.echo(f"{revealed(text)}: {one.term.status} term “{revealed(one.term.text)}”")
            for label, value in _facts(one.concept):
                click.echo(f"  {label:<11}{revealed(value)}")


def _facts(concept: Concept) -> Iterator[tuple[str, str]]:
    yield "concept", f"{concept.id}, from {concept.layer}"
    for lang in sorted({term.lang for term in concept.terms}):
        mine = [term for term in concept.terms if term.lang == lang]
        told = (
            one.text if one.status == "preferred" else f"{one.text} ({one.type or one.status})"
            for one in mine
        )
        yield lang, ", ".join(told)
    if not concept.translate:
        yield "translate", "no: it is left as it is"
    singles = (
        *(("domain", concept.domain), ("meaning", concept.definition), ("from", concept.since)),
        *(("until", concept.until), ("note", concept.note), ("reference", concept.reference)),
    )
    yield from ((label, value) for label, value in singles if value)


@command.command("template")
def template() -> None:
    """Print a commented glossary file to begin with."""
    click.echo(glossary.template(), nl=False)


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--format", "form", type=click.Choice(_IMPORTED), help="Without it, told by FILE.")
@click.option("--source-lang", metavar="TAG", help="Language of the source terms.")
@click.option("--target-lang", metavar="TAG", help="Language of the target terms.")
@click.option(
    "--as",
    "what",
    type=click.Choice([TERMS, NAMES]),
    default=TERMS,
    help="Write a glossary file (default) or a names file, whose names are in --target-lang.",
)
@click.option(
    "--kind",
    type=click.Choice([Kind.PERSON.value, Kind.PLACE.value, Kind.ORGANISATION.value]),
    default=Kind.ORGANISATION.value,
    help="With --as names: the kind of names whose domain does not say it.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write here, not out."
)
def import_(
    *,
    file: Path,
    form: str | None,
    source_lang: str | None,
    target_lang: str | None,
    what: str,
    kind: str,
    output: Path | None,
) -> None:
    """Make a glossary file, or a names file, of FILE.

    FILE is TBX, a table (our own, DeepL's, Google's, Weblate's) or a list of
    Vale's. What has no place in the new file is named on standard error.
    """
    languages = Languages(
        _maybe(source_lang, "--source-lang"), _maybe(target_lang, "--target-lang")
    )
    found = content(file)
    told = Format(form) if form else format_of(file.name, found)
    if told is Format.TOML:
        drafts = parse(found, file.name)
        concepts, lost = lay_over((), drafts, file.name), dict[str, int]()
    else:
        done = read(found, told, file.name, languages)
        concepts, lost = done.concepts, dict(done.lost)
    if what == NAMES:
        records, left = to_records(concepts, languages.one("a names file"), Kind(kind))
        made = write_names(records)
    else:
        drafts = tuple(draft_of(concept, file.name) for concept in concepts)
        made = write(lay_over((), drafts, file.name), Format.TOML)
        left = made.lost
    _emit(made, output)
    _tell(lost, left)


@command.command("export")
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), required=True, help="Format to write."
)
@click.option(
    "--what",
    type=click.Choice([TERMS, NAMES]),
    default=TERMS,
    help="The glossaries in force (default), or the names authority.",
)
@click.option("--source-lang", metavar="TAG", help="For deepl, google and weblate.")
@click.option("--target-lang", metavar="TAG", help="For these and vale.")
@click.option("--own", is_flag=True, help="Leave out the names that ship with mtaudit.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Write here, not to standard output; a folder for vale.",
)
@settings_options
@glossary_option
def export(
    *,
    form: str,
    what: str,
    source_lang: str | None,
    target_lang: str | None,
    own: bool,
    output: Path | None,
    config_path: Path | None,
    isolated: bool,
    **settings: object,
) -> None:
    """Write the terms, or the names, in force in another format.

    What the format cannot hold is named and counted on standard error.
    """
    languages = Languages(
        _maybe(source_lang, "--source-lang"), _maybe(target_lang, "--target-lang")
    )
    config = load_config(config_path=config_path, isolated=isolated, **settings)
    lost: Mapping[str, int] = {}
    if what == TERMS:
        concepts = glossary.load([Path(path) for path in config.glossary]).concepts
    else:
        paths = [Path(path) for path in config.authority]
        authority = load_authority(paths, config.profile, config.builtin_authority and not own)
        if form == Format.TOML:
            _emit(write_names(authority.records), output)
            return
        concepts, lost = to_concepts(authority.records)
    made = write(concepts, Format(form), languages)
    _emit(made, output)
    _tell(lost, made.lost)


def _maybe(tag: str | None, option: str) -> str | None:
    return None if tag is None else _tag(tag, option)


def _tag(tag: str, option: str) -> str:
    """A language tag in its recommended form."""
    found = tag_of(tag)
    if found is None:
        raise click.UsageError(f'{option}: "{tag}" is no language tag such as en')
    return found


def _emit(made: Exported, output: Path | None) -> None:
    """Write one file, or several into a folder."""
    single = "" in made.files
    if output is None:
        if not single:
            raise click.UsageError(f"{' and '.join(made.files)} need a folder: give --output DIR")
        click.echo(made.files[""], nl=False)
        return
    try:
        if not single:
            output.mkdir(parents=True, exist_ok=True)
        for name, text in made.files.items():
            path = output / name if name else output
            path.write_text(text, encoding="utf-8", newline="\n")
            click.echo(f"Wrote {path}", err=True)
    except OSError as fault:
        raise ConfigError(f"cannot write {output}: {fault.strerror or fault}") from fault


def _tell(*losses: Mapping[str, int]) -> None:
    """Name and count on standard error what was lost."""
    counts: dict[str, int] = {}
    for lost in losses:
        for what, times in lost.items():
            counts[what] = counts.get(what, 0) + times
    if counts:
        listed = ", ".join(f"{what} {times}" for what, times in sorted(counts.items()))
        click.echo(f"lost: {listed}", err=True)
