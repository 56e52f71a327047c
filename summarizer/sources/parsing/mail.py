"""A mail (RFC 5322) or a page saved as MHTML: its headers, and the part that carries the text."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Any

from summarizer.errors import SourceError
from summarizer.sources.decoding import decode

_PARTS = 200
_LARGE = 2_000_000


def parse(data: bytes, _options: dict[str, Any]) -> dict[str, Any]:
    """`title`, `published`, `publisher`, `url`, `saved_page`, and `html` or `text` (either may be None). Raises SourceError."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    parts: dict[str, str] = {}
    for at, part in enumerate(message.walk()):
        if at > _PARTS:
            break
        kind = part.get_content_type()
        if (
            part.is_multipart()
            or part.get_content_disposition() == "attachment"
            or kind not in ("text/plain", "text/html")
        ):
            continue
        if kind not in parts:
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                parts[kind] = decode(payload, _parameter(part)).text
    if not parts:
        raise SourceError("a mail without text", "save its attachment, and give that")
    address = _header(message, "Snapshot-Content-Location")
    name, sender = parseaddr(_header(message, "From") or "")
    return {
        "title": _header(message, "Subject"),
        "published": None if address else _header(message, "Date"),
        "publisher": None if address else (name or sender or None),
        "url": address,
        "saved_page": address is not None,
        "html": parts.get("text/html"),
        "text": parts.get("text/plain"),
    }


def _parameter(part: Any) -> str | None:
    try:
        charset = part.get_content_charset()
    except Exception:  # the header parser raises many kinds on broken parameters
        return None
    return charset if isinstance(charset, str) else None


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message.get(name)
    except Exception:  # the header parser raises many kinds on broken values
        return None
    line = " ".join(str(value)[:_LARGE].split()) if value is not None else ""
    return line[:1000] or None
