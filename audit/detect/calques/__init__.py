"""Calques: turns of phrase carried over word for word from the language of the source."""
