"""Reading: files, folders, globs and standard input become documents with exact offset maps."""

from audit.read.stage import read, read_again

__all__ = ["read", "read_again"]
