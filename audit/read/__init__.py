"""Reading: files, folders, globs and standard input become documents with exact offset maps."""
