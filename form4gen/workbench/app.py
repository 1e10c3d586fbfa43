"""The addresses of the workbench, and what each answers."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote, unquote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from form4gen.api.editing import lists, scripts, shown, style_of
from form4gen.errors import UnusableInputError, without_options
from form4gen.workbench.changes import ImpossibleError
from form4gen.workbench.desk import title_of
from form4gen.workbench.facts import named_options
from form4gen.workbench.folder import NotThereError
from form4gen.workbench.jobs import Jobs
from form4gen.workbench.problems import Problems
from form4gen.workbench.starting import AMEND, NEXT
from form4gen.workbench.style import page_style
from form4gen.workbench.work import Work

Handler = Callable[[Request], Awaitable[Response]]
_HTML, _CSS, _JS = "text/html; charset=utf-8", "text/css; charset=utf-8", "text/javascript; charset=utf-8"


def application(work: Work, jobs: Jobs, stop: Callable[[], None]) -> Starlette:
    """The workbench of a folder; ``stop`` ends it."""
    pages = _Pages(work, jobs, stop)
    made = Starlette(
        routes=[
            Route("/", pages.desk),
            Route("/state", pages.state),
            Route("/workbench/{module}", _script),
            Route("/session.js", _file("workbench.session.js", _JS)),
            Route("/workbench.css", _file("workbench.css", _CSS)),
            Route("/page.css", pages.page_style),
            Route("/favicon.ico", _no_icon),
            Route("/lists", pages.lists),
            Route("/rules/{rule}", pages.rule),
            Route("/new", pages.new, methods=["POST"]),
            Route("/take", pages.take, methods=["POST"]),
            Route("/stop", pages.stop, methods=["POST"]),
            Route("/f/{name}", pages.form),
            Route("/f/{name}/view", pages.view),
            Route("/f/{name}/unprinted", pages.unprinted),
            Route("/f/{name}/line", pages.line),
            Route("/f/{name}/change", pages.change, methods=["POST"]),
            Route("/f/{name}/again", pages.again, methods=["POST"]),
            Route("/f/{name}/try", pages.tried, methods=["POST"]),
            Route("/f/{name}/unsaved", pages.unsaved, methods=["POST"]),
            Route("/f/{name}/facts", pages.facts),
            Route("/f/{name}/facts", pages.reconcile, methods=["POST"]),
            Route("/f/{name}/facts/apply", pages.fill, methods=["POST"]),
            Route("/f/{name}/compare", pages.compare),
            Route("/f/{name}/compare/pdf", pages.compare_pdf, methods=["POST"]),
            Route("/f/{name}/next", pages.next, methods=["POST"]),
            Route("/f/{name}/amend", pages.amend, methods=["POST"]),
            Route("/f/{name}/out", pages.out),
            Route("/f/{name}/out/{kind}", pages.make, methods=["POST"]),
            Route("/jobs/{job}", pages.job, methods=["GET", "DELETE"]),
            Route("/jobs/{job}/files/{number:int}", pages.job_file),
        ],
        exception_handlers=Problems(work).handlers,
    )  # fmt: skip
    made.router.redirect_slashes = False
    return made


class _Pages:
    """The answers."""

    def __init__(self, work: Work, jobs: Jobs, stop: Callable[[], None]) -> None:
        self._work, self._jobs, self._stop = work, jobs, stop

    async def desk(self, _: Request) -> Response:
        lines = await run_in_threadpool(self._work.lines)
        filed = await run_in_threadpool(self._work.filed)
        shown_too = {"codes": lists()["code"], "next": NEXT, "amend": AMEND}
        return _page("desk", self._work.folder.name, "Desk", lines=lines, filed=filed, **shown_too)

    async def form(self, request: Request) -> Response:
        name = request.path_params["name"]
        filing = await run_in_threadpool(self._work.filing, name)
        title = (title_of(filing) if filing else "") or name
        return _page("form", self._work.folder.name, title, name=name, link=quote(name, safe=""))

    async def facts(self, request: Request) -> Response:
        name = request.path_params["name"]
        shown_too = await run_in_threadpool(self._work.facts_screen, name)
        return _page("facts", self._work.folder.name, "Facts", name=name, link=quote(name, safe=""), **shown_too)

    async def reconcile(self, request: Request) -> Response:
        """Broker's files: names and sizes are in headers, the body is their contents, the address has the options."""
        files, name = _files(request.headers, await request.body()), request.path_params["name"]
        chosen = dict(request.query_params)
        try:
            return JSONResponse(await run_in_threadpool(self._work.facts.reconcile, name, files, chosen))
        except UnusableInputError as error:
            said = without_options(str(error))
            return JSONResponse({"said": said, "options": named_options(str(error))}, 422)

    async def fill(self, request: Request) -> Response:
        plan = str((await _given(request)).get("plan", ""))
        return JSONResponse(await run_in_threadpool(self._work.facts.apply, request.path_params["name"], plan))

    async def out(self, request: Request) -> Response:
        name = request.path_params["name"]
        facts = await run_in_threadpool(self._work.outputs, name)
        return _page("out", self._work.folder.name, "Downloads", name=name, link=quote(name, safe=""), **facts)

    async def compare(self, request: Request) -> Response:
        name, other = request.path_params["name"], request.query_params.get("with", "")
        facts = await run_in_threadpool(self._work.outputs, name) | await run_in_threadpool(
            self._work.compare, name, other
        )
        return _page("compare", self._work.folder.name, "Compare", name=name, link=quote(name, safe=""), **facts)

    async def compare_pdf(self, request: Request) -> Response:
        name, other = request.path_params["name"], request.query_params.get("with", "")
        files = await run_in_threadpool(self._work.files_to_compare, name, other)
        return JSONResponse({"job": await run_in_threadpool(self._jobs.compare, *files)}, 202)

    async def next(self, request: Request) -> Response:
        given = await _given(request)
        return _started(*await run_in_threadpool(self._work.next_from, request.path_params["name"], given))

    async def amend(self, request: Request) -> Response:
        given = await _given(request)
        return _started(*await run_in_threadpool(self._work.amend, request.path_params["name"], given))

    async def view(self, request: Request) -> Response:
        return JSONResponse(await run_in_threadpool(self._work.view, request.path_params["name"]))

    async def unprinted(self, request: Request) -> Response:
        text = await run_in_threadpool(self._work.unprinted, request.path_params["name"])
        return Response(text, media_type=_HTML)

    async def line(self, request: Request) -> Response:
        name, at = request.path_params["name"], request.query_params.get("at", "")
        return JSONResponse({"line": await run_in_threadpool(self._work.line, name, at)})

    async def state(self, request: Request) -> Response:
        """Whether a filing is still as the browser has it, and the verdict, whose time runs on."""
        query = request.query_params
        return JSONResponse(await run_in_threadpool(self._work.state, query.get("name", ""), query.get("digest", "")))

    async def change(self, request: Request) -> Response:
        given = await _given(request)
        return JSONResponse(await run_in_threadpool(self._work.change, request.path_params["name"], given))

    async def again(self, request: Request) -> Response:
        given = await _given(request)
        said = await run_in_threadpool(self._work.save_again, request.path_params["name"], given)
        return JSONResponse({"said": said}, 201)

    async def tried(self, request: Request) -> Response:
        given = await _given(request)
        return JSONResponse(await run_in_threadpool(self._work.tried, request.path_params["name"], given))

    async def unsaved(self, request: Request) -> Response:
        given = await _given(request)
        digest = await run_in_threadpool(self._work.keep_unsaved, request.path_params["name"], given)
        return JSONResponse({"digest": digest})

    async def new(self, request: Request) -> Response:
        given = await _given(request)
        name = await run_in_threadpool(self._work.new, str(given.get("from", "")), str(given.get("codes", "")))
        return _started(name, [])

    async def take(self, request: Request) -> Response:
        """A file that was chosen or dropped; its name is in a header, its content is the body."""
        raw = await request.body()
        given = unquote(request.headers.get("x-file-name", ""))
        return _started(*await run_in_threadpool(self._work.take, given, raw))

    async def rule(self, request: Request) -> Response:
        text = await run_in_threadpool(self._work.rule, request.path_params["rule"])
        return Response(text, media_type=_HTML)

    async def lists(self, _: Request) -> Response:
        return JSONResponse(lists())

    async def page_style(self, _: Request) -> Response:
        return Response(page_style(), media_type=_CSS)

    async def stop(self, _: Request) -> Response:
        self._stop()
        return JSONResponse({"said": "form4gen has stopped. You can close this tab."})

    async def make(self, request: Request) -> Response:
        name, kind = request.path_params["name"], request.path_params["kind"]
        has_errors = await run_in_threadpool(self._work.has_errors, name)
        job = await run_in_threadpool(self._jobs.start, name, kind, has_errors=has_errors)
        return JSONResponse({"job": job}, 202)

    async def job(self, request: Request) -> Response:
        if request.method == "DELETE":
            await run_in_threadpool(self._jobs.stop, request.path_params["job"])
        return JSONResponse(await run_in_threadpool(self._jobs.state, request.path_params["job"]))

    async def job_file(self, request: Request) -> Response:
        name, content = await run_in_threadpool(self._jobs.file, **request.path_params)
        disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
        return Response(content, media_type="application/octet-stream", headers={"Content-Disposition": disposition})


