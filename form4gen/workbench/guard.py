"""What stands before every request: host, origin, session, and the size of the body.

The workbench is for one browser of this computer. Its address has a random name below ``localhost`` and a random port.
Cookies of ``127.0.0.1`` are sent to every port of the computer, and those of such a name to no other program. The
token in the first address works once; a cookie that no script can read takes its place. A page of another site can
neither send a request that changes something (its ``Origin`` is another) nor read an answer (there is no CORS), and a
name that leads to this computer is of no use (``Host`` is another).

A browser that does not know names below ``localhost`` gets a numeric address, and no cookie: the page keeps the session
in its tab, and sends it in a header of each request, which no other site can do. What is answered without it are files
without data: scripts, styles, and an empty page whose script then fetches the screen.
"""

from __future__ import annotations

from hmac import compare_digest
from secrets import token_hex, token_urlsafe
from time import monotonic

from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from form4gen.api.editing import shown
from form4gen.workbench.folder import MOST_BYTES

COOKIE, HEADER = "form4gen", "X-Form4gen-Session"
LOOPBACK = "127.0.0.1"
_WITHOUT_DATA = ("/session.js", "/workbench.css", "/workbench/", "/page.css", "/favicon.ico")
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types form4gen form4gen-session",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}  # fmt: skip
_OPENING = "/open"
_FIRST_PAGE = """<!DOCTYPE html>
<html lang="en-US">
<head><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/"><title>form4gen</title></head>
<body><p><a href="/">Open the workbench</a></p></body></html>"""
TOO_LARGE = f"That is more than {MOST_BYTES:,} bytes."
_REFUSED_PAGE = """<!DOCTYPE html>
<html lang="en-US">
<head><meta charset="utf-8"><title>form4gen</title></head>
<body><main><h1>The workbench is not open here</h1><p>{said}</p></main></body></html>"""
_USED = "This address was opened before, or is not complete. Stop form4gen workbench, and start it again."


class Key:
    """The address of a run, the token that opens it once, and the session that it opens.

    With ``is_numeric``, the address has no name, and the session is sent in a header instead of a cookie.
    """

    def __init__(self, *, is_numeric: bool = False) -> None:
        self.is_numeric = is_numeric
        self.label = LOOPBACK if is_numeric else f"form4gen-{token_hex(8)}.localhost"
        self.port = 0
        self._token: str | None = token_urlsafe(32)
        self._session = token_urlsafe(32)

    @property
    def host(self) -> str:
        """What ``Host`` must be."""
        return f"{self.label}:{self.port}"

    @property
    def address(self) -> str:
        """The address that opens the workbench, once."""
        return f"http://{self.host}{_OPENING}?token={self._token}"

    def opened(self, token: str) -> str | None:
        """The session that a token opens; None if it is another, or was used."""
        if self._token is None or not compare_digest(token.encode(), self._token.encode()):
            return None
        self._token = None
        return self._session

    def is_known(self, connection: HTTPConnection) -> bool:
        """Whether a request is of the session."""
        shown = connection.headers.get(HEADER, "") if self.is_numeric else connection.cookies.get(COOKIE, "")
        return compare_digest(shown.encode(), self._session.encode())


class Guard:
    """The application behind its checks."""

    def __init__(self, app: ASGIApp, key: Key) -> None:
        self._app, self._key = app, key
        self.used_at = monotonic()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 1008})
            return
        connection = HTTPConnection(scope)
        answer = self._refusal(connection) or self._answer(connection)
        if isinstance(answer, _Refusal) and is_screen(connection):
            answer = HTMLResponse(_REFUSED_PAGE.format(said=answer.said), answer.status_code)
        bounded = _bounded(receive)
        if answer is not None:
            await answer(scope, bounded, _with_headers(send))
            return
        if scope["path"] != "/state":  # which the page asks by itself
            self.used_at = monotonic()
        await self._app(scope, bounded, _with_headers(send))

    def _refusal(self, connection: HTTPConnection) -> Response | None:
        headers, method = connection.headers, connection.scope["method"]
        own = f"http://{self._key.host}"
        if headers.getlist("host") != [self._key.host]:
            return error(403, "This address is not the one that form4gen printed.")
        is_read = method in ("GET", "HEAD")
        origins, site = headers.getlist("origin"), headers.get("sec-fetch-site", "same-origin")
        if (origins or not is_read) and origins != [own]:
            return error(403, "Another site sent this request.")
        if site not in ("same-origin", "none") and connection.scope["path"] != _OPENING:
            return error(403, "Another site sent this request.")
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length[:20]) > MOST_BYTES:
            return error(413, TOO_LARGE)
        return None

    def _answer(self, connection: HTTPConnection) -> Response | None:
        """The answer to a request outside the session, and to the first address."""
        path = connection.scope["path"]
        if path == _OPENING:
            return self._opening(connection.query_params.get("token", ""))
        if self._key.is_known(connection):
            return None
        if self._key.is_numeric and connection.scope["method"] == "GET":
            if path.startswith(_WITHOUT_DATA):
                return None
            if is_screen(connection):
                return HTMLResponse(shown("workbench.session.html.jinja", session=""))
        return error(401, _USED)

    def _opening(self, token: str) -> Response:
        """The page goes on by itself: a redirection may come without the cookie."""
        session = self._key.opened(token)
        if session is None:
            return error(401, _USED)
        if self._key.is_numeric:
            return HTMLResponse(shown("workbench.session.html.jinja", session=session))
        answer = HTMLResponse(_FIRST_PAGE)
        answer.set_cookie(COOKIE, session, httponly=True, samesite="strict", path="/")
        return answer


class TooLargeError(Exception):
    """A body is larger than any form."""


def _bounded(receive: Receive) -> Receive:
    """The same body, up to the largest that is taken."""
    size = 0

    async def bounded() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > MOST_BYTES:
            raise TooLargeError
        return message

    return bounded


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            present = {name for name, _ in message["headers"]}
            added = [(name.lower().encode(), value.encode()) for name, value in _HEADERS.items()]
            message["headers"] = [*message["headers"], *(pair for pair in added if pair[0] not in present)]
        await send(message)

    return sent


def is_screen(connection: HTTPConnection) -> bool:
    """Whether a browser opens a page, and no script of ours sends the request."""
    is_read = connection.scope["method"] in ("GET", "HEAD")
    return is_read and connection.headers.get("accept", "").startswith("text/html")


class _Refusal(JSONResponse):
    """An answer that says what went wrong."""

    def __init__(self, status: int, said: str) -> None:
        super().__init__({"said": said}, status)
        self.said = said


def error(status: int, said: str) -> JSONResponse:
    """An answer that says what went wrong."""
    return _Refusal(status, said)
