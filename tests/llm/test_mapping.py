"""Every exception class of the model libraries becomes one of ours, and Retry-After is read in all its forms."""

from __future__ import annotations

import asyncio
import email.utils
import inspect
import json

import httpx2
import instructor.core.exceptions
import openai
import openai._exceptions
import pydantic
import pytest

from summarizer import errors
from summarizer.engines.llm.mapping import explain, may_be_billed, retry_after

REQUEST = httpx2.Request("POST", "http://127.0.0.1/v1/chat/completions")
OURS = {
    "APIConnectionError": errors.ServerUnreachable,
    "APIError": errors.ServerFailed,
    "APIResponseValidationError": errors.ServerFailed,
    "APIStatusError": errors.RequestRefused,
    "APITimeoutError": errors.DeadlineExceeded,
    "AsyncValidationError": errors.AnswerInvalid,
    "AuthenticationError": errors.AuthenticationFailed,
    "BadRequestError": errors.RequestRefused,
    "ClientError": errors.RequestRefused,
    "ConfigurationError": errors.RequestRefused,
    "ConflictError": errors.ServerFailed,
    "ContentFilterFinishReasonError": errors.AnswerRefused,
    "IncompleteOutputException": errors.AnswerTruncated,
    "InstructorError": errors.AnswerInvalid,
    "InstructorRetryException": errors.AnswerInvalid,
    "InternalServerError": errors.ServerFailed,
    "InvalidWebhookSignatureError": errors.AnswerInvalid,
    "LengthFinishReasonError": errors.AnswerTruncated,
    "ModeError": errors.RequestRefused,
    "MultimodalError": errors.AnswerInvalid,
    "NotFoundError": errors.RequestRefused,
    "OAuthError": errors.AuthenticationFailed,
    "OpenAIError": errors.RequestRefused,
    "PermissionDeniedError": errors.AuthenticationFailed,
    "ProviderError": errors.AnswerInvalid,
    "RateLimitError": errors.RateLimited,
    "ResponseParsingError": errors.AnswerInvalid,
    "SubjectTokenProviderError": errors.AuthenticationFailed,
    "TokenBudgetError": errors.BudgetExhausted,
    "TokenBudgetExceeded": errors.BudgetExhausted,
    "TokenUsageUnavailableError": errors.BudgetExhausted,
    "UnprocessableEntityError": errors.RequestRefused,
    "ValidationError": errors.AnswerInvalid,
    "WebSocketConnectionClosedError": errors.RequestRefused,
    "WebSocketQueueFullError": errors.RequestRefused,
}


def foreign_classes() -> list[type[Exception]]:
    found: dict[str, type[Exception]] = {}
    for module in (openai._exceptions, instructor.core.exceptions):
        for name, value in inspect.getmembers(module, inspect.isclass):
            if issubclass(value, Exception) and value.__module__.startswith(("openai", "instructor")):
                found[name] = value
    todo = list(found.values())
    while todo:  # also those that live elsewhere
        for child in todo.pop().__subclasses__():
            if child.__name__ not in found and child.__module__.startswith(("openai.", "instructor.v2.core.errors")):
                found[child.__name__] = child
                todo.append(child)
    return list(found.values())


def instance(cls: type[Exception]) -> Exception:
    if issubclass(cls, openai.APIStatusError):
        status = getattr(cls, "status_code", 503 if cls is openai.InternalServerError else 418)
        response = httpx2.Response(status if isinstance(status, int) else 401, request=REQUEST)
        if cls is openai.OAuthError:
            return cls(response=response, body=None)  # type: ignore[call-arg]
        return cls("secret", response=response, body=None)  # type: ignore[call-arg]
    error = cls.__new__(cls)
    error.args = ("secret",)
    return error


@pytest.mark.parametrize("cls", foreign_classes(), ids=lambda cls: cls.__name__)
def test_every_foreign_class_maps(cls: type[Exception]) -> None:
    mapped = explain(instance(cls))
    wanted = next(OURS[base.__name__] for base in cls.__mro__ if base.__name__ in OURS)
    assert isinstance(mapped, wanted)
    assert "secret" not in str(mapped)


