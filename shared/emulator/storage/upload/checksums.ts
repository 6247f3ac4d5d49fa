import { invalid } from "../answer.ts";
import { crc32cText } from "../object/resource.ts";
import type { Content, Settings } from "../state/record.ts";

/** What a client said that the bytes hash to, in its resource or in `x-goog-hash`, has to be so. */
export function requireChecksums(claimed: Settings, header: string, content: Content): void {
  const crc32c = crc32cText(content.crc32c);
  for (const said of [textOf(claimed.crc32c), /(?:^|[,\s])crc32c=([^,\s]+)/.exec(header)?.[1]]) {
    if (said === undefined || said === crc32c) continue;
    throw invalid(`Provided CRC32C "${said}" doesn't match calculated CRC32C "${crc32c}".`);
  }
  for (const said of [textOf(claimed.md5Hash), /(?:^|[,\s])md5=([^,\s]+)/.exec(header)?.[1]]) {
    if (said === undefined || said === content.md5) continue;
    throw invalid(`Provided MD5 hash "${said}" doesn't match calculated MD5 hash "${content.md5}".`);
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
