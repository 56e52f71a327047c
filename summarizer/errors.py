"""What can go wrong, as one tree. Every message says what to do next and carries neither article text nor secrets.

SummarizerError
├── UsageError              the caller asked for something that can't be done; exit code 2
│   └── SettingsError       a flag, environment variable or settings file holds a wrong value
├── SourceError             one source could not be read; the others go on
├── OntologyError           an ontology file is not sound
├── StoreError              the store file is damaged, locked, too new, read-only or full
└── EngineError             the engine could not answer for one chunk; `retryable` says whether trying again may help
    ├── AuthenticationFailed    key missing or refused
    ├── RateLimited             429, and quota is left
    ├── QuotaExhausted          429 or 402, and no quota is left
    ├── ServerUnreachable       no connection, or it was dropped
    ├── ServerFailed            5xx
    ├── DeadlineExceeded        no full answer within the deadline; it may have been billed
    ├── RequestRefused          other 4xx: the server doesn't know the model, path or a parameter
    ├── ContextTooLong          the prompt doesn't fit the model
    ├── AnswerTruncated         the answer was cut at the token limit
    ├── AnswerRefused           the model or a filter declined to answer
    ├── AnswerInvalid           the answer can't be read as what was asked for, after re-asks
    ├── BudgetExhausted         the cost limit leaves no room for the call
    └── Interrupted             the run is being stopped, so that the call was not made
"""

from __future__ import annotations


class SummarizerError(Exception):
    """Base of all errors of this package: a one-line message, and a hint what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}" if self.hint else self.message


class UsageError(SummarizerError):
    """The caller asked for something that can't be done."""


class SettingsError(UsageError):
    """A flag, environment variable or settings file holds a wrong value."""


class SourceError(SummarizerError):
    """One source could not be read."""


class OntologyError(SummarizerError):
    """An ontology file is not sound."""


class StoreError(SummarizerError):
    """The store file is damaged, locked, too new, read-only or full."""


class EngineError(SummarizerError):
    """The engine could not answer for one chunk."""

    retryable = False


class AuthenticationFailed(EngineError):
    """Key missing or refused."""


class RateLimited(EngineError):
    """Too many requests; quota is left."""

    retryable = True


class QuotaExhausted(EngineError):
    """No quota or credit is left."""


class ServerUnreachable(EngineError):
    """No connection, or it was dropped."""

    retryable = True


class ServerFailed(EngineError):
    """The server answered with 5xx, or with something that is no answer."""

    retryable = True


class DeadlineExceeded(EngineError):
    """No full answer within the deadline; it may have been billed."""

    retryable = True


class RequestRefused(EngineError):
    """The server doesn't know the model, the path or a parameter."""


class ContextTooLong(EngineError):
    """The prompt doesn't fit the model."""


class AnswerTruncated(EngineError):
    """The answer was cut at the token limit."""


class AnswerRefused(EngineError):
    """The model or a content filter declined to answer."""


class AnswerInvalid(EngineError):
    """The answer can't be read as what was asked for, after re-asks."""


class BudgetExhausted(EngineError):
    """The cost limit leaves no room for the call."""


class Interrupted(EngineError):
    """The run is being stopped, so that the call was not made."""
