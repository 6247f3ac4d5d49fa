/**
 * What one look found: nothing; something that speaks against the release and may be chance; something that is proven, or
 * that nobody waits to see proven; or that what there is to look at has not come.
 */
export interface Finding {
  readonly kind: "well" | "doubtful" | "failed" | "absent";
  readonly text: string;
}

export function well(text: string): Finding {
  return { kind: "well", text };
}

export function doubtful(text: string): Finding {
  return { kind: "doubtful", text };
}

export function failed(text: string): Finding {
  return { kind: "failed", text };
}

export function absent(text: string): Finding {
  return { kind: "absent", text };
}

/** `12 of 4,000 answers (0.3 %)` */
export function shareText(part: number, whole: number, what = ""): string {
  return `${countText(part)} of ${countText(whole)}${what} (${percentText(part / whole)})`;
}

export function countText(count: number): string {
  return count.toLocaleString("en-US");
}

export function percentText(share: number): string {
  return `${Number((100 * share).toPrecision(2))} %`;
}

export function msText(ms: number): string {
  return `${Number(ms.toPrecision(3))} ms`;
}

export function ratioText(ratio: number): string {
  return `${Number(ratio.toPrecision(3))} ×`;
}
