import { Failure } from "../../shared/failure.ts";
import type { Files } from "../../shared/ports/files.ts";
import { parseJson } from "../../shared/schema/json.ts";
import { at } from "../../shared/schema/payload.ts";
import { quote } from "../../shared/schema/phrases.ts";
import { accept } from "../../shared/schema/validate.ts";

/** What started the workflow: its name, and the file in which the forge tells of it. */
export interface ActionEvent {
  readonly name: string;
  readonly path: string;
}

/** Which commit is reported on, as far as the event tells. */
export type Happening =
  /** A pull request changed, was reviewed, or is tried by a merge queue, which makes a commit of it. */
  | {
      readonly kind: "changed" | "queued";
      readonly number: number;
      readonly head: string;
      /** A branch, or the commit that the queue builds on. */
      readonly base: string;
      /** The other workflow's run that measured it, if one did. */
      readonly run: number | null;
      /** A fork's own run, whose token may only read. */
      readonly isForeign: boolean;
      readonly isMerged: boolean;
    }
  /** Another workflow has measured a head: nothing of what it says is taken but that commit. */
  | { readonly kind: "measured"; readonly head: string; readonly run: number }
  /** Nothing that belongs to a pull request. */
  | { readonly kind: "other" };

// GitHub sends 25 MB at most.
const LIMITS = { maxBytes: 2 ** 25, maxDepth: 64, maxValues: 2 ** 20 };
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const QUEUE = /^(?:refs\/heads\/)?gh-readonly-queue\/(.+)\/pr-([1-9][0-9]{0,9})-[0-9a-f]{40,64}$/;

/** The event's payload is text that others wrote: each value is looked at before it is believed. */
export async function readEvent({ name, path }: ActionEvent, files: Files): Promise<Happening> {
  if (path === "") return { kind: "other" };
  const payload = accept(parseJson(await files.read(path, LIMITS.maxBytes), path, LIMITS));
  const happening = happeningOf(name, payload);
  if (happening !== undefined) return happening;
  throw new Failure("document-invalid", `the event ${quote(name)} does not say what it is about`, {
    fix: "Start the action from a workflow, with the event's own file.",
  });
}

/** Undefined where something is missing that such an event has. */
function happeningOf(name: string, payload: unknown): Happening | undefined {
  const changed = at(payload, "pull_request");
  if (changed !== undefined) return pullRequest(changed, name !== "pull_request_target" && isForeign(changed));
  if (name === "merge_group") return queued(at(payload, "merge_group"));
  if (name === "workflow_run") return measured(at(payload, "workflow_run"));
  return { kind: "other" };
}

function pullRequest(payload: unknown, isForeign: boolean): Happening | undefined {
  const number = numberIn(at(payload, "number"));
  const [head, base] = [commitIn(at(payload, "head", "sha")), textIn(at(payload, "base", "ref"))];
  if (number === undefined || head === undefined || base === undefined) return undefined;
  return { kind: "changed", number, head, base, run: null, isForeign, isMerged: isMerged(payload) };
}

/** Some events tell only when. */
function isMerged(payload: unknown): boolean {
  return at(payload, "merged") === true || typeof at(payload, "merged_at") === "string";
}

function isForeign(payload: unknown): boolean {
  return at(payload, "head", "repo", "full_name") !== at(payload, "base", "repo", "full_name");
}

function queued(payload: unknown): Happening | undefined {
  const queue = QUEUE.exec(textIn(at(payload, "head_ref")) ?? "");
  const [head, base] = [commitIn(at(payload, "head_sha")), commitIn(at(payload, "base_sha"))];
  if (queue === null || head === undefined || base === undefined) return undefined;
  return { kind: "queued", number: Number(queue[2]), head, base, run: null, isForeign: false, isMerged: false };
}

function measured(payload: unknown): Happening | undefined {
  const [head, run] = [commitIn(at(payload, "head_sha")), numberIn(at(payload, "id"))];
  if (head === undefined || run === undefined) return undefined;
  const queue = QUEUE.exec(textIn(at(payload, "head_branch")) ?? "");
  if (queue === null || textIn(at(payload, "event")) !== "merge_group") return { kind: "measured", head, run };
  return { kind: "queued", number: Number(queue[2]), head, base: queue[1]!, run, isForeign: false, isMerged: false };
}

function textIn(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function commitIn(value: unknown): string | undefined {
  return typeof value === "string" && COMMIT.test(value) ? value : undefined;
}

function numberIn(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : undefined;
}
