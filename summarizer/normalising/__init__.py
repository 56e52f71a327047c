"""Actors, dates, places, quantities: one meaning of 'the same' for every stage."""
