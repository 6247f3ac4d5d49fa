import { Failure } from "../../../failure.ts";
import type { RuntimeVariant } from "../../../ports/native-runtime.ts";
import { WHEEL_SUMS } from "./wheel-sums.ts";

export interface PinnedFile {
  readonly file: string;
  /** 64 hex digits. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

export interface PinnedWheel extends PinnedFile {
  /** What is taken out of it and pinned by itself, as the paths of its members. */
  readonly members: readonly PinnedFile[];
}

export interface WheelBlock {
  readonly distribution: "tensorflow-cpu" | "tensorflow" | "cuda";
  /** The versions of TensorFlow that these wheels are for. */
  readonly versions: readonly string[];
  readonly wheels: readonly PinnedWheel[];
}

export type WheelTable = readonly WheelBlock[];

const BLOCK = /^(tensorflow-cpu|tensorflow|cuda)((?: \d+\.\d+\.\d+)+)$/;
const ROW = /^ {2}([0-9a-f]{64}) +(\d{1,12}) +([A-Za-z0-9_.+/-]+)$/;

/** The table that this release of ours was made with. */
export function pinnedWheels(): WheelTable {
  return parseWheelTable(WHEEL_SUMS);
}

export function parseWheelTable(text: string): WheelTable {
  const blocks: { head: RegExpExecArray; rows: PinnedFile[] }[] = [];
  for (const line of text.split("\n").filter((each) => each.trim() !== "")) {
    const head = BLOCK.exec(line);
    const [, sha256 = "", size, file = ""] = ROW.exec(line) ?? [];
    if (head !== null) blocks.push({ head, rows: [] });
    else if (file !== "" && blocks.length > 0) blocks.at(-1)!.rows.push({ file, sha256, sizeBytes: Number(size) });
    else throw new Failure("internal", `The table of wheels has a line that is none: ${line}`, { fix: "Report this." });
  }
  return blocks.map(({ head, rows }) => ({
    distribution: head[1] as WheelBlock["distribution"],
    versions: head[2]!.trim().split(" "),
    wheels: rows
      .filter(({ file }) => file.endsWith(".whl"))
      .map((wheel) => ({ ...wheel, members: membersAfter(wheel, rows) })),
  }));
}

/** The wheels of one version: TensorFlow's first, then CUDA's where its libraries find them beside themselves. */
export function wheelsFor(table: WheelTable, version: string, variant: "cpu" | "gpu"): readonly PinnedWheel[] {
  const wanted = variant === "cpu" ? ["tensorflow-cpu"] : ["tensorflow", "cuda"];
  return wanted.flatMap((distribution) =>
    table
      .filter((block) => block.distribution === distribution && block.versions.includes(version))
      .flatMap(({ wheels }) => wheels),
  );
}

export function pinnedVersions(table: WheelTable, variant: Exclude<RuntimeVariant, "system">): readonly string[] {
  const distribution = variant === "cpu" ? "tensorflow-cpu" : "tensorflow";
  return table
    .filter((block) => block.distribution === distribution)
    .flatMap(({ versions }) => versions)
    .toSorted((a, b) => b.localeCompare(a, "en", { numeric: true }));
}

/** What a wheel's name says (PEP 427). */
export function wheelTags(file: string): { distribution: string; version: string; platforms: readonly string[] } {
  const [distribution = "", version = "", , , platform = ""] = file.replace(/\.whl$/, "").split("-");
  return { distribution, version, platforms: platform.split(".") };
}

/** The rows between a wheel and the next one are its members. */
function membersAfter(wheel: PinnedFile, rows: readonly PinnedFile[]): readonly PinnedFile[] {
  const after = rows.slice(rows.indexOf(wheel) + 1);
  const end = after.findIndex(({ file }) => file.endsWith(".whl"));
  return end < 0 ? after : after.slice(0, end);
}
