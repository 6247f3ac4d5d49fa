import { Failure } from "../../../failure.ts";
import type { HostTensor, Resource } from "./value.ts";

export interface Variable {
  /** Null before anything has filled it. */
  value: HostTensor | null;
}

/** All resources of one loaded model. */
export interface Resources {
  /** The resource of that kind and name, made when it is not there. */
  find(kind: string, name: string, make: () => object): Resource;
  /** A variable by its node and the name it is shared under, with its value from the checkpoint. */
  variable(node: string, sharedName: string): Resource;
}

/** Where the checkpoint holds a variable. */
export interface StoredVariables {
  /** The same for all nodes of one variable. */
  identity(node: string, sharedName: string): string;
  /** Null where the checkpoint has none. */
  read(node: string, sharedName: string): HostTensor | null;
}

/** Of a model without a checkpoint. */
export const NOTHING_STORED: StoredVariables = { identity: (_, sharedName) => sharedName, read: () => null };

export function newResources(stored: StoredVariables = NOTHING_STORED): Resources {
  const known = new Map<string, Resource>();
  const find: Resources["find"] = (kind, name, make) => {
    const key = `${kind}\0${name}`;
    const found = known.get(key) ?? { kind: "resource", name, state: make() };
    known.set(key, found);
    return found;
  };
  return {
    find,
    variable: (node, sharedName) =>
      find("variable", stored.identity(node, sharedName), () => storedVariable(() => stored.read(node, sharedName))),
  };
}

/** Read when it is first looked at: a graph names many variables that no prediction needs. */
function storedVariable(read: () => HostTensor | null): Variable {
  let value: HostTensor | null | undefined;
  return {
    get value() {
      value ??= read();
      return value;
    },
    set value(assigned) {
      value = assigned;
    },
  };
}

export function variableOf(resource: Resource): Variable {
  if ("value" in resource.state) return resource.state as Variable;
  throw new Failure("prediction-failed", `${resource.name} is no variable`, { fix: "Export the model again." });
}
