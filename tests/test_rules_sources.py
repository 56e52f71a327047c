"""Sources that are told by other words than a verb of saying right beside them, and whose country is told elsewhere."""

from __future__ import annotations

import asyncio

import pytest

from summarizer.article import Article
from summarizer.chunking import chunk_article
from summarizer.drafts import EventDraft
from summarizer.engines.rules.engine import RulesEngine
from summarizer.ontology import load_ontology

ENGINE = RulesEngine(load_ontology())
AROUND = (
    "NAIROBI, May 17 (LWS) - Kenya closed its border with Uganda on Tuesday, Interior Minister Joseph Mutua said.\n\n"
    "Uganda recalled its ambassador from Nairobi on Wednesday. The Kenyan army sent troops to the lake.\n\n"
    "{}\n\nKenya and Uganda have quarrelled over the island for years.\n"
)


def told(text: str, trigger: str) -> EventDraft:
    """The draft of a text, put into an article from Nairobi, whose trigger begins with the words."""
    (chunk,) = chunk_article(Article(text=AROUND.format(text), published="2023-05-17"), 100_000)
    drafts = asyncio.run(ENGINE.extract_events(chunk)).drafts
    (draft,) = [draft for draft in drafts if draft.trigger.startswith(trigger)]
    return draft


@pytest.mark.parametrize(
    ("text", "trigger", "speakers"),
    [
        # whose version it is
        ("By Kampala's account, Kenyan soldiers shot a Ugandan fisherman.", "shot", [("Kampala", "UGA")]),
        ("Kenyan soldiers shot a Ugandan fisherman, as Kampala tells it.", "shot", [("Kampala", "UGA")]),
        ("Per the Ugandan ministry, Kenyan soldiers shot a fisherman.", "shot", [("the Ugandan ministry", "UGA")]),
        ('Mayor Peter Otieno: "Ugandan soldiers burned our market."', "burned", [("Mayor Peter Otieno", "KEN")]),
        # what follows the verb tells nothing but to whom, or when
        (
            "Uganda has freed six Kenyan sailors, Energy Minister Ann Obura informed the House yesterday.",
            "freed",
            [("Energy Minister Ann Obura", "KEN")],
        ),
        (
            "Ugandan soldiers burned a Kenyan market, spokesman Peter Otieno said when asked about the raid.",
            "burned",
            [("spokesman Peter Otieno", "KEN")],
        ),
        # people who are only called so
        (
            "Uganda expelled two Kenyan diplomats, a person familiar with the matter said.",
            "expelled",
            [("a person familiar with the matter", None)],
        ),
        (
            "The daily cited a person close to the palace as saying that Uganda had expelled two Kenyan diplomats.",
            "expelled",
            [("The daily", None), ("a person close to the palace", None)],
        ),
        (
            "Uganda expelled two Kenyan diplomats, said one of the officials, who asked for anonymity.",
            "expelled",
            [("the officials", None)],
        ),
        # papers with words about them
        (
            "A court file opened on Wednesday shows that Uganda arrested three Kenyan traders.",
            "arr",
            [("A court file", None)],
        ),
        (
            "A report published on Monday by the army says that Ugandan soldiers burned a Kenyan village.",
            "burned",
            [("the army", "KEN")],
        ),
        # who belongs to the victim, and who tells of harm that others do
        ("Kenyan soldiers shot a Ugandan fisherman, his widow said.", "shot", [("his widow", "UGA")]),
        ("Ugandan soldiers burned our market, said the mayor of Busia.", "burned", [("the mayor", "KEN")]),
        # what stands before the verb of saying tells nothing but when and where
        (
            "In Mbarara, the Ugandan army said on Monday it had arrested six Kenyan traders.",
            "arrested",
            [("the Ugandan army", "UGA")],
        ),
        (
            "Uganda arrested six Kenyan traders, Mayor Peter Otieno said in a text sent to reporters on Monday.",
            "arrested",
            [("Mayor Peter Otieno", "KEN")],
        ),
        # who is heard, who counts, who admits it of himself
        (
            "A court in Kampala heard on Monday that Kenyan guards had beaten a Ugandan fisherman.",
            "beaten",
            [("A court", "UGA")],
        ),
        ("Uganda has by its own count deported 214 Kenyan traders.", "deported", [("Uganda", "UGA")]),
        ("Uganda's version is that Kenyan soldiers shot a fisherman.", "shot", [("Uganda", "UGA")]),
        (
            "Ugandan soldiers burned a Kenyan market, in the telling of the Kenyan army.",
            "burned",
            [("the Kenyan army", "KEN")],
        ),
        (
            "One of the Kenyan officers admitted that Kenyan soldiers shot a Ugandan fisherman.",
            "shot",
            [("the Kenyan officers", "KEN")],
        ),
        # who stands for whom
        (
            "Kenyan soldiers shot a fisherman, the head of the Ugandan mission there, Ann Obura, said.",
            "shot",
            [("the head", "UGA")],
        ),
        (
            "Kenyan soldiers shot a fisherman, said Ann Obura, who heads the Ugandan mission.",
            "shot",
            [("Ann Obura", "UGA")],
        ),
        # "they" are those who spoke
        (
            "Uganda, Kenyan officers said, seized two boats; four sailors, they said, were arrested by Uganda.",
            "arrested",
            [("Kenyan officers", "KEN")],
        ),
        # who says it is named before a relative clause, or before what is said first
        (
            "Uganda, which leads the police mission, said its officers had arrested six Kenyan traders.",
            "arrested",
            [("Uganda", "UGA")],
        ),
        (
            '"They bribed him," the Ugandan minister told reporters, adding that Kenya had expelled two diplomats.',
            "expelled",
            [("the Ugandan minister", "UGA")],
        ),
        (
            "Uganda's army, in a note which the daily Standard printed in full, said Kenyan soldiers shot a fisherman.",
            "shot",
            [("Uganda's army", "UGA")],
        ),
        # hearsay, a medium told again, and what is made known by somebody
        (
            "Radio Mbale had it from a lorry driver that Kenyan soldiers shot a Ugandan fisherman.",
            "shot",
            [("Radio Mbale", None), ("a lorry driver", None)],
        ),
        (
            "The daily Nation wrote that it rained. The same newspaper said that Uganda expelled two Kenyan diplomats.",
            "expelled",
            [("Nation", None)],
        ),
        (
            "Uganda deported two Kenyan bankers, it was revealed on Monday by the Ugandan regulator.",
            "deported",
            [("the Ugandan regulator", "UGA")],
        ),
        # a charge whose verb is left out
        (
            "Kenya accused Ugandan guards of having burned a mill, and Uganda Kenyan ones of having beaten a cook.",
            "beaten",
            [("Uganda", "UGA")],
        ),
        # what a state will do, and what is announced, is news of its own offices
        (
            "Uganda will expel two Kenyan diplomats, Prime Minister Peter Okello announced.",
            "expel",
            [("Prime Minister Peter Okello", "UGA")],
        ),
        # what is only named in a report, and a figure of others
        ("Kenya and Uganda will meet at the request of Tanzania, the ministry said.", "request", []),
        (
            "Uganda deported 214 Kenyan traders, among them, according to a Kenyan union, 40 women.",
            "deported",
            [],
        ),
        # what is asked as it is spoken has no source beside who asks
        ("Fishermen from Kenya say that they lost their nets, and want Uganda to pay.", "want", []),
    ],
)
def test_who_is_the_source(text: str, trigger: str, speakers: list[tuple[str, str | None]]) -> None:
    assert [(speaker.name, speaker.country) for speaker in told(text, trigger).attribution] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "Nor was it true, the ministry added, that Kenyan police had arrested two Ugandan drivers.",
        "It was not true that Kenyan police had arrested two Ugandan drivers, the ministry said.",
        "The ministry called untrue a report that Kenyan police had arrested two Ugandan drivers.",
    ],
)
def test_what_is_called_untrue_is_denied(text: str) -> None:
    assert told(text, "arrested").status == "denied"
