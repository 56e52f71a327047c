"""How English writes expressions of time: a pattern for each kind, and which of them may begin with what."""

from __future__ import annotations

import re

from summarizer.normalising.date_words import FEAST, LATE_ORDINAL, ORDINAL

_MONTH = (
    "(?=(?-i:[A-Z]))(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)(?![a-z-])"
)
# "May" and "March" alone may be a verb or a name, so they need a word of time in front.
_SURE_MONTH = "(?=(?-i:[A-Z]))(?:january|february|april|june|july|august|september|october|november|december)(?![\\w-])"
_FULL_MONTH = (
    "(?=(?-i:[A-Z]))(?:january|february|march|april|may|june|july|august|september|october|november|december)(?![\\w-])"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.:]\d|,\d{3}(?!\d)|[a-z%])"
_ORDINAL = r"(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)"
_YEAR = r"(?:1[6-9]|20)\d\d(?![\d%]|[.,]\d|[a-z])"
_TAIL = rf"(?:,?\s+(?:of\s+)?{_YEAR}|,?\s+(?:of\s+)?(?:last|this|next)\s+year)?"
_WEEKDAY = "(?=(?-i:[A-Z]))(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_PART = r"(?:\s+(?:morning|afternoon|evening|night))?"
_QUALIFIER = (
    r"(?:(?:the\s+)?(?:early|mid|late|beginning|start|middle|end|first\s+half|second\s+half"
    r"|course)(?:[\s-]+(?:in|of))?[\s-]+|(?:the\s+)?(?:first|last|second|third|opening|closing)\s+(?:days|weeks?|weekend)\s+(?:of|in)\s+)"
)
_ABOUT = r"(?:(?:around|about|approximately|circa|roughly)\s+)?"
_NUMBER = (
    r"(?:(?<!more\sthan\s)(?<!less\sthan\s)(?<!fewer\sthan\s))"
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|(?:six|seven|eigh|nine|thir|four|fif)teen|seven|eight|nine|ten|eleven|twelve|twenty|thirty"
    r"|(?:a\s+)?(?:few|couple\s+of)|several)"
)
_UNIT = r"(?:day|night|week|fortnight|month|year|decade)s?"
_JOIN = r"\s*(?:[-–—/]|\b(?:to|and|until|till|through)\b)\s*"
# After "on the 24th" a noun would make it an ordinal: the 24th floor, the 24th Infantry Division.
_NO_NOUN = (
    r"(?=\s*(?:[^\w\s]|$)|\s+(?:and|or|to|that|the|a|an|in|at|by|when|after|before|with|against|from|for|as"
    r"|but|on|it|he|until|till"
    r"|she|they|we|i|his|her|their|its|was|were|is|are|has|had|have|will|would|which|who|where|said|says"
    r"|into|over|under"
    r"|about|near|between|amid|during|following|despite|without|because|while|also|both|all|some|several"
    r"|many|night|morning|evening|afternoon|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|dozens|hundreds|thousands"
    r"|senior|local|foreign|government|police|protesters|troops|officials"
    r"|our|my|your|somebody|someone|nobody|everybody|there|each|every|another|more|fewer|hardly|barely|almost|nearly|few"
    r"|people|men|women|children|gunmen|servicemen|parliament|nothing|never|inside|even|just|having|through|if|behind|alone|so|then"
    r"|withdrew|sent|took|told|met|held|shot|threw|fled|left|came|gave|began|struck|broke|made|put|cut|set|shut|drove|saw|went|brought"
    r"|lent|laid|shook|bound|undertook|found|swore|stood|rose|fell|fought|won|lost|sold|bought|paid|built|dealt|spoke|wrote|flew|fed"
    r"|got|let|hung|slew|read|rang|sat|sought|stole|tore|drew|froze|grew|kept|knew|led|chose|caught|hid|did|flung|spent|rode|ran|sank"
    r"|became|forbade|forgave|foresaw|overran|rebuilt|retook|sprang|stuck|swept|taught|thought|understood|upheld|withheld|withstood"
    r"|itself|himself|herself|themselves|up|out|off|down|back|away|home|forward|again|yet|too|already|only|no|not|any|these|those)\b(?!['’]s)"
    r"|\s+(?!(?:family|assembly|monthly|weekly|daily|quarterly|yearly)\b)(?-i:[a-z])[a-z]{2,}ly\b"
    r"|\s+\d"
    # No ordinal stands before a plural or a verb: "on the 22nd prosecutors charged", "on the 4th accused".
    r"|\s+(?=(?-i:[a-z]))(?!(?:armou?red|united|combined|motori[sz]ed|mechani[sz]ed|revised|amended|corps|congress|series|class|press|games|states)\b)[a-z]{2,}(?:ed|[^su\W]s)\b"
    r"|\s+(?=(?-i:[A-Z]))(?!(?:congress|infantry|division|brigade|regiment|battalion|amendment|army|parallel"
    r"|street|avenue"
    r"|floor|district|airborne|fleet|party|plenum|session|summit|anniversary|assembly|corps|air|armou?red|mountain)\b))"
)
_WHEN = r"(?:(?:on|in|since|by|during|from|at)\s+)?"
_DMY = (
    rf"(?:{_WEEKDAY}{_PART},?\s+(?:the\s+)?)?(?:the\s+)?{_DAY}(?:{_JOIN}(?:the\s+)?{_DAY})?\s+(?:of\s+)?{_MONTH}{_TAIL}"
)
_MDY = rf"(?:{_WEEKDAY}{_PART},?\s+)?{_MONTH}\s+(?:the\s+)?{_DAY}(?:{_JOIN}(?:the\s+)?{_DAY}(?!\s+{_MONTH}))?{_TAIL}"
_NUMERIC = (
    r"\d{4}(?:-\d\d-|/\d\d/)\d\d(?!\d)|(?:\d{1,2}/\d{1,2}/|\d\d-\d\d-)\d{4}(?!\d)|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?!\d)"
)
_IN_BRACKETS = rf"{_WEEKDAY}{_PART}\s+\((?:the\s+)?(?:{_DAY}\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+{_DAY}){_TAIL}\)"
# "the first of July", "March the third", "the last day of May", "Christmas Eve"
_WORDED = (
    rf"(?:{_WEEKDAY}{_PART},?\s+)?the\s+(?:{ORDINAL}|(?:{ORDINAL}|last)\s+day)\s+of\s+{_FULL_MONTH}{_TAIL}"
    rf"|{_FULL_MONTH}\s+the\s+{ORDINAL}(?=\W*$|[,.;:])|{FEAST}{_TAIL}"
)
# "the night to Monday", "overnight to the 7th"
_NIGHT_TO = (
    rf"(?:(?:the\s+)?night|overnight)(?:\s+(?:from|of)\s+(?:{_WEEKDAY}|(?:the\s+)?{_ORDINAL}))?\s+(?:(?:in)?to|towards?)"
    rf"\s+(?:{_WEEKDAY}|{_DMY}|{_MDY}|the\s+{_ORDINAL})"
)
_WEEKDAY_OF = (
    rf"(?:the\s+)?(?:first|second|third|fourth|last)\s+{_WEEKDAY}{_PART}\s+(?:of|in)"
    rf"\s+(?:{_FULL_MONTH}{_TAIL}|(?:the|this|last|next)\s+month)"
)
_WEEKDAYS = (
    rf"(?:(?:early|late|overnight(?:\s+on)?)\s+)?(?:last\s+|next\s+|this\s+"
    rf"|this\s+past\s+)?{_WEEKDAY}(?:,?\s+(?:of\s+)?(?:last|next|this)\s+week|\s+last\b(?!\s+(?:week|month|year|spring|summer|autumn|winter)))?{_PART}(?:\s+\((?:the\s+)?{_ORDINAL}\)|,?\s+the\s+(?:{_ORDINAL}(?!\s+of\b)|{LATE_ORDINAL}(?=\W*$|[,.;:])))?(?:\s+week\b(?=\W*$|[,.;:]))?"
)
# Not the last such day: "one Friday", "on a Monday in May", "every Sunday", "the Monday before last", "on Ash Wednesday".
_NO_SUCH_DAY = "".join(rf"(?<!\b{word}\s)" for word in "one any every each some ash maundy easter whit".split())
_SOME_DAY = (
    rf"(?!(?:(?<=\ba\s)|(?<=\banother\s)){_WEEKDAY}{_PART}"
    r"(?=\W*$|[,.;:]|\s+(?:in|of|when|and|that|which|last|before|after)\b))"
)
_FAR_DAY = rf"(?!{_WEEKDAY}{_PART}\s+(?:before\s+last|after\s+next|week(?!\W*$|[,.;:]))\b)"
_THAT_MONTH = rf"of\s+(?:(?:this|last|next|that|the\s+past|the(?:\s+same|\s+current)?)\s+month|the\s+current{_NO_NOUN})"
# A day as translations put it: "on the 14", "the day 29", "the 19 of last month"; after a bare number hardly anything is a noun.
_NUMBERED = r"(?:3[01]|[12]\d|[1-9])(?![\d%]|[.,:]\d)"
_ENDS = (
    r"(?=\s*(?:[.,;:)]|$)|\s+(?:was|were|is|are|has|had|and|it|he|she|they|there|the|an?|its|his|her|their|our|in|by|when|after"
    r"|before|that|to|at|with|for|from)\b)"
)
# "On the 23 Georgetown suspended it", "on the 29 accused the merchants"; not "on the 12 detained fishermen"
_THEN_DID = r"(?=\s+(?-i:[A-Z]\w+\s+)?(?-i:[a-z]\w+ed)\s+(?:that|to|the|its|his|her|their|an?|it|them)\b)"
# "The 16 the court ordered", "offered its mediation the 11."; not "The 16 the army holds are fishermen", "They freed the 11."
_UNLED = (
    rf"(?:(?<=^)|(?<=[.;]\s)|(?<=[.;][”\"]\s))the\s+{_NUMBERED}(?=\s+(?:the|an?|it|he|she|its|his|her|their)\b)"
    r"(?!(?:\s+\w+){2,5}\s+(?:are|were|have|remain)\b)"
    rf"|(?<=(?:tion|sion|ment|ador|assy)\s)the\s+{_NUMBERED}(?=\s*(?:[.;]|$))"
)
# "Honduras the 4th declared that", "replied the 8th that", "will meet in Oruro the 12th,"; not "finished in the 4th", "won the 5th".
_NOT_LED = "".join(
    rf"(?<!\b{word}\s)"
    for word in "of in for from to and or with than is was as won lost reached entered celebrated marked".split()
)
_UNLED_NTH = (
    rf"(?<=[a-z]\s){_NOT_LED}the\s+{_ORDINAL}(?=\s+(?:that|the|its|his|her|their)\b|\s*(?:[:;.]|,(?!\s*\d)|$)"
    r"|\s+(?!united|revised|amended)(?-i:[a-z])[a-z]+ed\s+(?:that|to|the|its|an?)\b)"
    rf"|(?<=accused\s)the\s+{_ORDINAL}(?=\s+(?-i:[A-Z]))"
)
_AS_TRANSLATED = (
    rf"{_UNLED}|{_UNLED_NTH}|"
    rf"(?:on|since|by)\s+the\s+{_NUMBERED}(?:{_ENDS}|{_THEN_DID})|night\s+of\s+the\s+{_NUMBERED}(?:{_ENDS}|(?=\s+(?-i:[A-Z])))|the\s+{_NUMBERED}\s+{_THAT_MONTH}"
    rf"|(?:in\s+|on\s+)?the\s+day\s+{_NUMBERED}(?!\s+of\b)(?!\s+{_MONTH})"
)
_NTH = rf"the\s+(?:same\s+)?{_ORDINAL}(?:\s+{_THAT_MONTH})?"
_ANCHORED = (
    r"(?:later\s+)?(?:on\s+)?(?:the|that)\s+(?:very\s+)?same\s+(?:day|date|evening|night|morning|afternoon|week|month|year)"
    r"|(?:later\s+|earlier\s+)?(?:on\s+)?that\s+(?:very\s+)?(?:day|night|evening|morning|afternoon)|(?<=on\s)that\s+(?:very\s+)?date\b"
    r"|(?:(?<=^)|(?<=[.;]\s))same\s+(?:day|evening|night|morning|afternoon)(?=,)"
    r"|the\s+morrow\b(?!\s+of\b)|the\s+(?:week|month|year)\s+(?:after|before)\b(?=\W*$|[,.;:])"
    r"|the\s+eve\b(?=\W*$|[,.;:]|\s+by\b)"
    r"|the\s+day\s+itself\b|the\s+(?:selfsame|aforesaid|aforementioned)\s+(?:day|date)\b"
    r"|the\s+(?:very\s+)?(?:following|next|subsequent|ensuing)\s+(?:day|dawn|daybreak|morning|noon|midday|afternoon|evening|night|week|month|year)"
    r"|the\s+(?:day|morning|afternoon)\s+(?:thereafter|that\s+followed|which\s+followed)\b"
    r"|next\s+(?:day|morning|afternoon|evening)\b(?!\s+deliver)"
    rf"|(?:(?:just|only|some|about|around|roughly|nearly|almost)\s+)?{_NUMBER}\s+{_UNIT}(?:\s+to\s+the\s+day)?\s+(?:later|thereafter|earlier|previously|prior(?!\s+to\b)|afterwards?|after|before(?:hand)?(?!\s+(?:today|now)\b))\b"
    rf"|(?<!once\s)(?<!twice\s)(?<!times\s)(?:(?:just|only|exactly)\s+)?{_NUMBER}\s+(?:day|week|fortnight|month)s?\s+on\b(?=\W*$|[,.;:])"
    r"|(?:(?:earlier|later)\s+in|in\s+the\s+course\s+of|within)\s+the\s+day\b(?!\s+of\b)"
    r"|before\s+the\s+(?:same\s+)?day\s+(?:was|had|is)\s+(?:out|over|done|ended|through)\b|before\s+the\s+day\s+ended\b"
    r"|by\s+(?:nightfall|dusk|evening|noon|midday|(?:the\s+)?(?:early|late)\s+(?:afternoon|evening))\b(?!\s+on\b)"
    r"|the\s+day\s+(?:after(?!\s+tomorrow)|before(?!\s+yesterday))\b"
    rf"|(?:just\s+|only\s+)?(?:(?:half\s+)?{_NUMBER}\s+)?(?:hour|minute)s?\s+(?:later|earlier|afterwards?|before(?=\W*$|[,.;:]))\b"
    r"|(?:forty-eight|twenty-four)\s+hours\s+(?:later|earlier|after)\b"
    r"|the\s+(?:day|morning|evening|night|afternoon)\s+(?:after|following)\b(?=\W*$|[,.;:])"
    rf"|the\s+{_WEEKDAY}\s+(?:before|after|following)\b(?=\W*$|[,.;:]|\s+and\b)"
    r"|within\s+(?:the\s+|an?\s+|(?:a\s+few|a\s+couple\s+of|two|three|four|some)\s+)?(?:hour|minute)s?\b(?!\s+of\b)"
    rf"|(?:(?<=on\s)|(?<=until\s))the\s+{_WEEKDAY}{_PART}(?!\s+before\s+last){_NO_NOUN}"
    rf"|(?:the\s+(?:following|previous|next|same)|that(?:\s+same)?)\s+{_WEEKDAY}{_PART}(?!['’]s)"
)
# "last week on Friday"; "a week on Friday" is a week after the next one, "twice a week on Fridays" isn't
_WEEK_AND_DAY = (
    rf"(?:earlier\s+|later\s+)?(?:last|this|next)\s+week,?\s+(?:on\s+)?{_WEEKDAY}{_PART}(?!['’])"
    rf"|a\s+week\s+ago\s+on\s+{_WEEKDAY}{_PART}(?!['’])"
    rf"|(?<!once\s)(?<!twice\s)(?<!times\s)(?<!days\s)(?<!hours\s)(?<!for\s)(?<!after\s)(?<!of\s)a\s+week\s+(?:on|from)\s+{_WEEKDAY}(?!['’])"
)
_RELATIVE = (
    r"the\s+day\s+(?:after\s+tomorrow|before\s+yesterday)"
    rf"|(?:yesterday|today|tomorrow){_PART}|(?:earlier|later)\s+today|tonight|last\s+night"
    rf"|overnight(?!\s+(?:(?:on\s+)?{_WEEKDAY}|(?:in)?to\s+(?:{_WEEKDAY}|the\s+{_ORDINAL})))"
    r"|the\s+(?:night|evening|afternoon|morning)\s+before\b(?=\W*$|[,.;:]|\s+(?:last|and|but))|the\s+night\s+before"
    r"|the\s+(?:previous|preceding)\s+(?:day|night|evening|morning|afternoon|week|month|year)|this\s+(?:morning|afternoon|evening)"
    r"|(?:earlier|later)\s+(?:this|last|next|in\s+the)\s+(?:week|month|year)"
    r"|in\s+(?:the\s+)?(?-i:spring|summer|autumn|winter)(?=\s*(?:[,.;:]|$)|\s+(?:the|it|he|she|they|when|after|too)\b|\s+(?-i:[A-Z]))"
    r"|(?:early|late|end\s+of)?\s*\b(?:last|this|next|the\s+coming)\s+(?:week|month|year|weekend|spring"
    rf"|summer|autumn|fall|winter)(?:end)?\b(?!\s+(?:of|in)\s+{_FULL_MONTH})"
    r"|(?:over|at)\s+the\s+weekend|the\s+(?:start|beginning)\s+of\s+the\s+week\b(?!\s+of\b)|the\s+(?:week|month|year)\s+before\s+last\b"
    rf"|{_NUMBER}\s+(?:{_WEEKDAY}|weekend)s\s+ago"
    rf"|{_NUMBER}\s+(?:day|week|month|year)s?\s+from\s+now"
    rf"|(?:(?:half\s+)?{_NUMBER}\s+)?(?:hour|minute)s?\s+ago"
    rf"|(?:in|within|over|during)\s+the\s+(?:last|past)\s+(?:(?:half[\s-]|quarter\s+of\s+an\s+)?hour|(?:few|{_NUMBER})\s+minutes)\b"
    rf"|{_NUMBER}\s+{_UNIT}\s+(?:ago|before\s+(?:today|now)\b)|(?:in|within)\s+(?:the\s+next\s+)?{_NUMBER}\s+(?:day|week|month"
    rf"|year)s(?!\s+of\b)(?:['’]\s+time)?"
)
_VAGUE = (
    r"in\s+(?:the\s+)?(?:coming|next\s+few|recent|past\s+few|last\s+few)\s+(?:hours|days|weeks|months"
    r"|years)|in\s+the\s+near\s+future"
)
_SEASON = rf"(?:(?:early|late|the)\s+)?(?:spring|summer|autumn|fall|winter)(?:\s+of)?,?\s+{_YEAR}"
_MONTHS = (
    rf"{_QUALIFIER}?{_MONTH},?\s+(?:of\s+)?(?:{_YEAR}|(?:last|this|next)\s+year)"
    rf"|(?:earlier|later)\s+in\s+{_FULL_MONTH}|(?:{_QUALIFIER}|(?:last|next|this|the|its|their|a)\s+){_FULL_MONTH}"
    rf"|(?:in|since|by|during|from|until|till|before|after|through)\s+{_FULL_MONTH}(?!\s+(?:the\s+)?{_DAY})|{_SURE_MONTH}"
    rf"|(?<![^\n]){_FULL_MONTH}(?=\s*(?:[.:–—\n]|-\s|$))"  # heads a paragraph
)
_YEARS = (
    rf"(?:{_QUALIFIER}|(?:in|since|during|until|till|before|after|year|year\s+of"
    rf"|from)\s+(?:the\s+)?(?:year\s+)?){_YEAR}(?:[-–/]\d{{2,4}})?"
    rf"|(?<=the\s){_YEAR}(?=\s+[a-z])|(?<=\(){_YEAR}(?:[-–]{_YEAR})?(?=\))|(?:the\s+)?(?:19|20)\d0s"
)
_POINTS = (
    ("day", rf"{_WHEN}{_ABOUT}(?:{_NUMERIC}|{_IN_BRACKETS}|{_DMY}|{_MDY})"),
    ("day", rf"{_WHEN}(?:{_WORDED})"),
    (
        "weekday",
        rf"{_WHEN}(?<!bloody\s)(?<!black\s)(?<!good\s)(?<!palm\s){_NO_SUCH_DAY}{_SOME_DAY}{_FAR_DAY}(?:{_WEEKDAY_OF}|{_WEEKDAYS})(?!\s+(?-i:Times|Telegraph"
        rf"|Mirror|Herald|Mail|Express))",
    ),
    ("range", rf"{_WHEN}(?:{_NIGHT_TO})"),
    (
        "day",
        rf"{_WHEN}the\s+(?:(?:night|morning|afternoon|evening)\s+of\s+the\s+{_ORDINAL}(?!\s+of\b)"
        rf"|{ORDINAL}\s+{_THAT_MONTH}(?!['’]))",
    ),
    (
        "day",
        rf"(?:{_AS_TRANSLATED})|(?:(?:(?:on|since|by|from|until|of)\s+(?:about\s+)?)|(?<=\bfor\s)){_NTH}{_NO_NOUN}|(?:(?<=^)|(?<=[.;,]\s)){_NTH}(?=,|\s+(?:brought|saw|was\s+a\s+{_WEEKDAY})\b)"
        rf"|the\s+{_ORDINAL}\s+{_THAT_MONTH}(?!['’])|(?:on|since|by|of)\s+the\s+{LATE_ORDINAL}(?!\s+and\b){_NO_NOUN}",
    ),
    ("anchored", rf"{_WHEN}(?:{_ANCHORED})"),
    ("vague", _VAGUE),
    ("relative", rf"{_WHEN}(?:{_WEEK_AND_DAY}|{_RELATIVE})"),
    ("month", rf"{_WHEN}(?:{_SEASON})"),
    ("month", rf"{_WHEN}{_ABOUT}(?:{_MONTHS})"),
    ("year", rf"{_WHEN}{_ABOUT}(?:{_YEARS})"),
    ("month", rf"{_WHEN}the\s+(?:end|start|beginning|middle)\s+of\s+the\s+month\b"),
)
_SIMPLE = rf"(?:{_NUMERIC}|{_DMY}|{_MDY}|(?:the\s+)?{_ORDINAL}|{_WEEKDAYS}|{_MONTHS}|{_YEAR})"
_RANGE = (
    rf"(?:from|between)\s+(?:{_SIMPLE}|{_DAY}){_JOIN}{_SIMPLE}|{_DMY}{_JOIN}{_DMY}"
    rf"|{_MDY}{_JOIN}{_MDY}"
    rf"|(?:on\s+)?the\s+{_ORDINAL}{_JOIN}(?:the\s+)?{_ORDINAL}{_NO_NOUN}"
)


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.-])(?:{pattern})(?!\w)", re.IGNORECASE)


