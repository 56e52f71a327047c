"""Which acts a sentence tells: cue patterns, clauses, frames, and who stands where in them."""
