import { describe, expect, test } from "vitest";
import type { MetaGraph } from "../../../../shared/model/graph.ts";
import { scanGraph } from "../../../../shared/model/safety/scan-graph.ts";
import { constant, func, functionOf, list, node, savedModel, signature, text } from "../graphs.ts";

const READ = node("leak", "ReadFile", ["name"]);
const serving = [signature("serving_default", "out", "x")];

/** The paths of all findings, joined, as `serving_default > f: leak`. */
function paths(...parts: readonly Partial<MetaGraph>[]): readonly string[] {
  return scanGraph(savedModel(...parts)).map(({ path, node: at }) => `${path.join(" > ")}: ${at}`);
}

function callers(attribute: Record<string, ReturnType<typeof func>>, op = "PartitionedCall") {
  return { nodes: [node("out", op, ["x"], attribute)], signatures: serving };
}

describe("what runs in the main graph", () => {
  test.each([
    ["what a signature's output needs", [node("out", "Identity", ["leak"]), READ], ["serving_default: leak"]],
    ["what runs before it by a control input alone", [node("out", "NoOp", ["^leak"]), READ], ["serving_default: leak"]],
    ["nothing that no output needs", [node("out", "Identity", ["x"]), READ], []],
    [
      "what a loop carries round",
      [
        node("out", "Exit", ["merge"]),
        node("merge", "Merge", ["x", "next"]),
        node("next", "NextIteration", ["leak"]),
        READ,
      ],
      ["serving_default: leak"],
    ],
    [
      "nothing above a tensor that the request replaces",
      [node("out", "Identity", ["x:0"]), node("x", "PlaceholderWithDefault", ["leak"]), READ],
      [],
    ],
    [
      "another output of the same node",
      [node("out", "Identity", ["x:1"]), node("x", "IdentityN", ["y", "leak"]), READ],
      ["serving_default: leak"],
    ],
  ])("%s", (_, nodes, expected) => {
    expect(paths({ nodes, signatures: serving })).toEqual(expected);
  });

  test("a request replaces a tensor for its own signature alone", () => {
    const nodes = [node("x", "PlaceholderWithDefault", ["leak"]), READ];
    expect(paths({ nodes, signatures: [signature("a", "x", "x:0"), signature("b", "x", "z")] })).toEqual(["a: leak"]);
    expect(
      paths({
        nodes: [...nodes, node("out", "Identity", ["x"])],
        signatures: [signature("a", "out", "x:0"), signature("b", "out", "z")],
      }),
    ).toEqual(["b: leak"]);
  });

  test.each([
    ["an initialiser", { initialisers: ["init"] }, "(initialiser) init: leak"],
    [
      "the signature that newer models name it by",
      { signatures: [signature("__saved_model_init_op", "init")] },
      "(initialiser) init: leak",
    ],
    [
      "the restore at load",
      { saver: { filenameTensor: "f", saveTensor: "s", restoreOperator: "init" } },
      "(restore at load): leak",
    ],
    ["saving", { saver: { filenameTensor: "f", saveTensor: "init:0", restoreOperator: "r" } }, "(save): leak"],
  ])("%s is a root", (_, root, expected) => {
    expect(paths({ nodes: [node("init", "NoOp", ["^leak"]), READ], ...root })).toEqual([expected]);
  });

  test("every metagraph counts", () => {
    expect(
      paths({}, { tags: ["serve", "gpu"], nodes: [node("out", "Identity", ["leak"]), READ], signatures: serving }),
    ).toEqual(["serving_default (metagraph 2: serve, gpu): leak"]);
  });
});

