"""Hand-labelled fixtures, metrics, and the commands that score an engine on them, by the public API of `summarizer`."""
