"""Archives are read one member at a time, and nothing in them makes a run end, grow, or read another file."""

from __future__ import annotations

import gzip
import io
import lzma
import sys
import tarfile
import tracemalloc
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from archive_samples import FORM, add, restated, tarred, zipped
from hypothesis import given
from hypothesis import strategies as st

from form4gen.archives import expanding
from form4gen.archives.expanding import Source, plain_pieces
from form4gen.archives.heads import is_archive
from form4gen.archives.member import FREE, RATIO, DamagedError, Member
from form4gen.archives.reading import members
from form4gen.archives.tars import tar_members
from form4gen.archives.zips import zip_members
from form4gen.bounds import BYTES

LINK = "This member is not read: it is a link."
TWO = (("a.json", FORM), ("dir/b.xml", b"<a/>"))
READ = [Member("x/a.json", FORM), Member("x/dir/b.xml", b"<a/>")]


def _found(path: str) -> list[Member]:
    return list(members(path, "x"))


def _faults(path: str) -> list[tuple[str, str | None]]:
    return [(each.name, each.fault) for each in _found(path)]


@pytest.mark.parametrize("name", ["a.tar", "a.tar.gz", "a.tar.xz", "a.tar.bz2"])
def test_the_members_of_a_tar_archive_come_in_its_order_however_it_is_compressed(tmp_path: Path, name: str) -> None:
    path = tarred(tmp_path, *TWO, name=name)
    assert is_archive(path)
    assert _found(path) == READ


def test_the_members_of_a_zip_archive_come_in_its_order(tmp_path: Path) -> None:
    path = zipped(tmp_path, *TWO)
    assert is_archive(path)
    assert _found(path) == READ


def test_a_zip_archive_behind_other_bytes_is_found(tmp_path: Path) -> None:
    path = Path(zipped(tmp_path, *TWO))
    path.write_bytes(b"PK\x03\x04" + path.read_bytes())
    assert _found(str(path)) == READ


def test_a_zip_archive_of_64_bits_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 1)
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 10)
    path = zipped(tmp_path, *TWO)
    assert b"PK\x06\x06" in Path(path).read_bytes()
    assert _found(path) == READ


def test_a_name_is_read_as_utf_8_or_as_the_first_pcs_had_it(tmp_path: Path) -> None:
    path = Path(zipped(tmp_path, ("aa.xml", b"<a/>")))
    raw = path.read_bytes()
    path.write_bytes(raw.replace(b"aa.xml", "é.xml".encode()))
    assert [each.name for each in _found(str(path))] == ["x/é.xml"]
    path.write_bytes(raw.replace(b"aa.xml", b"a\x82.xml"))
    assert [each.name for each in _found(str(path))] == ["x/aé.xml"]


@pytest.mark.parametrize("compress", [gzip.compress, lzma.compress])
def test_a_compressed_file_that_is_no_tar_archive_has_one_member(tmp_path: Path, compress: object) -> None:
    path = tmp_path / "form4.json.gz"
    path.write_bytes(compress(FORM))  # type: ignore[operator]
    assert _found(str(path)) == [Member("x/form4.json", FORM)]


def test_streams_that_follow_each_other_and_zeros_between_them_are_one_text(tmp_path: Path) -> None:
    path = tmp_path / "form4.json.gz"
    path.write_bytes(gzip.compress(FORM[:100]) + b"\0" * 70_000 + gzip.compress(FORM[100:]) + b"\0" * 10)
    assert _found(str(path)) == [Member("x/form4.json", FORM)]


def test_zstandard_is_read_where_a_package_or_python_reads_it(tmp_path: Path) -> None:
    zstd = pytest.importorskip("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")
    path = Path(tarred(tmp_path, *TWO, name="a.tar"))
    path.write_bytes(zstd.compress(path.read_bytes()))
    assert is_archive(str(path))
    assert _found(str(path)) == READ


