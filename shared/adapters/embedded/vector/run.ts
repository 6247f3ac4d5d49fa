import { broadcastShape, elementCount, type Sizes } from "../values/shape.ts";
import type { HeapTensor, Value } from "../values/value.ts";
import { emscripten, wasm } from "../wasm/backend.ts";
import { allocateHeap, release, share, toHeap } from "../wasm/heap.ts";
import { elementwiseModule } from "./code.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { passTo, type VectorProgram } from "./program.ts";
import { functionOf } from "./web-assembly.ts";

export type VectorRun = (inputs: readonly Value[]) => HeapTensor;

type Native = (rows: number, columns: number, ...places: readonly number[]) => void;

/** A pass over tensors of known shapes. */
interface Stage {
  readonly place: number;
  readonly shape: Sizes;
  readonly layout: Layout;
  readonly operands: readonly number[];
  readonly native: Native;
}

/** Models see a few batch sizes; beyond, the oldest is forgotten. */
const MAX_SHAPES = 64;
const FLOAT_BYTES = Float32Array.BYTES_PER_ELEMENT;

const natives = new Map<string, Native>();

/** The program over tensors on the WebAssembly heap, prepared anew for each combination of shapes. */
export function vectorRun(program: VectorProgram): VectorRun {
  const known = new Map<string, readonly Stage[]>();
  return (inputs) => {
    const tensors = inputs.map(toHeap);
    const shapes = tensors.map(({ shape }) => shape);
    const key = shapes.join("|");
    let stages = known.get(key);
    if (stages === undefined) {
      stages = stagesOf(program, shapes);
      if (known.size >= MAX_SHAPES) known.delete(known.keys().next().value!);
      known.set(key, stages);
    }
    return execute(stages, tensors, inputs);
  };
}

function execute(stages: readonly Stage[], inputs: readonly HeapTensor[], given: readonly Value[]): HeapTensor {
  const values = new Map(inputs.entries());
  const last = stages.at(-1)!;
  for (const stage of stages) {
    const operands = stage.operands.map((place) => values.get(place)!);
    const spent = stage === last ? stage.operands.findIndex((place, index) => isSpent(stage, index, given[place])) : -1;
    const output = spent < 0 ? allocateHeap(stage.shape) : { ...share(operands[spent]!), shape: stage.shape };
    pass(stage, output, operands);
    values.set(stage.place, output);
  }
  for (const [place, value] of values) if (place !== last.place) release(value);
  return values.get(last.place)!;
}

/** An input that nobody reads after this: its memory takes the output. */
function isSpent({ layout, shape }: Stage, operand: number, input: Value | undefined): boolean {
  if (layout.spreads[operand] !== "full" || input?.kind !== "heap") return false;
  // One reference is the caller's, one is ours.
  return input.block.references === 2 && input.block.count === elementCount(shape);
}

function pass({ layout, native }: Stage, output: HeapTensor, operands: readonly HeapTensor[]): void {
  const { rows, columns, starts, count } = layout;
  if (rows * columns === 0) return;
  const bases = [output, ...operands].map(({ block }) => wasm().getMemoryOffset(block.dataId));
  for (let rectangle = 0; rectangle < count; rectangle++) {
    native(rows, columns, ...bases.map((base, index) => base + FLOAT_BYTES * starts[index]![rectangle]!));
  }
}

/** What fewer elements are enough for is computed before what it broadcasts into. */
function stagesOf(program: VectorProgram, inputs: readonly Sizes[]): readonly Stage[] {
  const shapes: Sizes[] = [...inputs];
  for (const { operands } of program.nodes) {
    shapes.push(operands.map((place) => shapes[place]!).reduce(broadcastShape));
  }
  const first = program.inputCount;
  const roots = new Set([shapes.length - 1]);
  program.nodes.forEach(({ operands }, index) => {
    const size = elementCount(shapes[first + index]!);
    for (const place of operands) if (place >= first && elementCount(shapes[place]!) < size) roots.add(place);
  });
  const isGiven = (place: number) => place < first || roots.has(place);
  return [...roots]
    .sort((a, b) => a - b)
    .map((place) => {
      const { expression, operands, key } = passTo(program, place, isGiven);
      const shape = shapes[place]!;
      const layout = layoutOf(
        shape,
        operands.map((operand) => shapes[operand]!),
      );
      const native = nativeOf(`${key} ${layout.spreads}`, () => elementwiseModule(expression, layout.spreads));
      return { place, shape, layout, operands, native };
    });
}

function nativeOf(key: string, code: () => Uint8Array<ArrayBuffer>): Native {
  const known = natives.get(key);
  if (known !== undefined) return known;
  const native: Native = functionOf(code(), emscripten().asm.memory);
  natives.set(key, native);
  return native;
}
