"""The assessment: judgements that are marked as such and checked by code."""

from __future__ import annotations

import pytest

from summarizer import Article, Settings, summarize
from summarizer.brief import Brief
from summarizer.renderers import render_brief
from summarizer.verifying import Passage, check_sentence, keep_what_holds, verify_again
from tests.test_verify_again import ARTICLE, QUOTE, brief


def reasons(text: str) -> tuple[str, ...]:
    passages = [Passage(QUOTE, ARTICLE.published_on)]
    return check_sentence(text, brief().events, passages, judgement=True).reasons


@pytest.mark.parametrize(
    "text",
    [
        "Belarus is likely to answer by summoning the Latvian envoy.",
        "A quick return to talks between Latvia and Belarus is very unlikely.",
        "There is almost no chance that Minsk will ignore Monday's summons.",
        "Latvia will almost certainly summon the envoy again.",
        "There is a roughly even chance of further steps by Riga.",
        "The chances are remote that relations improve.",
    ],
)
def test_one_likelihood_about_what_is_cited_holds(text: str) -> None:
    assert reasons(text) == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Belarus will answer.", "gives no likelihood"),
        ("Belarus is likely to answer and Latvia is unlikely to yield.", "more than one likelihood"),
        ("Belarus is likely to answer and could close its embassy.", "hedges twice"),
        ("We judge with high confidence that Belarus is likely to answer.", "speaks of confidence"),
        ("Belarus is clearly likely to answer.", "speaks of confidence"),
        ("Belarus is likely to expel 14 envoys.", "14"),
        ("Poland is likely to follow.", "Poland"),
        ("Viktor Lukin is likely to be recalled.", "Viktor Lukin"),
        ("Belarus is likely to answer on 9 June.", "9 June"),
        ('Belarus is likely to call it "a farce".', "quotes words"),
        ("Belarus is likely to answer, see https://x.example.", "link"),
    ],
)
def test_what_is_no_sound_judgement_is_refused(text: str, why: str) -> None:
    assert any(why in reason for reason in reasons(text)), reasons(text)


def judged(text: str) -> Brief:
    made = brief()
    statement = made.key_points[0].model_copy(update={"text": text, "section": "assessment"})
    return made.model_copy(update={"assessment": (statement,)})


def test_the_proof_is_repeated_on_judgements_by_their_own_rules() -> None:
    good = judged("Belarus is likely to answer.")
    assert verify_again(good, [ARTICLE]) == ()
    bad = judged("Belarus is likely to answer with 14 expulsions.")
    ((statement, why),) = verify_again(bad)
    assert statement.section == "assessment"
    kept = keep_what_holds(bad, [(statement, why)])
    assert kept.assessment == ()
    assert kept.verification.withheld[0].section == "assessment"


@pytest.mark.parametrize("format", ["md", "html"])
def test_readers_see_that_it_is_a_judgement(format: str) -> None:
    text = render_brief(judged("Belarus is likely to answer."), format)
    assert "Assessment" in text
    assert "Judgement, not reported fact" in text
    assert text.index("Judgement, not reported fact") < text.index("Belarus is likely to answer.")
    assert "Judgement" not in render_brief(brief(), format)


def test_the_rules_judge_nothing_and_say_so() -> None:
    article = Article(text="Norway expelled two diplomats of Chile on 24 April 2021.", published="2021-04-25")
    made = summarize([article], settings=Settings(engine="rules", assess=True)).brief
    assert made.assessment == ()
    assert any("judgement needs a model" in item.reason for item in made.verification.left_out)
    plain = summarize([article], settings=Settings(engine="rules")).brief
    assert not any("judgement" in item.reason for item in plain.verification.left_out)
