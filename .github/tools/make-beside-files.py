"""Writes fixtures/models/beside-*: files that lie beside a SavedModel's graph, harmless or not, and what is said of each.

Needs Python 3.11, numpy and h5py; run from anywhere. Nothing that is written here is ever loaded or executed.
Each folder has an expected.json: file -> a phrase that a finding holds, or null where there is none.
"""

import base64
import bz2
import gzip
import io
import json
import lzma
import marshal
import os
import pathlib
import pickle
import shutil
import struct
import tarfile
import zipfile
import zlib

import h5py
import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[2] / "fixtures" / "models"
expected: dict[str, dict[str, str | None]] = {}


def save(folder: str, name: str, data: bytes, phrase: str | None) -> None:
    path = ROOT / f"beside-{folder}" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    expected.setdefault(folder, {})[name] = phrase


# Pickles ------------------------------------------------------------------------------------------------------------


class Calls:
    """Pickles into a call of the named function."""

    def __init__(self, function, *arguments):
        self.call = (function, arguments)

    def __reduce__(self):
        return self.call


def harmless(protocol: int) -> bytes:
    return pickle.dumps({"weights": [1.5, 2.5], "name": "m", "shape": (2, 3), "none": None, "big": 2**70}, protocol)


def evil(protocol: int) -> bytes:
    return pickle.dumps(Calls(os.system, "true"), protocol)


def make_pickles() -> None:
    f = "pickles"
    for protocol in range(6):
        save(f, f"harmless-v{protocol}.pkl", harmless(protocol), "a Python pickle")
        save(f, f"evil-v{protocol}.bin", evil(protocol), "calls posix.system")
        save(f, f"evil-v{protocol}-in-text.txt", evil(protocol), "calls posix.system")
        save(f, f"set-and-bytes-v{protocol}.dat", pickle.dumps([{1, 2}, b"abc", bytearray(b"x"), frozenset([3])], protocol), "a Python pickle")
        save(f, f"numpy-v{protocol}.data", pickle.dumps(np.arange(4, dtype="<f4"), protocol), "numpy.")
        save(f, f"broken-after-run-v{protocol}.bin", evil(protocol)[:-1] + b"\xff\xfe\xfd", "breaks off only after it has run")
    save(f, "inst.txt", b"(S'true'\nios\nsystem\n.", "calls os.system")
    save(f, "obj.txt", b"(cos\nsystem\nS'true'\no.", "calls os.system")
    save(f, "escaped-name.txt", b"S'\\x6fs'\nS'system'\n\x93S'true'\n\x85R.", "calls os.system")
    save(f, "unicode-name.txt", b"V\\u006fs\nVsystem\n\x93S'true'\n\x85R.", "calls os.system")
    save(f, "memo-detour.txt", b"Vos\np2\n0Vsystem\np3\n0g2\ng3\n\x93(Vtrue\ntR.", "calls os.system")
    save(f, "trailing-garbage.txt", b"cos\nsystem\n(S'true'\ntR.and then prose goes on", "calls os.system")
    save(f, "never-stops.txt", b"cos\nsystem\n(S'true'\ntRcos\nsystem\n", "calls os.system")
    save(f, "build-sets-state.txt", b"cos\nsystem\n}S'a'\nI1\nsb.", "calls os.system")
    save(f, "newobj.bin", b"\x80\x02cbuiltins\nmap\n)\x81.", "calls builtins.map")
    save(f, "newobj-ex.bin", b"\x80\x04cbuiltins\nmap\n)}\x92.", "calls builtins.map")
    save(f, "extension.bin", b"\x80\x02\x82\x01)R.", "<EXT1>")
    save(f, "persistent.bin", b"\x80\x02X\x01\x00\x00\x00aQ.", "<BINPERSID>")
    save(f, "import-only-then-broken.bin", b"\x80\x04cantigravity\nx\n\xff", "antigravity.x")
    save(f, "frame-lies.bin", b"\x80\x04\x95\xff\xff\x00\x00\x00\x00\x00\x00\x8c\x02os\x8c\x06system\x93\x8c\x04true\x85R.", "calls os.system")
    save(f, "very-nested.bin", b"\x80\x02" + b"]" * 20000 + b"a" * 19999 + b".", "a Python pickle")
    save(f, "pickle-then-array.joblib", pickle.dumps(np.dtype("f4"), 2)[:-1] + b"\x00" * 64, "numpy.dtype")
    save(f, "torch-legacy.bin", pickle.dumps(119547037146038801333356, 2) + pickle.dumps(1001, 2), "a Python pickle")
    for name, text in {
        "vocabulary.txt": b"cat\ndog\nbird\ncar\ntruck\n",
        "vocabulary-imports.txt": b"cos\nsin\ntan\nlog\nexp\n",
        "vocabulary-builds.txt": b"car\ntruck\ncat\nhorse\nbird\nbus\n",
        "instances.txt": b"(in\nout\nover\nunder\n",
        "prose.txt": b"N.B. this file is prose, not a pickle.\n",
        "note.txt": b"I.\n",
        "parentheses.txt": b"((((((((((((((((((((((((",
        "numbers.txt": b"I am\n12\n13\n",
        "long-list.txt": b"L1\nL2\nL3\n",
        "genome.txt": b"N" * 4000 + b"ACGTACGT",
        "table.csv": b"a,b\n1,2\n",
        "braces.txt": b"}}}]]]",
        "proto-only.bin": b"\x80\x02",
        "proto-then-noise.bin": b"\x80\x04\x00\x00\x11\x22",
        "protocol-9.bin": b"\x80\x09cos\nsystem\n)R.",
        "unfinished-harmless.bin": b"\x80\x02]q\x00(K\x01",
        "zeros.bin": b"\x00" * 512,
        "floats.bin": struct.pack("<8f", *[0.1 * i for i in range(8)]),
        "sentence-piece.txt": b"<unk>\t0\n<s>\t0\n</s>\t0\n",
        "python-like.txt": b"sin(x) + cos(y)\n",
        "package-list.txt": b"pandas\nnumpy\nscipy\n",
    }.items():
        save(f, f"text/{name}", text, None)


