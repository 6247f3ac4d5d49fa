import { expect, test } from "vitest";
import type { Contract, ContractInput, ContractOutput } from "../../../shared/release/contract.ts";
import { diffContracts } from "../../../shared/release/contract-diff.ts";

const X: ContractInput = { name: "x", dtype: "float32", shape: [-1, 3], features: ["a", "b", "c"] };
const Y: ContractOutput = { name: "y", dtype: "float32", shape: [-1, 2], labels: ["no", "yes"], range: [0, 1] };
const EXAMPLE: ContractInput = {
  name: "e",
  dtype: "string",
  shape: [-1],
  encoding: "tf.Example",
  features: [
    { name: "a", dtype: "float32" },
    { name: "b", dtype: "int64" },
  ],
};
const { labels: _labels, ...UNLABELLED } = Y;
const { range: _range, ...UNRANGED } = Y;
const { features: _features, ...UNNAMED } = X;

function contract(parts: Partial<Contract>): Contract {
  return { inputs: [X], outputs: [Y], evolution: "backward", ...parts };
}

const input = (change: Partial<ContractInput>) => ({ inputs: [{ ...X, ...change }] });
const output = (change: Partial<ContractOutput>) => ({ outputs: [{ ...Y, ...change }] });
const example = (change: Partial<ContractInput>) => ({ inputs: [{ ...EXAMPLE, ...change }] });
const INT = { name: "n", dtype: "int64" } as const;

type Row = readonly [name: string, before: Partial<Contract>, after: Partial<Contract>, changes: readonly string[]];

