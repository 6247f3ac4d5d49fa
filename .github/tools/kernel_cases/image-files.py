"""Files of images: every kind of PNG, JPEG as cameras, editors and servers write it, BMP, and GIF with its frames.

Needs Pillow, for the kinds of JPEG and GIF that TensorFlow itself does not write.
"""

import io
import struct
import zlib

import numpy as np
import tensorflow as tf
from PIL import Image

RANDOM = np.random.default_rng(12)


def cases(case):
    pngs(case)
    jpegs(case)
    gifs(case)
    bmps(case)
    elsewhere(case)


def photo(height, width, channels=3):
    y, x = np.mgrid[0:height, 0:width]
    waves = [128 + 100 * np.sin(x / 5 + k) * np.cos(y / 7 - k) + 20 * RANDOM.standard_normal((height, width)) for k in range(channels)]
    result = np.clip(np.stack(waves, -1), 0, 255).astype(np.uint8)
    result[height // 3 : height // 2, width // 4 : width // 2] = [255, 0, 0, 40][:channels]
    return result


def written(pixels, kind, **options):
    file = io.BytesIO()
    Image.fromarray(pixels[..., 0] if pixels.shape[-1] == 1 else pixels, options.pop("mode", None)).save(file, kind, **options)
    return file.getvalue()


def jpegs(case):
    colours = photo(17, 23)
    files = {
        **{f"{name}, {how}": written(colours, "JPEG", quality=80, subsampling=sub, progressive=how == "progressive", optimize=True)
           for sub, name in enumerate(["4:4:4", "4:2:2", "4:2:0"]) for how in ("baseline", "progressive")},
        "grey": written(photo(17, 23, 1), "JPEG", quality=90, optimize=True),
        "CMYK": written(photo(9, 11, 4), "JPEG", mode="CMYK", quality=90, optimize=True),
        "RGB": written(photo(9, 11), "JPEG", quality=90, keep_rgb=True, optimize=True),
        "restarts": written(colours, "JPEG", quality=70, restart_marker_blocks=1, optimize=True),
        "progressive restarts": written(colours, "JPEG", quality=70, restart_marker_rows=1, progressive=True),
        "worst quality": written(colours, "JPEG", quality=1, optimize=True),
        "best quality of noise": written(RANDOM.integers(0, 256, (9, 9, 3)).astype(np.uint8), "JPEG", quality=100, optimize=True),
        "one pixel": written(photo(1, 1), "JPEG", optimize=True),
        "4:4:0": resampled(written(photo(16, 16), "JPEG", quality=80, subsampling=1, optimize=True), 0x12),
        "4:1:1": resampled(written(photo(8, 16), "JPEG", quality=80, subsampling=0, optimize=True), 0x41),
    }
    for name, file in files.items():
        case("DecodeJpeg", name, contents=file)
        case("DecodeJpeg", f"{name}, accurately", contents=file, dct_method="INTEGER_ACCURATE")
        if name in ("4:2:0, baseline", "4:2:2, baseline", "4:4:0", "RGB", "CMYK"):
            case("DecodeJpeg", f"{name}, repeated", contents=file, fancy_upscaling=False)
            case("DecodeJpeg", f"{name}, grey", contents=file, channels=1)
            for ratio in (2, 4, 8):
                case("DecodeJpeg", f"{name}, {ratio} times smaller", contents=file, ratio=ratio)
        if name in ("grey", "CMYK", "4:2:0, progressive"):
            case("ExtractJpegShape", name, contents=file, output_type=tf.int64)
    case("DecodeJpeg", "grey in colours", contents=files["grey"], channels=3)
    case("DecodeJpeg", "four channels", contents=files["grey"], channels=4)
    file = files["4:2:0, baseline"]
    for window in ([3, 5, 10, 12], [0, 0, 17, 23], [7, 17, 10, 1], [7, 17, 3, 2], [0, 0, 18, 23], [0, -1, 3, 3], [0, 0, 0, 3]):
        case("DecodeAndCropJpeg", f"{window}", contents=file, crop_window=np.array(window, np.int32))
    case("DecodeJpeg", "cut short", contents=file[:-40])
    case("DecodeJpeg", "without an end", contents=file[:-2])
    case("DecodeJpeg", "without an end, recovered", contents=file[:-2], try_recover_truncated=True)
    case("DecodeJpeg", "only a beginning", contents=file[:4])
    case("DecodeJpeg", "a ratio of three", contents=file, ratio=3)
    case("DecodeJpeg", "an unknown method", contents=file, dct_method="FLOAT")


def resampled(file, sampling):
    """The same bytes read with other sampling factors of the first component, where the counts of blocks agree."""
    at = file.index(b"\xff\xc0") + 11
    return file[:at] + bytes([sampling]) + file[at + 1 :]


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def packed(samples, depth):
    for row in samples:
        bits = "".join(format(int(value), f"0{depth}b") for value in row.reshape(-1))
        bits += "0" * (-len(bits) % 8)
        yield bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8))


