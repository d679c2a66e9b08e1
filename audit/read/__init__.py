"""Reading: files, folders, globs and standard input become documents with exact offset maps."""

from audit.read.record import Lines, Record
from audit.read.stage import read, read_again

__all__ = ["Lines", "Record", "read", "read_again"]