ALL = (("range", _whole(_RANGE)), *((kind, _whole(pattern)) for kind, pattern in _POINTS))
"""Each kind of expression with its pattern; a range comes first, for it holds others."""
(
    _SPAN,
    _DAYS,
    _WORDED_DAYS,
    _WEEKDAY_ALONE,
    _NIGHTS_TO,
    _OF_NIGHTS_OR_MONTHS,
    _NTHS,
    _ANCHOREDS,
    _VAGUES,
    _RELATIVES,
    _OF_SEASONS,
    _OF_MONTHS,
    _OF_YEARS,
    _PARTS,
) = ALL
TRIED = {
    "weekday": (_SPAN, _DAYS, _WORDED_DAYS, _WEEKDAY_ALONE, _ANCHOREDS, _RELATIVES),
    "month": (_SPAN, _DAYS, _WORDED_DAYS, _OF_MONTHS),
    "year": (_SPAN, _DAYS, _OF_YEARS),
    "number": (_SPAN, _DAYS, _NTHS, _ANCHOREDS, _RELATIVES),
    "ordinal": (_NTHS,),
    "feast": (_WORDED_DAYS,),
    "season": (_RELATIVES, _OF_SEASONS),
    "moment": (_NIGHTS_TO, _WORDED_DAYS, _ANCHOREDS, _VAGUES, _RELATIVES, _OF_YEARS),
    "unit": (_NIGHTS_TO, _OF_NIGHTS_OR_MONTHS, _ANCHOREDS, _VAGUES, _RELATIVES, _PARTS),
}
"""What may begin with such a core, what comes first in `ALL` first."""
TRIED_LAST = TRIED | {
    "weekday": (_WORDED_DAYS, _WEEKDAY_ALONE, _ANCHOREDS, _RELATIVES),
    "month": (_WORDED_DAYS, _OF_MONTHS),
    "year": (_DAYS, _OF_YEARS),
    "number": (_DAYS, _NTHS, _ANCHOREDS, _RELATIVES),
}
"""The same when no other figure follows in the text."""
