import { type Bytes, type FunctionCode, I32, moduleOf, NO_RESULT, signed, unsigned, V128 } from "./binary-format.ts";
import type { Expression, Step } from "./expression.ts";

/**
 * How an operand's elements go along with the output's rows and columns: `full` has all of them, `column` the same for
 * every row, `row` one for each row, `scalar` one for all.
 */
export type Spread = "full" | "column" | "row" | "scalar";

const SIMD = 0xfd;
const STEPS: Readonly<Record<Step, Bytes>> = {
  add: [0xe4, 1],
  sub: [0xe5, 1],
  mul: [0xe6, 1],
  div: [0xe7, 1],
  min: [0xe8, 1],
  max: [0xe9, 1],
  atMost: [0xea, 1],
  atLeast: [0xeb, 1],
  neg: [0xe1, 1],
  abs: [0xe0, 1],
  sqrt: [0xe3, 1],
  lt: [0x43],
  gt: [0x44],
  ge: [0x46],
  where: [0x52],
  addIntegers: [0xae, 1],
  subIntegers: [0xb1, 1],
  toExponent: [0xab, 1],
  half: [0xac, 1],
};
/** What a shift takes besides: by how many bits. */
const SHIFTS: Readonly<Partial<Record<Step, number>>> = { toExponent: 23, half: 1 };

const LOAD = [SIMD, 0x00];
const LOAD_SPLAT = [SIMD, 0x09];
const LOAD_ONE = [SIMD, 0x5c];
const STORE = [SIMD, 0x0b];
const STORE_LANE = [SIMD, 0x5a];
const CONSTANT = [SIMD, 0x0c];
/** Aligned to 4 bytes, at no offset. */
const ALIGNED = [2, 0];

const [BLOCK, LOOP, END, BRANCH, BRANCH_IF] = [0x02, 0x03, 0x0b, 0x0c, 0x0d];
const [LOCAL_GET, LOCAL_SET, LOCAL_TEE, I32_CONST] = [0x20, 0x21, 0x22, 0x41];
const [I32_ADD, I32_SUB, I32_EQZ, I32_LT_U] = [0x6a, 0x6b, 0x45, 0x49];
const WIDTH = 4;

/** `f(rows, columns, output, ...operands)`: the expression over a rectangle of float32 elements. */
export function elementwiseModule(expression: Expression, spreads: readonly Spread[]): Uint8Array<ArrayBuffer> {
  return moduleOf(functionOf(expression, spreads));
}

/** Numbers of the function's locals. */
interface Layout {
  readonly rows: number;
  readonly columns: number;
  readonly output: number;
  readonly operands: number;
  readonly left: number;
  /** Where a column operand begins. */
  readonly starts: number;
  /** Operands that are the same along a row. */
  readonly splats: number;
  readonly values: ReadonlyMap<Expression, number>;
  /** Each different constant, which costs more to write down again than to keep. */
  readonly constants: ReadonlyMap<string, number>;
}

function functionOf(expression: Expression, spreads: readonly Spread[]): FunctionCode {
  const count = spreads.length;
  const shared = sharedSteps(expression);
  const [operands, left] = [3, 3 + count];
  const [starts, splats] = [left + 1, left + 1 + count];
  const values = new Map(shared.map((each, index) => [each, splats + count + index]));
  const numbers = constantsOf(expression);
  const constants = new Map([...numbers.keys()].map((key, index) => [key, splats + count + shared.length + index]));
  const layout: Layout = { rows: 0, columns: 1, output: 2, operands, left, starts, splats, values, constants };
  return {
    parameterCount: 3 + count,
    locals: [
      I32,
      ...spreads.map(() => I32),
      ...spreads.map(() => V128),
      ...shared.map(() => V128),
      ...[...numbers].map(() => V128),
    ],
    body: [
      ...[...numbers].flatMap(([key, each]) => [...lanes(each), ...set(constants.get(key)!)]),
      ...body(expression, spreads, layout),
    ],
  };
}

function body(expression: Expression, spreads: readonly Spread[], layout: Layout): Bytes {
  const each = (spread: Spread, code: (index: number) => Bytes) =>
    spreads.flatMap((own, index) => (own === spread ? code(index) : []));
  const splat = (index: number) => [
    ...get(layout.operands + index),
    ...LOAD_SPLAT,
    ...ALIGNED,
    ...set(layout.splats + index),
  ];
  const advance = (index: number, bytes: number) => add(layout.operands + index, bytes);
  return [
    ...each("scalar", splat),
    ...each("column", (index) => [...get(layout.operands + index), ...set(layout.starts + index)]),
    ...[BLOCK, NO_RESULT, ...get(layout.rows), I32_EQZ, BRANCH_IF, 0, LOOP, NO_RESULT],
    ...each("row", (index) => [...splat(index), ...advance(index, WIDTH)]),
    ...each("column", (index) => [...get(layout.starts + index), ...set(layout.operands + index)]),
    ...[...get(layout.columns), ...set(layout.left)],
    ...span(expression, spreads, layout, WIDTH),
    ...span(expression, spreads, layout, 1),
    ...[...get(layout.rows), ...constant(1), I32_SUB, LOCAL_TEE, ...unsigned(layout.rows), BRANCH_IF, 0, END, END],
  ];
}

