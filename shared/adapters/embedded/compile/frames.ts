import { isMerge, isNextIteration } from "./body.ts";
import type { Operation } from "./operation.ts";

/** One loop of TensorFlow 1, as the operators that surround it. */
export interface Frame {
  readonly name: string;
  readonly variables: readonly LoopVariable[];
  /** What is the same in every turn. */
  readonly invariants: readonly Operation[];
  readonly condition: Operation;
  /** All that computes the condition and the next turn. */
  readonly region: ReadonlySet<Operation>;
}

export interface LoopVariable {
  readonly enter: Operation;
  readonly merge: Operation;
  readonly next: Operation;
}

export function isEnter(op: string): boolean {
  return op === "Enter" || op === "RefEnter";
}

export function isExit(op: string): boolean {
  return op === "Exit" || op === "RefExit";
}

/** A loop that has no other loop in it; null when there is none left. */
export function innermostFrame(operations: readonly Operation[]): Frame | null {
  const frames = Map.groupBy(
    operations.filter(({ op }) => isEnter(op)),
    frameName,
  );
  for (const [name, enters] of frames) {
    const frame = frameOf(name, enters, operations);
    if (frame !== null && ![...frame.region].some(({ op }) => isEnter(op))) return frame;
  }
  return null;
}

function frameName({ attributes }: Operation): string {
  const name = attributes.attribute("frame_name");
  return name?.kind === "string" ? new TextDecoder().decode(name.value) : "";
}

function frameOf(name: string, enters: readonly Operation[], operations: readonly Operation[]): Frame | null {
  const entered = new Set(enters);
  const variables = operations.flatMap((merge) => {
    if (!isMerge(merge.op)) return [];
    const enter = merge.inputs.find(({ from }) => entered.has(from))?.from;
    const next = merge.inputs.find(({ from }) => isNextIteration(from.op))?.from;
    return enter === undefined || next === undefined ? [] : [{ enter, merge, next }];
  });
  const varying = new Set(variables.map(({ enter }) => enter));
  const merges = new Set(variables.map(({ merge }) => merge));
  const condition = operations.find(({ op, inputs }) => isSwitchOn(op) && inputs[0] && merges.has(inputs[0].from))
    ?.inputs[1]?.from;
  if (condition === undefined) return null;
  const region = regionOf([condition, ...variables.map(({ next }) => next)], new Set([...entered, ...merges]));
  return { name, variables, invariants: enters.filter((enter) => !varying.has(enter)), condition, region };
}

function isSwitchOn(op: string): boolean {
  return op === "Switch" || op === "RefSwitch";
}

function regionOf(roots: readonly Operation[], borders: ReadonlySet<Operation>): ReadonlySet<Operation> {
  const region = new Set<Operation>();
  const waiting = [...roots];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (region.has(next) || borders.has(next)) continue;
    region.add(next);
    waiting.push(...next.inputs.map(({ from }) => from), ...next.controls);
  }
  return region;
}
