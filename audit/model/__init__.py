"""The nouns: frozen, slotted, picklable values that all stages share; no I/O here."""
