/** As far as it is used here: TypeScript knows it only where there is a browser. */
interface WebAssemblyGlobal {
  readonly Module: new (code: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> };
}

const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: WebAssemblyGlobal };

/** The function `f` that a module exports, over a memory. */
export function functionOf(code: Uint8Array<ArrayBuffer>, memory: object): (...numbers: readonly number[]) => void {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { e: { m: memory } });
  return exports.f as (...numbers: readonly number[]) => void;
}
