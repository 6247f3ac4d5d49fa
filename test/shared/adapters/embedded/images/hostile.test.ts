import { readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { KERNELS } from "../../../../../shared/adapters/embedded/kernels/table.ts";
import { tensor } from "../../../../../shared/adapters/embedded/values/tensor.ts";
import type { HostTensor } from "../../../../../shared/adapters/embedded/values/value.ts";
import { Failure } from "../../../../../shared/failure.ts";
import { type KernelCase, kernelNodeOf, tensorFrom, testContext } from "../kernels/kernel-case.ts";

const ATTRIBUTES = {
  channels: { int: 0 },
  dtype: { type: "uint8" },
  expand_animations: { bool: true },
};
const RECOVERING = {
  ...{ channels: { int: 0 }, ratio: { int: 1 }, fancy_upscaling: { bool: true }, dct_method: { string: "" } },
  ...{ try_recover_truncated: { bool: true }, acceptable_fraction: { float: 1 } },
};

describe("a thousand damaged images", () => {
  const cases = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../../../../fixtures/kernels/image-files.json"), "utf8"),
  ) as readonly KernelCase[];
  const files = [...new Set(cases.map(({ inputs }) => String(inputs[0]![2][0])))].map((text) =>
    Buffer.from(text, "latin1"),
  );

  test("are decoded or refused, never anything else", () => {
    const random = numbers(7);
    const seen = { decoded: 0, refused: 0 };
    for (let round = 0; round < 1_000; round++) {
      const damaged = damage(files[random(files.length)]!, random);
      const isDecoded = attempt(() => decode(damaged));
      seen[isDecoded ? "decoded" : "refused"]++;
    }
    expect(seen.decoded + seen.refused).toBe(1_000);
    expect(Math.min(seen.decoded, seen.refused)).toBeGreaterThan(50);
  });

  test("that are JPEGs are recovered in the size that they say", () => {
    const random = numbers(8);
    const jpegs = cases.filter(({ op, outputs }) => op === "DecodeJpeg" && outputs !== undefined);
    const recovered = jpegs.filter(({ inputs, outputs, attributes }) => {
      if (JSON.stringify(attributes.ratio) !== '{"int":1}') return false;
      const whole = Buffer.from(String(inputs[0]![2][0]), "latin1");
      const cut = whole.subarray(0, whole.length - 2 - random(whole.length / 8));
      let image: HostTensor | null = null;
      attempt(() => {
        image = decode(cut, "DecodeJpeg", RECOVERING);
      });
      return image !== null && String((image as HostTensor).shape.slice(0, 2)) === String(outputs![0]![1].slice(0, 2));
    });
    expect(recovered.length).toBeGreaterThan(20);
  });
});

describe("images that would take too much", () => {
  test.each([
    ["a PNG with more pixels than bytes could hold", png(60_000, 60_000, Buffer.alloc(100))],
    ["a PNG whose image is larger than this runtime holds", png(30_000, 17_000, deflateSync(Buffer.alloc(1 << 20)))],
    ["a PNG wider than libpng allows", png(1_000_001, 1, deflateSync(Buffer.alloc(10)))],
    ["a PNG that inflates to less than it says", png(2_000, 2_000, deflateSync(Buffer.alloc(2_000 * 6_001 - 1)))],
    ["a PNG that inflates to far more than it says", png(2, 2, deflateSync(Buffer.alloc(1 << 24)))],
    [
      "a BMP of more pixels than it has bytes",
      Buffer.from(`BM${"\0".repeat(8)}\x36${"\0".repeat(7)}\0\0\x01\0\0\0\x01\0\0\0\x18\0\0\0`, "latin1"),
    ],
    [
      "a GIF frame of more pixels than this runtime holds",
      Buffer.from("GIF89a\x01\0\x01\0\0\0\0,\0\0\0\0\xff\xff\xff\xff\0\x02\x01\x00\0;", "latin1"),
    ],
    ["a JPEG of more pixels than this runtime holds", jpegOf(65_500, 65_500)],
  ])("%s is refused before it is made", (_, file) => {
    expect(() => decode(file)).toThrow(Failure);
  });

  test("a scan stops when the deadline is past", () => {
    const late = { ...testContext(), checkDeadline: () => expired() };
    const file = tensorFrom(["string", [], [Buffer.from(jpegOf(64, 64)).toString("latin1")]]);
    const kernel = KERNELS.get("DecodeJpeg")!(kernelNodeOf("DecodeJpeg", RECOVERING, 1));
    expect(() => kernel([file], late)).toThrow("too late");
  });
});

function decode(file: Uint8Array, op = "DecodeImage", attributes: typeof ATTRIBUTES | typeof RECOVERING = ATTRIBUTES) {
  return KERNELS.get(op)!(kernelNodeOf(op, attributes, 1))([tensor("string", [], [file])], testContext()) as HostTensor;
}

function attempt(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(Failure);
    expect((error as Failure).code).toBe("prediction-failed");
    return false;
  }
}

function expired(): never {
  throw new Failure("model-hung", "too late", { fix: "Wait." });
}

/** Bytes changed, cut off, taken out or doubled. */
function damage(file: Uint8Array, random: (below: number) => number): Uint8Array {
  const bytes = Buffer.from(file);
  const kind = random(4);
  const at = random(bytes.length);
  if (kind === 0) return bytes.subarray(0, at + 1);
  if (kind === 1) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random(8))]);
  if (kind === 2) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - random(40)))]);
  for (let changes = 1 + random(6); changes > 0; changes--) bytes[random(bytes.length)] = random(256);
  return bytes;
}

/** The same numbers in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function png(width: number, height: number, data: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(4);
  frame.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([frame, body, sum]);
}

/** One grey component, a scan without tables that are ever used, and no end. */
function jpegOf(width: number, height: number): Buffer {
  const sizes = [height >> 8, height & 255, width >> 8, width & 255];
  const quantization = [0xff, 0xdb, 0, 67, 0, ...new Array(64).fill(1)];
  const frame = [0xff, 0xc0, 0, 11, 8, ...sizes, 1, 1, 0x11, 0];
  const table = (place: number) => [0xff, 0xc4, 0, 20, place, 1, ...new Array(15).fill(0), 0];
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0];
  return Buffer.from([0xff, 0xd8, ...quantization, ...frame, ...table(0), ...table(0x10), ...scan, 0]);
}