# NumPy --------------------------------------------------------------------------------------------------------------


def npy(array: np.ndarray) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=True)
    return buffer.getvalue()


def make_arrays() -> None:
    f = "arrays"
    save(f, "floats.npy", npy(np.zeros(3, "<f4")), None)
    save(f, "texts.npy", npy(np.array(["a", "Ob"])), None)
    save(f, "records.npy", npy(np.zeros(2, [("a", "<i4"), ("Other", "<f8")])), None)
    save(f, "objects.npy", npy(np.array([{"a": 1}], dtype=object)), "a Python pickle")
    save(f, "objects-evil.npy", npy(np.array([Calls(os.system, "true")], dtype=object)), "posix.system")
    save(f, "object-record.npy", npy(np.array([(1, None)], dtype=[("a", "<i4"), ("b", "O")])), "pickle")
    save(f, "objects-without-data.npy", npy(np.array([None], dtype=object))[:128], "array of Python objects")
    save(f, "cut-off.npy", npy(np.zeros(3))[:9], "cannot be judged")
    for name, compress in (("plain", np.savez), ("compressed", np.savez_compressed)):
        buffer = io.BytesIO()
        compress(buffer, a=np.arange(5), b=np.eye(2))
        save(f, f"{name}.npz", buffer.getvalue(), None)
        buffer = io.BytesIO()
        compress(buffer, a=np.array([Calls(os.system, "true")], dtype=object))
        save(f, f"{name}-evil.npz", buffer.getvalue(), "posix.system")
    buffer = io.BytesIO()
    np.savez_compressed(buffer, a=np.zeros(4000))
    save(f, "zeros.npz", buffer.getvalue(), None)


# Archives -----------------------------------------------------------------------------------------------------------


def entry(name: str, mode: int = 0o644) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
    info.create_system = 3
    info.external_attr = (0o100000 | mode) << 16
    return info


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_STORED, comment: bytes = b"") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members:
            info = entry(name)
            info.compress_type = method
            archive.writestr(info, data)
        archive.comment = comment
    return buffer.getvalue()


def linked(mode: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        info = zipfile.ZipInfo("link", (2020, 1, 1, 0, 0, 0))
        info.create_system = 3
        info.external_attr = mode << 16
        archive.writestr(info, "/etc/passwd")
    return buffer.getvalue()


def renamed(data: bytes, old: bytes, new: bytes, count: int = -1) -> bytes:
    assert len(old) == len(new) and old in data
    return data.replace(old, new, count)


def patched(data: bytes, sign: bytes, offset: int, value: bytes) -> bytes:
    at = data.index(sign) + offset
    return data[:at] + value + data[at + len(value) :]


def tarred(*members: tuple[str, bytes | str, bytes], format: int = tarfile.USTAR_FORMAT) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=format) as archive:
        for name, content, kind in members:
            info = tarfile.TarInfo(name)
            info.type = kind
            if isinstance(content, str):
                info.linkname = content
                archive.addfile(info)
            else:
                info.size = len(content)
                archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


def pax_for_all(headers: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT, pax_headers=headers) as archive:
        archive.addfile(tarfile.TarInfo("a.txt"), io.BytesIO())
    return buffer.getvalue()


REGULAR, LINK, HARD = tarfile.REGTYPE, tarfile.SYMTYPE, tarfile.LNKTYPE
TEXT = ("a.txt", b"hello")
LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
DEFLATED = zipfile.ZIP_DEFLATED


