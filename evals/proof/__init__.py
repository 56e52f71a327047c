"""The proof put to the test: mutated sentences that must be caught, faithful ones that must not."""
