"""Prompts: found, constant, and never a template for article text."""

from __future__ import annotations

from pathlib import Path

import pytest

import summarizer.prompts
from summarizer.errors import SettingsError
from summarizer.prompts import load_prompt


@pytest.mark.parametrize("name", ["extract_events", "write_brief"])
def test_prompts_are_whole(name: str) -> None:
    prompt = load_prompt(name)
    assert prompt.version
    assert prompt.description
    assert len(prompt.fingerprint) == 12
    assert "$article" in prompt.user
    assert "instruction" in prompt.system


def test_variables_are_filled_in_and_missing_ones_are_noticed() -> None:
    values = {"ontology_name": "N", "ontology": "O $x", "guidance": "", "example": ""}
    text = load_prompt("extract_events").system_text(values)
    assert "TYPES of N" in text
    assert "O $x" in text
    with pytest.raises(KeyError):
        load_prompt("extract_events").system_text({"ontology": "O"})


@pytest.mark.parametrize(
    "text", ["{{7*7}}", "{% raw %}", "$ontology $article ${x}", "\\n %s {0}", "  indented\n    text"]
)
def test_article_text_is_never_rendered(text: str) -> None:
    assert load_prompt("extract_events").user_text(text) == text


def test_any_word_changes_the_fingerprint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summarizer.prompts, "_FOLDERS", (tmp_path,))
    seen = set()
    for system in ("a", "b"):
        (tmp_path / f"{system}.toml").write_text(f"description='d'\nversion='1'\nsystem='{system}'\nuser='$article'")
        seen.add(load_prompt(system).fingerprint)
    assert len(seen) == 2
    with pytest.raises(SettingsError, match="no prompt 'c'"):
        load_prompt("c")
    (tmp_path / "d.toml").write_text("version='1'")
    with pytest.raises(SettingsError, match="can't be read"):
        load_prompt("d")
