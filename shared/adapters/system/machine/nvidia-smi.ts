import type { Gpu, GpuProcess, GpuReport } from "../../../ports/machine.ts";
import type { Environment } from "../native-runtime.ts";
import { callTool, lastWords, type ToolResult } from "../tool.ts";

const MIB = 2 ** 20;
const QUESTION_MS = 30_000;
const FORMAT = "--format=csv,noheader,nounits";
const GPU_FIELDS = ["uuid", "driver_version", "memory.total", "memory.free", "mig.mode.current", "name"];
// Drivers before 510 refuse the whole question for this one field.
const RECENT_FIELDS = ["compute_cap", ...GPU_FIELDS];
const PROCESS_FIELDS = ["gpu_uuid", "pid", "used_gpu_memory", "process_name"];

/** What the driver says through nvidia-smi: the one witness that needs nothing else of CUDA. */
export async function readGpus(environment: Environment): Promise<GpuReport> {
  const ask = (words: readonly string[]): Promise<ToolResult | undefined> =>
    callTool({ command: "nvidia-smi", arguments: words, environment, deadlineMs: QUESTION_MS });
  const summary = await ask([]);
  if (summary === undefined) return { status: "absent", reason: "there is no nvidia-smi on the PATH" };
  if (summary.exitCode !== 0) return { status: "failed", reason: failureReason(summary) };

  const recent = await ask([`--query-gpu=${RECENT_FIELDS}`, FORMAT]);
  const gpus = recent?.exitCode === 0 ? recent : await ask([`--query-gpu=${GPU_FIELDS}`, FORMAT]);
  if (gpus?.exitCode !== 0) return { status: "failed", reason: failureReason(gpus) };
  const processes = await ask([`--query-compute-apps=${PROCESS_FIELDS}`, FORMAT]);
  const found = parseGpus(gpus.stdout, recent?.exitCode === 0);
  return {
    status: "present",
    driver: found[0]?.driver ?? "unknown",
    cuda: parseCudaVersion(summary.stdout),
    gpus: found.map(({ gpu }) => gpu),
    processes: parseProcesses(processes?.stdout ?? ""),
  };
}

/** One line a GPU. The name comes last, for it is the vendor's and may hold anything. */
export function parseGpus(csv: string, isRecent: boolean): readonly { readonly driver: string; readonly gpu: Gpu }[] {
  return rows(csv).flatMap((cells) => {
    const [capability, ...rest] = isRecent ? cells : ["", ...cells];
    const [uuid = "", driver = "", total = "", free = "", mig = "", ...name] = rest;
    if (!/^GPU-/.test(uuid)) return [];
    const gpu = {
      name: name.join(", "),
      uuid,
      totalBytes: mebibytes(total),
      freeBytes: mebibytes(free),
      isSplit: mig === "Enabled",
      computeCapability: /^\d+\.\d+$/.test(capability ?? "") ? capability! : null,
    };
    return [{ driver: /^[\d.]+$/.test(driver) ? driver : "unknown", gpu }];
  });
}

export function parseProcesses(csv: string): readonly GpuProcess[] {
  return rows(csv).flatMap(([gpuUuid = "", pid = "", used = "", ...name]) => {
    if (!/^(GPU|MIG)-/.test(gpuUuid) || !/^\d{1,10}$/.test(pid)) return [];
    return [{ gpuUuid, pid: Number(pid), name: name.join(", ").slice(0, 200), usedBytes: mebibytes(used) }];
  });
}

/** From the table that people see: no field of the query tells it. */
export function parseCudaVersion(table: string): string | null {
  return /CUDA(?: UMD)? Version\s*:\s*(\d+\.\d+)/.exec(table)?.[1] ?? null;
}

function rows(csv: string): readonly (readonly string[])[] {
  const lines = csv.slice(0, 1 << 18).split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => line.split(",").map((cell) => cell.trim()));
}

/** `[N/A]`, `[Not Supported]`, `[Insufficient Permissions]`, `[Unknown Error]`: all of them are no number. */
function mebibytes(cell: string): number | null {
  return /^\d{1,9}$/.test(cell) ? Number(cell) * MIB : null;
}

function failureReason(result: ToolResult | undefined): string {
  if (result === undefined) return "nvidia-smi is gone";
  if (result.isLate) return "nvidia-smi does not answer within 30 s";
  return lastWords(result.stdout, 2) || lastWords(result.stderr, 2) || `nvidia-smi exits with ${result.exitCode}`;
}
