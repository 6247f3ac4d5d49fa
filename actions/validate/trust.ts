import { Failure } from "../../shared/failure.ts";
import type { Files } from "../../shared/ports/files.ts";
import { parseJson } from "../../shared/schema/json.ts";
import { at } from "../../shared/schema/payload.ts";
import { quote } from "../../shared/schema/phrases.ts";
import { accept } from "../../shared/schema/validate.ts";

/** What started the workflow: its name, and the file in which the forge tells of it. */
export interface JobEvent {
  readonly name: string;
  readonly path: string;
}

interface Ports {
  readonly event: JobEvent;
  readonly files: Files;
}

/** Their jobs have the repository's secrets and a token that may write, whoever caused them. */
const PRIVILEGED: ReadonlySet<string> = new Set(["pull_request_target", "issue_comment", "workflow_run"]);
// GitHub sends 25 MB at most.
const LIMITS = { maxBytes: 2 ** 25, maxDepth: 64, maxValues: 2 ** 20 };

/** A model is a program: a stranger's is not loaded where there is something to steal. */
export async function refuseStrangers(isTrusted: boolean, { event, files }: Ports): Promise<void> {
  if (isTrusted || !PRIVILEGED.has(event.name)) return;
  const payload =
    event.path === "" ? null : accept(parseJson(await files.read(event.path, LIMITS.maxBytes), event.path, LIMITS));
  const repository = at(payload, "repository", "full_name");
  const head = headOf(event.name, payload);
  if (typeof head === "string" && head === repository) return;
  const whose = typeof head === "string" ? `the fork ${quote(head)}` : "a head that the event does not name";
  throw new Failure("usage", `on ${event.name} this job has secrets, and the model would be of ${whose}`, {
    fix: "Validate on pull_request, whose job has no secrets; or set allow-untrusted where an environment asks for approval first.",
  });
}

/** `owner/name` of the repository that the model comes from. A comment's event does not tell. */
function headOf(name: string, payload: unknown): unknown {
  if (name === "pull_request_target") return at(payload, "pull_request", "head", "repo", "full_name");
  return name === "workflow_run" ? at(payload, "workflow_run", "head_repository", "full_name") : undefined;
}
