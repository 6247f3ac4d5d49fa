import { spawn } from "node:child_process";

export interface ToolCall {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly deadlineMs: number;
  readonly folder?: string;
}

export interface ToolResult {
  /** Null when a signal ended it, the deadline's among them. */
  readonly exitCode: number | null;
  readonly isLate: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

// The end of an output says what went wrong; a compiler can write gigabytes before it.
const MAX_OUTPUT = 1 << 18;

/** Runs a program to its end, never through a shell; undefined when this machine has no such program. */
export function callTool(call: ToolCall): Promise<ToolResult | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<ToolResult | undefined>();
  const child = spawn(call.command, call.arguments, {
    env: { ...call.environment },
    cwd: call.folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      said[name] = (said[name] + text).slice(-MAX_OUTPUT);
    });
  }
  let isLate = false;
  const deadline = setTimeout(() => {
    isLate = true;
    child.kill("SIGKILL");
  }, call.deadlineMs);
  child.on("error", (error: NodeJS.ErrnoException) => {
    clearTimeout(deadline);
    if (error.code === "ENOENT" || error.code === "EACCES") resolve(undefined);
    else reject(error);
  });
  child.on("close", (exitCode) => {
    clearTimeout(deadline);
    resolve({ exitCode, isLate, ...said });
  });
  return promise;
}

/** The last lines that say something, for a message of one line. */
export function lastWords(text: string, lines = 1): string {
  const said = text.split("\n").filter((line) => line.trim() !== "");
  return said.slice(-lines).join(" / ").slice(0, 500);
}
