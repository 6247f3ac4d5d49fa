import { expect, test } from "vitest";
import { scanKerasObjects } from "../../../../shared/model/beside/scan-keras-objects.ts";
import type { MetaGraph, ObjectNode } from "../../../../shared/model/graph.ts";

const lambda = { class_name: "Lambda", config: { name: "shift", function: ["4wEAAAAAAAAAAAAAAAIAAAAT", null, null] } };

test.each<[title: string, metadata: string, reasons: string[]]>([
  [
    "bytecode in a Lambda",
    JSON.stringify(lambda),
    ['a Keras configuration carries Python bytecode in a Lambda ("shift")'],
  ],
  [
    "the same under an escape",
    JSON.stringify(lambda).replace("Lambda", "L\\u0061mbda"),
    ['a Keras configuration carries Python bytecode in a Lambda ("shift")'],
  ],
  [
    "a Lambda that names a function",
    '{"class_name": "Lambda", "config": {"function": "scale", "function_type": "function"}}',
    [],
  ],
  ["a class of the user's own", '{"class_name": "MyPackage>Attention", "config": {}}', []],
  ["a layer of Keras", '{"class_name": "Dense", "config": {"units": 1}}', []],
  ["no metadata", "", []],
  ["metadata that is no JSON and says Lambda", "Lambda", ["cannot be judged: its configuration is not JSON"]],
])("%s", (_, metadata, reasons) => {
  const findings = scanKerasObjects([graphWith(metadata)], "saved_model.pb");
  expect(findings.map(({ reason }) => reason)).toEqual(reasons);
});

function graphWith(metadata: string): MetaGraph {
  const node: ObjectNode = {
    kind: "userObject",
    children: new Map(),
    identifier: "_tf_keras_layer",
    metadata,
    operation: "",
    functions: [],
    savedBy: [],
    restoredBy: [],
  };
  return { objects: { nodes: [node, node], capturedBy: new Map() } } as unknown as MetaGraph;
}
