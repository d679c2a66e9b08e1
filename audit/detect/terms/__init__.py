"""TRM: terms of a glossary that the text does not keep to, and terms that drift without one."""
