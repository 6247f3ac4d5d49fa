import { unreadable } from "./body.ts";
import { hasEffect } from "./effects.ts";
import { type Frame, innermostFrame, isEnter, isExit } from "./frames.ts";
import { type Edge, type Graph, NO_ATTRIBUTES, type Operation, PARAMETER, parameter } from "./operation.ts";

/** More loops than a person writes; each is looked for in all of the graph. */
const MAX_LOOPS = 1000;

/** Puts TensorFlow 2's loops in place of TensorFlow 1's, the innermost first. */
export function gatherLoops(graph: Graph): void {
  if (!graph.operations.some(({ op }) => isEnter(op))) return;
  for (let loops = 0; ; loops++) {
    const frame = innermostFrame(graph.operations);
    if (frame === null) break;
    if (loops >= MAX_LOOPS) throw unreadable(`the graph has more than ${MAX_LOOPS} loops`);
    replace(graph, frame);
  }
  if (graph.operations.some(({ op }) => isEnter(op))) throw unreadable("the graph has a loop without a condition");
}

function replace(graph: Graph, frame: Frame): void {
  const loop = loopOf(frame);
  const isReplaced = ({ from, output }: Edge) => {
    if (!isExit(from.op)) return { from, output };
    const index = frame.variables.findIndex(({ merge }) => merge === from.inputs[0]?.from.inputs[0]?.from);
    return index < 0 ? { from, output } : { from: loop, output: index };
  };
  const gone = new Set([
    ...frame.region,
    ...frame.invariants,
    ...frame.variables.flatMap(({ enter, merge }) => [enter, merge]),
  ]);
  const kept = graph.operations.filter((operation) => !gone.has(operation));
  for (const operation of kept) {
    operation.inputs = operation.inputs.map(isReplaced);
    operation.controls = operation.controls.map((control) => isReplaced({ from: control, output: 0 }).from);
  }
  graph.results = graph.results.map(isReplaced);
  graph.operations = sorted([...kept, loop], graph);
}

function loopOf(frame: Frame): Operation {
  const { name, variables, invariants } = frame;
  const enters = [...variables.map(({ enter }) => enter), ...invariants];
  const condition = copyOf(frame, `${name} (condition)`, [frame.condition], []);
  const body = copyOf(
    frame,
    `${name} (body)`,
    variables.map(({ next }) => next),
    variables.flatMap(({ next }) => next.controls),
  );
  body.results.push(...invariants.map((_, index) => ({ from: body.parameters[variables.length + index]!, output: 0 })));
  return {
    name,
    op: [...frame.region].some(({ op }) => hasEffect(op)) ? "While" : "StatelessWhile",
    attributes: NO_ATTRIBUTES,
    outputCount: enters.length,
    inputs: enters.map(({ inputs }) => inputs[0]!),
    controls: enters.flatMap(({ controls }) => controls),
    values: null,
    graphs: new Map([
      ["cond", condition],
      ["body", body],
    ]),
  };
}

/** What the ends, which only pass on, are given, as a graph of its own over the loop's variables and invariants. */
function copyOf(frame: Frame, name: string, ends: readonly Operation[], effects: readonly Operation[]): Graph {
  const enters = [...frame.variables.map(({ enter }) => enter), ...frame.invariants];
  const parameters = enters.map((enter) => parameter(enter.name));
  const borders = [...frame.variables.map(({ merge }) => merge), ...frame.invariants];
  const given = new Map(borders.map((border, index) => [border, parameters[index]!]));
  const copies = new Map<Operation, Operation>(given);
  const resolve = (edge: Edge): Edge => {
    const { from, output } = throughSwitch(edge, frame);
    return { from: copies.get(from) ?? from, output };
  };
  const wanted = [...ends.map(({ inputs }) => throughSwitch(inputs[0]!, frame).from), ...effects];
  for (const operation of regionInOrder(wanted, frame, given)) {
    const controls = operation.controls.flatMap((control) => copies.get(control) ?? []);
    copies.set(operation, { ...operation, inputs: operation.inputs.map(resolve), controls });
  }
  const operations = [...parameters, ...[...copies.values()].filter((copy) => !parameters.includes(copy))];
  return { name, parameters, operations, results: ends.map(({ inputs }) => resolve(inputs[0]!)) };
}

/** Within a turn the loop's own switches are open. */
function throughSwitch(edge: Edge, { condition }: Frame): Edge {
  let { from, output } = edge;
  while (from.op.endsWith("Switch") && from.inputs[1]?.from === condition && output === 1) {
    ({ from, output } = from.inputs[0]!);
  }
  return { from, output };
}

function regionInOrder(roots: readonly Operation[], frame: Frame, given: ReadonlyMap<Operation, unknown>): Operation[] {
  const isInside = (operation: Operation) => frame.region.has(operation) && !given.has(operation);
  const needs = ({ inputs, controls }: Operation) => [
    ...inputs.map((edge) => throughSwitch(edge, frame).from),
    ...controls,
  ];
  return inOrderOf(roots, (operation) => needs(operation).filter(isInside), isInside);
}

function sorted(operations: readonly Operation[], { results, parameters }: Graph): Operation[] {
  const known = new Set(operations);
  const roots = [
    ...parameters,
    ...results.map(({ from }) => from),
    ...operations.filter(
      ({ op }) => op !== PARAMETER && (hasEffect(op) || isEnter(op) || op.includes("NextIteration")),
    ),
  ];
  const needs = ({ op, inputs, controls }: Operation) =>
    [
      ...inputs.map(({ from }) => from).filter((from) => !(op.includes("Merge") && from.op.includes("NextIteration"))),
      ...controls,
    ].filter((from) => known.has(from));
  return inOrderOf(roots, needs, (operation) => known.has(operation));
}

function inOrderOf(
  roots: readonly Operation[],
  needs: (operation: Operation) => readonly Operation[],
  isWanted: (operation: Operation) => boolean,
): Operation[] {
  const order: Operation[] = [];
  const seen = new Set<Operation>();
  for (const root of roots) {
    if (seen.has(root) || !isWanted(root)) continue;
    seen.add(root);
    const stack = [{ operation: root, needs: needs(root), next: 0 }];
    while (stack.length > 0) {
      const frame = stack.at(-1)!;
      const needed = frame.needs[frame.next++];
      if (needed === undefined) {
        order.push(frame.operation);
        stack.pop();
      } else if (!seen.has(needed)) {
        seen.add(needed);
        stack.push({ operation: needed, needs: needs(needed), next: 0 });
      }
    }
  }
  return order;
}
