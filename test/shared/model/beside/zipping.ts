import { crc32 } from "node:zlib";

/** A zip archive of stored members, as plain as the format allows. */
export function zipOf(members: Readonly<Record<string, Buffer>>): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, data] of Object.entries(members)) {
    const local = Buffer.concat([header("PK\x03\x04", 30, name, data), Buffer.from(name), data]);
    const entry = header("PK\x01\x02", 46, name, data);
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

function header(sign: string, length: number, name: string, data: Buffer): Buffer {
  const bytes = Buffer.alloc(length);
  // The directory repeats the fields of the local header two bytes later: it begins with its maker's version.
  const at = length === 46 ? 2 : 0;
  bytes.write(sign, "latin1");
  bytes.writeUInt32LE(crc32(data), at + 14);
  bytes.writeUInt32LE(data.length, at + 18);
  bytes.writeUInt32LE(data.length, at + 22);
  bytes.writeUInt16LE(Buffer.byteLength(name), at + 26);
  return bytes;
}
