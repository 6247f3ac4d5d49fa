import type { Settings } from "../state/record.ts";

export interface MultipartReader {
  /** The first part, and what the second's own header says of the object; null where the body is no such thing. */
  head(): Promise<Head | null>;
  /** The second part's bytes; false where the body ends before the part does. */
  media(take: (bytes: Uint8Array) => void): Promise<boolean>;
}

interface Head {
  readonly resource: Uint8Array;
  readonly settings: Settings;
}

const MAX_HEAD_BYTES = 1 << 20;
const BLANK_LINE = "\r\n\r\n";

/** Of `multipart/related; boundary=…`, in quotes or without; null without one. */
export function boundaryOf(contentType = ""): string | null {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(contentType) ?? [];
  return quoted ?? plain ?? null;
}

/** Two parts, RFC 2046: the second may be larger than memory, so nothing but what may be its end is held back. */
export function multipartReader(body: AsyncIterable<Buffer>, boundary: string): MultipartReader {
  const chunks = body[Symbol.asyncIterator]();
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  let held: Buffer = Buffer.from("\r\n");
  const more = async (): Promise<boolean> => {
    const { done, value } = await chunks.next();
    if (!done) held = held.length === 0 ? value : Buffer.concat([held, value]);
    return !done;
  };
  /** Takes away and answers what stands before `mark`, and the mark. */
  const until = async (mark: Buffer | string): Promise<Buffer | null> => {
    for (;;) {
      const at = held.indexOf(mark);
      if (at >= 0) {
        const before = held.subarray(0, at);
        held = held.subarray(at + mark.length);
        return before;
      }
      if (held.length > MAX_HEAD_BYTES || !(await more())) return null;
    }
  };
  return {
    async head() {
      if ((await until(delimiter)) === null || (await until(BLANK_LINE)) === null) return null;
      const resource = await until(delimiter);
      const header = await until(BLANK_LINE);
      if (resource === null || header === null) return null;
      return { resource, settings: settingsOf(header.toString("latin1")) };
    },
    async media(take) {
      for (;;) {
        const at = held.indexOf(delimiter);
        const sure = at >= 0 ? at : Math.max(0, held.length - delimiter.length + 1);
        if (sure > 0) take(held.subarray(0, sure));
        held = held.subarray(sure);
        if (at >= 0) return true;
        if (!(await more())) return false;
      }
    },
  };
}

function settingsOf(header: string): Settings {
  const [, contentType] = /^content-type:\s*(.*?)\s*$/im.exec(header) ?? [];
  return contentType === undefined ? {} : { contentType };
}
