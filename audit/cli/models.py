"""`mtaudit models`: which neural models there are, what each adds, which are configured."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from audit.cli.exit_code import ExitCode
from audit.cli.output import echo_json
from audit.cli.settings import load_config, settings_options
from audit.neural.known import MEGABYTE, KnownModel, known_models
from audit.run.model_list import Configured, Speed, configured, measured

_HUB_NOTE = "no run fetches them: hf download ORG/MODEL --revision REVISION; not tried here"


@click.command("models")
@settings_options
@click.option(
    "--mentions", metavar="FINDER[:MODEL]", help="Who finds the names, as for `mtaudit check`."
)
@click.option(
    "--models",
    "chosen",
    multiple=True,
    metavar="KIND=MODEL",
    help="Neural models, as for `mtaudit check`.",
)
@click.option("--measure", is_flag=True, help="Also measure how fast they are on this machine.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Form of the output (default: text).",
)
def command(
    config_path: Path | None,
    chosen: tuple[str, ...],
    measure: bool,
    form: str,
    **options: object,
) -> None:
    """Show neural models: what each adds, its licence, size and languages.

    Models that the configuration names are loaded to see that they can be; where one cannot, the
    command exits with 2. Nothing is ever downloaded.
    """
    config = load_config(config_path=config_path, models=chosen, **options)  # type: ignore[arg-type]
    known, wanted = known_models(), configured(config)
    speeds = tuple(measured(config)) if measure else ()
    if form == "json":
        echo_json(_values(known, wanted, speeds, measure))
    else:
        for line in _lines(known, wanted, speeds, measure):
            click.echo(line)
    if any(one.card is None for one in wanted):
        click.get_current_context().exit(ExitCode.UNUSABLE)


def _lines(
    known: Sequence[KnownModel],
    wanted: Sequence[Configured],
    speeds: Sequence[Speed],
    measure: bool,
) -> Iterator[str]:
    yield "Models in packages"
    yield from _listed(one for one in known if not one.hub)
    yield ""
    yield f"Models of the Hugging Face Hub ({_HUB_NOTE})"
    yield from _listed(one for one in known if one.hub)
    yield ""
    yield "Configured"
    for one in wanted:
        yield from _shown(one)
    if not wanted:
        yield "  none: no audit needs one"
    if measure:
        yield ""
        yield "Measured here, on examples of the rules"
        for speed in speeds:
            yield (
                f"  {speed.kind} = {speed.address}: loaded in {speed.load:.1f} s, "
                f"{speed.segment:.1f} ms a segment"
            )


def _listed(models: Iterator[KnownModel]) -> Iterator[str]:
    for one in models:
        yield f"  {one.kind} = {one.address}"
        yield f"      {one.adds}"
        languages = " ".join(one.languages) or "very many languages"
        yield f"      licence {one.licence}; {_megabytes(one.size)}; {languages}"
        if not one.here:
            yield f"      not installed: pip install '{one.install}'"
        elif one.hub:
            yield "      its libraries are installed"
        else:
            yield "      installed"


def _shown(one: Configured) -> Iterator[str]:
    yield f"  {one.request.kind} = {one.request.address}"
    if one.card is None:
        yield f"      cannot be used: {one.fault}"
        return
    card = one.card
    yield f"      {card}"
    at = f" at {card.revision}" if card.revision else ""
    languages = " ".join(card.languages) or "languages not said"
    licence = f"licence {card.licence}" if card.licence else "licence not said"
    yield f"      from {card.origin}{at}; {licence}; {_megabytes(card.size)}; {languages}"


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.0f} MB" if size >= MEGABYTE else f"{size / MEGABYTE:.1f} MB"


def _values(
    known: Sequence[KnownModel],
    wanted: Sequence[Configured],
    speeds: Sequence[Speed],
    measure: bool,
) -> dict[str, object]:
    """What the text says, for programs."""
    values: dict[str, object] = {
        "known": [
            asdict(one) | {"address": str(one.address), "hub": one.hub, "installed": one.here}
            for one in known
        ],
        "configured": [
            {
                "kind": one.request.kind,
                "address": str(one.request.address),
                "card": None if one.card is None else asdict(one.card),
                "fault": one.fault,
            }
            for one in wanted
        ],
    }
    if measure:
        values["speed"] = [
            {
                "kind": one.kind,
                "address": str(one.address),
                "load_seconds": round(one.load, 3),
                "segment_milliseconds": round(one.segment, 3),
            }
            for one in speeds
        ]
    return values
