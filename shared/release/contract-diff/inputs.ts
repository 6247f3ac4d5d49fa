import { quote } from "../../schema/phrases.ts";
import type { Feature } from "../../schema/release.types.ts";
import { type ContractInput, featureName, featureNames } from "../contract.ts";
import { type ContractChange, dtypeChange, pairUp, rangeChange, shapeChange } from "./change.ts";

/** What changes for those who send requests. */
export function diffInputs(
  before: readonly ContractInput[],
  after: readonly ContractInput[],
): readonly ContractChange[] {
  const { kept, removed, added, renamed } = pairUp(before, after);
  return [
    ...removed.map(({ name }): ContractChange => {
      const reason = "a request that sends it is refused";
      return { kind: "removed", path: `inputs.${name}`, before: name, after: "absent", effect: "breaking", reason };
    }),
    ...added.map(({ name }): ContractChange => {
      const reason = "a request that does not send it is refused";
      return { kind: "added", path: `inputs.${name}`, before: "absent", after: name, effect: "breaking", reason };
    }),
    ...(renamed ? renamedInput(...renamed) : []),
    ...kept.flatMap(([from, to]) => diffInput(from, to)),
  ];
}

function renamedInput(from: ContractInput, to: ContractInput): readonly ContractChange[] {
  const reason = `a request that names ${quote(from.name)} is refused`;
  const { name } = to;
  return [
    { kind: "renamed", path: `inputs.${name}`, before: from.name, after: name, effect: "breaking", reason },
    ...diffInput(from, to),
  ];
}

function diffInput(before: ContractInput, after: ContractInput): readonly ContractChange[] {
  const path = `inputs.${after.name}`;
  return [
    ...dtypeChange(path, before, after),
    ...shapeChange(path, before.shape, after.shape, "accepts"),
    ...encodingChange(path, before, after),
    ...(before.encoding !== undefined && before.encoding === after.encoding
      ? exampleChanges(path, before, after)
      : columnChanges(path, before.features, after.features)),
    ...rangeChanges(path, before, after),
    ...nullableChanges(path, before, after),
  ];
}

function encodingChange(path: string, before: ContractInput, after: ContractInput): readonly ContractChange[] {
  if (before.encoding === after.encoding) return [];
  const [from, to] = [before.encoding ?? "plain tensor", after.encoding ?? "plain tensor"];
  const reason = `a request built as ${from} cannot be read as ${to}`;
  return [{ kind: "encoding", path: `${path}.encoding`, before: from, after: to, effect: "breaking", reason }];
}

/** Columns fill a tensor by position, so place and meaning both count. */
function columnChanges(
  path: string,
  before: readonly Feature[] | undefined,
  after: readonly Feature[] | undefined,
): readonly ContractChange[] {
  const at = `${path}.features`;
  if (before === undefined && after === undefined) return [];
  if (before === undefined || after === undefined) return declaredChange(at, before, after);
  const [from, to] = [before.map(featureName), after.map(featureName)];
  const [old, now] = [new Set(from), new Set(to)];
  const removed = from.filter((name) => !now.has(name));
  const added = to.filter((name) => !old.has(name));
  const renamedInPlace =
    from.length === to.length && from.every((name, i) => name === to[i] || (!now.has(name) && !old.has(to[i]!)));
  if (renamedInPlace) return from.flatMap((name, i) => (name === to[i] ? [] : [renamedFeature(at, name, to[i]!)]));
  return [
    ...removed.map((name) => featureRemoved(at, name, "the columns after it move to other places", "breaking")),
    ...added.map((name) => featureAdded(at, name, "a request without it has too few columns", "breaking")),
    ...orderChange(
      at,
      from.filter((name) => now.has(name)),
      to.filter((name) => old.has(name)),
    ),
  ];
}

