"""`python -m summarizer`: the command, where its script isn't on the path."""

from summarizer.cli import main

if __name__ == "__main__":
    main()
