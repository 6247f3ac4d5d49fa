import { expect, test } from "vitest";
import { newConditions } from "../../../../../shared/adapters/embedded/compile/conditions.ts";
import { type Operation, parameter } from "../../../../../shared/adapters/embedded/compile/operation.ts";
import { edge, operation } from "./graph-of.ts";

function noted(...operations: readonly Operation[]) {
  const conditions = newConditions();
  for (const each of operations) conditions.note(each);
  return conditions;
}

const [x, p, q] = [parameter("x"), parameter("p"), parameter("q")];
const choice = (test: Operation) => operation("Switch", [x, test], { outputCount: 2 });

test("what hangs on one side of a switch may not run, the switch itself does", () => {
  const on = choice(p);
  const side = operation("Neg", [edge(on, 1)]);
  const conditions = noted(x, p, on, side);
  expect([on, side].map(conditions.isConditional)).toEqual([false, true]);
});

test("what only waits for one side may not run either", () => {
  const on = choice(p);
  const side = operation("Neg", [edge(on, 1)]);
  const waiting = { ...operation("NoOp"), controls: [side] };
  expect(noted(x, p, on, side, waiting).isConditional(waiting)).toBe(true);
});

test("where both sides meet it always runs", () => {
  const on = choice(p);
  const [no, yes] = [operation("Neg", [edge(on, 0)]), operation("Abs", [edge(on, 1)])];
  const merge = operation("Merge", [no, yes]);
  expect(noted(x, p, on, no, yes, merge).isConditional(merge)).toBe(false);
});

test("where an inner branch meets, the outer one still decides", () => {
  const outer = choice(p);
  const inner = operation("Switch", [edge(outer, 1), q], { outputCount: 2 });
  const [no, yes] = [operation("Neg", [edge(inner, 0)]), operation("Abs", [edge(inner, 1)])];
  const merge = operation("Merge", [no, yes]);
  const conditions = noted(x, p, q, outer, inner, no, yes, merge);
  expect(conditions.isConditional(merge)).toBe(true);
  expect(conditions.of(merge)).toEqual(conditions.of(inner));
});

test("beyond 64 conditions they are many, and stay so", () => {
  let last: Operation = x;
  const all: Operation[] = [x];
  for (let depth = 0; depth < 70; depth++) {
    const test = parameter(`p${depth}`);
    const on = operation("Switch", [last, test], { outputCount: 2 });
    last = operation("Identity", [edge(on, 1)]);
    all.push(test, on, last);
  }
  const conditions = noted(...all);
  expect(conditions.of(last)).toBe("many");
  expect(conditions.of(all[3 * 64]!)).toHaveProperty("size", 64);
});
