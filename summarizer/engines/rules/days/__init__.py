"""The day of an act: told in its own words, counted from another, or lent by what stands beside it."""
