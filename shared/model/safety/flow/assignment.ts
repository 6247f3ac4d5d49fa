import type { GraphNode } from "../../graph.ts";
import { type CallSite, reachedSites } from "../reach/reach.ts";
import { PHASES, type Phase } from "../reach/roots.ts";
import { dataInputs } from "./copy.ts";
import { type Assigned, originsOf } from "./origin.ts";
import { computed, type Place, type Program } from "./place.ts";

/** Operators that store their second input. */
const STORES: ReadonlySet<string> = new Set(["Assign", "AssignVariableOp"]);
/** Operators that change a part of a variable, which is not followed further. */
const CHANGES: ReadonlySet<string> = new Set([
  ...["ScatterUpdate", "ScatterNdUpdate", "StridedSliceAssign", "AssignVariableXlaConcatND"],
  ...["ResourceScatterUpdate", "ResourceScatterNdUpdate", "ResourceStridedSliceAssign"],
]);
/** Stands for a variable that cannot be told: what is stored there may be in any of them. */
const ANY = Symbol("any variable");

type Stored = ReadonlyMap<string | typeof ANY, readonly Place[]>;

/** What is stored in each variable, by whatever runs in any phase; gathered when first asked for. */
export function assignments(): Assigned {
  let stored: Stored | undefined;
  return (program, variable) => {
    stored ??= storedIn(program);
    const found = [...(stored.get(variable) ?? []), ...(stored.get(ANY) ?? [])];
    return found.length > 0 ? found : [computed({ role: "whole" }, "a variable that nothing assigns")];
  };
}

function storedIn(program: Program): Stored {
  const stored = new Map<string | typeof ANY, Place[]>();
  for (const phase of PHASES) {
    for (const site of reachedSites(program.reached[phase], program.scopes)) {
      if (!storesText(site.node)) continue;
      for (const variable of variablesOf(program, site, phase)) {
        const places = stored.get(variable);
        if (places === undefined) stored.set(variable, [storedBy(site, phase)]);
        else places.push(storedBy(site, phase));
      }
    }
  }
  return stored;
}

function storesText(node: GraphNode): boolean {
  if (!STORES.has(node.op) && !CHANGES.has(node.op)) return false;
  const dtype = node.attribute("dtype") ?? node.attribute("T");
  return dtype?.kind !== "dtype" || dtype.value === "string";
}

function variablesOf(program: Program, { scope, node }: CallSite, phase: Phase): readonly (string | typeof ANY)[] {
  const handle = { phase, scope, tensor: dataInputs(node)[0] ?? "", role: "variable" } as const;
  return originsOf(program, handle, () => []).map((origin) => (origin.kind === "variable" ? origin.name : ANY));
}

function storedBy({ scope, node }: CallSite, phase: Phase): Place {
  const value = dataInputs(node)[1];
  if (CHANGES.has(node.op) || value === undefined) return computed({ role: "whole" }, node.op);
  return { phase, scope, tensor: value, role: "whole" };
}
