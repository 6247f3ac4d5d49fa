import type { ByteSource } from "../../../ports/files.ts";
import { damaged, littleEndian, partOf, readAt } from "../bytes.ts";

/** An HDF5 file as far as its metadata goes; addresses count from its base. */
export interface Hdf5File {
  readonly sizeBytes: number;
  readonly offsetBytes: number;
  readonly lengthBytes: number;
  /** Of the root group's object header. */
  readonly root: number;
  readonly extension: number | null;
  /** Bounded in all: a file whose metadata never ends is refused. */
  readonly read: (address: number, length: number) => Buffer;
  /** Null stands for the undefined address. */
  readonly address: (bytes: Buffer, at: number) => number | null;
  readonly length: (bytes: Buffer, at: number) => number;
}

const SIGNATURE = Buffer.from("\x89HDF\r\n\x1a\n", "latin1");
/** Metadata is read a few times over at most; the limits grow with the file, so that many small ones stay cheap. */
const MAX_REREADS = 16;
const MIN_METADATA_BYTES = 1 << 14;
/** What a read costs however little it fetches. */
const READ_BYTES = 64;
const MAX_METADATA_BYTES = 64 << 20;

/** Where the superblock stands: at 0, or at 512, 1024, 2048, … behind a user block. */
export function findSuperblock(source: ByteSource): number | null {
  for (let at = 0; at + 8 <= source.sizeBytes; at = at === 0 ? 512 : at * 2) {
    if (readAt(source, at, 8).equals(SIGNATURE)) return at;
  }
  return null;
}

export function openHdf5(source: ByteSource, superblockAt: number): Hdf5File {
  const version = readAt(source, superblockAt + 8, 1)[0] ?? 0;
  if (version > 3) throw damaged(`superblock version ${version} is not known`);
  return version < 2 ? openOld(source, superblockAt, version) : openNew(source, superblockAt);
}

function openOld(source: ByteSource, at: number, version: number): Hdf5File {
  const fixed = readAt(source, at, version === 0 ? 24 : 28);
  const [offsetBytes, lengthBytes] = widths(fixed, 13);
  const addresses = readAt(source, at + fixed.length, offsetBytes * 4 + offsetBytes * 2);
  const file = fileOver(source, at, { offsetBytes, lengthBytes });
  if (file.address(addresses, 3 * offsetBytes) !== null)
    throw damaged("its data is spread over several files (driver information)");
  const root = file.address(addresses, 5 * offsetBytes);
  return { ...file, root: required(root) };
}

function openNew(source: ByteSource, at: number): Hdf5File {
  const fixed = readAt(source, at, 12);
  const [offsetBytes, lengthBytes] = widths(fixed, 9);
  const addresses = readAt(source, at + 12, offsetBytes * 4);
  const file = fileOver(source, at, { offsetBytes, lengthBytes });
  return {
    ...file,
    extension: file.address(addresses, offsetBytes),
    root: required(file.address(addresses, 3 * offsetBytes)),
  };
}

function widths(fixed: Buffer, at: number): readonly [number, number] {
  const [offsetBytes = 0, lengthBytes = 0] = [fixed[at], fixed[at + 1]];
  if (![4, 8].includes(offsetBytes) || ![4, 8].includes(lengthBytes)) throw damaged("its address width is not known");
  return [offsetBytes, lengthBytes];
}

function fileOver(
  whole: ByteSource,
  base: number,
  { offsetBytes, lengthBytes }: Pick<Hdf5File, "offsetBytes" | "lengthBytes">,
): Hdf5File {
  const source = partOf(whole, base, whole.sizeBytes - base);
  const maxBytes = Math.min(MAX_METADATA_BYTES, Math.max(MIN_METADATA_BYTES, MAX_REREADS * source.sizeBytes));
  let spent = 0;
  return {
    sizeBytes: source.sizeBytes,
    offsetBytes,
    lengthBytes,
    root: 0,
    extension: null,
    read: (address, length) => {
      spent += Math.max(READ_BYTES, length);
      if (spent > maxBytes) throw damaged("its metadata is larger than we read");
      return readAt(source, address, length);
    },
    address: (buffer, at) => {
      const field = buffer.subarray(at, at + offsetBytes);
      return field.length === offsetBytes && field.every((byte) => byte === 0xff)
        ? null
        : littleEndian(buffer, at, offsetBytes);
    },
    length: (buffer, at) => littleEndian(buffer, at, lengthBytes),
  };
}

export function required(address: number | null): number {
  if (address === null) throw damaged("an address is missing");
  return address;
}
