"""Neural models: optional, asked in batches, their answers kept; each is made of an address.

`request` says which models are wanted, `base` what a model is, `registry` who makes one, `answers`
how one is asked. No library of models is imported before a model is made.
"""
