import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A program of ours in a process group of its own, as a runner starts a step. */
export interface Job {
  readonly ended: Promise<Ended>;
  /** Resolves once it has said so. */
  said(what: RegExp): Promise<void>;
  /** To the program alone, as a runner cancels it. */
  interrupt(): void;
  /** SIGKILL for it and all that it started. */
  kill(): void;
}

export interface Ended {
  /** Null where it was killed. */
  readonly exitCode: number | null;
  /** The action's outputs, or the document that the command prints. */
  readonly outcome: string;
  readonly calls: readonly { readonly kind: string; readonly resource: string }[];
  readonly said: string;
}

export interface JobWish {
  /** With the built programs. */
  readonly dist: string;
  readonly program: "promote" | "rollback" | "model-release";
  readonly words?: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

export function startJob({ dist, program, words = [], folder, environment }: JobWish): Job {
  const outputs = join(mkdtempSync(join(folder, ".git/outputs-")), "outputs");
  writeFileSync(outputs, "");
  const child = spawn(process.execPath, [join(dist, `${program}.js`), ...words], {
    cwd: folder,
    detached: true,
    env: { ...environment, GITHUB_OUTPUT: outputs },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed: Buffer[] = [];
  const told: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => printed.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => told.push(chunk));
  const ended = once(child, "close").then(([exitCode]): Ended => {
    const stdout = Buffer.concat(printed).toString();
    const document = program === "model-release" ? stdout : resultIn(outputs);
    return { exitCode, ...documentOf(document), said: `${stdout}${Buffer.concat(told)}` };
  });
  return {
    ended,
    said: async (what) => {
      while (!what.test(Buffer.concat(told).toString())) await once(child.stderr, "data");
    },
    interrupt: () => void child.kill("SIGINT"),
    kill: () => {
      if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, "SIGKILL");
    },
  };
}

/** `result<<delimiter`, the value and the delimiter, as the toolkit writes it. */
function resultIn(file: string): string {
  return /^result<<(.+)\n([\s\S]*?)\n\1$/m.exec(readFileSync(file, "utf8"))?.[2] ?? "";
}

function documentOf(text: string): Pick<Ended, "outcome" | "calls"> {
  try {
    const { outcome = "", calls = [] } = JSON.parse(text) as Partial<Ended>;
    return { outcome, calls };
  } catch {
    return { outcome: "", calls: [] };
  }
}
