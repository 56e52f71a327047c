"""Verbs that make somebody the source of what is told."""

from __future__ import annotations

SAY = frozenset(
    """said says say saying announced announces confirmed confirms stated states told tells added adds declared insisted insists noted
    acknowledged admitted denied denies revealed disclosed explained stressed stresses emphasised emphasized
    underlined reiterated reaffirmed recalled recalls testified informed informs argued maintained maintains quoted wrote writes
    tweeted tweets warned warns claims conceded concedes specified observed remarked affirmed affirms indicated indicates assured assures
    assured replied related relates declares communicated estimated estimates counted commented snapped fumed sniffed thundered
    joked boasted hissed shrugged sighed muttered clarified pointed pledged revealed believe believes swears vowed
    insist maintain contend contends contended assert asserts asserted
    confirm acknowledge admit concede lamented laments reckoned reckons quipped quips scoffed
    exclaimed volunteered intimated cautioned cautions attested attests certified certifies proclaimed proclaims""".split()
)
NARROW = frozenset(  # "recalled its envoy", "posted troops": to say something only with "that", or behind what is said
    """answered answers recalled recalls recounted recounts posted posts described describes documents documented continued continues
    complain complains complained suspect suspects suspected protest protests protested object objects objected hinted hints
    countered counters retorted retorts     concluded concludes established establishes found finds""".split()
)
PLURAL = frozenset(  # "they report", never "to report"
    """report announce deny state declare explain stress add reckon argue swear testify charge""".split()
)
GOES = frozenset(("went", "goes"))
SHOWS = frozenset(("showed", "shows", "show"))
HEARD = frozenset(("heard", "hears"))
LEARNED = frozenset(("learned", "learnt", "learns"))
MANY = ("s", "they", "we", "police", "media", "people", "women", "men")
REPORT = frozenset("reported reports broadcast relayed".split()) | SHOWS
CHARGED = frozenset(("charged", "charges"))
ALLEGE = frozenset("claim claimed claims allege alleged alleges".split()) | CHARGED
ADDING = frozenset("saying adding noting stressing insisting claiming alleging arguing explaining announcing".split())
SAYING = ADDING | SAY | REPORT | ALLEGE | NARROW | GOES | HEARD | LEARNED | PLURAL | {"according"}
