"""`mtaudit lsp`: the language server, on standard input and output."""

from pathlib import Path
from typing import Any

import click

from audit.cli.settings import load_config, settings_options
from audit.errors import MissingExtraError


@click.command("lsp")
@settings_options
def command(**settings: Any) -> None:
    """Serve an editor over the Language Server Protocol.

    The editor starts this command and speaks with it over standard input and
    output: findings appear while a text is written, and can be put right. Names
    are compared within the open text and with the names authority.
    """
    try:
        from audit.lsp.server import server  # noqa: PLC0415 - needs an extra
    except ModuleNotFoundError as fault:
        if fault.name not in {"pygls", "lsprotocol"}:
            raise
        message = "the language server needs pygls: pip install 'mtaudit[lsp]'"
        raise MissingExtraError(message) from None
    given = load_config(**settings)  # a bad configuration ends the command, not each look

    def configure(folder: Path) -> Any:
        if settings["config_path"] or settings["isolated"]:
            return given
        return load_config(folder, **settings)

    server(configure).start_io()
