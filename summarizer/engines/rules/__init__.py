"""The rule engine: an event coder without a model."""
