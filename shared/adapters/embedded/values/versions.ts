/**
 * A list of which every version stays readable, while changing the newest costs no copy: loops over lists of a
 * thousand tensors change one at a time. Older versions are found again by undoing.
 */
export interface Versioned<T> {
  readonly store: Store<T>;
  readonly version: number;
}

interface Store<T> {
  readonly items: T[];
  readonly undo: Change<T>[];
}

interface Change<T> {
  readonly index: number;
  readonly before: T | undefined;
  readonly length: number;
}

/** Past this many changes for each item a copy is cheaper than the memory that the past holds. */
const MAX_CHANGES_EACH = 2;
const SPARE = 64;

export function versioned<T>(items: readonly T[]): Versioned<T> {
  return { store: { items: items.slice(), undo: [] }, version: 0 };
}

export function lengthOf<T>(list: Versioned<T>): number {
  return itemsOf(list).length;
}

/** Not to be kept: the newest version's items change with the next one. */
export function itemsOf<T>({ store, version }: Versioned<T>): readonly T[] {
  if (version === store.undo.length) return store.items;
  const items: T[] = store.items.slice();
  for (let at = store.undo.length - 1; at >= version; at--) {
    const { index, before, length } = store.undo[at]!;
    items.length = length;
    if (index < length) items[index] = before as T;
  }
  return items;
}

/** The next version, with one item changed or added. */
export function withItem<T>(list: Versioned<T>, index: number, item: T): Versioned<T> {
  const { store, version } = list;
  const isNewest = version === store.undo.length;
  if (!isNewest || version > MAX_CHANGES_EACH * store.items.length + SPARE) {
    return withItem(versioned(itemsOf(list)), index, item);
  }
  store.undo.push({ index, before: store.items[index], length: store.items.length });
  store.items[index] = item;
  return { store, version: version + 1 };
}
