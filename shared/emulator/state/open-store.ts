import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Change, type Journal, openJournal } from "./journal.ts";
import { lockFolder } from "./lock.ts";
import type { Reading, Store, Table } from "./store.ts";

interface Held {
  readonly documents: Map<string, unknown>;
  /** The latest change, undone. */
  undone: { readonly key: string; readonly value: unknown } | null;
}

/** The state in a folder, which one emulator has at a time; without one it lasts as long as the process. */
export function openStore(stateFolder: string | null): Store {
  const folder = stateFolder ?? mkdtempSync(join(tmpdir(), "model-release-emulator-"));
  mkdirSync(folder, { recursive: true });
  const lock = stateFolder === null ? null : lockFolder(stateFolder);
  const tables = new Map<string, Held>();
  const journal = stateFolder === null ? null : openJournal(stateFolder, restorer(tables), () => liveChanges(tables));
  const writer = changeWriter(journal);
  return {
    folder,
    table: <T>(name: string) => tableOver<T>(name, heldIn(tables, name), writer.write),
    together: writer.together,
    async close() {
      journal?.close();
      lock?.[Symbol.dispose]();
      if (stateFolder === null) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function heldIn(tables: Map<string, Held>, name: string): Held {
  const known = tables.get(name);
  if (known !== undefined) return known;
  const fresh: Held = { documents: new Map(), undone: null };
  tables.set(name, fresh);
  return fresh;
}

function restorer(tables: Map<string, Held>): (change: Change) => void {
  return ({ table, key, value }) => {
    const { documents } = heldIn(tables, table);
    if (value === undefined) documents.delete(key);
    else documents.set(key, value);
  };
}

function* liveChanges(tables: ReadonlyMap<string, Held>): Generator<Change> {
  for (const [table, { documents }] of tables) {
    for (const [key, value] of documents) yield { table, key, value };
  }
}

interface ChangeWriter {
  write(change: Change): void;
  together<R>(change: () => R): R;
}

function changeWriter(journal: Journal | null): ChangeWriter {
  let pending: Change[] | null = null;
  return {
    write(change) {
      if (pending === null) journal?.append([change]);
      else pending.push(change);
    },
    together(change) {
      if (pending !== null) return change();
      const gathered: Change[] = [];
      pending = gathered;
      try {
        return change();
      } finally {
        pending = null;
        // What threw half-way has changed the documents as well: the journal follows them.
        if (gathered.length > 0) journal?.append(gathered);
      }
    },
  };
}

function tableOver<T>(name: string, held: Held, write: (change: Change) => void): Table<T> {
  const documents = held.documents as Map<string, T>;
  const change = (key: string, value: T | undefined): void => {
    held.undone = { key, value: documents.get(key) };
    if (value === undefined) documents.delete(key);
    else documents.set(key, value);
    write({ table: name, key, ...(value === undefined ? {} : { value }) });
  };
  return {
    get: (key) => documents.get(key),
    entries: () => documents.entries(),
    set: change,
    delete: (key) => change(key, undefined),
    before: () => (held.undone === null ? documents : readingOf(documents, held.undone as Undone<T>)),
  };
}

interface Undone<T> {
  readonly key: string;
  readonly value: T | undefined;
}

function readingOf<T>(documents: ReadonlyMap<string, T>, { key, value }: Undone<T>): Reading<T> {
  const before = new Map(documents);
  if (value === undefined) before.delete(key);
  else before.set(key, value);
  return before;
}
