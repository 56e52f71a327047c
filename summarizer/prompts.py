"""Prompts: TOML files with a constant system part; their fingerprint goes into every output."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from string import Template
from typing import Any

from summarizer.errors import SettingsError

# In a wheel the folder lies inside the package, in a checkout at the top.
_FOLDERS = (Path(__file__).parent / "prompts_data", Path(__file__).parent.parent / "prompts")


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt. `fingerprint` is 12 hex digits that change with any word of it."""

    name: str
    version: str
    description: str
    system: str
    user: str
    fingerprint: str

    def system_text(self, values: Mapping[str, str] | None = None) -> str:
        """The system part with its `$variables` filled in. Never for article text: values must be ours."""
        return Template(self.system).substitute(values).strip() if values else self.system.strip()

    def user_text(self, article: str) -> str:
        """The user part round an article's lines, which are concatenated and never rendered."""
        before, _, after = self.user.partition("$article")
        return before.lstrip("\n") + article + after


def _read(path: Path) -> Mapping[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=16)
def load_prompt(name: str, own: str | None = None) -> Prompt:
    """The prompt `name`, from the folder `own` when it has one, else ours. Raises SettingsError when neither has it."""
    if own is not None and not Path(own).is_dir():
        raise SettingsError(f"no folder of prompts {own}", "check the path")
    for folder in (Path(own), *_FOLDERS) if own else _FOLDERS:
        try:
            data = _read(folder / f"{name}.toml")
            system, user = str(data["system"]), str(data["user"])
            version, description = str(data["version"]), str(data["description"])
        except FileNotFoundError:
            continue
        except (OSError, ValueError, KeyError) as error:
            advice = "compare it with ours" if folder not in _FOLDERS else "install the package again"
            raise SettingsError(f"prompt {name!r} can't be read: {error!r}", advice) from None
        digest = hashlib.sha256("\x1f".join((version, system, user)).encode()).hexdigest()
        return Prompt(name, version, description, system, user, digest[:12])
    raise SettingsError(f"no prompt {name!r}", "install the package again")
