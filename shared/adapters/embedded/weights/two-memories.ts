import { type Bytes, I32, unsigned } from "../vector/binary-format.ts";
import { SIMD } from "../vector/instructions.ts";

/** Code of a function; parameters, which are all of i32, and locals are numbered together. */
export interface NativeFunction {
  readonly parameterCount: number;
  readonly locals: readonly number[];
  readonly body: Bytes;
}

/** A vector's load from the second memory; the address is on the stack. The sixth bit tells that a number follows. */
export function fromWeights(load: number, offset: number): Bytes {
  return [SIMD, load, ALIGNED_TO_4 | ANOTHER, 1, ...unsigned(offset)];
}

const [ALIGNED_TO_4, ANOTHER] = [2, 0x40];

const MAGIC = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const [FUNCTION, MEMORY, END] = [0, 2, 0x0b];
/** A shared memory has a maximum. */
const SHARED = 3;

/** A module of functions over the backend's heap, memory 0, and a shared memory of at most so many pages, memory 1. */
export function moduleOverTwo<Name extends string>(
  maxPages: number,
  functions: Readonly<Record<Name, NativeFunction>>,
): Uint8Array<ArrayBuffer> {
  const all = Object.values<NativeFunction>(functions);
  const types = all.map(({ parameterCount }) => [0x60, ...vector(new Array(parameterCount).fill([I32])), 0]);
  const memories = [
    [...text("e"), ...text("heap"), MEMORY, 0, 0],
    [...text("e"), ...text("weights"), MEMORY, SHARED, 0, ...unsigned(maxPages)],
  ];
  const exported = Object.keys(functions).map((name, index) => [...text(name), FUNCTION, ...unsigned(index)]);
  const codes = all.map(({ locals, body }) => {
    const code = [...vector(locals.map((local) => [1, local])), ...body, END];
    return [...unsigned(code.length), ...code];
  });
  return Uint8Array.from([
    ...MAGIC,
    ...section(1, types),
    ...section(2, memories),
    ...section(
      3,
      all.map((_, index) => unsigned(index)),
    ),
    ...section(7, exported),
    ...section(10, codes),
  ]);
}

export type Natives<Name extends string> = Readonly<Record<Name, (...numbers: readonly number[]) => void>>;

interface WebAssemblyInstances {
  readonly Module: new (code: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}

const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: WebAssemblyInstances };

export function instanceOverTwo<Name extends string>(
  code: Uint8Array<ArrayBuffer>,
  heap: object,
  weights: object,
): Natives<Name> {
  return new WebAssembly.Instance(new WebAssembly.Module(code), { e: { heap, weights } }).exports as Natives<Name>;
}

function section(id: number, items: readonly Bytes[]): Bytes {
  const content = vector(items);
  return [id, ...unsigned(content.length), ...content];
}

function vector(items: readonly Bytes[]): Bytes {
  return [...unsigned(items.length), ...items.flat()];
}

function text(letters: string): Bytes {
  return vector([...letters].map((letter) => [letter.charCodeAt(0)]));
}
