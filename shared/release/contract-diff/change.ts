import type { Shape } from "../../ports/tensor.ts";
import { covers, shapeText } from "../contract.ts";

type ChangeKind =
  | "added"
  | "removed"
  | "renamed"
  | "dtype"
  | "shape"
  | "rank"
  | "encoding"
  | "featureOrder"
  | "featureAdded"
  | "featureRemoved"
  | "featureRenamed"
  | "featureDtype"
  | "features"
  | "rangeNarrowed"
  | "rangeWidened"
  | "rangeMoved"
  | "nullable"
  | "labelOrder"
  | "labels";

export interface ContractChange {
  readonly kind: ChangeKind;
  /** `inputs.features.dtype` */
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** Breaking: a caller that kept to the first contract may fail, or be misled, under the second. */
  readonly effect: "compatible" | "breaking";
  readonly reason: string;
}

type Range = readonly [number, number];

/** Callers send inputs: accepting more is compatible. They read outputs: promising more is. */
export type Direction = "accepts" | "promises";

export interface Tensor {
  readonly name: string;
  readonly dtype: string;
  readonly shape: Shape;
}

export function dtypeChange(path: string, before: Tensor, after: Tensor): readonly ContractChange[] {
  if (before.dtype === after.dtype) return [];
  const reason = `callers that use ${before.dtype} do not fit ${after.dtype}`;
  return [
    { kind: "dtype", path: `${path}.dtype`, before: before.dtype, after: after.dtype, effect: "breaking", reason },
  ];
}

export function shapeChange(
  path: string,
  before: Shape,
  after: Shape,
  direction: Direction,
): readonly ContractChange[] {
  const [from, to] = [shapeText(before), shapeText(after)];
  if (from === to) return [];
  const kind = before?.length === after?.length ? "shape" : "rank";
  const compatible = direction === "accepts" ? covers(after, before) : covers(before, after);
  const reason =
    direction === "accepts"
      ? compatible
        ? "everything that fitted still fits"
        : `some tensors of ${from} no longer fit`
      : compatible
        ? "every answer still has the promised shape"
        : `answers may no longer have the shape ${from}`;
  return [
    { kind, path: `${path}.shape`, before: from, after: to, effect: compatible ? "compatible" : "breaking", reason },
  ];
}

export function rangeChange(
  path: string,
  before: Range | undefined,
  after: Range | undefined,
  direction: Direction,
): readonly ContractChange[] {
  const [from, to] = [rangeText(before), rangeText(after)];
  if (from === to) return [];
  const narrower = within(after, before);
  const wider = within(before, after);
  const compatible = direction === "accepts" ? wider : narrower;
  const kind = narrower ? "rangeNarrowed" : wider ? "rangeWidened" : "rangeMoved";
  const reason =
    direction === "accepts"
      ? compatible
        ? "every value that was allowed still is"
        : "values that were allowed no longer are"
      : compatible
        ? "every answer lies within the range that was promised"
        : "answers may lie outside the range that was promised";
  return [{ kind, path, before: from, after: to, effect: compatible ? "compatible" : "breaking", reason }];
}

function within(inner: Range | undefined, outer: Range | undefined): boolean {
  if (outer === undefined) return true;
  return inner !== undefined && inner[0] >= outer[0] && inner[1] <= outer[1];
}

function rangeText(range: Range | undefined): string {
  return range === undefined ? "any" : `[${range[0]}, ${range[1]}]`;
}

/** Tensors of both sides by name, with a lone pair that differs in name only taken as renamed. */
export function pairUp<T extends Tensor>(before: readonly T[], after: readonly T[]) {
  const old = new Map(before.map((tensor) => [tensor.name, tensor]));
  const names = new Set(after.map(({ name }) => name));
  const kept = after.flatMap((tensor) => {
    const twin = old.get(tensor.name);
    return twin === undefined ? [] : [[twin, tensor] as const];
  });
  const removed = before.filter(({ name }) => !names.has(name));
  const added = after.filter(({ name }) => !old.has(name));
  const [from, to] = [removed[0], added[0]];
  const renamed =
    removed.length === 1 && added.length === 1 && from && to && looksLike(from, to) ? ([from, to] as const) : null;
  return { kept, removed: renamed ? [] : removed, added: renamed ? [] : added, renamed };
}

function looksLike(a: Tensor, b: Tensor): boolean {
  return a.dtype === b.dtype && shapeText(a.shape) === shapeText(b.shape);
}
