"""Foreign exceptions become ours here, nowhere else. Nothing of a request, an answer or a key gets into a message."""

from __future__ import annotations

import asyncio
import email.utils
import json
import re
from collections.abc import Mapping
from typing import Any

import httpx2
import instructor.core.exceptions as instructor_errors
import openai
import pydantic
from openai._exceptions import SubjectTokenProviderError

from summarizer.errors import (
    AnswerInvalid,
    AnswerRefused,
    AnswerTruncated,
    AuthenticationFailed,
    BudgetExhausted,
    ContextTooLong,
    DeadlineExceeded,
    EngineError,
    QuotaExhausted,
    RateLimited,
    RequestRefused,
    ServerFailed,
    ServerUnreachable,
)

_TOO_LONG = re.compile(
    r"context.{0,20}(?:length|window|size|limit)|maximum.{0,20}tokens|too many tokens|prompt is too long|n_ctx|"
    r"input.{0,20}too long|requested tokens",
    re.I,
)
_NO_QUOTA = frozenset(
    {"insufficient_quota", "billing_hard_limit_reached", "billing_not_active", "insufficient_balance"}
)
_FILTERED = frozenset({"content_filter", "content_policy_violation", "ResponsibleAIPolicyViolation"})
_UNKNOWN = re.compile(r"un(?:supported|known|recognized)|None$|extra")
_IDENTIFIER = re.compile(r"[A-Za-z][\w.\[\]-]{0,59}")


class FormRefused(RequestRefused):
    """A refusal that may be about how JSON was asked for, so that another mode may help.

    `parameter` is the one that the server doesn't know, if that is what it says.
    """

    def __init__(self, message: str, hint: str, parameter: str | None) -> None:
        super().__init__(message, hint)
        self.parameter = parameter


def explain(error: BaseException) -> EngineError:
    """Our error for one that came out of the model libraries (or for one of ours that they wrapped)."""
    if isinstance(error, EngineError):
        return error
    if isinstance(error, openai.APIError):
        return _of_api(error)
    if isinstance(error, (asyncio.TimeoutError, httpx2.TimeoutException)):
        return DeadlineExceeded("no full answer within the deadline", "raise the deadline, or make chunks smaller")
    if isinstance(error, httpx2.TransportError):
        return ServerUnreachable("the connection to the server failed", "check --base-url and that the server runs")
    if isinstance(error, instructor_errors.TokenBudgetError):
        return BudgetExhausted("the token budget of a call is used up")
    if isinstance(error, instructor_errors.InstructorRetryException) and error.__cause__ is not None:
        return explain(error.__cause__)
    if isinstance(error, (instructor_errors.IncompleteOutputException, openai.LengthFinishReasonError)):
        return truncated()
    if isinstance(error, openai.ContentFilterFinishReasonError):
        return refused()
    if isinstance(
        error, (instructor_errors.ConfigurationError, instructor_errors.ModeError, instructor_errors.ClientError)
    ):
        return RequestRefused("the model library refuses the settings", "try another --mode")
    if isinstance(error, (SubjectTokenProviderError, openai.OAuthError)):
        return _no_access()
    if isinstance(error, openai.OpenAIError):
        return RequestRefused("the model library refuses the request", "see `summarizer doctor`")
    if isinstance(error, (instructor_errors.InstructorError, pydantic.ValidationError, json.JSONDecodeError)):
        return AnswerInvalid(
            "the model's answer can't be read as what was asked for", "try another --mode or a larger model"
        )
    return AnswerInvalid(f"the answer could not be worked on ({type(error).__name__})", "try another --mode")


def truncated() -> AnswerTruncated:
    """The answer was cut at the token limit."""
    return AnswerTruncated(
        "the answer was cut at the token limit", "raise max_answer_tokens, or lower max_chunk_tokens"
    )


def refused() -> AnswerRefused:
    """The model or a filter declined."""
    return AnswerRefused("the model or a content filter declined to answer", "try another model")


