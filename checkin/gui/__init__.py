"""The window: the only place that knows Qt."""

import ctypes
import sys

if sys.version_info < (3, 12):
    # PySide6 6.12.0 returns True from every emit, and None from some calls, without taking a reference to it,
    # and Python 3.11 aborts once none is left. From 3.12 on these are never counted (PEP 683); here they get
    # enough for a lifetime.
    for _constant in (True, False, None):
        ctypes.c_ssize_t.from_address(id(_constant)).value += 1 << 40
