import { emscripten } from "../wasm/backend.ts";
import { type Fold, foldModule } from "./fold-code.ts";
import { functionOf } from "./web-assembly.ts";

const natives = new Map<Fold, ReturnType<typeof functionOf>>();

/** Rows on the WebAssembly heap, by addresses; there is at least one row. */
export interface FoldedRows {
  readonly rows: number;
  readonly columns: number;
  readonly input: number;
  /** One number for each row. */
  readonly output: number;
}

export function foldRows(fold: Fold, { rows, columns, input, output }: FoldedRows): void {
  const native = natives.get(fold) ?? functionOf(foldModule(fold), emscripten().asm.memory);
  natives.set(fold, native);
  native(rows, columns, output, input);
}