def test_without_one_the_line_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expanding, "_NEWS", ("form4gen.nowhere",))
    path = tmp_path / "a.tar.zst"
    path.write_bytes(b"\x28\xb5\x2f\xfd" + bytes(100))
    ((name, fault),) = _faults(str(path))
    assert name == "x"
    assert "pip install 'form4gen[zstd]'" in str(fault)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../a.xml", "leads out of the archive"),
        ("dir/../../a.xml", "leads out of the archive"),
        ("..\\a.xml", "leads out of the archive"),
        ("/etc/a.xml", "is absolute"),
        ("C:\\a.xml", "is absolute"),
        ("a\x1b[2J.xml", "has characters that cannot be shown"),
        ("d/" * 32 + "a.xml", "has more than 32 levels of folders"),
        ("a" * 997 + ".xml", "has more than 1,000 characters"),
    ],
)
def test_a_name_that_is_no_path_below_the_archive_is_a_fault_of_the_archive(
    tmp_path: Path, name: str, reason: str
) -> None:
    for path in (zipped(tmp_path, (name, FORM), *TWO), tarred(tmp_path, (name, FORM), *TWO)):
        first, *others = _found(path)
        assert first == Member(
            "x", None, f"The member {name.replace(chr(92), chr(47))[:200]!a} is not read, because its name {reason}."
        )
        assert others == READ


def test_a_name_at_the_limits_is_read(tmp_path: Path) -> None:
    names = ("d/" * 31 + "a.xml", "a" * 996 + ".xml")
    assert [each.name for each in _found(tarred(tmp_path, *((name, b"<a/>") for name in names)))] == [
        f"x/{name}" for name in names
    ]


def test_steps_that_lead_nowhere_are_left_out_of_a_name(tmp_path: Path) -> None:
    assert [each.name for each in _found(tarred(tmp_path, ("./dir//a.xml", b"<a/>")))] == ["x/dir/a.xml"]


def test_other_files_and_folders_are_no_filings_and_an_archive_within_is_named(tmp_path: Path) -> None:
    files = (("readme.md", b"x"), ("__MACOSX/._a.xml", b"x"), ("in.tar.gz", b"x"))
    for path in (zipped(tmp_path, *files), tarred(tmp_path, *files)):
        readme, shadow, inner = _found(path)
        assert readme.is_other
        assert shadow.is_other
        assert inner == Member("x/in.tar.gz", None, "This is an archive within an archive. Unpack the outer one.")
    with zipfile.ZipFile(tmp_path / "dir.zip", "w") as archive:
        archive.writestr("dir.xml/", b"")
    assert _found(str(tmp_path / "dir.zip")) == []


