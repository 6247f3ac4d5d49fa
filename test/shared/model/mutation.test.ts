import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Failure } from "../../../shared/failure.ts";
import { readVariables } from "../../../shared/model/checkpoint/variables.ts";
import { verifyVariables } from "../../../shared/model/checkpoint/verify-variables.ts";
import type { Attribute, GraphNode, SavedModel } from "../../../shared/model/graph.ts";
import { checkRestore } from "../../../shared/model/restore/check-restore.ts";
import { parseSavedModel } from "../../../shared/model/saved-model.ts";
import { fakeFiles } from "../../fakes/files.ts";
import { mutated, randomFrom } from "../../fuzz/mutation.ts";

const MODEL = "fixtures/models/keras3-exported";
const SHARD = "variables/variables.data-00000-of-00001";
const INDEX = "variables/variables.index";
const CASES = 200;

const graph = readFileSync(`${MODEL}/saved_model.pb`);
const index = readFileSync(`${MODEL}/${INDEX}`);
const shard = readFileSync(`${MODEL}/${SHARD}`);

test(`${CASES} mutated graphs are read or refused, and nothing else happens`, () => {
  const random = randomFrom(2026);
  let read = 0;
  for (let count = 0; count < CASES; count++) {
    try {
      visit(parseSavedModel(mutated(graph, random), "saved_model.pb"));
      read++;
    } catch (error) {
      expect(error).toBeInstanceOf(Failure);
    }
  }
  expect(read).toBeGreaterThan(CASES / 20);
  expect(read).toBeLessThan(CASES);
});

test(`${CASES} mutated checkpoints have findings, never exceptions`, async () => {
  const random = randomFrom(7);
  const metaGraph = parseSavedModel(graph, "saved_model.pb").metaGraphs[0]!;
  let found = 0;
  for (let count = 0; count < CASES; count++) {
    const files = fakeFiles({
      [`m/${INDEX}`]: count % 2 === 0 ? mutated(index, random) : index,
      [`m/${SHARD}`]: count % 2 === 0 ? shard : mutated(shard, random),
    });
    const variables = await readVariables("m", files);
    const findings = [...variables.findings, ...(await verifyVariables("m", variables, files))];
    if (findings.length + checkRestore(metaGraph, variables).length > 0) found++;
  }
  expect(found).toBeGreaterThan(CASES * 0.9);
});

function visit({ metaGraphs }: SavedModel): void {
  for (const { nodes, functions } of metaGraphs) {
    for (const node of [...nodes, ...functions.flatMap((definition) => definition.nodes)]) visitAttributes(node);
  }
}

function visitAttributes(holder: Pick<GraphNode, "attributeNames" | "attribute">): void {
  for (const name of holder.attributeNames) visitAttribute(holder.attribute(name));
}

function visitAttribute(attribute: Attribute | undefined): void {
  if (attribute?.kind === "function") visitAttributes(attribute.value);
  if (attribute?.kind === "list") attribute.value.forEach(visitAttribute);
}
