import { crc32, deflateRawSync } from "node:zlib";

interface Member {
  readonly name: string;
  readonly data: Buffer;
  readonly packed: Buffer;
}

const DEFLATED = 8;

/** A zip archive of stored members, or of deflated ones, as plain as the format allows. */
export function zipOf(members: Readonly<Record<string, Buffer>>, isDeflated = false): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, data] of Object.entries(members)) {
    const member = { name, data, packed: isDeflated ? deflateRawSync(data) : data };
    const local = Buffer.concat([header("PK\x03\x04", 30, member), Buffer.from(name), member.packed]);
    const entry = header("PK\x01\x02", 46, member);
    entry.writeUInt32LE(offset, 42);
    entries.push(entry, Buffer.from(name));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(entries.length / 2, 8);
  end.writeUInt16LE(entries.length / 2, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function header(sign: string, length: number, { name, data, packed }: Member): Buffer {
  const bytes = Buffer.alloc(length);
  // The directory repeats the fields of the local header two bytes later: it begins with its maker's version.
  const at = length === 46 ? 2 : 0;
  bytes.write(sign, "latin1");
  bytes.writeUInt32LE(crc32(data), at + 14);
  bytes.writeUInt16LE(packed === data ? 0 : DEFLATED, at + 8);
  bytes.writeUInt32LE(packed.length, at + 18);
  bytes.writeUInt32LE(data.length, at + 22);
  bytes.writeUInt16LE(Buffer.byteLength(name), at + 26);
  return bytes;
}
