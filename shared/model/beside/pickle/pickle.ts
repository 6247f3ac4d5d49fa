import type { SafetyFinding } from "../../safety/finding.ts";
import { readHead } from "../bytes.ts";
import { type Content, extensionOf, findingAt } from "../content.ts";
import { type PickleRun, runPickle } from "./machine.ts";
import { OPCODES } from "./opcodes.ts";
import { isPythonModule } from "./python-modules.ts";

const FIX = "Remove the pickle from the artifact: a SavedModel needs none, and loading one runs code.";
const NAMES: ReadonlySet<string> = new Set([".pkl", ".pickle", ".joblib", ".dill", ".pck", ".pcl", ".p"]);
const MAX_SHOWN = 5;

/** Any pickle is refused, harmless or not; text and tensors that merely begin like one are not pickles. */
export function findPickle(content: Content): readonly SafetyFinding[] {
  const first = readHead(content.source, 1)[0];
  if (first === undefined || OPCODES[first] === undefined) return [];
  const run = runPickle(content.source);
  if (!isPickle(run, content)) return [];
  return [findingAt(content.place, describe(run), FIX)];
}

function isPickle(run: PickleRun, content: Content): boolean {
  const imports = run.globals.length > 0;
  if (run.protocol !== null) return run.end !== "broken" || imports || run.calls.length > 0;
  // Without a header the opcodes are letters, so prose can begin with a valid stream; it never is one to its end.
  if (run.calls.some((call) => isPythonModule(call))) return true;
  if (run.end === "bounded") return run.distinctOpcodes > 1 || mostlyModules(run.globals);
  if (run.end === "broken" || run.depth !== 1) return false;
  return isWhole(run, content) && (run.opcodes > 2 || NAMES.has(extensionOf(content.place)));
}

/** A word list full of words in `c` reads as imports too, but hardly of modules. */
function mostlyModules(globals: readonly string[]): boolean {
  return globals.filter((global) => isPythonModule(global)).length > globals.length / 2;
}

function isWhole(run: PickleRun, { source }: Content): boolean {
  const rest = source.sizeBytes - run.consumedBytes;
  if (rest > 16) return false;
  return Buffer.from(source.read(run.consumedBytes, rest)).every((byte) => byte <= 0x20);
}

function describe(run: PickleRun): string {
  const protocol = run.protocol === null ? "protocol 0 or 1" : `protocol ${run.protocol}`;
  const damage = run.end === "broken" ? ", which breaks off only after it has run" : "";
  const names = run.calls.length > 0 ? `calls ${list(run.calls)}` : `imports ${list(run.globals)}`;
  return `a Python pickle (${protocol})${damage}${run.globals.length + run.calls.length > 0 ? ` that ${names}` : ""}`;
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, MAX_SHOWN).map((name) => (name.length > 80 ? `${name.slice(0, 80)}…` : name));
  return names.length > MAX_SHOWN ? `${shown.join(", ")} and ${names.length - MAX_SHOWN} more` : shown.join(", ");
}
