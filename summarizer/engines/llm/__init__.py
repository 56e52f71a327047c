"""The model engine: the only importer of openai, instructor and tenacity."""
