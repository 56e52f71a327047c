"""The garbage collector, put aside while much is built that stays."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """While much is built that stays, the collector waits: it would go through all of it again and again, and find nothing.

    Put back as it was found, errors included; where two threads meet, one of them may build with the collector on.
    """
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()
