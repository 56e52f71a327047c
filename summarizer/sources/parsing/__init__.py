"""Parsers that run in the limited process: bytes and options in, JSON values out. Each imports its library when called."""
