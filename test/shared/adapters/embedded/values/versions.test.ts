import { expect, test } from "vitest";
import {
  itemsOf,
  lengthOf,
  type Versioned,
  versioned,
  withItem,
} from "../../../../../shared/adapters/embedded/values/versions.ts";

test("every version stays readable while the newest goes on", () => {
  const versions: Versioned<number>[] = [versioned([0, 0, 0])];
  const plain: number[][] = [[0, 0, 0]];
  for (let step = 0; step < 500; step++) {
    const index = (step * 7) % 5;
    const items = plain.at(-1)!.slice();
    items[Math.min(index, items.length)] = step;
    versions.push(withItem(versions.at(-1)!, Math.min(index, plain.at(-1)!.length), step));
    plain.push(items);
  }
  expect(versions.map((version) => [...itemsOf(version)])).toEqual(plain);
});

test("an older version may go another way", () => {
  const first = versioned(["a", "b"]);
  const second = withItem(first, 0, "c");
  const other = withItem(first, 1, "d");
  const longer = withItem(other, 2, "e");
  expect([first, second, other, longer].map((each) => itemsOf(each).join(""))).toEqual(["ab", "cb", "ad", "ade"]);
  expect([first, longer].map(lengthOf)).toEqual([2, 3]);
});

test("what it was made of is not written to", () => {
  const items = [1, 2];
  withItem(versioned(items), 0, 9);
  expect(items).toEqual([1, 2]);
});
