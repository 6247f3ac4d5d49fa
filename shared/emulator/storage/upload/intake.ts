import { createHash } from "node:crypto";
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { crc32c } from "../../../model/crc32c/crc32c.ts";
import type { Content } from "../state/record.ts";

/** Bytes on their way into a file, hashed as they come. */
export interface Intake {
  readonly sizeBytes: number;
  take(bytes: Uint8Array): void;
  complete(): Content;
  discard(): void;
}

export function intake(file: string): Intake {
  const md5 = createHash("md5");
  let descriptor: number | null = openSync(file, "wx");
  let sizeBytes = 0;
  let crc = 0;
  const close = (): void => {
    if (descriptor !== null) closeSync(descriptor);
    descriptor = null;
  };
  return {
    get sizeBytes() {
      return sizeBytes;
    },
    take(bytes) {
      for (let done = 0; done < bytes.length; ) done += writeSync(descriptor!, bytes, done, bytes.length - done);
      md5.update(bytes);
      crc = crc32c(bytes, crc);
      sizeBytes += bytes.length;
    },
    complete() {
      close();
      return { file, sizeBytes, crc32c: crc, md5: md5.digest("base64"), componentCount: null };
    },
    discard() {
      close();
      rmSync(file, { force: true });
    },
  };
}
