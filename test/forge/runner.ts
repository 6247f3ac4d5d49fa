import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { parse, stringify } from "yaml";
import { type Ran, type Runner, runWorkflows } from "../act/act.ts";
import type { Gitea } from "./gitea.ts";

/** One job that the forge has handed out, and what became of it. */
export interface Done {
  readonly job: string;
  readonly event: string;
  readonly result: "success" | "failure";
  readonly log: string;
}

/** A runner as the forge knows it. Gitea's own is no Go module, so this one speaks its protocol, and act runs the job. */
export interface JobRunner {
  /** The next so many jobs, as they come. */
  take(count: number): Promise<readonly Done[]>;
}

interface Task {
  readonly id: string;
  readonly context: Context;
  /** The one job, with all that the workflow says besides. */
  readonly workflowPayload: string;
}

interface Context {
  readonly event_name: string;
  readonly event: object;
  readonly repository: string;
  readonly sha: string;
  readonly ref: string;
  readonly run_id: string;
  readonly token: string;
}

const LABELS = ["ubuntu-24.04"];
const PATIENCE_MS = 240_000;

export async function jobRunner(
  gitea: Gitea,
  runner: Omit<Runner, "workflows" | "forge" | "secrets">,
): Promise<JobRunner> {
  const rpc = remote(`${gitea.url}/api/actions/runner.v1.RunnerService`);
  const known = { name: "story", token: gitea.runnerToken, labels: LABELS, version: "v0.2.11" };
  const { runner: us } = (await rpc("Register", known)) as { runner: { uuid: string; token: string } };
  const signed = { "x-runner-uuid": us.uuid, "x-runner-token": us.token };
  await rpc("Declare", { version: known.version, labels: LABELS }, signed);
  const ask = (method: string, body: object) => rpc(method, body, signed);
  return {
    async take(count) {
      const done: Done[] = [];
      const end = performance.now() + PATIENCE_MS;
      while (done.length < count) {
        const { task } = (await ask("FetchTask", { tasksVersion: "0" })) as { readonly task?: Task };
        if (task !== undefined) done.push(await carryOut(task, { ask, gitea, runner }));
        else if (performance.now() > end) throw new Error(`the forge hands out ${done.length} jobs, not ${count}`);
        else await delay(200);
      }
      return done;
    },
  };
}

interface Ground {
  readonly ask: (method: string, body: object) => Promise<unknown>;
  readonly gitea: Gitea;
  readonly runner: Omit<Runner, "workflows" | "forge" | "secrets">;
}

async function carryOut(task: Task, { ask, gitea, runner }: Ground): Promise<Done> {
  const { context, id } = task;
  const folder = join(runner.scratch, `task-${id}`);
  const { job, text } = loneJob(task);
  mkdirSync(join(folder, ".github/workflows"), { recursive: true });
  writeFileSync(join(folder, ".github/workflows/job.yml"), text);
  await ask("UpdateTask", { state: { id, startedAt: new Date().toISOString() } });
  const environment = { ...runner.environment, STAND_IN_JOB_TOKEN: context.token };
  const place = { workflows: folder, forge: forgeOf(context, gitea), secrets: { GITHUB_TOKEN: context.token } };
  const happening = { name: context.event_name, payload: context.event, commit: context.sha, ref: context.ref };
  const ran = await runWorkflows({ ...runner, ...place, environment }, happening, Number(context.run_id));
  const result = ran.jobs[job] ?? "failure";
  await tell(task, { ask, ran, result });
  return { job, event: context.event_name, result, log: ran.log };
}

/** The forge waits for what a job needs before it hands the job out. */
function loneJob({ workflowPayload }: Task): { readonly job: string; readonly text: string } {
  const workflow = parse(Buffer.from(workflowPayload, "base64").toString());
  const [[job, { needs: _, ...rest }]] = Object.entries(workflow.jobs) as [[string, { readonly needs?: unknown }]];
  return { job, text: stringify({ ...workflow, jobs: { [job]: rest } }) };
}

function forgeOf({ repository }: Context, { url }: Gitea): Runner["forge"] {
  return {
    GITHUB_REPOSITORY: repository,
    GITHUB_SERVER_URL: url,
    GITHUB_API_URL: `${url}/api/v1`,
    GITHUB_GRAPHQL_URL: "",
  };
}

interface Told {
  readonly ask: Ground["ask"];
  readonly ran: Ran;
  readonly result: Done["result"];
}

async function tell({ id }: Task, { ask, ran, result }: Told): Promise<void> {
  const time = new Date().toISOString();
  const rows = ran.log.split("\n").map((content) => ({ time, content }));
  await ask("UpdateLog", { taskId: id, index: "0", rows, noMore: true });
  const state = { id, result: result === "success" ? "RESULT_SUCCESS" : "RESULT_FAILURE", stoppedAt: time };
  await ask("UpdateTask", { state });
}

/** Connect's plain form: JSON there and back. */
function remote(address: string) {
  return async (method: string, body: object, signed: Readonly<Record<string, string>> = {}): Promise<unknown> => {
    const headers = { "content-type": "application/json", "connect-protocol-version": "1", ...signed };
    const answer = await fetch(`${address}/${method}`, { method: "POST", headers, body: JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method}: ${answer.status} ${text}`);
    return JSON.parse(text);
  };
}
