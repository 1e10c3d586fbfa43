"""Archives made for tests, sound and hostile."""

from __future__ import annotations

import io
import struct
import tarfile
import zipfile
from pathlib import Path

from command_line import TECOGEN

FORM = Path(TECOGEN).read_bytes()


def zipped(folder: Path, *files: tuple[str, bytes], name: str = "sent.zip") -> str:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in files:
            archive.writestr(member, content)
    return str(path)


def tarred(folder: Path, *files: tuple[str, bytes], name: str = "sent.tar.gz") -> str:
    path = folder / name
    kind = path.suffix[1:]
    with tarfile.open(path, f"w:{'' if kind == 'tar' else kind}") as archive:  # type: ignore[call-overload]
        for member, content in files:
            add(archive, member, content)
    return str(path)


def add(archive: tarfile.TarFile, name: str, content: bytes = b"", kind: bytes = tarfile.REGTYPE, **more: str) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.type = len(content), kind
    for key, value in more.items():
        setattr(member, key, value)
    archive.addfile(member, io.BytesIO(content))


def restated(path: str, *, size: int | None = None, flags: int | None = None, method: int | None = None) -> None:
    """Change what the index of a zip archive says of its first member."""
    raw = bytearray(Path(path).read_bytes())
    at = raw.find(b"PK\x01\x02")
    for offset, form, value in ((24, "<L", size), (8, "<H", flags), (10, "<H", method)):
        if value is not None:
            struct.pack_into(form, raw, at + offset, value)
    Path(path).write_bytes(raw)
