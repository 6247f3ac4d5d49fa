import { describe, expect, test } from "vitest";
import type { GraphNode, MetaGraph } from "../../../../../shared/model/graph.ts";
import { scanGraph } from "../../../../../shared/model/safety/scan-graph.ts";
import { constant, node, savedModel, signature, text } from "../../graphs.ts";

/** The reasons of all findings. */
function reasons(parts: Partial<MetaGraph>): readonly string[] {
  return scanGraph(savedModel(parts)).map(({ reason }) => reason);
}

describe("saving and restoring", () => {
  const saver = { filenameTensor: "filename:0", saveTensor: "saved:0", restoreOperator: "restored" };
  const filename = node("filename", "PlaceholderWithDefault", ["default"]);
  const saves = (...nodes: readonly GraphNode[]) => ({
    saver,
    nodes: [filename, constant("default", "model"), ...nodes],
  });
  const restored = (prefix: string) => node("restored", "RestoreV2", [prefix, "names", "slices"]);

  test("passes as savers write it: a temporary name, shards, a merge", () => {
    const parts = saves(
      node("s3", "StaticRegexFullMatch", ["filename"]),
      constant("here", ".part"),
      constant("beside", "_temp_ab12/part"),
      node("part", "Select", ["s3", "here", "beside"]),
      node("join", "StringJoin", ["filename", "part"]),
      node("shard", "ShardedFilename", ["join", "i", "n"]),
      node("save", "SaveV2", ["shard", "names", "slices", "tensor"]),
      node("pack", "Pack", ["shard", "^save"]),
      node("merge", "MergeV2Checkpoints", ["pack", "filename"]),
      node("saved", "Identity", ["filename", "^merge"]),
      restored("filename:0"),
    );
    expect(reasons(parts)).toEqual([]);
  });

  test.each<[string, readonly GraphNode[], string]>([
    ["a constant path", [constant("name", "/tmp/x"), restored("name")], 'the constant "/tmp/x"'],
    [
      "a suffix that climbs out",
      [constant("up", "/../../x"), node("join", "StringJoin", ["filename", "up"]), restored("join")],
      'the constant "/../../x"',
    ],
    [
      "two suffixes that climb out together",
      [constant("a", "/."), constant("b", "./x"), node("join", "StringJoin", ["filename", "a", "b"]), restored("join")],
      '"./x"',
    ],
    [
      "a path before the path",
      [constant("root", "/tmp/"), node("join", "StringJoin", ["root", "filename"]), restored("join")],
      "joined with the path of",
    ],
    [
      "a separator that climbs out",
      [node("join", "StringJoin", ["filename", "filename"], { separator: text("/../") }), restored("join")],
      'computed by "StringJoin"',
    ],
  ])("fails at %s", (_, nodes, expected) => {
    expect(reasons(saves(...nodes)).join()).toContain(expected);
  });

  test.each<[string, Partial<MetaGraph>, string]>([
    ["an initialiser restores", { initialisers: ["restored"] }, "outside the model's own saver, at load"],
    ["a request restores", { signatures: [signature("serving_default", "restored")] }, "for a request"],
    [
      "saving restores",
      { saver: { ...saver, restoreOperator: "nothing", saveTensor: "restored" } },
      "while the saver saves",
    ],
  ])("fails when %s", (_, root, expected) => {
    expect(reasons({ ...saves(restored("filename")), ...root }).join()).toContain(expected);
  });

  test("fails when the load saves", () => {
    const save = node("restored", "SaveV2", ["filename", "names", "slices", "tensor"]);
    expect(reasons(saves(save))).toEqual([expect.stringContaining("while the saver restores")]);
  });
});
