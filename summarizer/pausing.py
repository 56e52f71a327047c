"""The garbage collector, put aside while much is built that stays, or that goes without its help."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """While much is built, the collector waits: it would go through all of it again and again, and find nothing.

    That is so of what stays, and of what no ring of references keeps: it goes as soon as nobody needs it.

    Put back as it was found, errors included; where two threads meet, one of them may build with the collector on.
    """
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()