function declaredChange(
  at: string,
  before: readonly Feature[] | undefined,
  after: readonly Feature[] | undefined,
): readonly ContractChange[] {
  const text = (features: readonly Feature[] | undefined) =>
    features ? shortList(features.map(featureName)) : "undeclared";
  const effect = before === undefined ? "compatible" : "breaking";
  const reason =
    before === undefined
      ? "the order of the columns is now declared"
      : "the order of the columns is no longer declared, and cannot be checked";
  return [{ kind: "features", path: at, before: text(before), after: text(after), effect, reason }];
}

function renamedFeature(at: string, before: string, after: string): ContractChange {
  const reason = "another column now fills its place";
  return { kind: "featureRenamed", path: `${at}.${after}`, before, after, effect: "breaking", reason };
}

function featureRemoved(at: string, name: string, reason: string, effect: ContractChange["effect"]): ContractChange {
  return { kind: "featureRemoved", path: `${at}.${name}`, before: name, after: "absent", effect, reason };
}

function featureAdded(at: string, name: string, reason: string, effect: ContractChange["effect"]): ContractChange {
  return { kind: "featureAdded", path: `${at}.${name}`, before: "absent", after: name, effect, reason };
}

function orderChange(at: string, before: readonly string[], after: readonly string[]): readonly ContractChange[] {
  if (before.every((name, index) => name === after[index])) return [];
  const reason = "the same numbers would be read as other features";
  return [
    { kind: "featureOrder", path: at, before: shortList(before), after: shortList(after), effect: "breaking", reason },
  ];
}

/** An example names its features: their order is free, and one that is not asked for is passed over. */
function exampleChanges(path: string, before: ContractInput, after: ContractInput): readonly ContractChange[] {
  const at = `${path}.features`;
  const types = (input: ContractInput) =>
    new Map((input.features ?? []).map((feature) => [featureName(feature), dtypeOf(feature)]));
  const [old, now] = [types(before), types(after)];
  const optional = new Set(after.nullable);
  return [
    ...[...old.keys()]
      .filter((name) => !now.has(name))
      .map((name) => featureRemoved(at, name, "an example that holds it is still read", "compatible")),
    ...[...now.keys()]
      .filter((name) => !old.has(name))
      .map((name) =>
        optional.has(name)
          ? featureAdded(at, name, "it may be absent", "compatible")
          : featureAdded(at, name, "an example without it is refused", "breaking"),
      ),
    ...[...old].flatMap(([name, dtype]): readonly ContractChange[] => {
      const to = now.get(name);
      if (to === undefined || to === dtype) return [];
      const reason = `an example that holds ${dtype} is refused`;
      return [{ kind: "featureDtype", path: `${at}.${name}`, before: dtype, after: to, effect: "breaking", reason }];
    }),
  ];
}

function dtypeOf(feature: Feature): string {
  return typeof feature === "string" ? "undeclared" : feature.dtype;
}

/** Only features of both contracts: what was added or removed has been told. */
function rangeChanges(path: string, before: ContractInput, after: ContractInput): readonly ContractChange[] {
  const now = new Set(featureNames(after));
  return featureNames(before).flatMap((name) => {
    const renamed = before.features === undefined && after.features === undefined ? after.name : name;
    if (!now.has(renamed)) return [];
    return rangeChange(`${path}.ranges.${renamed}`, own(before.ranges, name), own(after.ranges, renamed), "accepts");
  });
}

function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

function nullableChanges(path: string, before: ContractInput, after: ContractInput): readonly ContractChange[] {
  const [old, now] = [new Set(before.nullable), new Set(after.nullable)];
  const known = new Set(featureNames(before));
  return featureNames(after)
    .filter((name) => known.has(name) && old.has(name) !== now.has(name))
    .map((name): ContractChange => {
      const [from, to] = old.has(name) ? ["may be absent", "required"] : ["required", "may be absent"];
      const effect = now.has(name) ? "compatible" : "breaking";
      const reason = now.has(name) ? "every request that was whole still is" : "a request without it is refused";
      return { kind: "nullable", path: `${path}.nullable.${name}`, before: from, after: to, effect, reason };
    });
}

function shortList(names: readonly string[]): string {
  return names.length > 12 ? `${names.slice(0, 12).join(", ")}, … (${names.length})` : names.join(", ");
}
