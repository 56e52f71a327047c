"""Whose country a side of an act has: by its words, by what the article told before, by where the article is at home."""
