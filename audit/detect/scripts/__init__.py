"""Scripts and encoding: letters of the wrong alphabet, broken characters, foreign punctuation."""
