import { list, quote } from "../../schema/phrases.ts";
import type { Contract, ContractOutput } from "../contract.ts";
import { type ContractChange, dtypeChange, pairUp, rangeChange, shapeChange } from "./change.ts";

/** What changes for those who read answers. */
export function diffOutputs(before: Contract, after: Contract): readonly ContractChange[] {
  const { kept, removed, added, renamed } = pairUp(before.outputs, after.outputs);
  const lost = (name: string) => `${readersOf(name, before)} would find it missing`;
  return [
    ...removed.map(({ name }): ContractChange => {
      const path = `outputs.${name}`;
      return { kind: "removed", path, before: name, after: "absent", effect: "breaking", reason: lost(name) };
    }),
    ...added.map((output) => addedOutput(output, before)),
    ...(renamed ? renamedOutput(renamed, lost(renamed[0].name)) : []),
    ...kept.flatMap(([from, to]) => diffOutput(from, to)),
  ];
}

function readersOf(output: string, { consumers = [] }: Contract): string {
  const readers = consumers.filter(({ reads }) => reads.includes(output)).map(({ name }) => quote(name));
  if (readers.length === 0) return "a caller that reads it";
  return readers.length > 6 ? `${readers.slice(0, 6).join(", ")} and ${readers.length - 6} others` : readers.join(", ");
}

/** The serving API returns a single output bare and several under their names, so the second changes every answer's form. */
function addedOutput({ name }: ContractOutput, before: Contract): ContractChange {
  const wasAlone = before.outputs.length === 1;
  return {
    kind: "added",
    path: `outputs.${name}`,
    before: "absent",
    after: name,
    effect: wasAlone ? "breaking" : "compatible",
    reason: wasAlone
      ? "answers become objects: a single output is returned without its name, several with"
      : "what callers read stays",
  };
}

function renamedOutput(
  [from, to]: readonly [ContractOutput, ContractOutput],
  reason: string,
): readonly ContractChange[] {
  return [
    { kind: "renamed", path: `outputs.${to.name}`, before: from.name, after: to.name, effect: "breaking", reason },
    ...diffOutput(from, to),
  ];
}

function diffOutput(before: ContractOutput, after: ContractOutput): readonly ContractChange[] {
  const path = `outputs.${after.name}`;
  return [
    ...dtypeChange(path, before, after),
    ...shapeChange(path, before.shape, after.shape, "promises"),
    ...rangeChange(`${path}.range`, before.range, after.range, "promises"),
    ...labelChange(path, before.labels, after.labels),
  ];
}

function labelChange(
  path: string,
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
): readonly ContractChange[] {
  if (before?.length === after?.length && (before ?? []).every((label, index) => label === after?.[index])) return [];
  const change = { path: `${path}.labels`, before: labelText(before), after: labelText(after) };
  if (before === undefined)
    return [{ kind: "labels", ...change, effect: "compatible", reason: "what the values stand for is now declared" }];
  if (after === undefined)
    return [
      { kind: "labels", ...change, effect: "breaking", reason: "what the values stand for is no longer declared" },
    ];
  const now = new Set(after);
  const sameSet = before.length === after.length && before.every((label) => now.has(label));
  const kind = sameSet ? "labelOrder" : "labels";
  const reason = sameSet ? "the same numbers would be read as other labels" : "the values stand for something else";
  return [{ kind, ...change, effect: "breaking", reason }];
}

function labelText(labels: readonly string[] | undefined): string {
  return labels === undefined ? "undeclared" : list(labels, 12);
}