describe("what runs in the library", () => {
  const library = [functionOf({ name: "f", nodes: [READ] })];

  test.each([
    ["a call", callers({ f: func("f") })],
    [
      "a branch in a list",
      { ...callers({}), nodes: [node("out", "Case", ["x"], { branches: list(func("g"), func("f")) })] },
    ],
    ["a dataset's function", callers({ f: func("f") }, "MapDataset")],
    ["a loop's condition", callers({ cond: func("f"), body: func("g") }, "StatelessWhile")],
    ["an argument of another function", callers({ f: func("g", { inner: func("f") }) })],
    ["an operator of its name", callers({}, "f")],
    ["an operator that no release has", callers({ whatever: func("f") }, "Custom")],
  ])("%s", (_, parts) => {
    expect(paths({ ...parts, functions: library })).toContain("serving_default > f: leak");
  });

  test("every node of a called function, for it may be stateful", () => {
    const functions = [
      functionOf({
        name: "f",
        nodes: [READ, node("r", "Identity", ["x"])],
        inputs: [["x", "string"]],
        outputs: [["y", "string", "r:output:0"]],
      }),
    ];
    expect(paths({ ...callers({ f: func("f") }), functions })).toEqual(["serving_default > f: leak"]);
  });

  test("nothing of a function that nothing calls", () => {
    expect(paths({ ...callers({ f: func("g") }), functions: library })).toEqual([]);
  });

  test("the shortest way down", () => {
    const to = (name: string) => node(`to-${name}`, "PartitionedCall", [], { f: func(name) });
    const functions = [
      functionOf({ name: "a", nodes: [to("b")] }),
      functionOf({ name: "b", nodes: [to("f")] }),
      functionOf({ name: "c", nodes: [to("f")] }),
      ...library,
    ];
    const nodes = [node("out", "IdentityN", ["to-a", "to-c"]), to("a"), to("c")];
    expect(paths({ nodes, functions, signatures: serving })).toEqual(["serving_default > c > f: leak"]);
  });

  test("gradients, once SymbolicGradient asks for them, at any depth", () => {
    const functions = [
      functionOf({ name: "f", nodes: [node("inner", "PartitionedCall", [], { f: func("g") })] }),
      functionOf({ name: "g" }),
      functionOf({ name: "g-gradient", nodes: [READ] }),
    ];
    const parts = { functions, gradients: new Map([["g", "g-gradient"]]) };
    expect(paths({ ...parts, ...callers({ f: func("f") }) })).toEqual([]);
    expect(paths({ ...parts, ...callers({ f: func("f") }, "SymbolicGradient") })).toEqual([
      "serving_default > f > g > g-gradient: leak",
    ]);
  });

  test("functions of one interface, for the optimizer may call any of them", () => {
    const attributes = { api_implements: text("lstm") };
    const functions = [functionOf({ name: "cpu", attributes }), functionOf({ name: "gpu", nodes: [READ], attributes })];
    expect(paths({ ...callers({ f: func("cpu") }), functions })).toEqual(["serving_default > gpu: leak"]);
  });
});

describe("hostile graphs", () => {
  test("functions that call each other in a circle end", () => {
    const functions = ["a", "b"].map((name, index) =>
      functionOf({ name, nodes: [node("n", "PartitionedCall", [], { f: func(["b", "a"][index]!) }), READ] }),
    );
    expect(paths({ ...callers({ f: func("a") }), functions })).toEqual([
      "serving_default > a: leak",
      "serving_default > a > b: leak",
    ]);
  });

  test("a loop in a loop in a thousand functions costs no more than its size", () => {
    const loops = (name: string) => node(`to-${name}`, "While", ["x"], { cond: func(name), body: func(name) });
    const functions = Array.from({ length: 2000 }, (_, depth) =>
      functionOf({ name: `f${depth}`, nodes: [loops(`f${depth + 1}`), loops(`f${(depth * 7) % 2000}`)] }),
    );
    const [finding] = scanGraph(
      savedModel({
        ...callers({ f: func("f0") }),
        functions: [...functions, functionOf({ name: "f2000", nodes: [READ] })],
      }),
    );
    expect(finding?.path.length).toBeLessThanOrEqual(33);
    expect(finding?.path.at(-1)).toBe("f2000");
  });

  test("a chain of ten thousand gradients does not exhaust the stack", () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `g${index}`);
    const functions = names.map((name, index) => functionOf({ name, nodes: index === 9999 ? [READ] : [] }));
    const gradients = new Map(names.slice(1).map((name, index) => [names[index]!, name]));
    expect(
      scanGraph(savedModel({ ...callers({ f: func("g0") }, "SymbolicGradient"), functions, gradients })),
    ).toHaveLength(1);
  });

  test("a thousand findings are a hundred and a count", () => {
    const leaks = Array.from({ length: 1000 }, (_, index) => node(`leak-${index}`, "ReadFile"));
    const nodes = [
      node(
        "out",
        "NoOp",
        leaks.map(({ name }) => `^${name}`),
      ),
      ...leaks,
    ];
    const findings = scanGraph(savedModel({ nodes, signatures: serving }));
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)?.reason).toContain("900 more");
  });

  test("names of any length are cut", () => {
    const long = "n".repeat(1e6);
    const [finding] = scanGraph(
      savedModel({ nodes: [node("out", "NoOp", [`^${long}`]), node(long, long)], signatures: serving }),
    );
    expect(JSON.stringify(finding).length).toBeLessThan(3000);
  });

  test.each([
    ["nodes", { nodes: [constant("a"), constant("a")] }, '"a"'],
    ["functions", { functions: [functionOf({ name: "f" }), functionOf({ name: "f", nodes: [READ] })] }, '"f"'],
    ["nodes of a function", { functions: [functionOf({ name: "f", nodes: [constant("a"), constant("a")] })] }, '"a"'],
  ])("two %s of one name are ambiguous", (_, parts, name) => {
    expect(scanGraph(savedModel(parts)).map(({ reason }) => reason)).toEqual([expect.stringContaining(name)]);
  });
});