def _no_access() -> AuthenticationFailed:
    return AuthenticationFailed("the server refuses the key", "set OPENAI_API_KEY; see `summarizer doctor`")


def _of_api(error: openai.APIError) -> EngineError:
    if isinstance(error, openai.APIConnectionError):
        cause = error.__cause__
        if isinstance(cause, EngineError):
            return cause
        waiting_only = isinstance(cause, (httpx2.ConnectTimeout, httpx2.PoolTimeout))
        if isinstance(error, openai.APITimeoutError) and not waiting_only:
            return DeadlineExceeded("no full answer within the deadline", "raise the deadline, or make chunks smaller")
        return ServerUnreachable(
            "no connection to the server, or it was dropped", "check --base-url and that the server runs"
        )
    if isinstance(error, openai.APIStatusError):
        return _of_status(error.status_code, error.code, error.type, _message(error.body), error.param)
    return ServerFailed(
        "the server answered with something that is no chat completion", "check --base-url (it often ends in /v1)"
    )


def of_body(problem: Mapping[str, Any]) -> EngineError:
    """Our error for an error object that came with status 200; its code may be a status."""
    code = problem.get("code")
    status = code if isinstance(code, int) and 400 <= code < 600 else 500
    return _of_status(status, code, problem.get("type"), _message(problem), problem.get("param"))


def _message(body: object) -> str:
    if isinstance(body, Mapping):
        return str(body.get("message") or body.get("detail") or "")[:2000]
    return str(body or "")[:2000]


def _of_status(status: int, code: Any, kind: Any, message: str, param: Any) -> EngineError:
    names = {str(code), str(kind)}
    if status in (401, 403):
        return _no_access()
    if status == 402 or (status == 429 and names & _NO_QUOTA):
        return QuotaExhausted("no quota or credit is left", "top up, or use another key or model")
    if status == 429:
        return RateLimited("the server says that it is too much", "lower --concurrency, or set rpm and tpm")
    if names & _FILTERED:
        return refused()
    if status == 413 or "context_length_exceeded" in names or (status in (400, 422, 500) and _TOO_LONG.search(message)):
        return ContextTooLong("the prompt doesn't fit the model", "lower max_chunk_tokens")
    if status == 408:
        return DeadlineExceeded("the server gave up waiting", "try again later")
    if status == 409 or (status >= 500 and status != 501):
        return ServerFailed(f"the server failed with status {status}", "try again later")
    told = ", ".join(text for text in (code, param) if isinstance(text, str) and _IDENTIFIER.fullmatch(text))
    if status == 404:
        return RequestRefused("the server doesn't know the model or the path", "check --model and --base-url")
    if 300 <= status < 400:
        return RequestRefused(f"the server redirects (status {status})", "give the final address as --base-url")
    return FormRefused(
        f"the server refuses the request (status {status}{': ' + told if told else ''})",
        "check --model and --mode",
        param if isinstance(param, str) and _UNKNOWN.match(str(code)) else None,
    )


def retry_after(error: BaseException, now: float) -> float | None:
    """Seconds the server asks to wait (`retry-after-ms`, or either form of `Retry-After`); `now` since the epoch."""
    if not isinstance(error, openai.APIStatusError):
        return None
    headers = error.response.headers
    try:
        if "retry-after-ms" in headers:
            return max(0.0, float(headers["retry-after-ms"]) / 1000)
        return max(0.0, float(headers["retry-after"]))
    except KeyError:
        return None
    except ValueError:
        pass
    try:
        return max(0.0, email.utils.parsedate_to_datetime(headers.get("retry-after", "")).timestamp() - now)
    except (TypeError, ValueError):
        return None


def may_be_billed(error: BaseException) -> bool:
    """Whether the server may have worked on a call that ended so, although no answer came."""
    if isinstance(error, openai.APIConnectionError):
        return not isinstance(error.__cause__, (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout))
    return isinstance(error, (asyncio.TimeoutError, asyncio.CancelledError, httpx2.TransportError))
