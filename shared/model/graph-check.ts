import type { FunctionDefinition, MetaGraph, SavedModel } from "./graph.ts";
import { checkBody, type Report } from "./graph-check/body.ts";
import { type Findings, findings, shown } from "./graph-check/findings.ts";
import { checkFunctionNames, checkRecursion, checkReturns } from "./graph-check/functions.ts";
import { isGeneric, libraryOf } from "./graph-check/library.ts";
import { deviceReader } from "./graph-check/names.ts";
import { operationReader, type Setting } from "./graph-check/operation.ts";
import type { Resolve } from "./graph-check/references.ts";
import { checkSignatures } from "./graph-check/signatures.ts";
import { unknownOperators } from "./graph-check/unknown-operators.ts";
import { tableOf } from "./nodes/table.ts";
import { TENSORFLOW_VERSIONS } from "./operators/catalogue.ts";
import type { ServableFinding } from "./servable.ts";
import { servingMetaGraph, servingSignatures } from "./signatures.ts";

const NEWEST = TENSORFLOW_VERSIONS.at(-1)!;

/** Would TensorFlow load this model and serve it? Judges the file as a whole, then the metagraph that serves. */
export function checkModel(model: SavedModel): readonly ServableFinding[] {
  const found = findings();
  if (model.schemaVersion !== 1) {
    found.add(
      "schema-version",
      "saved_model.pb",
      `schema version ${model.schemaVersion} is unknown; TensorFlow writes 1`,
    );
  }
  checkTags(model, found);
  const serving = servingMetaGraph(model);
  if (serving !== undefined) {
    if (servingSignatures(serving).length === 0) {
      found.add("no-signature", "metagraph serve", "the model has no signature that a server could call");
    }
    checkInto(serving, found);
  }
  return found.list();
}

/** Would TensorFlow's importer take this graph, and could it then run every signature? */
export function checkGraph(metaGraph: MetaGraph): readonly ServableFinding[] {
  const found = findings();
  checkInto(metaGraph, found);
  return found.list();
}

function checkTags({ metaGraphs }: SavedModel, found: Findings): void {
  const sets = metaGraphs.map(({ tags }) => [...new Set(tags)].sort());
  if (!sets.some((tags) => tags.includes("serve"))) {
    const seen = sets.slice(0, 3).map((tags) => `(${tags.map(shown).slice(0, 5).join(", ")})`);
    const message = `no metagraph is tagged serve${seen.length > 0 ? `, but ${seen.join(", ")}` : ""}`;
    found.add("no-serving-metagraph", "saved_model.pb", message);
  }
  const keys = sets.map((tags) => JSON.stringify(tags));
  const twice = sets.find((_, place) => keys.indexOf(keys[place]!) < place);
  if (twice !== undefined) {
    found.add("ambiguous-tags", "saved_model.pb", `several metagraphs have the tags (${twice.map(shown).join(", ")})`);
  }
}

function checkInto(metaGraph: MetaGraph, found: Findings): void {
  const { functions, minConsumer, producer } = metaGraph;
  if (minConsumer > NEWEST.graphVersion) {
    const message = `min_consumer is ${minConsumer}, but TensorFlow ${NEWEST.version} reads up to ${NEWEST.graphVersion}`;
    found.add("graph-version", "graph", message);
  }
  const report = { findings: found, unknownOperators: unknownOperators(), deviceProblem: deviceReader() };
  const setting: Setting = { producer, library: libraryOf(metaGraph), isFunction: false, isGeneric: false };
  const readOperation = operationReader(setting);
  checkFunctionNames(functions, found);
  const { resolve } = checkBody({ table: tableOf(metaGraph), args: null, prefix: "", readOperation }, report);
  checkLibrary(functions, setting, report);
  checkSignatures(metaGraph, resolve, found);
  checkHooks(metaGraph, resolve, found);
  report.unknownOperators.report(found);
}

/** TensorFlow reads every function at load, called or not. */
function checkLibrary(functions: readonly FunctionDefinition[], setting: Setting, report: Report): void {
  const plain = operationReader({ ...setting, isFunction: true });
  const generic = operationReader({ ...setting, isFunction: true, isGeneric: true });
  const calls: number[] = [];
  functions.forEach((definition, caller) => {
    const { name, inputs: args } = definition;
    const body = { table: tableOf(definition), args, prefix: `${name}/` };
    const readOperation = isGeneric(definition) ? generic : plain;
    const { resolve, operations } = checkBody({ ...body, readOperation }, report);
    for (const operation of operations) for (const callee of operation.calls) calls.push(caller, callee);
    checkReturns(definition, resolve, report.findings);
  });
  checkRecursion(functions, calls, report.findings);
}

/** What the loader itself runs or feeds. */
function checkHooks({ initialisers, saver, assets }: MetaGraph, resolve: Resolve, found: Findings): void {
  const hooks = [
    ...initialisers.map((name) => ["the initialiser", `^${name}`] as const),
    ...assets.map(({ tensor }) => ["an asset's tensor", tensor] as const),
    ...(saver === null
      ? []
      : ([
          ["the saver's operator", `^${saver.restoreOperator}`],
          ["the saver's file name", saver.filenameTensor],
        ] as const)),
  ];
  for (const [what, reference] of hooks) {
    const { problem } = resolve(reference);
    if (problem !== undefined) found.add("missing-node", "metagraph", `${what} is "${shown(reference)}": ${problem}`);
  }
}
