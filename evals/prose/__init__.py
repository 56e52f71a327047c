"""Which brief do readers prefer who don't know whose it is? Pairs of texts, a rubric, votes, and their count."""
