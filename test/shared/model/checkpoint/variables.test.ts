import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { localFiles } from "../../../../shared/adapters/files/files.ts";
import { readTensor, type StoredTensor } from "../../../../shared/model/checkpoint/tensor-values.ts";
import { OBJECT_GRAPH_KEY, readVariables, variableSummary } from "../../../../shared/model/checkpoint/variables.ts";
import { verifyVariables } from "../../../../shared/model/checkpoint/verify-variables.ts";
import { parseCheckpointObjects } from "../../../../shared/model/object-graph.ts";
import { fakeFiles, type Stored } from "../../../fakes/files.ts";

const INDEX = "variables/variables.index";
const SHARD = "variables/variables.data-00000-of-00001";
/** Every way in which TensorFlow stores a tensor, written by TensorFlow itself. */
const KINDS = "fixtures/models/checkpoint-of-all-kinds";
const POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n";
const index = readFileSync(join(KINDS, INDEX));
const shard = readFileSync(join(KINDS, SHARD));

async function rulesIn(contents: Readonly<Record<string, Stored>>): Promise<readonly string[]> {
  const files = fakeFiles(contents);
  const variables = await readVariables("m", files);
  return [...variables.findings, ...(await verifyVariables("m", variables, files))].map(({ rule }) => rule);
}

describe("every stored kind is found and fits its checksum", () => {
  test("names, types and shapes", async () => {
    const { bundle } = await readVariables(KINDS, localFiles());
    expect(
      [...(bundle?.tensors.values() ?? [])].map(({ name, dtype, shape, pieces }) => [
        name,
        dtype,
        shape,
        pieces.length,
      ]),
    ).toEqual([
      ["bfloat16", "bfloat16", [2], 1],
      ["int4", "int4", [3], 1],
      ["numbers", "int64", [2, 2], 1],
      ["partitioned", "float32", [3, 100], 2],
      ["strings", "string", [4], 1],
      ["variants", "variant", [2], 1],
    ]);
  });

  test("the checksums of numbers, strings, variants and slices", async () => {
    const variables = await readVariables(KINDS, localFiles());
    expect(variables.findings).toEqual([]);
    expect(await verifyVariables(KINDS, variables, localFiles())).toEqual([]);
  });

  test("a partitioned variable counts once, with the bytes of its slices", async () => {
    const summary = variableSummary(await readVariables(KINDS, localFiles()));
    expect(summary).toEqual({ count: 6, bytes: 4 + 3 + 32 + 1200 + 220 + 131 });
  });

  test("the object graph is no variable", async () => {
    const summary = variableSummary(await readVariables("fixtures/models/keras3-exported", localFiles()));
    expect(summary).toEqual({ count: 8, bytes: 2 * 4 * (3 * 2 + 2 + 2 + 1) });
  });
});

