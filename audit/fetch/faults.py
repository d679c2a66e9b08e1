"""What can go wrong while fetching, as errors that say what to do."""

from audit.errors import InputError


def refused(url: str, message: str) -> InputError:
    """The error for an address that we will not fetch."""
    return InputError("fetch-refused", url, message)


def failed(url: str, message: str) -> InputError:
    """The error for an address that could not be fetched."""
    return InputError("fetch-failed", url, message)


class PassingError(InputError):
    """A fault that may be gone after a while: `after` seconds where the server says so."""

    def __init__(self, url: str, message: str, after: float | None = None) -> None:
        super().__init__("fetch-failed", url, message)
        self.after = after
