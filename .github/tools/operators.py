"""Writes shared/model/operators/catalogue.json: every operator that stock TensorFlow registers, and since when.

    python3 .github/tools/operators.py [--keep FOLDER]

Each minor version's tensorflow-cpu wheel is fetched by pip, its shared library asked for its own operator list
(TF_GetAllOpList) in a child process, and thrown away again. Needs pip, a C compiler and 2 GB of scratch space;
nothing of TensorFlow's Python is run. `--keep` caches the operator lists between runs.
"""

import argparse
import ctypes
import glob
import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

# Minor version and the newest Python whose wheel it has; the newest patch of each is taken.
MINORS = [(1, "37m"), (2, "38"), (3, "38"), (4, "38"), (5, "39"), (6, "39"), (7, "39")] + [
    (minor, "310") for minor in range(8, 12)
] + [(minor, "311") for minor in range(12, 22)]
PLATFORMS = ["manylinux2010_x86_64", "manylinux2014_x86_64", "manylinux_2_17_x86_64", "manylinux_2_27_x86_64"]
CATALOGUE = Path(__file__).parents[2] / "shared/model/operators/catalogue.json"

DTYPES = (
    "invalid float32 float64 int32 uint8 int16 int8 string complex64 int64 bool qint8 quint8 qint32 bfloat16 qint16 "
    "quint16 uint16 complex128 float16 resource variant uint32 uint64 float8_e5m2 float8_e4m3fn float8_e4m3fnuz "
    "float8_e4m3b11fnuz float8_e5m2fnuz int4 uint4 int2 uint2 float4_e2m1fn"
).split()


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--keep", type=Path, help="a folder that keeps the operator lists between runs")
    keep = options.parse_args().keep
    versions = [read_version(minor, abi, keep) for minor, abi in MINORS]
    CATALOGUE.write_text(render(versions), encoding="utf-8")
    print(f"{CATALOGUE}: {CATALOGUE.stat().st_size} bytes", file=sys.stderr)


# --- reading one version -------------------------------------------------------------------------------------------


def read_version(minor, abi, keep):
    """{"version", "graphDef", "operators"} of TensorFlow 2.<minor>."""
    kept = keep / f"2.{minor}.json" if keep else None
    if kept and kept.exists():
        return json.loads(kept.read_text())
    with tempfile.TemporaryDirectory() as scratch:
        wheel = download(minor, abi, scratch)
        version = wheel.name.split("-")[1]
        libraries, header = unpack(wheel, scratch)
        wheel.unlink()
        raw = subprocess.run(
            [sys.executable, __file__, "--dump", *libraries], cwd=scratch, check=True, stdout=subprocess.PIPE
        ).stdout
    graph_def = int(re.search(r"^#define TF_GRAPH_DEF_VERSION (\d+)", header, re.M)[1])
    operators = dict(operator(body) for number, body in fields(raw) if number == 1)
    result = {"version": version, "graphDef": graph_def, "operators": operators}
    print(f"{version}: {len(operators)} operators", file=sys.stderr)
    if kept:
        keep.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(result))
    return result


def download(minor, abi, folder):
    python = abi.rstrip("m")
    platforms = [part for name in PLATFORMS for part in ("--platform", name)]
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--dest", folder]
        + ["--python-version", python, "--implementation", "cp", "--abi", f"cp{abi}", *platforms]
        + [f"tensorflow-cpu~=2.{minor}.0"],
        check=True,
    )
    return next(Path(folder).glob("*.whl"))