def _page(screen: str, folder: str, title: str, **values: Any) -> Response:
    text = shown("workbench.html.jinja", screen=screen, folder=folder, title=title, **values)
    return Response(text, media_type=_HTML)


def _started(name: str, remarks: list[str]) -> Response:
    """The address of a filing that was started, and what to know about it."""
    return JSONResponse({"address": f"/f/{quote(name, safe='')}", "said": "\n".join(remarks)}, 201)


def _file(name: str, media_type: str) -> Handler:
    async def answer(_: Request) -> Response:
        return Response(style_of(name), media_type=media_type)

    return answer


async def _script(request: Request) -> Response:
    module = request.path_params["module"]
    if module not in scripts():
        raise NotThereError("There is no such page.")
    return Response(style_of(f"workbench/{module}"), media_type=_JS)


async def _no_icon(_: Request) -> Response:
    return Response(status_code=204)


def _files(headers: Headers, body: bytes) -> list[tuple[str, bytes]]:
    """The files of a request, one after another; without their sizes it is one."""
    names = [unquote(each) for each in headers.get("x-file-name", "").split(",")]
    sizes = headers.get("x-file-sizes", str(len(body))).split(",")
    if len(names) != len(sizes) or not all(each.isascii() and each.isdecimal() and len(each) < 10 for each in sizes):  # noqa: PLR2004  far more than is taken
        raise ImpossibleError("The request is not understood.")
    found = []
    for name, size in zip(names, map(int, sizes), strict=True):
        found.append((name, body[:size]))
        body = body[size:]
    return found


async def _given(request: Request) -> dict[str, Any]:
    try:
        given = json.loads(await request.body())
    except ValueError:
        given = None
    if not isinstance(given, dict):
        raise ImpossibleError("The request is not understood.")
    return given
