"""Settings: plain values, and where they come from (flags, then environment, then a TOML file)."""

from __future__ import annotations

import datetime as dt
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator

from summarizer.errors import SettingsError

DEFAULT_MODEL = "gpt-5-mini"
LAST = "last"


class Settings(BaseModel):
    """All that can be set. `Settings()` reads nothing from outside; `Settings.load()` does.

    `store` keeps what is found, and a model's answers; `name` is that of a repeated briefing; `since` (`last`, or an EDTF day,
    month or year) asks for what changed. Times are seconds, costs USD, sizes tokens unless the name says otherwise.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    engine: Literal["auto", "rules", "llm"] = "auto"
    model: str = DEFAULT_MODEL
    base_url: str | None = None
    api_key: SecretStr | None = None
    mode: Literal["auto", "tools", "json-schema", "json"] = "auto"
    ontology: str = "plover"
    title: str | None = None
    published: str | None = Field(default=None, pattern=r"^\d{4}-\d{2}-\d{2}([T ].*)?$")
    publisher: str | None = None
    length: Literal["short", "standard", "full"] = "standard"
    assess: bool = False
    # More events than this are written about thread by thread (llm). About 45 answer tokens an event, so that 120 leave room
    # in the 8,000 of an answer, and their records take two thirds of what one question may hold.
    brief_events: int = Field(default=120, ge=5)
    max_chunk_tokens: int = Field(default=6000, ge=50)
    max_answer_tokens: int = Field(default=8000, ge=100)
    temperature: float | None = None
    deadline: float = Field(default=180.0, gt=0)
    attempts: int = Field(default=5, ge=1)
    reasks: int = Field(default=1, ge=0, le=5)
    concurrency: int = Field(default=16, ge=1)
    rpm: int | None = Field(default=None, ge=1)
    tpm: int | None = Field(default=None, ge=1)
    max_cost: float | None = Field(default=None, ge=0)
    prices: str | None = None
    recall_pass: bool = False
    prompts: str | None = None
    store: str | None = None
    name: str | None = Field(default=None, min_length=1)
    since: str | None = None
    use_store: bool = True
    max_source_bytes: int = Field(default=64_000_000, ge=1)
    max_article_chars: int = Field(default=2_000_000, ge=1000)
    columns: tuple[str, ...] = ()
    read_deadline: float = Field(default=8.0, gt=0)
    fetch: bool = False
    fetch_deadline: float = Field(default=10.0, gt=0)
    fetch_interval: float = Field(default=1.0, ge=0)
    fetch_cache: str | None = None
    fetch_private: bool = False

    @field_validator("since")
    @classmethod
    def _is_day(cls, value: str | None) -> str | None:
        if value not in (None, LAST):
            try:
                dt.datetime.strptime((str(value) + "-01-01")[:10], "%Y-%m-%d")
            except ValueError:
                raise ValueError(f"{value!r} is no day, month or year: write 2026-05-01, 2026-05 or 2026") from None
        return value

    @field_validator("columns", mode="before")
    @classmethod
    def _split_columns(cls, value: Any) -> Any:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @property
    def has_model(self) -> bool:
        """Whether a key or a server is configured, so that `auto` takes the model."""
        return bool(self.base_url or (self.api_key and self.api_key.get_secret_value()))

    @classmethod
    def load(
        cls,
        flags: Mapping[str, Any] | None = None,
        environ: Mapping[str, str] | None = None,
        file: str | os.PathLike[str] | None = None,
    ) -> Settings:
        """Settings from flags (None = not given), then `SUMMARIZER_*` and `OPENAI_*`, then a TOML file.

        The file is `file`, or `$SUMMARIZER_CONFIG`, or the first of `summarizer.toml` and `pyproject.toml` in the working
        directory with a table `[tool.summarizer]` (or `[summarizer]`). Raises SettingsError.
        """
        environ = os.environ if environ is None else environ
        values: dict[str, Any] = dict(_from_file(file or environ.get("SUMMARIZER_CONFIG")))
        values |= _from_environment(environ)
        values |= {name: value for name, value in (flags or {}).items() if value is not None}
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            first = error.errors(include_input=False, include_url=False)[0]
            name = ".".join(str(part) for part in first["loc"]) or "settings"
            raise SettingsError(
                f"setting {name!r}: {first['msg']}", "see `summarizer doctor` for what is configured"
            ) from None


def _from_environment(environ: Mapping[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, variable in (("api_key", "OPENAI_API_KEY"), ("base_url", "OPENAI_BASE_URL"), ("model", "OPENAI_MODEL")):
        if environ.get(variable):
            values[name] = environ[variable]
    for name in Settings.model_fields:
        value = environ.get(f"SUMMARIZER_{name.upper()}")
        if value:
            values[name] = value
    return values


def _from_file(path: str | os.PathLike[str] | None) -> dict[str, Any]:
    candidates = [Path(path)] if path else [Path("summarizer.toml"), Path("pyproject.toml")]
    for candidate in candidates:
        try:
            data = tomllib.loads(candidate.read_text(encoding="utf-8"))
        except FileNotFoundError:
            if path:
                raise SettingsError(f"no settings file {candidate}", "check the path") from None
            continue
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise SettingsError(
                f"settings file {candidate}: {type(error).__name__}: {error}", "mend or remove it"
            ) from None
        table = data.get("tool", {}).get("summarizer", data.get("summarizer"))
        if isinstance(table, dict):
            return {name.replace("-", "_"): value for name, value in table.items()}
    return {}