def unpack(wheel, folder):
    """Only the libraries that hold the registry (their names changed in 2.12), and the header with the graph version."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        wanted = [n for n in names if re.search(r"/libtensorflow_(framework|cc)\.so\.2$", n)]
        if not any("_cc." in n for n in wanted):
            wanted += [n for n in names if n.endswith("/python/_pywrap_tensorflow_internal.so")]
        for name in wanted:
            archive.extract(name, folder)
        header = next(n for n in names if n.endswith("tensorflow/core/public/version.h") or
                      n.endswith("tensorflow_core/include/tensorflow/core/public/version.h"))
        return [str(Path(folder, name)) for name in sorted(wanted)], archive.read(header).decode()


def dump(libraries):
    """Runs in the child: loads the libraries and writes the serialized OpList to stdout."""
    stand_in()
    order = sorted(libraries, key=lambda path: "framework" not in path)
    loaded = [ctypes.CDLL(path, ctypes.RTLD_GLOBAL | os.RTLD_LAZY) for path in order]
    get_all = loaded[-1].TF_GetAllOpList

    class Buffer(ctypes.Structure):
        _fields_ = [("data", ctypes.c_void_p), ("length", ctypes.c_size_t), ("deallocator", ctypes.c_void_p)]

    get_all.restype = ctypes.POINTER(Buffer)
    buffer = get_all().contents
    sys.stdout.buffer.write(ctypes.string_at(buffer.data, buffer.length))


def stand_in():
    """Until 2.11 the library is linked against one Python; data symbols that this Python lacks are given a stand-in."""
    with open("stand_in.c", "w") as source:
        source.write("int _Py_CheckRecursionLimit = 1000;\n")
    subprocess.run(["cc", "-shared", "-fPIC", "-o", "stand_in.so", "stand_in.c"], check=True)
    ctypes.CDLL("./stand_in.so", ctypes.RTLD_GLOBAL)


# --- decoding OpDef, without depending on the protobuf of any version -----------------------------------------------


def fields(data):
    """(field number, value) of one protobuf message: int for varints, bytes for the rest."""
    at = 0
    while at < len(data):
        key, at = varint(data, at)
        wire = key & 7
        if wire == 0:
            value, at = varint(data, at)
        elif wire in (1, 5):
            size = 8 if wire == 1 else 4
            value, at = data[at : at + size], at + size
        else:
            size, at = varint(data, at)
            value, at = data[at : at + size], at + size
        yield key >> 3, value


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def signed(value):
    return value - (1 << 64) if value >> 63 else value


def dtype(number):
    return f"ref {DTYPES[number - 100]}" if number > 100 else DTYPES[number]


def operator(body):
    result = {"in": [], "out": [], "attr": {}}
    for number, value in fields(body):
        if number == 1:
            name = value.decode()
        elif number in (2, 3):
            result["in" if number == 2 else "out"].append(argument(value))
        elif number == 4:
            attribute_name, definition = attribute(value)
            result["attr"][attribute_name] = definition
        elif number == 17 and value:
            result["stateful"] = True
        elif number == 8:
            result["deprecated"] = next((v for n, v in fields(value) if n == 1), 0)
    return name, result


def argument(body):
    """`x:T`, `values:N*T`, `args:Tin`, `ref:Ref(T)`: TensorFlow's own notation in REGISTER_OP."""
    part = {number: value for number, value in fields(body)}
    text = dtype(part[3]) if 3 in part else (part.get(4) or part[6]).decode()
    if part.get(16):
        text = f"Ref({text})"
    if 5 in part:
        text = f"{part[5].decode()}*{text}"
    return f"{part[1].decode()}:{text}"


def attribute(body):
    part = {number: value for number, value in fields(body)}
    definition = {"type": part[2].decode()}
    if 3 in part:
        definition["default"] = attribute_value(part[3], definition["type"])
    if part.get(5):
        definition["minimum"] = signed(part.get(6, 0))
    if 7 in part:
        definition["allowed"] = attribute_value(part[7], "list(type)" if "type" in definition["type"] else "list(string)")
    return part[1].decode(), definition


def attribute_value(body, kind):
    if kind.startswith("list("):
        items = next((v for n, v in fields(body) if n == 1), b"")
        return list_items(items, kind[5:-1])
    part = {number: value for number, value in fields(body)}
    match kind:
        case "string":
            return part.get(2, b"").decode("latin-1")
        case "int":
            return signed(part.get(3, 0))
        case "float":
            return float_text(part.get(4, b"\0\0\0\0"))
        case "bool":
            return bool(part.get(5, 0))
        case "type":
            return dtype(part.get(6, 0))
        case "shape":
            return shape(part.get(7, b""))
    return None  # a tensor or a function: only that there is a default matters


def list_items(body, kind):
    items = []
    for number, value in fields(body):
        match kind:
            case "string":
                items.append(value.decode("latin-1"))
            case "int" | "bool" | "type":
                convert = {"int": signed, "bool": bool, "type": dtype}[kind]
                items += [convert(v) for v in packed(value)]
            case "float":
                items += [float_text(value[i : i + 4]) for i in range(0, len(value), 4)]
            case "shape":
                items.append(shape(value))
    return items


def packed(value):
    if isinstance(value, int):
        return [value]
    numbers, at = [], 0
    while at < len(value):
        number, at = varint(value, at)
        numbers.append(number)
    return numbers


