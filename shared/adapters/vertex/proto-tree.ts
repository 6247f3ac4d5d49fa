/** A tree of protocol buffer definitions, as protobufjs writes it. */
export interface ProtoTree {
  nested?: Record<string, ProtoTree>;
  readonly fields?: Readonly<Record<string, { readonly type: string; readonly keyType?: string }>>;
  readonly methods?: Readonly<Record<string, ProtoMethod>>;
}

interface ProtoMethod {
  readonly requestType: string;
  readonly responseType: string;
  /** Where an operation's own types are named. */
  readonly options?: Readonly<Record<string, unknown>>;
}

const OPERATION = "(google.longrunning.operation_info).";

/**
 * Runs `make` while the tree holds only what these services need, and leaves it as it was. A client turns every
 * definition that it is given into code before its first call: all of Vertex AI's take a second of CPU, those of one
 * service a twentieth of it.
 */
export function withOnly<Made>(tree: ProtoTree, services: readonly string[], make: () => Made): Made {
  const kept = reachable(tree, services);
  const undo: (() => void)[] = [];
  prune(tree, "", kept, undo);
  try {
    return make();
  } finally {
    for (const each of undo.reverse()) each();
  }
}

/** The whole names of the services and of every type that they speak of. */
function reachable(tree: ProtoTree, services: readonly string[]): ReadonlySet<string> {
  const kept = new Set<string>();
  const waiting = [...services];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (kept.has(name)) continue;
    kept.add(name);
    const { fields = {}, methods = {} } = at(tree, name) ?? {};
    const named = [...Object.values(fields).map(({ type }) => type), ...Object.values(methods).flatMap(typesOf)];
    for (const type of named) {
      const whole = resolve(tree, type, name);
      if (whole !== null) waiting.push(whole);
    }
  }
  return kept;
}

function typesOf({ requestType, responseType, options = {} }: ProtoMethod): readonly string[] {
  const operation = Object.keys(options).filter((option) => option.startsWith(OPERATION));
  return [requestType, responseType, ...operation.map((option) => String(options[option]))];
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

function prune(tree: ProtoTree, name: string, kept: ReadonlySet<string>, undo: (() => void)[]): boolean {
  const whole = tree.nested;
  if (whole === undefined) return kept.has(name);
  const left = Object.entries(whole).filter(([part, child]) =>
    prune(child, name === "" ? part : `${name}.${part}`, kept, undo),
  );
  undo.push(() => {
    tree.nested = whole;
  });
  tree.nested = Object.fromEntries(left);
  return left.length > 0 || kept.has(name);
}
