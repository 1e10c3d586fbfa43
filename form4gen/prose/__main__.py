"""``python -m form4gen.prose FILE``: reads one text a line and prints its claims, separated by commas, a line each."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from form4gen.prose.reading import read

USAGE = "usage: python -m form4gen.prose FILE    (- reads standard input; one text a line)"


def lines(texts: Iterable[str]) -> Iterator[str]:
    """The claims of each text, a line each."""
    for text in texts:
        yield ",".join(read(text.rstrip("\r\n")).stated())


def main(arguments: list[str]) -> int:
    """Print the claims of each line of a file; the exit code is 2 when there is no such file."""
    if len(arguments) != 1:
        sys.stderr.write(f"{USAGE}\n")
        return 2
    [name] = arguments
    try:
        with open(0 if name == "-" else name, encoding="utf-8", newline="\n") as file:
            for line in lines(file):
                sys.stdout.write(f"{line}\n")
    except (OSError, UnicodeDecodeError) as error:
        sys.stderr.write(f"form4gen.prose: {name} cannot be read: {error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
