import { describe, expect, test } from "vitest";
import type { GraphNode, MetaGraph } from "../../../../../shared/model/graph.ts";
import { scanGraph } from "../../../../../shared/model/safety/scan-graph.ts";
import { constant, list, node, savedModel, signature, text } from "../../graphs.ts";

/** The reasons of all findings. */
function reasons(parts: Partial<MetaGraph>): readonly string[] {
  return scanGraph(savedModel(parts)).map(({ reason }) => reason);
}

describe("operators whose arguments decide", () => {
  const run = (op: string, attributes: Parameters<typeof node>[3], ...more: readonly GraphNode[]) =>
    reasons({
      nodes: [
        node(
          "out",
          op,
          more.map(({ name }) => name),
          attributes,
        ),
        ...more,
      ],
      signatures: [signature("serving_default", "out")],
    });
  const module = (value: string) => ({ module: text(value) });

  test.each<[string, readonly string[]]>([
    ["printing to stderr", run("PrintV2", {})],
    ["printing to stdout", run("PrintV2", { output_stream: text("stdout") })],
    [
      "a cache in memory",
      run("CacheDatasetV2", {}, node("d", "RangeDataset"), constant("name", ""), node("c", "DummyMemoryCache")),
    ],
    ["a debugger with nowhere to send to", run("DebugIdentityV3", { debug_urls: list() })],
    ["a sampler without a file", run("FixedUnigramCandidateSampler", { vocab_file: text("") })],
    ["descriptors that TensorFlow holds", run("DecodeProtoV2", { descriptor_source: text("local://") })],
    ["a compiled module", run("XlaCallModule", module("ML\xefRStableHLO tf.call_tf_function"))],
  ])("%s passes", (_, found) => {
    expect(found).toEqual([]);
  });

  test.each<[string, readonly string[], string]>([
    ["printing to a file", run("PrintV2", { output_stream: text("file:///tmp/x") }), '"file:///tmp/x"'],
    [
      "printing where a caller says",
      run("PrintV2", { output_stream: { kind: "placeholder", value: "S" } }),
      "left to the caller",
    ],
    ["a cache in a file", run("CacheDataset", {}, node("d", "RangeDataset"), constant("name", "/tmp/c")), '"/tmp/c"'],
    [
      "a debugger with somewhere to send to",
      run("DebugIdentityV2", { debug_urls: list(text("grpc://host")) }),
      '"grpc://host"',
    ],
    [
      "a sampler with a file",
      run("FixedUnigramCandidateSampler", { vocab_file: text("/etc/passwd") }),
      '"/etc/passwd"',
    ],
    ["descriptors of a file", run("DecodeProtoV2", { descriptor_source: text("/tmp/d.pb") }), '"/tmp/d.pb"'],
    [
      "a module that calls Python",
      run("XlaCallModule", module("ML\xefR xla_ffi_python_cpu_callback")),
      "xla_ffi_python",
    ],
    [
      "a module of text that hides it",
      run("XlaCallModule", module('@"xla_p\\79thon_cpu_callback"')),
      "xla_python_cpu_callback",
    ],
    ["a custom operator of a known library", run("SimpleMLInferenceOp", {}), "TensorFlow Decision Forests"],
    ["a custom operator of no known library", run("ShellExecute", {}), "custom operator"],
    ["a serialized engine", run("TRTEngineOp", {}), "native code"],
  ])("%s fails", (_, found, expected) => {
    expect(found).toEqual([expect.stringContaining(expected)]);
  });
});
