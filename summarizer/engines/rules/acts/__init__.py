"""Which acts a sentence tells: cue patterns, clauses, frames, and who stands where in them.

- patterns: `cuelines` reads a line of them, `lexicon` keeps them all, `actwords` lists the words that give an act away;
- clauses: `clauses` (verb groups, where one begins), `clause_ends`, `interposed_days`, `inverting`, `fronting`, `gerunds`, `reduced`;
- frames: `frames` takes the best pattern on each word, `matching` tells whether one fires, with `particles`, `voice` and `charges`;
- subjects: `subjects`, which passes over `adverbials`, with `relatives`, `sharing` (of an earlier verb's) and `listing`;
- parties: `roles` of a verb, with `passives`, `objects` and `contents`; `nounroles` of a noun; `charging` of who is charged;
- acts: `acting` finds those of a sentence (`act`) in their surroundings (`context`);
- acts told in few words: `seconding`, `taking_turns`, `restoring`, `completing`; `tolls` are no acts of their own.
"""
