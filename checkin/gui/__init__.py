"""The window: the only place that knows Qt."""

import ctypes
import sys

if sys.version_info < (3, 12):
    # PySide6 6.12.0 returns True from every emit without taking a reference to it, and Python 3.11 aborts
    # once none is left. From 3.12 on True is never counted (PEP 683); here it gets enough for a lifetime.
    ctypes.c_ssize_t.from_address(id(True)).value += 1 << 40  # noqa: FBT003 - Python's own