def filtered(rows, step):
    """Every filter in turn."""
    above, result = None, b""
    for index, row in enumerate(rows):
        above = above or bytes(len(row))
        kind = index % 5
        out = [kind]
        for at, value in enumerate(row):
            left, up, corner = (row[at - step], above[at], above[at - step]) if at >= step else (0, above[at], 0)
            paeth = min((left, up, corner), key=lambda each: abs(left + up - corner - each))
            out.append((value - [0, left, up, (left + up) // 2, paeth][kind]) & 255)
        above, result = row, result + bytes(out)
    return result


PASSES = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def png(samples, depth, colour, interlaced=False, chunks=(), parts=1):
    height, width, count = samples.shape
    step = max(1, count * depth // 8)
    lattice = PASSES if interlaced else [(0, 0, 1, 1)]
    passes = [samples[top::down, left::across] for left, top, across, down in lattice]
    data = zlib.compress(b"".join(filtered(packed(each, depth), step) for each in passes if each.size))
    size = max(1, -(-len(data) // parts))
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, int(interlaced))
    body = [chunk(kind, data) for kind, data in chunks]
    body += [chunk(b"IDAT", data[at : at + size]) for at in range(0, len(data), size)]
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + b"".join(body) + chunk(b"IEND", b"")


GAMMA, SRGB = (b"gAMA", struct.pack(">I", 30000)), (b"sRGB", b"\0")


def pngs(case):
    kinds = {0: ("grey", 1, [1, 2, 4, 8, 16]), 2: ("colours", 3, [8, 16]), 3: ("palette", 1, [1, 2, 4, 8]),
             4: ("grey and alpha", 2, [8, 16]), 6: ("colours and alpha", 4, [8, 16])}
    for colour, (name, count, depths) in kinds.items():
        for depth in depths:
            samples = RANDOM.integers(0, 2 ** min(depth, 16), (5, 7, count))
            if count >= 3:
                samples[0, :, 1:3] = samples[0, :, :1]
            if colour == 3:
                samples %= 12
            palette = [(b"PLTE", RANDOM.integers(0, 256, 36).astype(np.uint8).tobytes())] if colour == 3 else []
            key = {0: samples[1, 1], 2: samples[1, 1]}.get(colour)
            hole = [(b"tRNS", bytes([0, 100]))] if colour == 3 else [(b"tRNS", b"".join(struct.pack(">H", int(value)) for value in key))] if key is not None else []
            for title, file in {
                f"{name} of {depth} bits": png(samples, depth, colour, chunks=palette),
                f"{name} of {depth} bits, interlaced": png(samples, depth, colour, True, palette),
                f"{name} of {depth} bits, a hole": png(samples, depth, colour, chunks=palette + hole),
            }.items():
                if title.endswith("hole") and not hole:
                    continue
                case("DecodePng", title, contents=file)
                case("DecodePng", f"{title}, to 16 bits", contents=file, dtype=tf.uint16)
                if not title.endswith("interlaced"):
                    for channels in (1, 3, 4):
                        case("DecodePng", f"{title}, to {channels} channels", contents=file, channels=channels)
            if count >= 3:
                for how, extra in (("gamma", GAMMA), ("sRGB", SRGB)):
                    case("DecodePng", f"{name} of {depth} bits to grey, {how}", contents=png(samples, depth, colour, chunks=[extra]), channels=1)
                    case("DecodePng", f"{name} of {depth} bits to grey of 16, {how}", contents=png(samples, depth, colour, chunks=[extra]), channels=1, dtype=tf.uint16)
    damaged_pngs(case)


def damaged_pngs(case):
    samples = RANDOM.integers(0, 256, (3, 2, 3))
    file = png(samples, 8, 2)
    for name, contents in {
        "many parts": png(samples, 8, 2, parts=20),
        "bytes after its end": file + b"more",
        "without an end": file[:-12],
        "cut within its image": file[:-20],
        "only a header": file[:33],
        "only a signature": file[:8],
        "a wrong sum": file[:-20] + bytes([file[-20] ^ 1]) + file[-19:],
        "a palette is missing": png(RANDOM.integers(0, 2, (2, 2, 1)), 1, 3),
        "an entry that is not in the palette": png(RANDOM.integers(0, 16, (3, 5, 1)), 4, 3, chunks=[(b"PLTE", bytes(range(9)))]),
        "an unknown chunk that is critical": png(samples, 8, 2, chunks=[(b"CrIT", b"ab")]),
        "an unknown chunk that is not": png(samples, 8, 2, chunks=[(b"frIe", b"ab")]),
        "nothing": b"",
        "text": b"hello",
    }.items():
        case("DecodePng", name, contents=contents)


def gifs(case):
    colours = photo(9, 12)
    frames = [Image.fromarray(each).convert("P", palette=Image.ADAPTIVE, colors=16) for each in (colours, 255 - colours)]
    file = io.BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    files = {"two frames": file.getvalue(), "one frame": written(colours, "GIF"), "frames over frames": overlapping()}
    files["the first frame beside the corner"] = files["frames over frames"].replace(b",\0\0\0\0\x08", b",\1\0\0\0\x08", 1)
    files["without a trailer"] = files["two frames"][:-1]
    files["cut within its header"] = files["one frame"][:9]
    for name, file in files.items():
        case("DecodeGif", name, contents=file)
        case("DecodeImage", f"GIF, {name}", contents=file)
        case("DecodeImage", f"GIF, {name}, the first frame", contents=file, expand_animations=False)
        case("DecodePng", f"GIF, {name}", contents=file)
    case("DecodeImage", "GIF to floats", contents=files["one frame"], dtype=tf.float32)
    case("DecodeImage", "GIF to one channel", contents=files["one frame"], channels=1)


def overlapping():
    """Frames smaller than the image, with a transparent colour, past the right edge."""

    def codes(indices):
        bits = [code >> bit & 1 for index in indices for code in (4, index) for bit in range(3)] + [1, 0, 1]
        bits += [0] * (-len(bits) % 8)
        data = bytes(sum(bits[at + bit] << bit for bit in range(8)) for at in range(0, len(bits), 8))
        return b"\x02" + bytes([len(data)]) + data + b"\0"

    file = b"GIF89a" + struct.pack("<HHBBB", 8, 6, 0x81, 0, 0) + bytes([0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255])
    file += b"," + struct.pack("<HHHHB", 0, 0, 8, 6, 0) + codes([index % 4 for index in range(48)])
    file += b"!\xf9\x04\x01\0\0\x02\0," + struct.pack("<HHHHB", 2, 1, 4, 3, 0) + codes([index % 4 for index in range(12)])
    return file + b"," + struct.pack("<HHHHB", 6, 4, 4, 3, 0x40) + codes([3] * 12) + b";"


def bmps(case):
    for mode in ("L", "RGB", "RGBA"):
        file = io.BytesIO()
        Image.fromarray(photo(3, 5, 4), "RGBA").convert(mode).save(file, "BMP")
        for channels in (0, 1, 3, 4):
            case("DecodeBmp", f"{mode} to {channels} channels", contents=file.getvalue(), channels=channels)
    file = written(photo(3, 5), "BMP")
    case("DecodeBmp", "from the top", contents=file[:22] + struct.pack("<i", -3) + file[26:])
    case("DecodeBmp", "cut short", contents=file[:-3])
    case("DecodeBmp", "only a beginning", contents=file[:20])
    case("DecodeBmp", "no width", contents=file[:18] + struct.pack("<i", 0) + file[22:])
    case("DecodeBmp", "too wide", contents=file[:18] + struct.pack("<i", 2**30) + file[22:])
    case("DecodeBmp", "16 bits a pixel", contents=file[:28] + b"\x10" + file[29:])


def elsewhere(case):
    """Most of the operators read what the bytes begin as."""
    jpeg, image = written(photo(5, 6), "JPEG", optimize=True), png(RANDOM.integers(0, 256, (2, 3, 3)), 8, 2)
    bmp = written(photo(3, 5), "BMP")
    for op in ("DecodeJpeg", "DecodePng", "DecodeGif", "DecodeBmp", "DecodeImage"):
        for name, file in {"a JPEG": jpeg, "a PNG": image, "a BMP": bmp}.items():
            case(op, name, contents=file)
    case("DecodeAndCropJpeg", "a PNG", contents=image, crop_window=np.array([0, 0, 1, 1], np.int32))
    for dtype in (tf.uint16, tf.float32):
        for name, file in {"JPEG": jpeg, "PNG": image, "BMP": bmp}.items():
            case("DecodeImage", f"{name} to {dtype.name}", contents=file, dtype=dtype)
    case("DecodeImage", "several files", contents=[jpeg, image])
