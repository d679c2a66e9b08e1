"""Numbers, dates, times, currencies and units: their notation, and whether they agree."""
