import type { MetaGraph, SavedModel } from "./graph.ts";
import { checkBody } from "./graph-check/body.ts";
import type { BodyContext } from "./graph-check/context.ts";
import { type Findings, findings, shown } from "./graph-check/findings.ts";
import { checkFunctionNames, checkRecursion, checkReturns, isGeneric } from "./graph-check/functions.ts";
import { type Library, libraryOf } from "./graph-check/library.ts";
import type { Resolve } from "./graph-check/references.ts";
import { checkSignatures } from "./graph-check/signatures.ts";
import { type UnknownOperators, unknownOperators } from "./graph-check/unknown-operators.ts";
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
  const { functions, minConsumer, producer, nodes } = metaGraph;
  if (minConsumer > NEWEST.graphVersion) {
    const message = `min_consumer is ${minConsumer}, but TensorFlow ${NEWEST.version} reads up to ${NEWEST.graphVersion}`;
    found.add("graph-version", "graph", message);
  }
  const unknown = unknownOperators();
  const shared = { findings: found, library: libraryOf(metaGraph), unknownOperators: unknown, producer };
  checkFunctionNames(functions, found);
  const resolve = checkBody(
    { nodes, args: null },
    { ...shared, prefix: "", isFunction: false, isGeneric: false, calls: () => {} },
  );
  checkLibrary(metaGraph, shared);
  checkSignatures(metaGraph, resolve, found);
  checkHooks(metaGraph, resolve, found);
  unknown.report(found);
}

interface Shared {
  readonly findings: Findings;
  readonly library: Library;
  readonly unknownOperators: UnknownOperators;
  readonly producer: number;
}

/** TensorFlow reads every function at load, called or not. */
function checkLibrary({ functions }: MetaGraph, shared: Shared): void {
  const calls: number[] = [];
  functions.forEach((definition, caller) => {
    const context: BodyContext = {
      ...shared,
      prefix: `${definition.name}/`,
      isFunction: true,
      isGeneric: isGeneric(definition),
      calls(name) {
        const callee = shared.library.places.get(name);
        if (callee !== undefined) calls.push(caller, callee);
      },
    };
    const resolve = checkBody({ nodes: definition.nodes, args: definition.inputs }, context);
    checkReturns(definition, resolve, context);
  });
  checkRecursion(functions, calls, shared.findings);
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