def test_links_devices_and_sparse_files_are_not_followed(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    with tarfile.open(path, "w", format=tarfile.GNU_FORMAT) as archive:
        add(archive, "dir", kind=tarfile.DIRTYPE)
        add(archive, "a.xml", kind=tarfile.SYMTYPE, linkname="/etc/passwd")
        add(archive, "b.xml", kind=tarfile.LNKTYPE, linkname="a" * 200)
        add(archive, "c.xml", kind=tarfile.FIFOTYPE)
        add(archive, "d.xml", b"<a/>", tarfile.GNUTYPE_SPARSE)
        add(archive, "e.xml", b"<a/>")
    other = "This member is not read: it is not a regular file."
    assert _faults(str(path)) == [
        ("x/a.xml", LINK), ("x/b.xml", LINK), ("x/c.xml", other), ("x/d.xml", other), ("x/e.xml", None),
    ]  # fmt: skip
    packed = tmp_path / "a.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        link = zipfile.ZipInfo("a.xml")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert _faults(str(packed)) == [("x/a.xml", LINK)]


def test_a_sparse_file_with_more_headers_does_not_end_the_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    with tarfile.open(path, "w", format=tarfile.GNU_FORMAT) as archive:
        add(archive, "d.xml", b"", tarfile.GNUTYPE_SPARSE)
        add(archive, "e.xml", b"<a/>")
    raw = bytearray(path.read_bytes())
    raw[482] = 1
    raw[148:156] = b"%06o\0 " % (sum(raw[:148]) + sum(raw[156:512]) + 8 * 32)
    more, last = bytearray(512), bytes(512)
    more[504] = 1
    path.write_bytes(raw[:512] + more + last + raw[512:])
    assert [each.name for each in _found(str(path))] == ["x/d.xml", "x/e.xml"]


def test_a_member_that_is_too_large_is_one_line_and_the_next_is_read(tmp_path: Path) -> None:
    large = b" " * (BYTES + 1)
    words = "This member is not read: it has 20,971,521 bytes, and form4gen reads at most 20,971,520 of one filing."
    for path in (
        zipped(tmp_path, ("a.xml", large), ("b.xml", b"<a/>")),
        tarred(tmp_path, ("a.xml", large), ("b.xml", b"<a/>"), name="a.tar"),
    ):
        assert _faults(path) == [("x/a.xml", words), ("x/b.xml", None)]
    alone = tmp_path / "c.xml.gz"
    alone.write_bytes(gzip.compress(b"a%s" % large[:-1] + FORM * 400))
    assert _faults(str(alone))[0][1] is not None


def test_a_member_that_states_less_than_it_has_is_not_read_on(tmp_path: Path) -> None:
    path = zipped(tmp_path, ("a.xml", b" " * 3_000_000), ("b.xml", b"<a/>"))
    restated(path, size=3072)
    words = "This member is not read: it is larger than the 3,072 bytes that its archive states."
    assert _faults(path) == [("x/a.xml", words), ("x/b.xml", None)]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"flags": 1}, "not read: it is encrypted."),
        ({"method": 14}, "not read: it is compressed by method 14, not by Deflate."),
        ({"size": len(FORM) + 1}, "damaged: its data do not match the checksum in the archive."),
        ({"method": 0}, "damaged: its data do not match the checksum in the archive."),
    ],
)
def test_a_member_that_cannot_be_read_does_not_end_the_archive(
    tmp_path: Path, changes: dict[str, int], reason: str
) -> None:
    path = zipped(tmp_path, *TWO)
    restated(path, **changes)
    assert _faults(path) == [("x/a.json", f"This member is {reason}"), ("x/dir/b.xml", None)]


def test_a_member_that_grows_too_much_is_not_read(tmp_path: Path) -> None:
    path = zipped(tmp_path, ("a.xml", b" " * (FREE + RATIO * 30_000)), ("b.xml", b"<a/>"))
    words = f"This member is not read: it grows more than {RATIO} times when it is expanded."
    assert _faults(path) == [("x/a.xml", words), ("x/b.xml", None)]


def test_members_that_share_their_data_do_not_grow_without_end(tmp_path: Path) -> None:
    """The index names the same data many times, so the archive is small and each member allowed."""
    path = Path(zipped(tmp_path, ("a.xml", b" " * 4_000_000)))
    raw = path.read_bytes()
    at, end = raw.find(b"PK\x01\x02"), raw.find(b"PK\x05\x06")
    entry, last = raw[at:end], bytearray(raw[end:])
    last[8:12] = (1000).to_bytes(2, "little") * 2
    last[12:16] = (len(entry) * 1000).to_bytes(4, "little")
    path.write_bytes(raw[:at] + entry * 1000 + last)
    found = _faults(str(path))
    assert len(found) < 10
    assert "it grows more than 250 times" in str(found[-1][1])


def test_a_compressed_stream_that_grows_too_much_ends_the_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        add(archive, "a.xml", b"<a/>")
        add(archive, "b.md", b"\0" * (FREE + 30_000_000))
    assert _faults(str(path)) == [
        ("x/a.xml", None),
        (
            "x",
            (
                "The archive cannot be read to its end: it grows more than 250 times when it is expanded. "
                "Members read: 1."
            ),
        ),
    ]


