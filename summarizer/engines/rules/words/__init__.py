"""Words, verbs and noun groups of a sentence."""
