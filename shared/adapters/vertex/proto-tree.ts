/** A tree of protocol buffer definitions, as protobufjs writes it. */
export interface ProtoTree {
  nested?: Readonly<Record<string, ProtoTree>>;
  readonly fields?: Readonly<Record<string, { readonly type: string; readonly keyType?: string }>>;
  readonly methods?: Readonly<Record<string, ProtoMethod>>;
}

interface ProtoMethod {
  readonly requestType: string;
  readonly responseType: string;
  /** Where an operation's own types are named. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** The methods that are called, by the whole names of their services. */
export type Called = Readonly<Record<string, readonly string[]>>;

const OPERATION = "(google.longrunning.operation_info).";

/**
 * Only what these methods speak of. A client turns every definition that it is given into code before its first call:
 * all of Vertex AI's take a second of CPU, these a hundredth of it.
 */
export function trimmed(tree: ProtoTree, called: Called): ProtoTree {
  if (isTrimmed(tree, called)) return tree;
  const kept = reachable(tree, called);
  return { ...tree, nested: childrenOf(tree, "", { kept, called }) };
}

/** As a bundle may have them: the operations of methods that were left out are named nowhere any more. */
function isTrimmed(tree: ProtoTree, called: Called): boolean {
  return Object.entries(called).every(
    ([service, methods]) => Object.keys(at(tree, service)?.methods ?? {}).length === methods.length,
  );
}

/** Runs `make` while who reads `tree` finds `other` in it: the clients know no other way to be given definitions. */
export function lending<Made>(tree: ProtoTree, other: ProtoTree, make: () => Made): Made {
  const whole = tree.nested!;
  tree.nested = other.nested!;
  try {
    return make();
  } finally {
    tree.nested = whole;
  }
}

/** The whole names of the services and of every type that their called methods, and all their operations, speak of. */
function reachable(tree: ProtoTree, called: Called): ReadonlySet<string> {
  const kept = new Set<string>();
  const waiting = Object.keys(called);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (kept.has(name)) continue;
    kept.add(name);
    for (const type of namedBy(at(tree, name) ?? {}, called[name] ?? [])) {
      const whole = resolve(tree, type, name);
      if (whole !== null) waiting.push(whole);
    }
  }
  return kept;
}

function namedBy({ fields = {}, methods = {} }: ProtoTree, called: readonly string[]): readonly string[] {
  const spoken = called.flatMap((name) => methods[name] ?? []);
  return [
    ...Object.values(fields).map(({ type }) => type),
    ...spoken.flatMap(({ requestType, responseType }) => [requestType, responseType]),
    // A client looks every operation's types up, whether or not it is ever started.
    ...Object.values(methods).flatMap(({ options = {} }) =>
      Object.entries(options).flatMap(([option, type]) => (option.startsWith(OPERATION) ? [String(type)] : [])),
    ),
  ];
}

/** As protocol buffers look a name up: in the scope it is used in first, then in each around it. */
function resolve(tree: ProtoTree, type: string, scope: string): string | null {
  if (type.startsWith(".")) return type.slice(1);
  for (let around = scope; ; around = around.slice(0, Math.max(around.lastIndexOf("."), 0))) {
    const whole = around === "" ? type : `${around}.${type}`;
    if (at(tree, whole) !== undefined) return whole;
    if (around === "") return null;
  }
}

function at(tree: ProtoTree, name: string): ProtoTree | undefined {
  let found: ProtoTree | undefined = tree;
  for (const part of name.split(".")) found = found?.nested?.[part];
  return found;
}

interface Kept {
  readonly kept: ReadonlySet<string>;
  readonly called: Called;
}

function childrenOf({ nested = {} }: ProtoTree, within: string, { kept, called }: Kept): Record<string, ProtoTree> {
  const left: Record<string, ProtoTree> = {};
  for (const [part, child] of Object.entries(nested)) {
    const name = within === "" ? part : `${within}.${part}`;
    const below = childrenOf(child, name, { kept, called });
    if (!kept.has(name) && Object.keys(below).length === 0) continue;
    const { nested: _, ...own } = child;
    left[part] = { ...withMethods(own, called[name]), ...(child.nested === undefined ? {} : { nested: below }) };
  }
  return left;
}

function withMethods(tree: ProtoTree, called: readonly string[] | undefined): ProtoTree {
  if (called === undefined || tree.methods === undefined) return tree;
  return { ...tree, methods: Object.fromEntries(called.map((name) => [name, tree.methods![name]!])) };
}
