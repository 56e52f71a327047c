"""A brief without a model."""
