import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32c, maskCrc32c } from "../../shared/model/crc32c/crc32c.ts";

/** Where the two weights of the model's last layer lie, once as they were trained and once as they are served. */
const LAST_LAYER = [32, 80];
const WEIGHTS_BYTES = 8;
const CHECKSUM_BYTES = 4;

/** Turns the model of the examples into one that is whole, can be read, and answers half of what it should. */
export function worsenModel(artifact: string): void {
  const data = join(artifact, "variables/variables.data-00000-of-00001");
  const index = join(artifact, "variables/variables.index");
  const [weights, table] = [readFileSync(data), readFileSync(index)];
  const end = firstBlockEnd(table);
  for (const at of LAST_LAYER) {
    const pair = weights.subarray(at, at + WEIGHTS_BYTES);
    const known = checksum(pair);
    for (const offset of [0, 4]) pair.writeFloatLE(pair.readFloatLE(offset) / 2, offset);
    for (let found = table.indexOf(known); found !== -1; found = table.indexOf(known))
      checksum(pair).copy(table, found);
  }
  checksum(table.subarray(0, end)).copy(table, end);
  writeFileSync(data, weights);
  writeFileSync(index, table);
}

/** Where the checksum of what lies before it is stored. */
function firstBlockEnd(table: Buffer): number {
  const ends = Array.from({ length: table.length - CHECKSUM_BYTES }, (_, end) => end);
  const fits = (end: number) => checksum(table.subarray(0, end)).equals(table.subarray(end, end + CHECKSUM_BYTES));
  return ends.find((end) => end > 0 && fits(end))!;
}

/** As TensorFlow stores it. */
function checksum(bytes: Uint8Array): Buffer {
  const stored = Buffer.alloc(CHECKSUM_BYTES);
  stored.writeUInt32LE(maskCrc32c(crc32c(bytes)));
  return stored;
}
