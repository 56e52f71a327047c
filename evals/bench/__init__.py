"""Speed and fault benchmarks of the model engine, on loopback servers only."""