const ROWS: readonly Row[] = [
  ["nothing changed", {}, {}, []],
  ["inputs in another order", { inputs: [X, EXAMPLE] }, { inputs: [EXAMPLE, X] }, []],
  ["outputs in another order", { outputs: [Y, { ...Y, name: "z" }] }, { outputs: [{ ...Y, name: "z" }, Y] }, []],
  ["an input removed", { inputs: [X, EXAMPLE] }, {}, ["breaking removed inputs.e"]],
  ["an input added", {}, { inputs: [X, EXAMPLE] }, ["breaking added inputs.e"]],
  ["an input renamed", {}, input({ name: "z" }), ["breaking renamed inputs.z"]],
  ["an input replaced", {}, { inputs: [EXAMPLE] }, ["breaking removed inputs.x", "breaking added inputs.e"]],
  ["an input of another dtype", {}, input({ dtype: "float64" }), ["breaking dtype inputs.x.dtype"]],
  ["an input that takes more batches", input({ shape: [8, 3] }), {}, ["compatible shape inputs.x.shape"]],
  ["an input that takes fewer batches", {}, input({ shape: [8, 3] }), ["breaking shape inputs.x.shape"]],
  ["an input that takes any rank", {}, input({ shape: null }), ["compatible rank inputs.x.shape"]],
  ["an input that took any rank", input({ shape: null }), {}, ["breaking rank inputs.x.shape"]],
  ["an input of another rank", {}, input({ shape: [-1, 1, 3] }), ["breaking rank inputs.x.shape"]],
  ["features in another order", {}, input({ features: ["b", "a", "c"] }), ["breaking featureOrder inputs.x.features"]],
  [
    "a feature renamed in its place",
    {},
    input({ features: ["a", "z", "c"] }),
    ["breaking featureRenamed inputs.x.features.z"],
  ],
  [
    "a feature removed",
    {},
    input({ features: ["a", "c"], shape: [-1, 2] }),
    ["breaking shape inputs.x.shape", "breaking featureRemoved inputs.x.features.b"],
  ],
  [
    "a feature added",
    {},
    input({ features: ["a", "b", "c", "d"], shape: [-1, 4] }),
    ["breaking shape inputs.x.shape", "breaking featureAdded inputs.x.features.d"],
  ],
  [
    "one feature replaced and the others moved",
    {},
    input({ features: ["c", "a", "d"] }),
    [
      "breaking featureRemoved inputs.x.features.b",
      "breaking featureAdded inputs.x.features.d",
      "breaking featureOrder inputs.x.features",
    ],
  ],
  ["features now declared", { inputs: [UNNAMED] }, {}, ["compatible features inputs.x.features"]],
  ["features no longer declared", {}, { inputs: [UNNAMED] }, ["breaking features inputs.x.features"]],
  [
    "a range widened",
    input({ ranges: { a: [0, 10] } }),
    input({ ranges: { a: [-1, 11] } }),
    ["compatible rangeWidened inputs.x.ranges.a"],
  ],
  [
    "a range narrowed",
    input({ ranges: { a: [0, 10] } }),
    input({ ranges: { a: [0, 9] } }),
    ["breaking rangeNarrowed inputs.x.ranges.a"],
  ],
  [
    "a range moved",
    input({ ranges: { a: [0, 10] } }),
    input({ ranges: { a: [1, 11] } }),
    ["breaking rangeMoved inputs.x.ranges.a"],
  ],
  ["a range lifted", input({ ranges: { a: [0, 10] } }), {}, ["compatible rangeWidened inputs.x.ranges.a"]],
  ["a range set", {}, input({ ranges: { a: [0, 10] } }), ["breaking rangeNarrowed inputs.x.ranges.a"]],
  ["a feature that may now be absent", {}, input({ nullable: ["a"] }), ["compatible nullable inputs.x.nullable.a"]],
  ["a feature that may no longer be absent", input({ nullable: ["a"] }), {}, ["breaking nullable inputs.x.nullable.a"]],
  [
    "an input now encoded",
    { inputs: [{ ...UNNAMED, name: "e", dtype: "string", shape: [-1] }] },
    { inputs: [EXAMPLE] },
    ["breaking encoding inputs.e.encoding", "compatible features inputs.e.features"],
  ],
  ["an example's features in another order", example({}), example({ features: EXAMPLE.features!.toReversed() }), []],
  [
    "an example with one feature less",
    example({}),
    example({ features: [EXAMPLE.features![0]!] }),
    ["compatible featureRemoved inputs.e.features.b"],
  ],
  [
    "an example with one feature more",
    example({}),
    example({ features: [...EXAMPLE.features!, INT] }),
    ["breaking featureAdded inputs.e.features.n"],
  ],
  [
    "an example with one more that may be absent",
    example({}),
    example({ features: [...EXAMPLE.features!, INT], nullable: ["n"] }),
    ["compatible featureAdded inputs.e.features.n"],
  ],
  [
    "an example's feature of another dtype",
    example({}),
    example({
      features: [
        { name: "a", dtype: "int64" },
        { name: "b", dtype: "int64" },
      ],
    }),
    ["breaking featureDtype inputs.e.features.a"],
  ],
  ["an output removed", { outputs: [Y, { ...Y, name: "z" }] }, {}, ["breaking removed outputs.z"]],
  ["a second output", {}, { outputs: [Y, { ...Y, name: "z" }] }, ["breaking added outputs.z"]],
  [
    "a third output",
    { outputs: [Y, { ...Y, name: "z" }] },
    { outputs: [Y, { ...Y, name: "z" }, { ...Y, name: "w" }] },
    ["compatible added outputs.w"],
  ],
  ["an output renamed", {}, output({ name: "z" }), ["breaking renamed outputs.z"]],
  ["an output of another dtype", {}, output({ dtype: "float64" }), ["breaking dtype outputs.y.dtype"]],
  ["an output that promises more", output({ shape: [-1, -1] }), {}, ["compatible shape outputs.y.shape"]],
  ["an output that promises less", {}, output({ shape: [-1, -1] }), ["breaking shape outputs.y.shape"]],
  ["an output that had any rank", output({ shape: null }), {}, ["compatible rank outputs.y.shape"]],
  ["an output that has any rank", {}, output({ shape: null }), ["breaking rank outputs.y.shape"]],
  ["an output's range narrowed", {}, output({ range: [0, 0.5] }), ["compatible rangeNarrowed outputs.y.range"]],
  ["an output's range widened", {}, output({ range: [0, 2] }), ["breaking rangeWidened outputs.y.range"]],
  ["an output's range promised", { outputs: [UNRANGED] }, {}, ["compatible rangeNarrowed outputs.y.range"]],
  ["an output's range no longer promised", {}, { outputs: [UNRANGED] }, ["breaking rangeWidened outputs.y.range"]],
  ["labels in another order", {}, output({ labels: ["yes", "no"] }), ["breaking labelOrder outputs.y.labels"]],
  ["another label", {}, output({ labels: ["no", "maybe"] }), ["breaking labels outputs.y.labels"]],
  ["labels now declared", { outputs: [UNLABELLED] }, {}, ["compatible labels outputs.y.labels"]],
  ["labels no longer declared", {}, { outputs: [UNLABELLED] }, ["breaking labels outputs.y.labels"]],
];

test.each(ROWS)("%s", (_, before, after, expected) => {
  const changes = diffContracts(contract(before), contract(after));
  expect(changes.map(({ effect, kind, path }) => `${effect} ${kind} ${path}`)).toEqual(expected);
  for (const { reason, before: from, after: to } of changes) {
    expect(reason).not.toBe("");
    expect(from).not.toBe(to);
  }
});

test("a removed output names those who read it", () => {
  const consumers = [
    { name: "billing", reads: ["y"] },
    { name: "mail", reads: ["z"] },
  ];
  const [change] = diffContracts(contract({ outputs: [Y, { ...Y, name: "z" }], consumers }), contract({ consumers }));
  expect(change).toMatchObject({ path: "outputs.z", reason: '"mail" would find it missing' });
});

test("going there and back, each compatible change of shape or range breaks the other way", () => {
  for (const [name, before, after] of ROWS) {
    const there = diffContracts(contract(before), contract(after)).filter(({ kind }) =>
      /^(shape|rank|range)/.test(kind),
    );
    const back = diffContracts(contract(after), contract(before)).filter(({ kind }) =>
      /^(shape|rank|range)/.test(kind),
    );
    for (const [index, { effect }] of there.entries()) {
      if (effect === "compatible") expect(back[index]?.effect, name).toBe("breaking");
    }
  }
});
