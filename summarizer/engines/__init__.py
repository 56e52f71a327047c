"""Engines: the rule engine and the model engine, behind one protocol."""
