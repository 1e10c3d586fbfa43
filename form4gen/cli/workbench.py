"""``form4gen workbench``."""

from __future__ import annotations

import os
from decimal import Decimal
from importlib.util import find_spec

import click

from form4gen.cli import options
from form4gen.cli.clock import filing_time, now
from form4gen.cli.numbers import amount
from form4gen.cli.settings import OWN_FILE, settings_of_run
from form4gen.cli.streams import write_error, write_output
from form4gen.errors import MissingLibraryError, UnusableInputError
from form4gen.signals import Stopped

_NEEDED = ("starlette", "uvicorn")
INSTALL = 'The workbench needs two more packages. Run: pip install "form4gen[workbench]"'


@click.command(
    "workbench",
    epilog=options.examples(
        "form4gen workbench", "form4gen workbench november", "form4gen workbench november --no-browser --idle 60"
    ),
)
@click.argument("folder", default=".", metavar="[FOLDER]")
@click.option("--no-browser", is_flag=True, help="Print the address, and open no browser.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="Port. Default: a free one.")
@click.option("--idle", callback=amount, default="0", metavar="MINUTES", help="Stop after so long without use.")
@click.option(
    "--numeric",
    is_flag=True,
    help="Use the address 127.0.0.1, for a browser that cannot find the usual one (Safari).",
)
def command(folder: str, no_browser: bool, port: int, idle: Decimal, numeric: bool) -> None:  # noqa: FBT001  click passes each by name
    """Open the filings of FOLDER in the browser: the form, editable, with every check beside it.

    FOLDER (default: the working folder) has one JSON file for each filing. Each change is saved at once, and the last
    20 can be undone. EDGAR's XML and submissions in the folder, and JSON with an accession number, are earlier filings
    that the others are compared with. Settings are those of form4gen.toml in the folder.

    Only this computer's browser can open the printed address, and only once. Ctrl-C stops the program.

    The address has a random name below localhost. With --numeric it is 127.0.0.1, and only the tab that opened it can
    use the workbench.
    """
    if not all(find_spec(name) for name in _NEEDED):
        raise MissingLibraryError(INSTALL)
    from form4gen.workbench.host import Host  # noqa: PLC0415  packages that other commands do not need
    from form4gen.workbench.server import serve  # noqa: PLC0415  the same

    config = os.path.join(folder, OWN_FILE)
    host = Host(
        lambda: settings_of_run(config if os.path.exists(config) else None, search=False),
        lambda given: filing_time(None, given),
        now,
    )

    def started(address: str) -> None:
        write_output(f"{address}\n")
        write_error("form4gen: Only this computer can open the address, and only once. Ctrl-C stops the program.")
        if not numeric:
            write_error("form4gen: If your browser does not find the address (Safari), start with --numeric.")
        if not no_browser and not _open(address):
            write_error("form4gen: No browser could be opened. Open the address yourself.")

    is_idle = False
    try:
        is_idle = serve(folder, host, started, port=port, idle_minutes=float(idle), is_numeric=numeric)
    except Stopped:
        pass
    except OSError as error:
        raise UnusableInputError(f"Cannot listen at port {port}: {error.strerror}. Choose another --port.") from None
    write_error(f"form4gen: Stopped after {idle} minutes without use." if is_idle else "form4gen: Stopped.")


def _open(address: str) -> bool:
    import webbrowser  # noqa: PLC0415  only here

    return webbrowser.open(address)
