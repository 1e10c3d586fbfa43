"""Work on the workers of a Dask cluster, which is known by the address of its scheduler. Dask is imported only here.

The connection is to the scheduler alone: results come through it, not from the workers. Where the address is ``tls://``,
certificates are those of Dask's own settings.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import islice
from threading import Thread
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from form4gen import __version__
from form4gen.api.auditing import count
from form4gen.errors import MissingLibraryError, UnusableInputError

if TYPE_CHECKING:
    from distributed import Client, Future

Item = TypeVar("Item")
Value = TypeVar("Value")

INSTALL = 'A cluster needs Dask. Run: pip install "form4gen[cluster]"'

_SECONDS = 10  # for the scheduler to answer
_PATIENCE = 60  # seconds in which a cluster without workers may get some
_GLANCE = 0.2  # seconds between two looks for an interruption
_AHEAD = 4  # items for each thread of a worker that are sent before the first of them is finished
_RETRIES = 2  # of what failed in the worker itself; work on a worker that is lost is repeated by the scheduler
_RECOUNT = 100  # results between two counts of the threads, which come and go
_GO_ON = "Give the same command again to go on."


class VersionError(UnusableInputError):
    """A worker has another version of form4gen, or none."""


def check_library() -> None:
    """Raise MissingLibraryError if Dask's part for clusters is not installed."""
    if find_spec("distributed") is None:
        raise MissingLibraryError(INSTALL)


