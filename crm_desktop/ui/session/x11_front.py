"""X11Front: whether the window in front on an X11 desktop fills the screen, whoever's it is.

Reads `_NET_ACTIVE_WINDOW` and `_NET_WM_STATE` over libxcb, which Qt itself stands on. Unlike
Xlib it hands errors back instead of ending the process, as when the window has gone by then.
"""

import ctypes
import struct
from ctypes import POINTER, c_char_p, c_int, c_uint8, c_uint16, c_uint32, c_void_p
from typing import Any, Final

_LIBRARY: Final = "libxcb.so.1"
_ANY_TYPE: Final = 0
_MOST_WORDS: Final = 64
_WORD: Final = 4


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Screens(ctypes.Structure):
    _fields_ = (("data", POINTER(c_uint32)), ("rem", c_int), ("index", c_int))


class _Atom(ctypes.Structure):
    _fields_ = (
        ("response_type", c_uint8),
        ("pad", c_uint8),
        ("sequence", c_uint16),
        ("length", c_uint32),
        ("atom", c_uint32),
    )


class X11Front:
    """Asks the window manager over a connection of its own, opened for each question."""

    def is_on(self) -> bool:
        """Return whether the active window is in full screen; False where nobody can tell."""
        try:
            xcb = _library()
        except (OSError, AttributeError):
            return False
        connection = xcb.xcb_connect(None, None)
        try:
            if xcb.xcb_connection_has_error(connection):
                return False
            return _is_front_full(xcb, connection)
        finally:
            xcb.xcb_disconnect(connection)


def _is_front_full(xcb: Any, connection: int) -> bool:  # noqa: ANN401 - a library of ctypes
    screens = xcb.xcb_setup_roots_iterator(xcb.xcb_get_setup(connection))
    if not screens.data:
        return False
    root = screens.data[0]
    active = _words(xcb, connection, root, b"_NET_ACTIVE_WINDOW")
    if not active or not active[0]:
        return False
    states = _words(xcb, connection, active[0], b"_NET_WM_STATE")
    return _atom(xcb, connection, b"_NET_WM_STATE_FULLSCREEN") in states


def _words(xcb: Any, connection: int, window: int, name: bytes) -> tuple[int, ...]:  # noqa: ANN401 - as above
    """Return the 32-bit words of a property, none where it is not set or the window is gone."""
    atom = _atom(xcb, connection, name)
    cookie = xcb.xcb_get_property(connection, 0, window, atom, _ANY_TYPE, 0, _MOST_WORDS)
    reply = xcb.xcb_get_property_reply(connection, cookie, None)
    if not reply:
        return ()
    try:
        size = xcb.xcb_get_property_value_length(reply) // _WORD * _WORD
        held = ctypes.string_at(xcb.xcb_get_property_value(reply), size)
    finally:
        _free(reply)
    return struct.unpack(f"={len(held) // _WORD}I", held)


def _atom(xcb: Any, connection: int, name: bytes) -> int:  # noqa: ANN401 - as above
    cookie = xcb.xcb_intern_atom(connection, 1, len(name), name)
    reply = xcb.xcb_intern_atom_reply(connection, cookie, None)
    if not reply:
        return 0
    try:
        return int(ctypes.cast(reply, POINTER(_Atom)).contents.atom)
    finally:
        _free(reply)


def _free(reply: int) -> None:
    free = ctypes.CDLL(None).free
    free.argtypes, free.restype = (c_void_p,), None
    free(reply)


def _library() -> Any:  # noqa: ANN401 - what ctypes returns
    """Return libxcb with the types of what is called."""
    xcb = ctypes.CDLL(_LIBRARY)
    for name, result, arguments in (
        ("xcb_connect", c_void_p, (c_char_p, c_void_p)),
        ("xcb_connection_has_error", c_int, (c_void_p,)),
        ("xcb_disconnect", None, (c_void_p,)),
        ("xcb_get_setup", c_void_p, (c_void_p,)),
        ("xcb_setup_roots_iterator", _Screens, (c_void_p,)),
        ("xcb_intern_atom", _Cookie, (c_void_p, c_uint8, c_uint16, c_char_p)),
        ("xcb_intern_atom_reply", c_void_p, (c_void_p, _Cookie, c_void_p)),
        ("xcb_get_property", _Cookie, (c_void_p, c_uint8, *[c_uint32] * 5)),
        ("xcb_get_property_reply", c_void_p, (c_void_p, _Cookie, c_void_p)),
        ("xcb_get_property_value", c_void_p, (c_void_p,)),
        ("xcb_get_property_value_length", c_int, (c_void_p,)),
    ):
        function = getattr(xcb, name)
        function.restype, function.argtypes = result, arguments
    return xcb