def test_the_list_is_whole() -> None:
    homes = {"openai", "openai._exceptions", "instructor.v2.core.errors"}
    assert {cls.__name__ for cls in foreign_classes() if cls.__module__ in homes} == set(OURS)


def status_error(status: int, body: object = None, **headers: str) -> openai.APIStatusError:
    response = httpx2.Response(status, headers={k.replace("_", "-"): v for k, v in headers.items()}, request=REQUEST)
    return openai.APIStatusError("secret", response=response, body=body)


@pytest.mark.parametrize(
    ("status", "body", "ours"),
    [
        (400, None, errors.RequestRefused),
        (400, {"code": "context_length_exceeded"}, errors.ContextTooLong),
        (400, {"message": "This model's maximum context length is 4096 tokens"}, errors.ContextTooLong),
        (400, {"message": "Requested tokens (5000) exceed context window of 4096"}, errors.ContextTooLong),
        (400, {"code": "content_filter"}, errors.AnswerRefused),
        (401, None, errors.AuthenticationFailed),
        (402, None, errors.QuotaExhausted),
        (403, None, errors.AuthenticationFailed),
        (404, None, errors.RequestRefused),
        (408, None, errors.DeadlineExceeded),
        (409, None, errors.ServerFailed),
        (413, None, errors.ContextTooLong),
        (422, None, errors.RequestRefused),
        (429, None, errors.RateLimited),
        (429, {"code": "insufficient_quota"}, errors.QuotaExhausted),
        (429, {"type": "insufficient_quota"}, errors.QuotaExhausted),
        (500, None, errors.ServerFailed),
        (501, None, errors.RequestRefused),
        (503, None, errors.ServerFailed),
        (302, None, errors.RequestRefused),
    ],
)
def test_statuses(status: int, body: object, ours: type[errors.EngineError]) -> None:
    assert isinstance(explain(status_error(status, body)), ours)


def test_identifiers_of_the_server_are_told_and_its_words_are_not() -> None:
    body = {"message": "you sent: the article and sk-123", "code": "unknown_parameter", "param": "temperature"}
    told = str(explain(status_error(400, body)))
    assert "unknown_parameter" in told
    assert "temperature" in told
    assert "sk-123" not in told
    assert "article" not in told


def test_a_wrapped_cause_is_what_counts() -> None:
    wrapper = instructor.core.exceptions.InstructorRetryException("x", n_attempts=1, total_usage=None)
    wrapper.__cause__ = status_error(503)
    assert type(explain(wrapper)) is errors.ServerFailed
    own = errors.AnswerRefused("no")
    wrapper.__cause__ = own
    assert explain(wrapper) is own


@pytest.mark.parametrize(
    "error",
    [
        IndexError("secret"),
        AttributeError("secret"),
        AssertionError("secret"),
        json.JSONDecodeError("x", "secret", 0),
        pydantic.ValidationError.from_exception_data("secret", []),
    ],
)
def test_what_goes_wrong_with_an_answer_is_an_invalid_answer(error: Exception) -> None:
    assert type(explain(error)) is errors.AnswerInvalid
    assert "secret" not in str(explain(error))


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry_after": "1"}, 1.0),
        ({"retry_after": "119"}, 119.0),
        ({"retry_after": "1.5"}, 1.5),
        ({"retry_after": "-3"}, 0.0),
        ({"retry_after_ms": "250"}, 0.25),
        ({"retry_after": email.utils.formatdate(1_000_090, usegmt=True)}, 90.0),
        ({"retry_after": email.utils.formatdate(999_000, usegmt=True)}, 0.0),
        ({"retry_after": "soon"}, None),
        ({}, None),
    ],
)
def test_retry_after(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(status_error(429, **headers), 1_000_000.0) == seconds


def test_only_what_reached_the_server_may_be_billed() -> None:
    dropped, refused = openai.APIConnectionError(request=REQUEST), openai.APIConnectionError(request=REQUEST)
    dropped.__cause__, refused.__cause__ = httpx2.ReadError("x"), httpx2.ConnectError("x")
    assert may_be_billed(dropped)
    assert may_be_billed(TimeoutError())
    assert may_be_billed(asyncio.CancelledError())
    assert not may_be_billed(refused)
    assert not may_be_billed(status_error(500))
