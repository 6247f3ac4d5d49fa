import type { SafetyFinding } from "../safety/finding.ts";
import { readAt, readHead } from "./bytes.ts";
import { type Content, extensionOf, findingAt, nameOf } from "./content.ts";

const FIX = "Remove it from the artifact: a SavedModel is served from its graph, variables and assets alone.";

/** What machines run by themselves, whatever the file is called. */
const MAGICS: readonly (readonly [hex: string, what: string])[] = [
  ["7f454c46", "a native library or program (ELF)"],
  ["feedface", "a native library or program (Mach-O)"],
  ["feedfacf", "a native library or program (Mach-O)"],
  ["cefaedfe", "a native library or program (Mach-O)"],
  ["cffaedfe", "a native library or program (Mach-O)"],
  ["cafebabf", "a native library or program (Mach-O)"],
  ["0061736d01000000", "a WebAssembly program"],
  ["0061736d0d000100", "a WebAssembly component"],
  ["6465780a30", "an Android program (DEX)"],
  ["4243c0de", "a compiled program (LLVM bitcode)"],
  ["213c617263683e0a", "a native library (ar archive)"],
  ["213c7468696e3e0a", "a native library (ar archive)"],
  ["4c0000000114020000000000c000000000000046", "a Windows shortcut"],
];

const NATIVE_NAMES: ReadonlySet<string> = new Set([
  ...[".so", ".dll", ".dylib", ".exe", ".com", ".sys", ".pyd", ".ocx", ".class", ".jar", ".war", ".pyc", ".pyo"],
  ...[".msi", ".scr", ".wasm", ".dex", ".apk", ".deb", ".rpm", ".appimage"],
]);

const SCRIPTS: ReadonlyMap<string, string> = new Map([
  ...[".py", ".pyw", ".pyx", ".pyi"].map((name) => [name, "Python source"] as const),
  ...[".sh", ".bash", ".zsh", ".ksh", ".csh", ".fish", ".command"].map((name) => [name, "a shell script"] as const),
  ...[".bat", ".cmd", ".ps1", ".psm1", ".vbs", ".vbe", ".jse", ".wsf", ".hta", ".reg", ".scpt"].map(
    (name) => [name, "a script of the operating system"] as const,
  ),
  ...[".pl", ".rb", ".php", ".lua", ".tcl", ".jsp"].map((name) => [name, "program source"] as const),
]);

const HEAD_BYTES = 4096;

export function findExecutable(content: Content): readonly SafetyFinding[] {
  const head = readHead(content.source, HEAD_BYTES);
  const what = byMagic(head) ?? byStructure(content, head) ?? byName(content, head);
  return what === null ? [] : [findingAt(content.place, what, FIX)];
}

function byMagic(head: Buffer): string | null {
  const start = head.subarray(0, 24).toString("hex");
  return MAGICS.find(([hex]) => start.startsWith(hex))?.[1] ?? null;
}

function byStructure(content: Content, head: Buffer): string | null {
  if (/^#![ \t]*\/\S/.test(head.subarray(0, 64).toString("latin1"))) return "a script that names its interpreter (#!)";
  if (isPortableExecutable(content, head)) return "a Windows program or library (PE)";
  if (isJavaOrFatBinary(head)) return "a Java class or universal binary";
  if (isPythonBytecode(head)) return "compiled Python (.pyc)";
  return null;
}

/** Two letters are no proof: the header they point to is. */
function isPortableExecutable({ source }: Content, head: Buffer): boolean {
  if (head.length < 64 || head.toString("latin1", 0, 2) !== "MZ") return false;
  const at = head.readUInt32LE(60);
  if (at + 4 > source.sizeBytes) return false;
  return ["PE\0\0", "NE", "LE", "LX"].some((sign) => readAt(source, at, 4).toString("latin1").startsWith(sign));
}

function isJavaOrFatBinary(head: Buffer): boolean {
  if (head.length < 10 || head.readUInt32BE(0) !== 0xcafebabe) return false;
  const majorOrCount = head.readUInt32BE(4) & 0xffff;
  return majorOrCount < 200;
}

/** CPython's magic ends in CR LF; the marshalled code object follows 8, 12 or 16 bytes in. */
function isPythonBytecode(head: Buffer): boolean {
  if (head.length < 17 || head.readUInt16BE(2) !== 0x0d0a) return false;
  const version = head.readUInt16LE(0);
  const isKnown = (version >= 3000 && version < 5000) || (version >= 20121 && version <= 62300);
  return isKnown && [8, 12, 16].some((at) => head[at] === 0xe3 || head[at] === 0x63);
}

function byName({ place }: Content, head: Buffer): string | null {
  if (head.every((byte) => byte <= 0x20)) return null;
  const extension = extensionOf(place);
  if (NATIVE_NAMES.has(extension) || /\.so\.[0-9]/.test(nameOf(place)))
    return `named as a program or native library (${extension})`;
  return SCRIPTS.get(extension) ?? null;
}
