import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { PassThrough, Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createInflateRaw } from "node:zlib";
import { Failure } from "../../failure.ts";
import { readZipDirectory, type ZipDirectory, type ZipMember } from "../../model/beside/archive/zip-directory.ts";
import type { OpenFile } from "../../ports/files.ts";
import type { UnpackedFile, UnpackRequest } from "../../ports/unpack.ts";
import { systemFailure } from "./failures.ts";
import { openFile } from "./open.ts";

/** A wheel of TensorFlow has 13,000, most of them headers. */
const MAX_MEMBERS = 50_000;
const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
const ENCRYPTED_FLAGS = 0x1 | 0x40 | 0x2000;
const CHUNK_BYTES = 1 << 20;
const EXECUTABLE = 0o111;

interface Wanted {
  readonly member: ZipMember;
  readonly path: string;
}

/** The wanted members of a zip, inflated and hashed while they are written: none of them is ever whole in memory. */
export async function unpackZip(request: UnpackRequest): Promise<readonly UnpackedFile[]> {
  const { archive, maxBytes, progress } = request;
  using source = openFile(archive);
  const wanted = wantedMembers(source, request);
  const totalBytes = wanted.reduce((sum, { member }) => sum + member.sizeBytes, 0);
  if (totalBytes > maxBytes) throw refused(archive, `unpacks to ${totalBytes} bytes, more than ${maxBytes}`);

  const unpacked: UnpackedFile[] = [];
  let doneBytes = 0;
  for (const one of wanted) {
    const start = dataStart(source, one.member, archive);
    const written = (bytes: number): void => {
      doneBytes += bytes;
      progress(doneBytes, totalBytes);
    };
    const sha256 = await unpackMember({ ...one, start, written }, request);
    unpacked.push({ path: one.path, sha256, sizeBytes: one.member.sizeBytes });
  }
  return unpacked;
}

function wantedMembers(source: OpenFile, { archive, target }: UnpackRequest): readonly Wanted[] {
  const directory = directoryOf(source, archive);
  const wanted = directory.members.flatMap((member) => {
    const path = target(member.name);
    return path === null ? [] : [{ member, path }];
  });
  const places = new Set(wanted.map(({ path }) => path));
  if (places.size !== wanted.length) throw refused(archive, "holds the same file twice");
  const outside = wanted.find(({ path }) => path.startsWith("/") || path.split("/").includes(".."));
  if (outside !== undefined) throw refused(archive, `holds a file outside its own folder: ${outside.path}`);
  return wanted;
}

function directoryOf(source: OpenFile, archive: string): ZipDirectory {
  let directory: ZipDirectory | null = null;
  try {
    directory = readZipDirectory(source, MAX_MEMBERS);
  } catch (error) {
    throw refused(archive, "has a broken directory", error);
  }
  if (directory === null) throw refused(archive, "is no zip archive");
  if (directory.members.length === directory.declaredMembers) return directory;
  throw refused(archive, "has a directory that is not whole, or too long");
}

function dataStart(source: OpenFile, member: ZipMember, archive: string): number {
  const { offset, packedBytes, name } = member;
  const isInside = offset >= 0 && offset + LOCAL_HEADER_BYTES <= source.sizeBytes;
  const header = Buffer.from(isInside ? source.read(offset, LOCAL_HEADER_BYTES) : new Uint8Array(LOCAL_HEADER_BYTES));
  const start = offset + LOCAL_HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
  const isSound = header.readUInt32LE(0) === LOCAL_HEADER && start + packedBytes <= source.sizeBytes;
  if (!isSound) throw refused(archive, `is damaged at ${name}`);
  const isReadable = (member.flags & ENCRYPTED_FLAGS) === 0 && (member.method === 0 || member.method === 8);
  if (!isReadable) throw refused(archive, `packs ${name} in a way that is not read here`);
  return start;
}

interface Unpacking extends Wanted {
  /** Where the member's bytes begin in the archive. */
  readonly start: number;
  readonly written: (bytes: number) => void;
}

async function unpackMember(unpacking: Unpacking, { archive, into }: UnpackRequest): Promise<string> {
  const { member, path, start } = unpacking;
  const out = join(into, path);
  const mode = (member.mode & EXECUTABLE) === 0 ? 0o644 : 0o755;
  const measured = measure(unpacking, archive);
  try {
    mkdirSync(dirname(out), { recursive: true });
    await pipeline(
      packedBytes(archive, start, member.packedBytes),
      member.method === 0 ? new PassThrough() : createInflateRaw({ chunkSize: CHUNK_BYTES }),
      measured.stream,
      createWriteStream(out, { flags: "wx", mode, flush: true, highWaterMark: CHUNK_BYTES }),
    );
  } catch (error) {
    const isDamage = error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
    throw isDamage ? refused(archive, `is damaged inside ${member.name}`, error) : systemFailure(error, out, "write");
  }
  return measured.sha256();
}

/** Counts and hashes what flows by; a member may not be longer or shorter than the directory says. */
function measure({ member, written }: Unpacking, archive: string): { stream: Transform; sha256: () => string } {
  const hash = createHash("sha256");
  const lie = (): Failure => refused(archive, `does not tell the truth about the size of ${member.name}`);
  let bytes = 0;
  const stream = new Transform({
    highWaterMark: CHUNK_BYTES,
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      if (bytes > member.sizeBytes) return done(lie());
      hash.update(chunk);
      written(chunk.length);
      done(null, chunk);
    },
    flush: (done) => done(bytes === member.sizeBytes ? null : lie()),
  });
  return { stream, sha256: () => hash.digest("hex") };
}

function packedBytes(archive: string, start: number, length: number): Readable {
  if (length === 0) return Readable.from([]);
  return createReadStream(archive, { start, end: start + length - 1, highWaterMark: CHUNK_BYTES });
}

function refused(archive: string, what: string, cause?: unknown): Failure {
  return new Failure("download-refused", `${archive} ${what}`, {
    fix: "Download it again, from an index that you trust.",
    cause,
  });
}