describe("a tensor is read whole", () => {
  async function tensor(name: string): Promise<StoredTensor> {
    const { bundle } = await readVariables(KINDS, localFiles());
    return readTensor(bundle!.tensors.get(name)!, { directory: KINDS, bundle: bundle!, files: localFiles() });
  }

  test("slices are joined", async () => {
    const { content } = await tensor("partitioned");
    expect([...new Float32Array(content.slice().buffer)]).toEqual(Array.from({ length: 300 }, (_, at) => at));
  });

  test("strings come as bytes", async () => {
    const { strings } = await tensor("strings");
    expect(strings.map((bytes) => Buffer.from(bytes).toString())).toEqual(["", "one", "größer", "\0".repeat(200)]);
  });

  test("numbers keep their bytes", async () => {
    const { content } = await tensor("numbers");
    expect([...new BigInt64Array(content.slice().buffer)]).toEqual([1n, 2n, 3n, 2n ** 40n]);
  });

  test.each(["numbers", "strings", "partitioned"])("into the room that there is for it: %s", async (name) => {
    const { bundle } = await readVariables(KINDS, localFiles());
    const checkpoint = { directory: KINDS, bundle: bundle!, files: localFiles() };
    const alone = readTensor(bundle!.tensors.get(name)!, checkpoint);
    const room = new Uint8Array(new SharedArrayBuffer(alone.content.length));
    const read = readTensor(bundle!.tensors.get(name)!, checkpoint, room);
    expect(Buffer.from(room)).toEqual(Buffer.from(alone.content));
    expect(read.strings).toEqual(alone.strings);
  });

  test("room of another length is refused", async () => {
    const { bundle } = await readVariables(KINDS, localFiles());
    const checkpoint = { directory: KINDS, bundle: bundle!, files: localFiles() };
    const read = () => readTensor(bundle!.tensors.get("numbers")!, checkpoint, new Uint8Array(31));
    expect(read).toThrow("do not fit its type and shape");
  });

  test.each(["numbers", "strings", "partitioned"])("a changed byte is named with its tensor: %s", async (name) => {
    const { bundle } = await readVariables(KINDS, localFiles());
    const { shard, offset, sizeBytes } = bundle!.tensors.get(name)!.pieces[0]!;
    const path = `variables/variables.data-0000${shard}-of-0000${bundle!.shardCount}`;
    const bytes = Uint8Array.from(readFileSync(join(KINDS, path)));
    bytes[offset + sizeBytes - 1]! ^= 1;
    const checkpoint = { directory: "m", bundle: bundle!, files: fakeFiles({ [`m/${path}`]: bytes }) };
    const read = () => readTensor(bundle!.tensors.get(name)!, checkpoint);
    expect(read).toThrow(`${path} differs from its checksum at ${name}`);
  });

  test("what has no fixed layout is refused", async () => {
    await expect(tensor("variants")).rejects.toMatchObject({ code: "model-unreadable" });
  });

  test("the object graph tells the key of every variable", async () => {
    const folder = "fixtures/models/keras3-exported";
    const { bundle } = await readVariables(folder, localFiles());
    const stored = readTensor(bundle!.tensors.get(OBJECT_GRAPH_KEY)!, {
      directory: folder,
      bundle: bundle!,
      files: localFiles(),
    });
    const { nodes } = parseCheckpointObjects(stored.strings[0]!, OBJECT_GRAPH_KEY);
    const keys = nodes.flatMap((node) => [...node.keys.values()]);
    expect(keys.toSorted()).toEqual([...bundle!.tensors.keys()].filter((name) => name !== OBJECT_GRAPH_KEY));
    expect(nodes[0]?.children.size).toBeGreaterThan(0);
  });
});

describe("what is wrong with the files is a finding", () => {
  test.each<[string, Record<string, Stored>, readonly string[]]>([
    ["all there", { [`m/${INDEX}`]: index, [`m/${SHARD}`]: shard }, []],
    ["no variables at all", { "m/saved_model.pb": "" }, []],
    ["an empty folder's worth of other files", { "m/variables/.gitkeep": "" }, []],
    ["data without an index", { [`m/${SHARD}`]: shard }, ["variables-index-missing"]],
    ["an index without data", { [`m/${INDEX}`]: index }, ["variables-shard-missing"]],
    ["an index that is empty", { [`m/${INDEX}`]: "", [`m/${SHARD}`]: shard }, ["variables-index-unreadable"]],
    [
      "an index cut in half",
      { [`m/${INDEX}`]: index.subarray(0, 90), [`m/${SHARD}`]: shard },
      ["variables-index-unreadable"],
    ],
    ["a pointer for an index", { [`m/${INDEX}`]: POINTER, [`m/${SHARD}`]: shard }, ["variables-lfs-pointer"]],
    ["a pointer for a shard", { [`m/${INDEX}`]: index, [`m/${SHARD}`]: POINTER }, ["variables-lfs-pointer"]],
    [
      "a shard one byte short",
      { [`m/${INDEX}`]: index, [`m/${SHARD}`]: shard.subarray(0, -1) },
      ["variables-truncated"],
    ],
    ["bytes after the last tensor", { [`m/${INDEX}`]: index, [`m/${SHARD}`]: Buffer.concat([shard, shard]) }, []],
  ])("%s", async (_, contents, rules) => expect(await rulesIn(contents)).toEqual(rules));

  test("a changed byte anywhere in the shard is found", async () => {
    for (let at = 0; at < shard.length; at += 7) {
      const changed = Uint8Array.from(shard);
      changed[at]! ^= 0x10;
      expect(await rulesIn({ [`m/${INDEX}`]: index, [`m/${SHARD}`]: changed })).toEqual(["variables-checksum"]);
    }
  });

  test("a finding names the file and its tensors", async () => {
    const files = fakeFiles({ [`m/${INDEX}`]: index });
    const [finding] = await verifyVariables("m", await readVariables("m", files), files);
    expect(finding?.where).toBe(SHARD);
    expect(finding?.message).toContain("bfloat16, int4, numbers, partitioned, strings, variants");
    expect(finding?.fix).toMatch(/^Restore the file/);
  });
});
