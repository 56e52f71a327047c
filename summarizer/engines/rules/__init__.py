"""The rule engine: an event coder without a model.

`engine` asks `language` and `topics` whether a text is for it, and leaves out lines `planted` for programs; `extract` reads its
sentences in order, laid out as `layout` tells:

- `words`: tokens, verbs, noun groups and whom they name;
- `acts`: cue patterns, clauses, frames, and who stands where in them;
- `status`: done, planned, threatened, denied, or no act at all;
- `sides`: who acts on whom (`finding`): by the words, by what was told before, by where the article is at home;
- `days`, `sources`: when an act was, and who says so;
- `drafting` puts these together, `details` adds place and amounts, `sentence_acts` keeps what a sentence tells, `joining` makes one
  event of repeated mentions.

`briefs` writes a brief of events. What words tell an act is data: `summarizer/ontologies/plover.toml`.
"""
