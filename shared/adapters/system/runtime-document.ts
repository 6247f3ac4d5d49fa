import { join } from "node:path";
import { Failure } from "../../failure.ts";
import type { NativeRuntime, RuntimeLibrary, RuntimeVariant } from "../../ports/native-runtime.ts";
import { parseJson } from "../../schema/json.ts";

/** The name of the file that makes a folder a runtime; it is written last. */
export const RUNTIME_DOCUMENT = "runtime.json";

const SCHEMA = "model-release/runtime/v1";
const VARIANTS: readonly RuntimeVariant[] = ["cpu", "gpu", "system"];
const MAX_LIBRARIES = 4000;
const VERSION = /^\d{1,4}\.\d{1,4}\.\d{1,4}(?:[-.]?[a-z]{1,8}\d{0,8})?$/;
const ARCHITECTURE = /^[a-z0-9_]{1,16}$/;
const SHA256 = /^[0-9a-f]{64}$/;

/** What a runtime says of itself, with its relative paths: the content of `runtime.json`. */
export function runtimeDocument(runtime: Omit<NativeRuntime, "folder">): string {
  const { tensorflow, variant, architecture, addon, package: unpacked, libraries } = runtime;
  const document = { schema: SCHEMA, tensorflow, variant, architecture, addon, package: unpacked, libraries };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** The text is hostile: a path that leaves the folder would load somebody else's code. */
export function parseRuntimeDocument(bytes: Uint8Array, folder: string): NativeRuntime {
  const file = join(folder, RUNTIME_DOCUMENT);
  const { value, problems } = parseJson(bytes, file, { maxDepth: 4, maxValues: 10 * MAX_LIBRARIES });
  const [problem] = problems;
  if (problem !== undefined) throw broken(`${file}:${problem.line}:${problem.column}: ${problem.message}`);

  const members = record(value, file);
  const text = (name: string, isFit: (text: string) => boolean): string => {
    const member = members[name];
    if (typeof member === "string" && isFit(member)) return member;
    throw broken(`${file}: ${name} is not what \`setup\` writes`);
  };
  text("schema", (schema) => schema === SCHEMA);
  return {
    folder,
    tensorflow: text("tensorflow", (version) => VERSION.test(version)),
    variant: text("variant", (name) => VARIANTS.some((known) => known === name)) as RuntimeVariant,
    architecture: text("architecture", (name) => ARCHITECTURE.test(name)),
    addon: join(folder, text("addon", isInside)),
    package: join(folder, text("package", isInside)),
    libraries: librariesOf(members.libraries, file),
  };
}

function librariesOf(value: unknown, file: string): readonly RuntimeLibrary[] {
  if (!Array.isArray(value) || value.length > MAX_LIBRARIES) throw broken(`${file}: libraries is no list of libraries`);
  return value.map((item) => {
    const { path, sha256 } = record(item, file);
    const isFit = typeof path === "string" && isInside(path) && typeof sha256 === "string" && SHA256.test(sha256);
    if (!isFit) throw broken(`${file}: libraries holds what is no library`);
    return { path, sha256 };
  });
}

function record(value: unknown, file: string): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw broken(`${file}: an object belongs here`);
}

/** Relative, of plain characters, and never upwards. */
function isInside(path: string): boolean {
  return (
    path.length <= 1024 && /^[A-Za-z0-9@._+-]+(?:\/[A-Za-z0-9@._+-]+)*$/.test(path) && !/(^|\/)\.\.?(\/|$)/.test(path)
  );
}

function broken(message: string): Failure {
  return new Failure("runtime-missing", message, { fix: "Remove that folder and run `model-release setup`." });
}
