"""What the workbench answers where something went wrong: a page with the way back, or words for a script."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from form4gen.api.editing import shown
from form4gen.errors import Form4genError, shortage, without_options
from form4gen.workbench.changes import ImpossibleError
from form4gen.workbench.folder import ChangedError, NotThereError
from form4gen.workbench.guard import TOO_LARGE, TooLargeError, error, is_screen
from form4gen.workbench.saving import ForeignError
from form4gen.workbench.typed import NotUnderstoodError
from form4gen.workbench.work import Work

_STATUS: dict[type[Form4genError], int] = {
    NotThereError: 404, ChangedError: 409, ForeignError: 409, NotUnderstoodError: 422, ImpossibleError: 422,
}  # fmt: skip


class Problems:
    """The answers to what could not be done."""

    def __init__(self, work: Work) -> None:
        self._work = work

    @property
    def handlers(self) -> Mapping[Any, Callable[[Request, Exception], Awaitable[Response]]]:
        """The answer for each exception, as Starlette takes them."""
        return {
            Form4genError: self._refused, OSError: self._not_done, TooLargeError: _too_large,
            HTTPException: self._no_page, Exception: self._broken,
        }  # fmt: skip

    async def _refused(self, request: Request, fault: Exception) -> Response:
        status = next((number for kind, number in _STATUS.items() if isinstance(fault, kind)), 422)
        return self._answer(request, status, without_options(str(fault)), foreign=isinstance(fault, ForeignError))

    async def _not_done(self, request: Request, fault: Exception) -> Response:
        """A file that cannot be written: the text stays in the browser, which tries again. Or one that is not read."""
        lacking, undone = shortage(fault), "Not shown" if is_screen(request) else "Not saved"
        reason = getattr(fault, "strerror", None) or fault
        said = f"{undone}. {' '.join(lacking)}" if lacking else f"{undone}: {reason}."
        return self._answer(request, 507 if lacking else 500, said)

    async def _no_page(self, request: Request, fault: Exception) -> Response:
        status = getattr(fault, "status_code", 404)
        return self._answer(request, status, "There is no such page.")

    async def _broken(self, request: Request, fault: Exception) -> Response:
        return self._answer(request, 500, f"Internal error in form4gen ({type(fault).__name__}). Nothing was saved.")

    def _answer(self, request: Request, status: int, said: str, **facts: Any) -> Response:
        """For a script the words alone; where a browser opens a screen, a page.

        The page of a filing whose file was removed offers to save it again, if it was shown before.
        """
        if not is_screen(request):
            return JSONResponse({"said": said} | facts, status)
        name = str(request.path_params.get("name", ""))
        if status != 404 or name in dict(self._work.folder.on_file()):  # noqa: PLR2004  not there
            name = ""
        text = shown(
            "workbench.html.jinja", screen="problem", folder=self._work.folder.name, title="Not shown", said=said,
            name=name, link=quote(name, safe=""), digest=self._work.last_shown(name) if name else "",
        )  # fmt: skip
        return HTMLResponse(text, status)


async def _too_large(_: Request, __: Exception) -> Response:
    return error(413, TOO_LARGE)
