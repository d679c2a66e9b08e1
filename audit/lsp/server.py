"""The server: audits a text when an editor opens, changes or saves it."""

import asyncio
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from audit import __version__
from audit.config.schema import Config
from audit.errors import AuditError
from audit.lsp.diagnostics import SOURCE, Marked, marked, quick_fixes, told
from audit.run import audit

MAX_CHARACTERS = 500_000
"""Longer texts are audited on the command line: an editor would wait for seconds at each change."""

PAUSE = 0.3
"""Seconds without a change before a text is looked at."""


class AuditServer(LanguageServer):
    """One server for one editor. `configure` gives the configuration in force in a folder."""

    def __init__(self, configure: Callable[[Path], Config]) -> None:
        """Serve with the settings that `configure` finds for the folder of a text."""
        super().__init__(
            SOURCE, __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Incremental
        )
        self.found: dict[str, list[Marked]] = {}
        self._configure = configure

    def look_at(self, uri: str) -> None:
        """Audit the text as the editor has it, and send what was found."""
        document = self.workspace.get_text_document(uri)
        path = to_fs_path(uri) or document.filename or "text.txt"
        found: list[Marked] = []
        if len(document.source) > MAX_CHARACTERS:
            diagnostics = [_at_head("too long to be audited here; run mtaudit check")]
        else:
            try:
                report = audit(
                    ["-"],
                    self._configure(Path(path).parent),
                    stdin=BytesIO(document.source.encode("utf-8", "surrogatepass")),
                    stdin_filename=path,
                )
                found = marked(report, document.lines, document.position_codec)
                diagnostics = [*told(report.notes), *(one.diagnostic for one in found)]
            except AuditError as fault:
                diagnostics = [_at_head(str(fault))]
        self.found[uri] = found
        self.text_document_publish_diagnostics(
            lsp.PublishDiagnosticsParams(uri, diagnostics, document.version)
        )


def _at_head(message: str) -> lsp.Diagnostic:
    start = lsp.Position(0, 0)
    return lsp.Diagnostic(
        lsp.Range(start, start), message, severity=lsp.DiagnosticSeverity.Warning, source=SOURCE
    )


def server(configure: Callable[[Path], Config]) -> AuditServer:
    """A server that answers what editors ask."""
    made = AuditServer(configure)

    @made.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        made.look_at(params.text_document.uri)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        """Wait until nobody types: only the last of several changes is looked at."""
        uri, version = params.text_document.uri, params.text_document.version
        await asyncio.sleep(PAUSE)
        if made.workspace.get_text_document(uri).version == version:
            made.look_at(uri)

    @made.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: lsp.DidSaveTextDocumentParams) -> None:
        made.look_at(params.text_document.uri)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        made.found.pop(uri, None)
        made.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))

    @made.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION,
        lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix]),
    )
    def asked(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        uri = params.text_document.uri
        return quick_fixes(uri, made.found.get(uri, []), params.range)

    return made
