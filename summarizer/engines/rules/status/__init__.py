"""Whether an act was done, is planned, threatened or denied, or is none at all."""