def test_an_archive_that_is_cut_off_says_so(tmp_path: Path) -> None:
    for make, name in ((zipped, "a.zip"), (tarred, "a.tar"), (tarred, "a.tar.gz"), (tarred, "a.tar.xz")):
        path = Path(make(tmp_path, *TWO, name=name))
        raw = path.read_bytes()
        for length in (len(raw) // 3, 600, 512, 100):
            path.write_bytes(raw[:length])
            *_, last = _found(str(path))
            assert last.name == "x"
            assert str(last.fault).startswith("The archive cannot be read to its end: ")


def test_a_damaged_header_is_not_the_quiet_end_of_a_tar_archive(tmp_path: Path) -> None:
    path = Path(tarred(tmp_path, *TWO, name="a.tar"))
    raw = bytearray(path.read_bytes())
    raw[raw.find(b"dir/b.xml")] ^= 1
    path.write_bytes(raw)
    assert _faults(str(path))[-1] == (
        "x",
        "The archive cannot be read to its end: the header of a member cannot be read. Members read: 1.",
    )


def test_a_header_is_not_read_into_memory_whatever_size_it_states(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    with tarfile.open(path, "w", format=tarfile.PAX_FORMAT) as archive:
        add(archive, "a" * 100_000, b"")
    assert _faults(str(path)) == [
        ("x", "The archive cannot be read to its end: the header of a member is too large. Members read: 0.")
    ]


def _extended(*lines: bytes) -> bytes:
    """A header about the next member, of lines ``LENGTH KEY=VALUE``."""
    data = b"".join(lines)
    header = tarfile.TarInfo("more")
    header.type, header.size = tarfile.XHDTYPE, len(data)
    return header.tobuf(tarfile.USTAR_FORMAT) + data + bytes(-len(data) % 512)


def _member() -> bytes:
    member = tarfile.TarInfo("a.xml")
    member.size = 4
    return member.tobuf() + b"<a/>" + bytes(508 + 1024)


def _in_tar(*blocks: bytes) -> list[Member]:
    return list(tar_members(Source(plain_pieces(io.BytesIO(b"".join(blocks))))))


@pytest.mark.parametrize(
    "line",
    [b"9 size=-4", b"5011 size=" + b"1" * 5000 + b"\n", b"8 size=\xb2", b"0 a=b\n", b"-6 a=b\n", b"a=b\n", b"7 a=b\n",
     b"4 ab\n", b"1" * 30 + b" a=b\n", b"2 a=b\n"],
)  # fmt: skip
def test_an_extended_header_that_states_no_number_ends_the_archive(line: bytes) -> None:
    with pytest.raises(DamagedError, match="extended header"):
        _in_tar(_extended(line), _member())


def test_properties_that_are_not_used_are_not_kept_however_many_headers_state_them() -> None:
    def stated() -> Iterator[bytes]:
        for number in range(60):
            yield _extended(*(b"19 k%013d=\n" % each for each in range(number * 3000, number * 3000 + 3000)))
        yield _extended(b"14 path=b.xml\n")
        yield _member()

    tracemalloc.start()
    found = list(tar_members(Source(stated())))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found == [Member("b.xml", b"<a/>")]
    assert most < 1_000_000


@given(st.binary(max_size=3000))
def test_junk_after_the_head_of_an_archive_raises_nothing_else(junk: bytes) -> None:
    for raw in (junk, tarfile.TarInfo("a.xml").tobuf() + junk):
        with suppress(DamagedError):
            list(tar_members(Source(plain_pieces(io.BytesIO(raw)))))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", junk)
    raw = packed.getvalue()
    place = zlib.crc32(junk) % len(raw)
    for broken in (junk, raw[:place] + junk[:20] + raw[place + 20 :], raw[:place] + junk + raw[place:]):
        with suppress(DamagedError):
            list(zip_members(io.BytesIO(broken), io.BytesIO(broken)))


def test_a_document_of_word_is_not_taken_for_an_archive_of_filings(tmp_path: Path) -> None:
    for first in ("[Content_Types].xml", "_rels/.rels", "mimetype"):
        assert not is_archive(zipped(tmp_path, (first, b"x"), ("word/document.xml", b"x")))
    empty = tmp_path / "a.tar"
    empty.write_bytes(bytes(10_240))
    assert is_archive(str(empty))
    assert _found(str(empty)) == []


def test_ten_thousand_empty_members_are_read_one_at_a_time(tmp_path: Path) -> None:
    files = [(f"{number}.xml", b"") for number in range(10_000)]
    for path in (zipped(tmp_path, *files), tarred(tmp_path, *files)):
        found = members(path, "x")
        assert next(found) == Member("x/0.xml", b"")
        assert sum(1 for _ in found) == 9_999
