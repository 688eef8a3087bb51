"""What a reading remembers to be fast: bounded, and forgotten with its end, for names are among it."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

_P = ParamSpec("_P")
_T = TypeVar("_T")

_MOST = 1 << 14
_FORGET: list[Callable[[], None]] = []


def remembered(function: Callable[_P, _T]) -> Callable[_P, _T]:
    """Have a function of texts remember what it found, until the reading ends."""
    cached = lru_cache(maxsize=_MOST)(function)
    _FORGET.append(cached.cache_clear)
    return cast("Callable[_P, _T]", cached)


@contextmanager
def forgetting() -> Iterator[None]:
    """Forget at the end what was remembered."""
    try:
        yield
    finally:
        for forget in _FORGET:
            forget()


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let the garbage collector rest: the rows of a list are all kept, and in no circles.

    To look through them again and again for what may go takes a sixth of the time that a long list takes.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