/** Goes along a row, so many elements at a time, for as long as so many are left. */
function span(expression: Expression, spreads: readonly Spread[], layout: Layout, width: number): Bytes {
  const isMoving = (spread: Spread) => spread === "full" || spread === "column";
  const moves = spreads.flatMap((spread, index) =>
    isMoving(spread) ? add(layout.operands + index, width * WIDTH) : [],
  );
  const load = (index: number): Bytes => {
    if (!isMoving(spreads[index]!)) return get(layout.splats + index);
    return [...get(layout.operands + index), ...(width === 1 ? LOAD_ONE : LOAD), ...ALIGNED];
  };
  return [
    ...[BLOCK, NO_RESULT, LOOP, NO_RESULT, ...get(layout.left), ...constant(width), I32_LT_U, BRANCH_IF, 1],
    ...get(layout.output),
    ...value(expression, layout, load, new Set()),
    ...(width === 1 ? [...STORE_LANE, ...ALIGNED, 0] : [...STORE, ...ALIGNED]),
    ...add(layout.output, width * WIDTH),
    ...moves,
    ...[...get(layout.left), ...constant(width), I32_SUB, ...set(layout.left), BRANCH, 0, END, END],
  ];
}

function value(expression: Expression, layout: Layout, load: (index: number) => Bytes, known: Set<Expression>): Bytes {
  if (expression.kind === "input") return load(expression.index);
  if (expression.kind !== "step") return get(layout.constants.get(keyOf(expression))!);
  const local = layout.values.get(expression);
  if (local !== undefined && known.has(expression)) return get(local);
  const shift = SHIFTS[expression.step];
  const operands = stacked(expression).flatMap((operand) => value(operand, layout, load, known));
  const code = [...operands, ...(shift === undefined ? [] : constant(shift)), SIMD, ...STEPS[expression.step]];
  if (local === undefined) return code;
  known.add(expression);
  return [...code, LOCAL_TEE, ...unsigned(local)];
}

/** In the order of the stack: the instruction that chooses takes its mask last. */
function stacked({ step, operands }: Expression & { readonly kind: "step" }): readonly Expression[] {
  const [mask, ...values] = operands;
  return step === "where" ? [...values, mask!] : operands;
}

type Constant = Expression & { readonly kind: "number" | "bits" };

function keyOf({ kind, value: constantValue }: Constant): string {
  return `${kind} ${constantValue}`;
}

function constantsOf(expression: Expression): ReadonlyMap<string, Constant> {
  const found = new Map<string, Constant>();
  const seen = new Set<Expression>();
  const visit = (each: Expression): void => {
    if (seen.has(each)) return;
    seen.add(each);
    if (each.kind === "number" || each.kind === "bits") found.set(keyOf(each), each);
    if (each.kind === "step") each.operands.forEach(visit);
  };
  visit(expression);
  return found;
}

function lanes(expression: Constant): Bytes {
  const four = new ArrayBuffer(16);
  if (expression.kind === "number") new Float32Array(four).fill(expression.value);
  else new Int32Array(four).fill(expression.value);
  return [...CONSTANT, ...new Uint8Array(four)];
}

/** Steps that more than one step takes: computed once and kept. */
function sharedSteps(expression: Expression): readonly Expression[] {
  const uses = new Map<Expression, number>();
  const visit = (each: Expression): void => {
    const before = uses.get(each) ?? 0;
    uses.set(each, before + 1);
    if (before === 0 && each.kind === "step") each.operands.forEach(visit);
  };
  visit(expression);
  return [...uses].filter(([each, count]) => count > 1 && each.kind === "step").map(([each]) => each);
}

function get(local: number): Bytes {
  return [LOCAL_GET, ...unsigned(local)];
}

function set(local: number): Bytes {
  return [LOCAL_SET, ...unsigned(local)];
}

function constant(number: number): Bytes {
  return [I32_CONST, ...signed(number)];
}

function add(local: number, bytes: number): Bytes {
  return [...get(local), ...constant(bytes), I32_ADD, ...set(local)];
}
