import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStore } from "../../../../shared/emulator/state/open-store.ts";
import type { Store } from "../../../../shared/emulator/state/store.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "emulator-store-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a store holds once it was left and opened again. */
async function reopened(act: (store: Store) => void): Promise<Record<string, [string, unknown][]>> {
  const first = openStore(folder);
  act(first);
  await first.close();
  const second = openStore(folder);
  const entries = (name: string): [string, unknown][] =>
    [...second.table<unknown>(name).entries()].map(([...entry]) => entry);
  const found = { a: entries("a"), b: entries("b") };
  await second.close();
  return found;
}

describe("a store over a folder", () => {
  test("has what was set last, in the order in which it came first", async () => {
    const found = await reopened((store) => {
      const a = store.table<number>("a");
      a.set("x", 1);
      a.set("y", 2);
      a.set("x", 3);
      a.delete("y");
      a.set("z", 4);
      store.table<string>("b").set("x", "other");
    });
    expect(found).toEqual({
      a: [
        ["x", 3],
        ["z", 4],
      ],
      b: [["x", "other"]],
    });
  });

  test("keeps changes that belong together on one line, those inside others too", async () => {
    const store = openStore(folder);
    const lines = (): number => readFileSync(join(folder, "state.jsonl"), "utf8").split("\n").length - 1;
    store.together(() => {
      store.table<number>("a").set("x", 1);
      store.together(() => store.table<number>("a").set("y", 2));
    });
    expect(lines()).toBe(1);
    store.table<number>("a").set("z", 3);
    expect(lines()).toBe(2);
    await store.close();
  });

  test("keeps what was changed before somebody threw, as the tables show it", async () => {
    const found = await reopened((store) => {
      const change = (): void => {
        store.table<number>("a").set("x", 1);
        throw new Error("half-way");
      };
      expect(() => store.together(change)).toThrow("half-way");
      store.table<number>("a").set("y", 2);
    });
    expect(found.a).toEqual([
      ["x", 1],
      ["y", 2],
    ]);
  });

  test("grows no longer than what it holds, whatever is changed", async () => {
    const store = openStore(folder);
    for (let count = 0; count < 45_000; count += 1) store.table<number>("a").set("x", count);
    expect(readFileSync(join(folder, "state.jsonl"), "utf8").split("\n").length).toBeLessThan(20_010);
    await store.close();
    expect((await reopened(() => {})).a).toEqual([["x", 44_999]]);
  });
});

describe("what a table was before its latest change", () => {
  test.each<[string, (store: Store) => void, [string, number][]]>([
    ["a change", (store) => store.table<number>("a").set("x", 2), [["x", 1]]],
    ["a new document", (store) => store.table<number>("a").set("y", 2), [["x", 1]]],
    ["a deletion", (store) => store.table<number>("a").delete("x"), [["x", 1]]],
    ["another table's change", (store) => store.table<number>("b").set("x", 2), []],
  ])("%s", async (_, change, before) => {
    const store = openStore(null);
    store.table<number>("a").set("x", 1);
    change(store);
    expect([...store.table<number>("a").before().entries()]).toEqual(before);
    await store.close();
  });
});

test("a store without a folder leaves nothing", async () => {
  const store = openStore(null);
  store.table<number>("a").set("x", 1);
  expect(existsSync(store.folder)).toBe(true);
  await store.close();
  expect(existsSync(store.folder)).toBe(false);
});