def float_text(data):
    """The shortest decimal that is this float32; infinities and NaN, which JSON lacks, as words."""
    value = struct.unpack("<f", data)[0]
    for digits in range(1, 10):
        text = f"{value:.{digits}g}"
        if struct.pack("<f", float(text)) == data:
            break
    return float(text) if text not in ("inf", "-inf", "nan") else text


def shape(body):
    sizes, unknown = [], False
    for number, value in fields(body):
        if number == 2:
            sizes.append(signed(next((v for n, v in fields(value) if n == 1), 0)))
        elif number == 3:
            unknown = bool(value)
    return None if unknown else sizes


# --- joining the versions -------------------------------------------------------------------------------------------


def render(versions):
    """One operator a line, sorted, so that a new TensorFlow shows as a readable difference."""
    merged = join(versions)
    owners = owners_of_allowed(merged)
    lines = [f"{compact(name)}:{compact(written(name, merged[name], owners))}" for name in sorted(merged)]
    head = [[v["version"], v["graphDef"]] for v in versions]
    return f'{{"tensorflow":{compact(head)},\n"operators":{{\n' + ",\n".join(lines) + "\n}}\n"


def join(versions):
    """The newest definition of every operator, and in which minor versions it and its parts came and went."""
    merged = {}
    for minor, version in enumerate(versions, start=MINORS[0][0]):
        for name, definition in version["operators"].items():
            merged[name] = with_history(definition, merged.get(name), minor)
    # Until 2.11 the one library also registered TensorFlow's own test operators; they left it together in 2.12.
    return {name: definition for name, definition in merged.items() if definition["last"] != 11}


def with_history(definition, before, minor):
    result = {**definition, "since": before["since"] if before else minor, "last": minor}
    for name, now in result["attr"].items():
        known = before["attr"].get(name) if before else None
        now["since"] = known["since"] if known else minor
        now["widened"] = widened(now, known, minor)
    return result


def widened(now, known, minor):
    """{allowed value: since}, for values that an earlier version refused."""
    if known is None or "allowed" not in known:
        return {}
    history = {**known["widened"], **{v: minor for v in now.get("allowed", []) if v not in known["allowed"]}}
    return {value: since for value, since in history.items() if value in now.get("allowed", [])}


def owners_of_allowed(operators):
    """A list of allowed values is written once; other attributes name its owner, the shortest `Operator.attribute`."""
    owners = {}
    for name in sorted(operators):
        for attribute_name, definition in operators[name]["attr"].items():
            path, key = f"{name}.{attribute_name}", compact(definition.get("allowed"))
            if key not in owners or len(path) < len(owners[key]):
                owners[key] = path
    return owners


def written(name, definition, owners):
    """["x:T -> y:T", {attribute: text}, {stateful, since, last, deprecated, widened}], the last part only where it says anything."""
    attributes, widenings = {}, {}
    for attribute_name, now in definition["attr"].items():
        attributes[attribute_name] = attribute_text(f"{name}.{attribute_name}", now, definition["since"], owners)
        if now["widened"]:
            widenings[attribute_name] = now["widened"]
    rest = {
        "stateful": definition.get("stateful"),
        "since": definition["since"] if definition["since"] > MINORS[0][0] else None,
        "last": definition["last"] if definition["last"] < MINORS[-1][0] else None,
        "deprecated": definition.get("deprecated"),
        "widened": widenings,
    }
    signature = f"{' '.join(definition['in'])} -> {' '.join(definition['out'])}"
    parts = [signature, attributes, {key: value for key, value in rest.items() if value}]
    while not parts[-1]:
        parts.pop()
    return parts


def attribute_text(path, now, since, owners):
    """`type{=Abs.T}`, `int>=1`, `string{SAME,VALID}`, `string@15=`: type, minimum, allowed values, since, default."""
    text = now["type"]
    if "minimum" in now:
        text += f">={now['minimum']}"
    if "allowed" in now:
        owner = owners[compact(now["allowed"])]
        text += "{" + (",".join(now["allowed"]) if owner == path else f"={owner}") + "}"
    if now["since"] > since:
        text += f"@{now['since']}"
    if "default" not in now:
        return text
    return f"{text}={now['default'] if isinstance(now['default'], str) else compact(now['default'])}"


def compact(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--dump"]:
        dump(sys.argv[2:])
    else:
        main()
