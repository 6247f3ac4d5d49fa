import type { Shape } from "../../ports/tensor.ts";
import type { TensorBundle } from "../checkpoint/tensor-bundle.ts";
import type { Variables } from "../checkpoint/variables.ts";
import type { MetaGraph } from "../graph.ts";
import { sharedName, VARIABLES } from "../safety/flow/origin.ts";
import type { Program } from "../safety/flow/place.ts";
import type { ServableFinding } from "../servable.ts";
import { type RestoredTensor, restoredTensors } from "./restore-plan.ts";
import { servingProgram } from "./restore-program.ts";
import { assignedIn, readByServing, type VariableUse } from "./variable-use.ts";

const INDEX = "variables/variables.index";
/** Enough to recognise what happened. */
const MAX_NAMED = 5;

/**
 * Whether a server that restores this checkpoint has every variable that the signatures read: what the graph asks for
 * and the checkpoint lacks, and what is read and nothing ever fills.
 */
export function checkRestore(metaGraph: MetaGraph, { bundle, findings }: Variables): readonly ServableFinding[] {
  const program = servingProgram(metaGraph);
  const read = readByServing(program);
  const unfilled = neverFilled(metaGraph, program, read);
  if (unfilled.length > 0) return unfilled;
  if (bundle !== null) return misfits(metaGraph, program, bundle);
  return findings.length > 0 ? [] : missing(program, read);
}

/** Keras 3 copies its variables while tf.saved_model.save runs: the copies are restored, the originals are read. */
function neverFilled(metaGraph: MetaGraph, program: Program, read: VariableUse): readonly ServableFinding[] {
  const filled = new Set([...assignedIn(program, "restore"), ...assignedIn(program, "initialise")]);
  const names = [...read.keys()].filter((name) => !filled.has(name));
  const [first] = names;
  if (first === undefined) return [];
  const signature = read.get(first)?.root ?? "";
  const fix =
    metaGraph.objects === null
      ? "Save the model again with a Saver that holds all of its variables."
      : "Save a Keras 3 model with model.export(path) instead of tf.saved_model.save.";
  const message = `the signature ${signature} reads ${listed(names)}, which the restore operator never fills`;
  return [{ rule: "variables-never-restored", where: signature, message, fix }];
}

/** What the restore operator asks for and would not get, or would get in another type or shape. */
function misfits(metaGraph: MetaGraph, program: Program, bundle: TensorBundle): readonly ServableFinding[] {
  const tensors = restoredTensors(program);
  const shapes = declaredShapes(metaGraph);
  const absent = tensors.filter(({ key }) => !bundle.tensors.has(key));
  const retyped = tensors.filter(
    ({ key, dtype }) => dtype !== null && (bundle.tensors.get(key)?.dtype ?? dtype) !== dtype,
  );
  const reshaped = tensors.filter((tensor) => !fitsShape(tensor, bundle, shapes));
  return [
    ...found("variables-not-in-checkpoint", absent, "the graph restores what the checkpoint does not hold:"),
    ...found("variables-type", retyped, "the checkpoint holds another type than the graph restores of"),
    ...found("variables-shape", reshaped, "the checkpoint holds another shape than the graph declares of"),
  ];
}

function missing(program: Program, read: VariableUse): readonly ServableFinding[] {
  const initialised = assignedIn(program, "initialise");
  const names = [...read.keys()].filter((name) => !initialised.has(name));
  if (names.length === 0) return [];
  const message = `the model has no variables, and its signatures read ${listed(names)}`;
  return [
    {
      rule: "variables-missing",
      where: INDEX,
      message,
      fix: "Add the folder variables/ that was exported with the graph.",
    },
  ];
}

function found(rule: string, tensors: readonly RestoredTensor[], said: string): readonly ServableFinding[] {
  if (tensors.length === 0) return [];
  const message = `${said} ${listed(tensors.map(({ key }) => key))}`;
  return [{ rule, where: INDEX, message, fix: "Put the variables of this very export beside its graph." }];
}

function fitsShape(tensor: RestoredTensor, bundle: TensorBundle, shapes: ReadonlyMap<string, Shape>): boolean {
  const stored = bundle.tensors.get(tensor.key)?.shape;
  if (stored === undefined || tensor.slice !== "") return true;
  return tensor.variables.every((name) => isCompatible(shapes.get(name) ?? null, stored));
}

function declaredShapes({ nodes }: MetaGraph): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, Shape>();
  for (const node of nodes) {
    const shape = VARIABLES.has(node.op) ? node.attribute("shape") : undefined;
    if (shape?.kind === "shape") shapes.set(sharedName(node), shape.value);
  }
  return shapes;
}

function isCompatible(declared: Shape, stored: readonly number[]): boolean {
  if (declared === null) return true;
  return declared.length === stored.length && declared.every((size, axis) => size < 0 || size === stored[axis]);
}

function listed(names: readonly string[]): string {
  const distinct = [...new Set(names)].sort();
  const hidden = distinct.length - MAX_NAMED;
  return `${distinct.slice(0, MAX_NAMED).join(", ")}${hidden > 0 ? ` and ${hidden} more` : ""}`;
}
