import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Failure } from "../../../../shared/failure.ts";
import { readTable } from "../../../../shared/model/checkpoint/sstable.ts";
import { crc32c, maskCrc32c } from "../../../../shared/model/crc32c/crc32c.ts";

const MAGIC = [0x57, 0xfb, 0x80, 0x8b, 0x24, 0x75, 0x47, 0xdb];
const RESTARTS = [0, 0, 0, 0, 1, 0, 0, 0];
const real = readFileSync("fixtures/models/checkpoint-of-all-kinds/variables/variables.index");

interface Entry {
  readonly shared?: number;
  readonly key: string;
  readonly value?: readonly number[];
  readonly length?: number;
}

/** A table of one block, each of whose parts a test may replace. */
function table(
  entries: readonly Entry[],
  { compression = 0, restarts = RESTARTS, handle = [] as readonly number[] } = {},
): Uint8Array {
  const data = entries.flatMap(({ shared = 0, key, value = [], length }) => [
    shared,
    key.length,
    length ?? value.length,
    ...Buffer.from(key, "latin1"),
    ...value,
  ]);
  const block = withTrailer([...data, ...restarts], compression);
  const size = block.length - 5;
  const pointer = handle.length > 0 ? handle : [0, size];
  const indexBlock = withTrailer([0, 1, pointer.length, 0x7a, ...pointer, ...RESTARTS], 0);
  const footer = [0, 0, block.length, indexBlock.length - 5];
  return Uint8Array.from([...block, ...indexBlock, ...footer, ...Array<number>(40 - footer.length).fill(0), ...MAGIC]);
}

function withTrailer(block: readonly number[], compression: number): number[] {
  const checked = [...block, compression];
  const crc = maskCrc32c(crc32c(Uint8Array.from(checked)));
  return [...checked, crc & 255, (crc >>> 8) & 255, (crc >>> 16) & 255, crc >>> 24];
}

function keysOf(bytes: Uint8Array): readonly string[] {
  return readTable(bytes, "x.index").map(({ key }) => Buffer.from(key).toString("latin1"));
}

describe("entries are read in their order", () => {
  test.each<[string, readonly Entry[], readonly string[]]>([
    ["none", [], []],
    ["the header's empty key", [{ key: "" }], [""]],
    [
      "keys that share their beginning",
      [{ key: "alpha" }, { shared: 3, key: "x" }, { key: "b" }],
      ["alpha", "alpx", "b"],
    ],
  ])("%s", (_, entries, keys) => expect(keysOf(table(entries))).toEqual(keys));

  test("values keep their bytes", () => {
    expect(readTable(table([{ key: "k", value: [1, 2, 3] }]), "x").map(({ value }) => [...value])).toEqual([[1, 2, 3]]);
  });

  test("a block that snappy compressed", () => {
    const plain = [0, 4, 0, 0x61, 0x61, 0x61, 0x61, ...RESTARTS];
    const literal = [plain.length, (plain.length - 1) << 2, ...plain];
    const block = withTrailer(literal, 1);
    const indexBlock = withTrailer([0, 1, 2, 0x7a, 0, literal.length, ...RESTARTS], 0);
    const footer = [0, 0, block.length, indexBlock.length - 5, ...Array<number>(36).fill(0), ...MAGIC];
    expect(keysOf(Uint8Array.from([...block, ...indexBlock, ...footer]))).toEqual(["aaaa"]);
  });
});

describe("a damaged table is refused", () => {
  test.each<[string, Uint8Array, RegExp]>([
    ["no bytes", new Uint8Array(0), /0 bytes are too few/],
    ["another file", new Uint8Array(100), /does not end as the index/],
    ["a byte too many", Uint8Array.from([...real, 0]), /does not end as the index/],
    ["keys that fall", table([{ key: "b" }, { key: "a" }]), /entry 1 is not in the order/],
    ["a key twice", table([{ key: "a" }, { key: "a" }]), /entry 1 is not in the order/],
    ["more shared bytes than there are", table([{ shared: 1, key: "a" }]), /does not fit its block/],
    ["a value past the end", table([{ key: "a", length: 99 }]), /does not fit its block/],
    ["no restart points", table([], { restarts: [0, 0, 0, 0] }), /restart points/],
    ["too many restart points", table([], { restarts: [9, 0, 0, 0] }), /restart points/],
    ["an unknown compression", table([], { compression: 4 }), /unknown way 4/],
    ["what snappy never writes", table([], { compression: 1 }), /not what snappy writes/],
    ["a block past the end", table([], { handle: [0, 0xff, 0x7f] }), /a block reaches past the end/],
    ["a block whose place is cut off", table([], { handle: [0x80] }), /a number is cut off/],
  ])("%s", (_, bytes, message) => {
    expect(() => readTable(bytes, "x.index")).toThrow(message);
    expect(() => readTable(bytes, "x.index")).toThrow(expect.objectContaining({ code: "model-unreadable" }));
  });

  test("any changed byte but the 13 of the filters' block, which nobody reads", () => {
    let unnoticed = 0;
    for (let at = 0; at < real.length - 48; at++) {
      const changed = Uint8Array.from(real);
      changed[at]! ^= 1;
      if (keysOf(real).join() === tryKeysOf(changed)?.join()) unnoticed++;
    }
    expect(unnoticed).toBe(13);
  });
});

function tryKeysOf(bytes: Uint8Array): readonly string[] | null {
  try {
    return keysOf(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(Failure);
    return null;
  }
}