def is_address(text: str) -> bool:
    """Whether the text is an address of a scheduler: ``tcp://HOST:PORT`` or ``tls://HOST:PORT``."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    plain = f"{parts.scheme}://{host}:{port}"
    return bool(port and parts.hostname) and parts.scheme in {"tcp", "tls"} and text.casefold() == plain


@contextmanager
def connected(address: str) -> Iterator[Client]:
    """A connection to the scheduler, whose workers are checked first.

    Raises UnusableInputError if there is no scheduler, no worker, or one without form4gen of this version.
    """
    logging.disable(logging.CRITICAL)  # what Dask would log is one line of ours, or is repaired by the scheduler
    try:
        client = _client(address)
        try:
            _check_workers(client, address)
            yield client
        finally:
            client.close(timeout=_SECONDS)
    finally:
        logging.disable(logging.NOTSET)


def _client(address: str) -> Client:
    """A client of the scheduler. Dask itself waits without end where a port answers nothing, so this thread does not.

    Raises UnusableInputError.
    """
    import distributed  # noqa: PLC0415  see check_library

    found: list[Client | Exception] = []

    def connect() -> None:
        try:
            found.append(distributed.Client(address, timeout=_SECONDS, set_as_default=False, direct_to_workers=False))
        except (OSError, ValueError, TypeError, RuntimeError) as error:  # the latter are of its settings for TLS
            found.append(error)

    thread = Thread(target=connect, daemon=True)
    thread.start()
    thread.join(_SECONDS + 1)
    made = found[0] if found else TimeoutError("no answer")
    if isinstance(made, Exception):
        raise UnusableInputError(_not_reached(address, made)) from None
    return made


def in_order(
    client: Client,
    lost: Callable[[str], Value],
    work: Callable[[Item], Value],
    items: Iterable[Item],
    most: int | None,
    is_stopped: Callable[[], bool],
) -> Generator[tuple[Item, Value], None, None]:
    """Each item with the result of the work on it, in the order of the items.

    At most ``most`` items are sent before the first of them is finished; if it is None, a few for each thread of the
    workers. So neither this process nor the scheduler ever has many. ``lost`` gives the result, from the reason, of an
    item on which one worker after another ended. With ``is_stopped`` no more results follow.

    Raises UnusableInputError if the scheduler is lost, or all workers are and none comes.
    """
    rest = iter(items)
    sent: deque[tuple[Item, Future[Value]]] = deque()
    room, number = 0, 0
    while not is_stopped():
        if number % _RECOUNT == 0:
            room = most or _AHEAD * max(1, _threads(client))
        for item in islice(rest, room - len(sent)):
            sent.append((item, client.submit(_at_worker, __version__, work, item, pure=False, retries=_RETRIES)))
        if not sent:
            return
        item, future = sent[0]
        if _is_done(client, future, is_stopped):
            sent.popleft()
            yield item, _result(client, future, lost)
            number += 1


def _at_worker(version: str, work: Callable[[Item], Value], item: Item) -> Value:
    """What a worker does with an item, which another version of form4gen might judge in another way."""
    if version != __version__:
        raise VersionError(__version__)
    return work(item)


def _version_here() -> str:
    return __version__


def _is_done(client: Client, future: Future[Value], is_stopped: Callable[[], bool]) -> bool:
    """Wait until it is done, or the run is stopped. Raises UnusableInputError if there are no workers for long."""
    import distributed  # noqa: PLC0415  see check_library

    until = time.monotonic() + _PATIENCE
    while not is_stopped():
        try:
            future.exception(timeout=_GLANCE)
        except TimeoutError:
            if future.done() or _threads(client):
                until = time.monotonic() + _PATIENCE
            elif time.monotonic() > until:
                raise UnusableInputError(f"The cluster has no worker any more. {_GO_ON}") from None
        except distributed.CancelledError:
            return True
        else:
            return True
    return False


def _result(client: Client, future: Future[Value], lost: Callable[[str], Value]) -> Value:
    import distributed  # noqa: PLC0415  see check_library

    try:
        return future.result()
    except (distributed.CancelledError, OSError):
        raise UnusableInputError(_connection_lost(client)) from None
    except distributed.scheduler.KilledWorker as error:
        return lost(f"{count(error.allowed_failures + 1, 'worker')} ended during the work on it")
    except (VersionError, ImportError, AttributeError) as error:
        raise UnusableInputError(_other_version("A worker", error)) from None
    except Exception as error:  # noqa: BLE001  of packing and unpacking: the work itself raises nothing
        return lost(f"{type(error).__name__}: {error}")


def _threads(client: Client) -> int:
    """How many threads the workers have. Raises UnusableInputError if the scheduler does not say."""
    try:
        return sum(client.nthreads().values())
    except (OSError, ValueError, RuntimeError):
        raise UnusableInputError(_connection_lost(client)) from None


def _check_workers(client: Client, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=_SECONDS)
    except TimeoutError:
        raise UnusableInputError(
            f"The scheduler at {address} has no worker. Start one on each computer: dask worker {address}"
        ) from None
    try:
        found = {f"The scheduler at {address}": client.run_on_scheduler(_version_here)}
    except (ImportError, AttributeError) as error:
        raise UnusableInputError(_other_version(f"The scheduler at {address}", error)) from None
    for worker, version in client.run(_version_here, on_error="return").items():
        found[f"The worker at {worker}"] = version
    for who, version in found.items():
        if version != __version__:
            raise UnusableInputError(_other_version(who, version))


def _other_version(who: str, found: str | Exception) -> str:
    has = f"has form4gen {found}, not {__version__}"
    if isinstance(found, Exception) and not isinstance(found, VersionError):
        has = f"does not have form4gen {__version__} ({found})"
    return f'{who} {has}. Run there: pip install "form4gen[cluster]=={__version__}", and start it again.'


def _not_reached(address: str, error: Exception) -> str:
    if isinstance(error, OSError):
        return (
            f"There is no answer from a scheduler at {address} in {_SECONDS} seconds. Start it, or correct --scheduler."
        )
    return f"No connection to the scheduler at {address} can be made: {error}"


def _connection_lost(client: Client) -> str:
    address = client.scheduler.address if client.scheduler else ""
    return f"The connection to the scheduler at {address} was lost. {_GO_ON}"