def make_zips() -> None:
    f = "archives"
    save(f, "harmless.zip", zipped(TEXT, ("b/c.txt", b"x")), None)
    save(f, "harmless-deflated.zip", zipped(TEXT, method=DEFLATED), None)
    save(f, "harmless-folder.zip", zipped(("b/", b""), ("b/c.txt", b"x")), None)
    save(f, "harmless-comment.zip", zipped(TEXT, comment=b"made for tests"), None)
    save(f, "harmless-comment-with-signature.zip", zipped(TEXT, comment=b"PK\x05\x06" + b"\xff" * 30), None)
    save(f, "harmless-unicode.zip", zipped(("f\u00fcr.txt", b"x"), ("\u6a21\u578b.txt", b"x")), None)
    save(f, "harmless-empty.zip", zipped(), None)
    save(f, "harmless-nested.zip", zipped(("inner.zip", zipped(TEXT))), None)
    save(f, "harmless-behind-picture.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 64 + zipped(TEXT), None)
    save(f, "harmless-zeros.zip", zipped(("zeros.bin", b"\0" * 900_000), method=DEFLATED), None)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive, archive.open(entry("wide.txt"), "w", force_zip64=True) as member:
        member.write(b"x" * 10)
    save(f, "harmless-zip64.zip", buffer.getvalue(), None)

    class Unseekable(io.RawIOBase):
        def __init__(self):
            self.data = b""

        def writable(self):
            return True

        def write(self, chunk):
            self.data += bytes(chunk)
            return len(chunk)

    stream = Unseekable()
    with zipfile.ZipFile(stream, "w", DEFLATED) as archive:
        archive.writestr(entry("streamed.txt"), b"y" * 50)
    save(f, "harmless-streamed.zip", stream.data, None)

    for name, member in {
        "parent": "../../evil.txt",
        "hidden-parent": "a/../../evil.txt",
        "absolute": "/etc/cron.d/evil",
        "drive": "C:/evil.txt",
    }.items():
        save(f, f"escape-{name}.zip", zipped((member, b"x")), "archive whose member")
    save(f, "escape-backslash.zip", renamed(zipped(("..!evil.txt", b"x")), b"..!evil", b"..\\evil"), "backslash")
    save(f, "escape-nul.zip", renamed(zipped(("a.txt!b.txt", b"x")), b"a.txt!b", b"a.txt\0b"), "NUL")
    save(f, "duplicate.zip", renamed(zipped(("a.txt", b"x"), ("b.txt", b"y")), b"b.txt", b"a.txt"), "appears twice")
    save(f, "case-clash.zip", zipped(("A.txt", b"x"), ("a.TXT", b"y")), "ignore case")
    save(f, "unicode-clash.zip", zipped(("\u00e9.txt", b"x"), ("e\u0301.txt", b"y")), "ignore case")
    save(f, "symbolic-link.zip", linked(0o120777), "symbolic link")
    save(f, "device.zip", linked(0o020666), "a device")
    save(f, "pipe.zip", linked(0o010666), "a pipe")

    plain = zipped(TEXT)
    save(f, "two-names.zip", renamed(plain, b"a.txt", b"b.txt", 1), "in its directory and")
    save(f, "two-methods.zip", patched(plain, LOCAL, 8, b"\x08\x00"), "compression")
    save(f, "two-sizes.zip", patched(plain, LOCAL, 22, b"\x09\x00\x00\x00"), "size")
    save(f, "encrypted-in-directory.zip", patched(plain, CENTRAL, 8, b"\x01\x00"), "encrypted")
    save(f, "encrypted-at-data.zip", patched(plain, LOCAL, 6, b"\x01\x00"), "encryption")
    both = patched(patched(plain, CENTRAL, 8, b"\x01\x00"), LOCAL, 6, b"\x01\x00")
    save(f, "encrypted.zip", both, "cannot be judged: it is encrypted")
    save(f, "strongly-encrypted.zip", patched(plain, CENTRAL, 8, b"\x40\x00"), "encrypted")
    odd = patched(patched(plain, CENTRAL, 10, b"\x63\x00"), LOCAL, 8, b"\x63\x00")
    save(f, "unknown-method.zip", odd, "compression method 99")
    save(f, "bzip2-member.zip", zipped(TEXT, method=zipfile.ZIP_BZIP2), "compression method 12")
    save(f, "wrong-count.zip", patched(plain, END, 10, b"\x05\x00"), "promises 5 members")
    save(f, "cut-off.zip", plain[: len(plain) // 2], "without a readable directory")
    save(f, "no-end.zip", plain[:-22], "without a readable directory")
    save(f, "not-a-zip.zip", b"this is no archive", "named like a zip archive")
    save(f, "lies-about-size.zip", stored_lie(plain), "lies about its size")
    hidden = zipped(("hidden.txt", b"secret data in the gap"))
    hidden = hidden[: hidden.index(CENTRAL)]
    at = plain.index(CENTRAL)
    smuggled = plain[:at] + hidden + plain[at:]
    save(f, "hidden-member.zip", patched(smuggled, END, 16, struct.pack("<I", at + len(hidden))), "does not list")
    save(f, "overlapping.zip", overlapping(), "overlaps itself")
    save(f, "bomb-ratio.zip", zipped(("zeros.bin", b"\0" * 3_000_000), method=DEFLATED), "explodes")
    save(f, "bomb-members.zip", patched(plain, END, 8, struct.pack("<HH", 60_000, 60_000)), "more than 10000 members")
    bomb = zipped(("zeros.bin", b"\0" * 3_000_000), method=DEFLATED)
    save(f, "bomb-inside.zip", zipped(("inner.zip", bomb)), "explodes")
    liar = zipped(("zeros.bin", b"\0" * 5_000_000), method=DEFLATED)
    small = struct.pack("<I", 60_000)
    save(f, "bomb-that-lies.zip", patched(patched(liar, CENTRAL, 24, small), LOCAL, 22, small), "explodes")
    save(f, "bomb-quine-claims.zip", patched(patched(plain, CENTRAL, 24, b"\xfe\xff\xff\xff"), LOCAL, 22, b"\xfe\xff\xff\xff"), "explodes")

    save(f, "pickle.zip", zipped(("data.pkl", evil(2))), "posix.system")
    save(f, "pickle-deflated.pt", zipped(("m/data.pkl", evil(2)), ("m/version", b"3"), method=DEFLATED), "posix.system")
    save(f, "pickle-two-deep.zip", zipped(("a.zip", zipped(("b.bin", evil(4))))), "posix.system")
    deep = zipped(("a.zip", zipped(("b.zip", zipped(("c.bin", evil(4)))), method=DEFLATED)))
    save(f, "pickle-three-deep.zip", deep, "posix.system")
    save(f, "too-deep.zip", zipped(("x.zip", deep)), "nested deeper")
    save(f, "pickle-behind-picture.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 64 + zipped(("x", evil(4))), "posix.system")
    save(f, "pickle-behind-text.txt", b"just a note\n" + zipped(("x", evil(0))), "posix.system")
    save(f, "pickle-behind-two-ends.zip", zipped(("x", evil(4)), comment=b"PK\x05\x06" + b"\x01" * 40), "posix.system")
    save(f, "script.zip", zipped(("run.py", b"print(1)\n")), "Python source")
    save(f, "library.whl", zipped(("lib/native.bin", b"\x7fELF" + b"\0" * 60)), "ELF")
    save(f, "java.jar", zipped(("META-INF/MANIFEST.MF", b"x"), ("A.class", b"\xca\xfe\xba\xbe\0\0\0\x41" + b"\0" * 20)), "program")


def stored_lie(plain: bytes) -> bytes:
    size = struct.pack("<I", 4)
    return patched(patched(plain, CENTRAL, 24, size), LOCAL, 22, size)


def overlapping() -> bytes:
    """Two directory entries, one local header: the trick behind quine and overlap bombs."""
    data = zipped(TEXT)
    at, end = data.index(CENTRAL), data.index(END)
    directory = data[at:end]
    again = data[:at] + directory * 2 + data[end:]
    again = patched(again, END, 8, b"\x02\x00\x02\x00")
    return patched(again, END, 12, struct.pack("<I", 2 * len(directory)))


def make_tars() -> None:
    f = "archives"
    plain = ("a.txt", b"hello", REGULAR)
    save(f, "harmless.tar", tarred(plain), None)
    save(f, "harmless-gnu.tar", tarred(("d/" * 60 + "long.txt", b"x", REGULAR), format=tarfile.GNU_FORMAT), None)
    save(f, "harmless-pax.tar", tarred(("d/" * 80 + "\u00e4.txt", b"x", REGULAR), format=tarfile.PAX_FORMAT), None)
    save(f, "harmless-folder.tar", tarred(("d", b"", tarfile.DIRTYPE), ("d/a", b"x", REGULAR)), None)
    save(f, "harmless.tar.gz", gzip.compress(tarred(plain), mtime=0), None)
    save(f, "harmless-text.gz", gzip.compress(b"a vocabulary\n" * 9, mtime=0), None)
    save(f, "harmless.zlib", zlib.compress(b"plain text in zlib" * 5), None)
    save(f, "symbolic-link.tar", tarred(("l", "/etc/passwd", LINK)), "symbolic link")
    save(f, "relative-link.tar", tarred(("l", "a.txt", LINK), plain), "symbolic link")
    save(f, "hard-link.tar", tarred(plain, ("l", "a.txt", HARD)), "hard link")
    save(f, "device.tar", tarred(("d", b"", tarfile.CHRTYPE)), "a device")
    save(f, "pipe.tar", tarred(("p", b"", tarfile.FIFOTYPE)), "a pipe")
    save(f, "escape-parent.tar", tarred(("../evil", b"x", REGULAR)), "escapes its folder")
    save(f, "escape-absolute.tar", tarred(("/etc/evil", b"x", REGULAR)), "absolute")
    save(f, "escape-gnu-long.tar", tarred(("../" + "d/" * 80 + "evil", b"x", REGULAR), format=tarfile.GNU_FORMAT), "escapes its folder")
    save(f, "escape-pax.tar", tarred(("../\u00e4" + "d/" * 80, b"x", REGULAR), format=tarfile.PAX_FORMAT), "escapes its folder")
    save(f, "escape-pax-for-all.tar", pax_for_all({"path": "../../evil"}), "escapes its folder")
    save(f, "duplicate.tar", tarred(plain, plain), "appears twice")
    save(f, "pickle.tar", tarred(("a/b", evil(4), REGULAR)), "posix.system")
    save(f, "pickle.tar.gz", gzip.compress(tarred(("a/b", evil(4), REGULAR)), mtime=0), "posix.system")
    save(f, "pickle.gz", gzip.compress(evil(4), mtime=0), "posix.system")
    save(f, "pickle-named-data.bin", gzip.compress(evil(0), mtime=0), "posix.system")
    save(f, "pickle-zlib.joblib", zlib.compress(evil(4)), "posix.system")
    save(f, "pickle-in-tar-in-zip.zip", zipped(("t.tar", tarred(("x", evil(2), REGULAR)))), "posix.system")
    save(f, "cut-off.tar", tarred(("a", b"x" * 5000, REGULAR))[:2048], "cut off")
    save(f, "wrong-checksum.tar", tarred(plain, plain)[:1024] + b"garbage!" * 128, "checksum")
    save(f, "bomb.gz", gzip.compress(b"\0" * 5_000_000, mtime=0), "explodes")
    bomb = gzip.compress(b"\0" * 40_000_000, mtime=0)
    save(f, "bomb-that-lies.gz", bomb[:-4] + struct.pack("<I", 100), "damaged")
    save(f, "damaged.gz", gzip.compress(bytes(range(256)), mtime=0)[:-60] + b"\xff" * 52 + b"\x00\x01\x00\x00", "damaged")
    save(f, "closed.7z", bytes.fromhex("377abcaf271c0004") + b"\0" * 24, "7-Zip")
    save(f, "closed.rar", b"Rar!\x1a\x07\x01\x00" + b"\0" * 16, "RAR")
    save(f, "closed.xz", lzma.compress(b"hello"), "xz")
    save(f, "closed.bz2", bz2.compress(b"hello"), "bzip2")
    save(f, "closed-by-content.txt", bz2.compress(evil(2)), "bzip2")
    save(f, "closed-in-zip.zip", zipped(("a.xz", lzma.compress(evil(2)))), "xz")


# Keras --------------------------------------------------------------------------------------------------------------


def dense(**changes) -> dict:
    layer = {
        "module": "keras.layers",
        "class_name": "Dense",
        "config": {
            "name": "dense",
            "units": 1,
            "activation": "relu",
            "dtype": {"module": "keras", "class_name": "DTypePolicy", "config": {"name": "float32"}, "registered_name": None},
            "kernel_initializer": {"module": "keras.initializers", "class_name": "GlorotUniform", "config": {"seed": None}, "registered_name": None},
            "kernel_regularizer": {"module": "keras.regularizers", "class_name": "L2", "config": {"l2": 0.01}, "registered_name": None},
        },
        "registered_name": None,
        "build_config": {"input_shape": [None, 2]},
    }
    layer["config"].update(changes.pop("config", {}))
    return {**layer, **changes}


def model(*layers: dict, **changes) -> dict:
    return {
        "module": "keras",
        "class_name": "Sequential",
        "config": {"name": "sequential", "layers": list(layers)},
        "registered_name": "Sequential",
        "compile_config": {
            "optimizer": {"module": "keras.optimizers", "class_name": "Adam", "config": {"learning_rate": 0.001}, "registered_name": None},
            "loss": "mse",
            "metrics": ["mae"],
        },
        **changes,
    }


def legacy(config: dict) -> dict:
    """The same configuration without modules, as Keras 2 writes it into HDF5."""
    if isinstance(config, dict):
        return {key: legacy(value) for key, value in config.items() if key not in ("module", "registered_name")}
    return [legacy(value) for value in config] if isinstance(config, list) else config


def keras(config: dict | str | bytes, *more: tuple[str, bytes], weights: bytes | None = None) -> bytes:
    text = config if isinstance(config, (str, bytes)) else json.dumps(config)
    raw = text.encode() if isinstance(text, str) else text
    metadata = json.dumps({"keras_version": "3.6.0", "date_saved": "2026-01-01@00:00:00"}).encode()
    members = [("metadata.json", metadata), ("config.json", raw), ("model.weights.h5", weights or weights_file()), *more]
    return zipped(*members)


def h5(build, **options) -> bytes:
    buffer = io.BytesIO()
    with h5py.File(buffer, "w", **options) as file:
        build(file)
    return buffer.getvalue()


def weights_file() -> bytes:
    def build(file):
        group = file.create_group("layers/dense/vars")
        group.create_dataset("0", data=np.zeros((2, 1), "<f4"))

    return h5(build)


def keras_h5(config: dict | str, **options) -> bytes:
    def build(file):
        file.attrs["model_config"] = config if isinstance(config, str) else json.dumps(config)
        file.attrs["keras_version"] = "2.15.0"
        file.create_group("model_weights").create_dataset("kernel:0", data=np.ones((2, 1), "<f4"))

    return h5(build, **options)


CODE = base64.b64encode(marshal.dumps(compile("x", "x", "eval"))).decode()


def foreign(module: str | None, name: str, /, **config) -> dict:
    return {"module": module, "class_name": name, "config": {"name": "x", **config}, "registered_name": None}


# Name -> (layer, phrase). The CVE in a name is the trick that the layer plays.
LAYERS: dict[str, tuple[dict, str]] = {
    "cve-2024-3660-lambda": ({**foreign("keras.layers", "Lambda"), "config": {"name": "l", "function": [CODE, None, None], "function_type": "lambda"}}, "Lambda"),
    "cve-2025-1550-os-system": (foreign("os", "system"), "os.system"),
    "cve-2025-1550-subprocess": (dense(kernel_initializer=None, config={"kernel_initializer": foreign("subprocess", "Popen", args=["true"])}), "Popen"),
    "cve-2025-1550-function": (dense(config={"activation": {"module": "builtins", "class_name": "function", "config": "eval", "registered_name": "function"}}), "foreign function"),
    "cve-2025-8747-get-file": (foreign("keras.utils", "get_file", origin="http://example.invalid"), "keras.utils.get_file"),
    "cve-2025-9906-unsafe": (foreign("keras.config", "enable_unsafe_deserialization"), "enable_unsafe_deserialization"),
    "cve-2025-49655-torch": (foreign("keras.layers", "TorchModuleWrapper", module=CODE), "TorchModuleWrapper"),
    "cve-2025-12058-vocabulary": (foreign("keras.layers", "StringLookup", vocabulary="/etc/passwd"), "/etc/passwd"),
    "cve-2025-12058-text": (foreign("keras.layers", "TextVectorization", vocabulary="gs://b/v.txt"), "gs://b/v.txt"),
    "cve-2026-12479-layer-name": (dense(config={"name": "../../evil"}), "escapes its folder"),
    "cve-2026-0897-shape": (dense(build_config={"input_shape": [1000000, 1000000, 1000000]}), "asks for the shape"),
    "cve-2026-0897-units": (dense(config={"units": 10**12}), "asks for 1000000000000"),
    "negative-shape": (dense(build_config={"input_shape": [-5, 2]}), "asks for the shape"),
    "saved-model-layer": (foreign("keras.layers", "TFSMLayer", filepath="/srv/other"), "TFSMLayer"),
    "flax-layer": (foreign("keras.layers", "FlaxLayer"), "FlaxLayer"),
    "hub-layer": (foreign(None, "KerasLayer", handle="https://example.invalid"), "KerasLayer"),
    "custom-class": ({**foreign("my_package.layers", "Mine"), "registered_name": "my_package>Mine"}, "my_package>Mine"),
    "custom-class-no-module": (foreign(None, "Mine"), "foreign class"),
    "custom-registered": ({**foreign(None, "Dense"), "registered_name": "Custom>Mine"}, "Custom>Mine"),
    "custom-activation": (dense(config={"activation": "my_activation"}), "my_activation"),
    "inline-lambda": (dense(config={"activation": {"class_name": "__lambda__", "config": {"value": {"code": CODE, "defaults": None, "closure": None}}}}), "bytecode"),
    "wrapped-lambda": ({**foreign("keras.layers", "TimeDistributed"), "config": {"name": "t", "layer": foreign("keras.layers", "Lambda")}}, "Lambda"),
    "keras-models-load": (foreign("keras.models", "load_model"), "load_model"),
    "keras-saving-load": (foreign("keras.saving", "load_model"), "load_model"),
    "keras-src-deep": (foreign("keras.src.utils.file_utils", "get_file"), "get_file"),
    "module-with-tail": (foreign("keras.layers;os", "Dense"), "foreign class"),
    "module-prefix-only": (foreign("keras_evil.layers", "Dense"), "foreign class"),
}


def make_keras() -> None:
    f = "keras"
    plain = model(dense())
    save(f, "harmless.keras", keras(plain), None)
    save(f, "harmless-functional.keras", keras({**plain, "module": "keras.src.models.functional", "class_name": "Functional", "registered_name": "Functional"}), None)
    operation = {"module": "keras.src.ops.numpy", "class_name": "Multiply", "config": {"name": "multiply"}, "registered_name": "Multiply"}
    save(f, "harmless-operation.keras", keras(model(dense(), operation)), None)
    save(f, "harmless-nan.keras", keras(json.dumps(model(foreign("keras.layers", "Masking", mask_value=float("nan"), low=float("-inf"))))), None)
    save(f, "harmless-lookup.keras", keras(model(foreign("keras.layers", "StringLookup", vocabulary=["a", "b"]))), None)
    save(f, "harmless-function.keras", keras(model(dense(config={"activation": {"module": "keras.activations", "class_name": "function", "config": "gelu", "registered_name": "gelu"}}))), None)
    save(f, "harmless-assets.keras", keras(plain, ("assets/layers/string_lookup/vocabulary.txt", b"cat\ndog\n")), None)
    save(f, "harmless-tf-keras.keras", keras(model(dense(module="tf_keras.layers"), module="tf_keras")), None)
    save(f, "harmless.h5", keras_h5(legacy(plain)), None)
    save(f, "harmless-hdf5-named.keras", keras_h5(legacy(plain)), None)
    save(f, "harmless-bytes.h5", h5(lambda file: file.attrs.update(model_config=json.dumps(legacy(plain)).encode())), None)
    save(f, "harmless-fixed-text.h5", h5(lambda file: file.attrs.update(model_config=np.bytes_(json.dumps(legacy(plain))))), None)
    save(f, "harmless-old-optimizer.h5", h5(lambda file: file.attrs.update(training_config=json.dumps({"optimizer_config": {"class_name": "Custom>Adam", "config": {}}, "loss": "mse"}))), None)
    save(f, "harmless-operation.h5", keras_h5({"class_name": "Functional", "config": {"layers": [{"class_name": "TFOpLambda", "config": {"name": "tf.math.add", "function": "math.add"}}]}}), None)
    for name, (layer, phrase) in LAYERS.items():
        save(f, f"{name}.keras", keras(model(layer)), phrase)
        # A foreign module cannot be told in the old format, so only what it still tells is kept.
        if name != "custom-registered" and layer["module"] in (None, "keras.layers"):
            save(f, f"{name}.h5", keras_h5(legacy(model(layer))), phrase)
    save(f, "foreign-in-training.h5", h5(lambda file: file.attrs.update(training_config=json.dumps({"metrics": [{"class_name": "Mine", "config": {}}]}))), "foreign class")
    save(f, "foreign-loss.keras", keras(model(dense(), compile_config={"loss": {"module": "evil", "class_name": "function", "config": "f", "registered_name": "f"}})), "evil.f")
    save(f, "configuration-no-text.h5", h5(lambda file: file.attrs.update(model_config=np.frombuffer(b"{}", "u1"))), "is no text")
    save(f, "tf-function-io.h5", keras_h5({"class_name": "Functional", "config": {"layers": [{"class_name": "TFOpLambda", "config": {"name": "x", "function": "io.read_file"}}]}}), "io.read_file")
    save(f, "tf-method.h5", keras_h5({"class_name": "Functional", "config": {"layers": [{"class_name": "ClassMethod", "config": {"cls_ref": "tf.io.TFRecordWriter", "method_name": "write"}}]}}), "TFRecordWriter")
    operations = [{"class_name": name, "config": {"name": "x"}} for name in ("GetItem", "NotEqual", "Relu")]
    save(f, "harmless-operations.h5", keras_h5({"class_name": "Functional", "config": {"layers": operations}}), None)
    save(f, "tf-operator.h5", keras_h5({"class_name": "Functional", "config": {"layers": [{"class_name": "TensorFlowOpLayer", "config": {"name": "x", "node_def": json.dumps({"name": "w", "op": "WriteFile"})}}]}}), "WriteFile")
    save(f, "escaped-class-name.keras", keras(json.dumps(model(LAYERS["cve-2024-3660-lambda"][0])).replace("class_name", "class\\u005fname")), "Lambda")
    save(f, "duplicate-config.keras", keras(plain, ("CONFIG.json", json.dumps(model(foreign("os", "system"))).encode())), "ignore case")
    save(f, "utf-16.keras", keras(json.dumps(model(foreign("os", "system"))).encode("utf-16")), "cannot be judged")
    save(f, "not-json.keras", keras("{'class_name': 'Dense'}"), "not JSON")
    save(f, "deep-config.keras", keras("[" * 3000 + "]" * 3000), "nested deeper")
    save(f, "deep-objects.keras", keras('{"a":' * 5000 + "1" + "}" * 5000), "nested deeper")
    save(f, "deep-config.h5", keras_h5("[" * 5000), "nested deeper")
    save(f, "cve-2025-12638-traversal.keras", keras(plain, ("../../../evil", b"x")), "escapes its folder")
    save(f, "pickle-inside.keras", keras(plain, ("assets/x.txt", evil(2))), "posix.system")
    save(f, "cut-off.keras", keras(plain)[:3000], "cannot be judged")
    save(f, "garbage.keras", b"no model at all", "named like a Keras model")
    save(f, "garbage.h5", b"no model at all", "named like an HDF5 file")


def message(number: int, payload: bytes) -> bytes:
    length, head = len(payload), b""
    while length > 127:
        head += bytes([length & 127 | 128])
        length >>= 7
    return bytes([number << 3 | 2]) + head + bytes([length]) + payload


def keras_metadata(*configs: dict) -> bytes:
    return b"".join(message(1, b"\x10\x01" + message(3, b"root") + message(4, b"_tf_keras_layer") + message(5, json.dumps(c).encode())) for c in configs)


def make_metadata() -> None:
    f = "keras"
    lam = {"class_name": "Lambda", "config": {"name": "l", "function": {"class_name": "__tuple__", "items": [CODE, None, None]}, "function_type": "lambda"}}
    named = {"class_name": "Lambda", "config": {"name": "l", "function": "preprocess", "function_type": "function", "module": "train"}}
    save(f, "lambda/keras_metadata.pb", keras_metadata(legacy(dense()), lam), "bytecode")
    save(f, "nested-lambda/keras_metadata.pb", keras_metadata({"class_name": "Functional", "config": {"layers": [lam]}}), "bytecode")
    save(f, "named-function/keras_metadata.pb", keras_metadata(named), None)
    save(f, "custom-layer/keras_metadata.pb", keras_metadata({"class_name": "my_package>Mine", "config": {}}, {"class_name": "Mine", "config": {}}), None)
    save(f, "empty/keras_metadata.pb", b"", None)
    save(f, "broken/keras_metadata.pb", b"\x0a\xff\xff\xff\xff\x0fabc", "cannot be judged")
    save(f, "loose-json/model.json", json.dumps(model(foreign("os", "system"))).encode(), None)
    save(f, "loose-json-lambda/model.json", json.dumps(legacy(model(lam))).encode(), "bytecode")


# HDF5 ---------------------------------------------------------------------------------------------------------------


def make_hdf5() -> None:
    f = "hdf5"
    lam = json.dumps(legacy(model(LAYERS["cve-2024-3660-lambda"][0])))
    long = json.dumps({**legacy(model(LAYERS["cve-2024-3660-lambda"][0])), "padding": "x" * 70_000})
    for version in ("earliest", "v108", "v110", "v114", "latest"):
        options = {"libver": (version, version) if version not in ("earliest", "latest") else version}
        save(f, f"harmless-{version}.h5", keras_h5(legacy(model(dense())), **options), None)
        save(f, f"lambda-{version}.h5", keras_h5(lam, **options), "Lambda")
        save(f, f"external-link-{version}.h5", h5(lambda file: file.update(link=h5py.ExternalLink("/etc/passwd", "/")), **options), "links to another file")
    for name, kept in (("dense", np.bytes_(long)), ("heap", long)):
        save(f, f"long-lambda-{name}.h5", h5(lambda file: file.attrs.update(model_config=kept), libver="latest"), "Lambda")

    def many_attributes(file):
        for index in range(400):
            file.attrs[f"attribute-{index:03}"] = "x" * (index % 50)
        file.attrs["model_config"] = np.bytes_(lam)

    save(f, "lambda-among-many.h5", h5(many_attributes, libver="latest"), "Lambda")

    def many_links(file, libver_link=True):
        group = file.create_group("layers")
        for index in range(600):
            group[f"layer-{index:03}"] = h5py.SoftLink("/layers")
        if libver_link:
            group["outside"] = h5py.ExternalLink("other.h5", "/weights")

    save(f, "external-among-many.h5", h5(many_links, libver="latest"), "links to another file")
    save(f, "external-among-many-old.h5", h5(many_links), "links to another file")
    save(f, "harmless-many-groups.h5", h5(lambda file: many_links(file, False)), None)
    save(f, "harmless-many-groups-latest.h5", h5(lambda file: many_links(file, False), libver="latest"), None)

    external = [("/etc/passwd", 0, 64)]
    save(f, "external-storage.h5", h5(lambda file: file.create_dataset("a/w", (64,), "u1", external=external)), "in another file")
    save(f, "external-storage-latest.h5", h5(lambda file: file.create_dataset("w", (64,), "u1", external=external), libver="latest"), "in another file")
    layout = h5py.VirtualLayout((4,), "<f4")
    layout[:] = h5py.VirtualSource("other.h5", "x", (4,))
    save(f, "virtual.h5", h5(lambda file: file.create_virtual_dataset("w", layout), libver="latest"), "from other files")
    save(f, "cve-2026-0897-huge-unallocated.h5", h5(lambda file: file.create_dataset("w", (10**6, 10**6), "<f4", chunks=(10, 10))), "far more than it holds")
    save(f, "cve-2026-0897-huge-zeros.h5", h5(lambda file: file.create_dataset("w", data=np.zeros((1500, 1500), "<f4"), compression="gzip")), "far more than it holds")
    save(f, "cve-2026-1669-in.keras", keras(model(dense()), weights=h5(lambda file: file.create_dataset("w", (64,), "u1", external=external))), "in another file")
    save(f, "cve-2026-1669-link-in.keras", keras(model(dense()), weights=h5(lambda file: file.update(w=h5py.ExternalLink("x.h5", "/")))), "links to another file")

    def harmless_all(file):
        file["soft"] = h5py.SoftLink("/a/b")
        file.create_dataset("a/b", data=np.arange(100), chunks=(10,), compression="gzip")
        file.create_dataset("scalar", data=1.5)
        file.create_dataset("empty", shape=(0,), dtype="f4")
        file.create_dataset("texts", data=["a", "b"])
        file["again"] = file["a"]
        file["a/loop"] = file["/"]
        file["type"] = np.dtype("<f4")
        file.create_dataset("typed", data=np.ones(3, "<f4"), dtype=file["type"])
        file.attrs["numbers"] = np.arange(5)
        file.attrs.create("typed", 1.0, dtype=file["type"])

    save(f, "harmless-everything.h5", h5(harmless_all), None)
    save(f, "harmless-everything-latest.h5", h5(harmless_all, libver="latest"), None)
    save(f, "harmless-ordered.h5", h5(lambda file: many_links(file, False), track_order=True), None)
    whole = keras_h5(lam)
    save(f, "user-block.h5", h5(lambda file: file.attrs.update(model_config=lam), userblock_size=512), "Lambda")
    save(f, "behind-text.txt", b"a note\n".ljust(512) + h5(lambda file: file.attrs.update(model_config=lam), userblock_size=512)[512:], "Lambda")
    save(f, "cut-off.h5", whole[: len(whole) // 2], "cannot be judged")
    save(f, "head-only.h5", whole[:100], "cannot be judged")
    save(f, "unknown-superblock.h5", whole[:8] + b"\x09" + whole[9:], "cannot be judged")
    deep = io.BytesIO()
    with h5py.File(deep, "w") as file:
        group = file
        for _ in range(40):
            group = group.create_group("g")
        group["x"] = h5py.ExternalLink("far.h5", "/")
    save(f, "external-far-down.h5", deep.getvalue(), "links to another file")


def main() -> None:
    for folder in ROOT.glob("beside-*"):
        shutil.rmtree(folder)
    for make in (make_pickles, make_arrays, make_zips, make_tars, make_keras, make_metadata, make_hdf5):
        make()
    for folder, cases in expected.items():
        text = json.dumps(dict(sorted(cases.items())), indent=2, ensure_ascii=False)
        (ROOT / f"beside-{folder}" / "expected.json").write_text(text + "\n")
        print(folder, len(cases))


main()
