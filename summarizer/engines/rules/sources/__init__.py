"""Who the article names as its source for an act."""
