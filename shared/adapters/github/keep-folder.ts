import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Failure } from "../../failure.ts";
import type { KeepFolder, KeptFolder } from "../../ports/run-artifact.ts";
import { quote } from "../../schema/phrases.ts";

type Environment = Readonly<Record<string, string | undefined>>;

const DEADLINE_MS = 600_000;
const LONGEST = 300;

/** Keeps folders as artifacts of the run. The client is two megabytes, so it is loaded by the first that is kept. */
export function keepFolder(environment: Environment): KeepFolder {
  return async (request) => {
    // A runner that keeps artifacts hands both to each action, and to nothing else.
    const isOffered = environment.ACTIONS_RUNTIME_TOKEN && environment.ACTIONS_RESULTS_URL;
    if (!isOffered) throw absent(request, "this runner offers no place for artifacts");
    const files = await plainFiles(request);
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new Error("it took longer than 10 minutes")), DEADLINE_MS);
    try {
      return await Promise.race([upload(request, files), late.promise]);
    } catch (error) {
      throw uploadFailure(error, request, environment.ACTIONS_RUNTIME_TOKEN!);
    } finally {
      clearTimeout(timer);
    }
  };
}

/** No links: the client would follow them out of the folder. */
async function plainFiles({ name, folder }: KeptFolder): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  if (files.length > 0) return files.toSorted();
  throw new Failure("file-missing", `the artifact ${quote(name)} would be empty: ${folder} holds no files`, {
    fix: "Name the folder that the evidence was written to.",
  });
}

async function upload({ name, folder, retentionDays }: KeptFolder, files: readonly string[]) {
  const { DefaultArtifactClient } = await import("@actions/artifact");
  const options = retentionDays === undefined ? {} : { retentionDays };
  const { id, size } = await new DefaultArtifactClient().uploadArtifact(name, [...files], folder, options);
  if (id === undefined) throw new Error("the forge did not tell the artifact's number");
  return { id, sizeBytes: size ?? 0 };
}

function uploadFailure(error: unknown, request: KeptFolder, token: string): Failure {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const what = `could not keep the artifact ${quote(request.name)}`;
  // A signed address is as good as a token.
  const said = message.replaceAll(token, "***").replaceAll(/\?\S*/g, "").replaceAll(/\s+/g, " ").slice(0, LONGEST);
  if (name === "GHESNotSupportedError") return absent(request, "an Enterprise Server keeps artifacts in an older way");
  if (/storage quota/.test(message)) {
    return new Failure("forge-refused", `${what}: the storage for artifacts is full`, {
      fix: "Delete old artifacts, or keep them for fewer days.",
    });
  }
  if (/\(409\)/.test(message)) {
    return new Failure("forge-refused", `${what}: this run has one of that name already`, {
      fix: "Give each job of a matrix a name of its own.",
    });
  }
  return new Failure("forge-unreachable", `${what}: ${said}`, { fix: "Run the job again." });
}

function absent({ name, folder }: KeptFolder, why: string): Failure {
  return new Failure("artifacts-absent", `the artifact ${quote(name)} was not kept: ${why}`, {
    fix: `Upload ${folder} in a step of its own.`,
  });
}
