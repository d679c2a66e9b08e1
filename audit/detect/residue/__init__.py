"""Page residue: lines of the web page around an article that ended up in its text."""
