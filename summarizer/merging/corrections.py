"""Words by which a report says that it puts an earlier one right."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from summarizer.article import Article
from summarizer.drafts import Mention

_NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|a hundred)"
)
_CORRECTION = re.compile(
    r"\b(?:correct(?:ion|ed|s|ing)|revis(?:ed|es|ing)|retract(?:ed|s|ion)?|clarif(?:ied|ication)|withdr[ae]w(?:s|n)? (?:its|the|a) report|"
    r"earlier (?:report|version|figure|toll|statement|count)|previously (?:reported|said|stated|given|announced)|"
    r"(?:not|rather than|instead of) (?:the )?(?:[A-Z]\S+ )?\S+,? (?:as |which |that )?(?:it |he |she |they |was |were |had |been )*"
    r"(?:first|earlier|initially|originally|previously|mentioned|reported|stated|announced|given)\b|"
    r"(?:rather than|instead of) the \S+ (?:it|he|she|they) |(?:and|but|,|–|-) (?:not|never) (?:the )?(?:\d[\d,.]*|"
    + _NUMBER
    + r")\b|"
    r"(?:lower(?:ed|s)|rais(?:ed|es)|updat(?:ed|es)) (?:its|the|their|his|her) (?:\w+ )?(?:toll|figure|count|number|estimate)|"
    r"after (?:(?:first|earlier|initially|long|having|(?:a |\w+ )?(?:days?|weeks?|months?) of) )*den(?:ying|ied|ials?)\b|"
    r"had (?:first|earlier|initially|until now|until then|previously|at first|long) denied\b|"
    r"(?:down|up) from (?:the )?(?:earlier|initial|first|\d)|"
    r"(?:tolls?|dead|deaths?|killed|victims) (?:[^.;]{0,60} )?(?:rises?|rose|risen|climb(?:s|ed)|grew|grown|went up|gone up) to)",
    re.I,
)


def corrects(mentions: Sequence[Mention], articles: Mapping[str, Article]) -> bool:
    """Whether one of the mentions, in its sentences or in the headline, says that it corrects what was told before."""
    return any(is_correction(articles[m.article].text[s.start : s.end]) for m in mentions for s in m.sentences) or any(
        _title_corrects(m, articles[m.article].title or "") for m in mentions
    )


def is_correction(sentence: str) -> bool:
    """Whether a sentence speaks of a correction, or names the value that it replaces ("not six")."""
    return bool(_CORRECTION.search(sentence))


def _title_corrects(mention: Mention, title: str) -> bool:
    """Whether a headline announces a correction, and of this act: by a word of its trigger or by a figure of its."""
    if not _CORRECTION.search(title):
        return False
    words = {word[:5] for word in re.findall(r"[a-z]{4,}", title.lower())}
    told = {word[:5] for word in re.findall(r"[a-z]{4,}", mention.trigger_text.lower())}
    return bool(words & told) or any(
        re.search(rf"\b{re.escape(part)}\b", title, re.I) for q in mention.quantities for part in q.text.split()[:1]
    )
