/** What a request of a resumable upload says it carries; `status` asks only how far the upload is. */
export type Carried =
  | { readonly kind: "status"; readonly totalBytes: number | null }
  | {
      readonly kind: "bytes";
      readonly start: number;
      /** Null where the body's end tells. */
      readonly end: number | null;
      readonly totalBytes: number | null;
    };

/** `bytes 0-524287/2000000`, with `*` for what is not known yet; null for anything else. */
export function carriedOf(header: string | undefined): Carried | null {
  if (header === undefined) return { kind: "bytes", start: 0, end: null, totalBytes: null };
  const [matched, status, start, end, total] =
    /^bytes (?:(\*)|(\d{1,15})-(\*|\d{1,15}))\/(\*|\d{1,15})$/.exec(header) ?? [];
  if (matched === undefined) return null;
  const totalBytes = numberOf(total);
  if (status !== undefined) return { kind: "status", totalBytes };
  return { kind: "bytes", start: Number(start), end: endOf(numberOf(end)), totalBytes };
}

/** Whether the object ends where this request does. */
export function isLast({ end, totalBytes }: Extract<Carried, { kind: "bytes" }>): boolean {
  return end === null || end === totalBytes;
}

function numberOf(text: string | undefined): number | null {
  return text === undefined || text === "*" ? null : Number(text);
}

/** From the last byte's place to the place after it. */
function endOf(last: number | null): number | null {
  return last === null ? null : last + 1;
}
