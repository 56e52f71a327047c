"""Where an article is at home, whose offices are told without a country."""

from __future__ import annotations

import pytest

from summarizer import Article
from summarizer.chunking import chunk_article
from summarizer.engines.rules.sides.homes import find_home
from summarizer.normalising.actors import find_names


def home(text: str, title: str | None = None, publisher: str | None = None) -> str | None:
    (chunk,) = chunk_article(Article(text=text, title=title, publisher=publisher), 100_000)
    found = find_home(chunk, find_names(text), 0)
    return found.codes[0] if found else None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ACCRA, May 3 (CN) - Togo shut its border. Togo's army moved north. Togo wants talks.", "GHA"),
        # where things happen outweighs who is named most
        ("Somali gunmen shot three policemen. They came from Somalia. In Nairobi, nobody slept. Somalia was sorry.", "KEN"),
        ("A court in Lausanne jailed a banker. He is Turkish. Near Geneva, Swiss dogs barked. Turkey wants him.", "CHE"),
        # where they meet, or where a website or exile sits, is nobody's home
        ("Mali fined Chad. The ministers of Mali and Chad will meet in Niamey. Mali is angry. It rained.", "MLI"),
        ("Mali fined Chad. A website in Niamey knew of it. Mali is angry. It rained.", "MLI"),
        # an envoy isn't at home where he serves, nor does he bring his home with him
        ("Estonia expelled a Russian diplomat. The Russian ambassador got a note. The embassy of Russia is shut. It rained.", "EST"),
        ("Peru is angry. The Chilean embassy in Lima is shut. The ambassador of Chile left. It rained.", "PER"),
        # an office without a country is that of the country named before, and deals with the one named behind
        ("Uganda kept calm. The foreign minister wrote to Rwanda. Police freed a Rwandan. It rained.", "UGA"),
        ("Kenya has closed its border with Somalia, the interior ministry said. It rained. Nobody came.", "KEN"),
        ("The police told nobody in Uganda. The police told Rwanda off. Uganda and Rwanda met. It rained.", "UGA"),
        # an office with one is abroad
        ("Ohrid slept. Then Bulgaria's police came. Then the Bulgarian army. In Skopje they slept on. It rained.", "MKD"),
        # whose offices are "ours" in the article's own words, and no one's whom it quotes
        ("Liberia shut its port. Liberia gave our envoy two days. It besieged our embassy. Sierra Leone is angry.", "SLE"),
        ("Liberia shut its port. Liberia’s premier said: “Our navy is ready.” Liberia will wait. Sierra Leone is angry.", "LBR"),
        # what is "ours" and has a country's name is at home
        ("Togo seized two of our Ghanaian boats. Togo wants money. Nobody spoke. It rained.", "GHA"),
        # a machine's spaces in the dateline, but no capital that only begins the first sentence
        ("Accra , 3 of May . – Togo shut its border. Togo's army moved north. Togo wants talks.", "GHA"),
        ("Accra, 3 of May they say. Togo shut its border. Togo's army moved north. In Togo it rained.", "TGO"),
        # whose men, boats and sides are "ours"
        ("Togo took one of our trawlers. Togo holds three of our fishermen. Togo shot at ours. Ghana waits.", "GHA"),
        ("Togo took our Ghanaian boats. Togo kept our Ghanaian boats. It shot at Togolese boats.", "GHA"),
        # nothing happens in a country whose envoy is called in
        ("Peru slept. They called in Chile’s consul. They hauled in Chile’s envoy. Peru slept on.", "PER"),
        ("LUSAKA , July 3 . – Togo lied . Togo lied again .", "ZMB"),
        # who is told as the neighbour, or to be across the border
        ("Peru slept on Monday. Across the border, Chile’s dogs barked. Neighbouring Chile slept. It rained.", "PER"),
        ("Peru slept on Monday. Across the border with Chile, nobody did. Chile’s dogs barked. It rained.", "CHL"),
        # where a correspondent sits, if the article is about another country's own doings there
        ("ACCRA, May 3 (CN) - Togo's army shelled two villages. In Lomé, the police freed nobody. It rained.", "TGO"),
        ("ACCRA — Togolese soldiers burned a farm in Lomé. The government was silent. It rained.", "TGO"),
        ("ACCRA - Togo's junta closed a paper. A minister met the British envoy in Lomé. It rained near Lomé.", "TGO"),
        # but not if it tells of its own country too, or of its dealings with the other, or nothing happens there
        ("ACCRA, May 3 (CN) - Togo's army shelled a Ghanaian village. In Lomé, the police freed nobody. It rained.", "GHA"),
        ("ACCRA — Togolese soldiers burned a farm near Lomé. The ministry called in the Togolese ambassador. It rained.", "GHA"),
        ("ACCRA — Togolese soldiers burned a farm near Lomé. The foreign minister wrote to Togo. It rained.", "GHA"),
        ("ACCRA — Togolese soldiers burned a farm. The government was silent. It rained.", "GHA"),
        ("ACCRA — The police freed a Togolese farmer. In Lomé, Togo's army kept silent. It rained.", "GHA"),
        # even
        ("Ghana accused Togo of theft. Togo accused Ghana of lying. It rained.", None),
        ("Nobody came. It rained. They slept.", None),
        ("Kenya slept. It rained.", None),
    ],
)  # fmt: skip
def test_home_by_the_text(text: str, code: str | None) -> None:
    assert home(text) == code


@pytest.mark.parametrize(
    ("title", "publisher", "code"),
    [
        ("Kenya calls it a day", None, "KEN"),
        ("Kenya: let the tailors go", "The Sofia Courier", "KEN"),
        (None, "The Nairobi Evening Mail", "KEN"),
        (None, "The Sofia Courier", "BGR"),
        (None, "Correo (English edition)", None),
        (None, "Radio Vlasina (Bulgaria)", "BGR"),
        # what an office publishes is at home there
        ("Kenya and Britain", "Ministry of Transport of Bulgaria", "BGR"),
        # though the text doesn't name it
        (None, "Ministry of Fish of the Republic of Ghana", "GHA"),
        (None, "Correo (translated from the Bulgarian)", None),
        # the organs of a state are at home there, wherever they are
        (None, "Embassy of Bulgaria in Kenya", "BGR"),
        ("Kenya: it rained", "Ministry of the Interior of the Republic of Poland", "POL"),
        ("Kenya: it rained", "The Warsaw Police Gazette", "KEN"),
        (None, None, None),
    ],
)
def test_home_by_heading(title: str | None, publisher: str | None, code: str | None) -> None:
    assert home("They fell out on Monday. It rained. Kenya and Bulgaria and Britain met.", title, publisher) == code


def test_home_is_named_where_the_text_names_it_first() -> None:
    text = "It rained. In Lomé, it snowed. Togo slept."
    (chunk,) = chunk_article(Article(text=text), 100_000)
    found = find_home(chunk, find_names(text), 0)
    assert found is not None
    assert (found.name, found.sentence) == ("Lomé", 2)
