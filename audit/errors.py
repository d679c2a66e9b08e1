"""Errors that a user can do something about."""


class AuditError(Exception):
    """Base of all errors that are told to the user in one sentence, without a traceback."""


class ConfigError(AuditError):
    """A configuration, names file or command line that cannot be understood."""


class InputError(AuditError):
    """Input that could not be read: which file, where, and what was expected.

    `path` is the input as the user named it, `line` the 1-based line of the fault where known,
    `code` a kebab-case name of the kind of fault.
    """

    def __init__(self, code: str, path: str, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.path = path
        self.line = line
        self.message = message


class PluginError(AuditError):
    """A rule, reporter or finder of another installed package that cannot be used."""


class MissingExtraError(AuditError):
    """A feature was asked for whose optional packages are not installed."""
