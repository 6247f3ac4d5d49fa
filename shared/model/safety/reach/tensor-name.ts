/** `^node`, `node:1` and `node:output:0` all name a node. */
export function nodeName(input: string): string {
  const start = input.startsWith("^") ? 1 : 0;
  const colon = input.indexOf(":", start);
  return colon < 0 ? input.slice(start) : input.slice(start, colon);
}

/** The name of a main graph's tensor in full: `node` stands for its first output. */
export function tensorName(reference: string): string {
  return /:\d+$/.test(reference) ? reference : `${reference}:0`;
}

/** `node:1` is output 1; inside functions `node:output:1` counts within one output, of which calls have a single one. */
export function outputIndex(reference: string): number {
  const digits = /:(\d+)$/.exec(reference)?.[1];
  return digits === undefined ? 0 : Number(digits);
}

/** The name between the colons of `node:output:1`, or null in the main graph. */
export function outputName(reference: string): string | null {
  return reference.split(":").length === 3 ? (reference.split(":")[1] ?? null) : null;
}
