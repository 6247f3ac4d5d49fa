import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { project } from "../repo/project.ts";

/** A forge of somebody else's making, on this machine. */
export interface Gitea extends AsyncDisposable {
  readonly url: string;
  /** Of the one person who has an account, and may do everything. */
  readonly token: string;
  /** With it a runner makes itself known. */
  readonly runnerToken: string;
  ask(method: string, path: string, body?: object): Promise<unknown>;
}

export const PERSON = "octo";

/** Later ones need a module that no proxy has. */
const MODULE = "code.gitea.io/gitea@v1.26.0";
const FOLDER = join(project, ".cache/gitea-1.26.0");
const PROGRAM = join(FOLDER, "gitea");
/** It reads its templates from there. */
const SOURCE = join(FOLDER, "source");
const READY_MS = 60_000;

/** Takes some ten minutes, once. */
export function buildGitea(): void {
  if (existsSync(PROGRAM)) return;
  const { Dir } = JSON.parse(execFileSync("go", ["mod", "download", "-json", MODULE]).toString()) as { Dir: string };
  mkdirSync(FOLDER, { recursive: true });
  cpSync(Dir, SOURCE, { recursive: true });
  // What Go has downloaded nobody may write to.
  execFileSync("chmod", ["-R", "u+w", SOURCE]);
  const words = ["build", "-tags", "sqlite sqlite_unlock_notify", "-o", PROGRAM, "."];
  execFileSync("go", words, { cwd: SOURCE, stdio: "inherit" });
}

export async function startGitea(scratch: string): Promise<Gitea> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const settings = join(scratch, "app.ini");
  writeFileSync(settings, settingsOf(scratch, url));
  const call = (...words: readonly string[]) =>
    execFileSync(PROGRAM, ["-c", settings, ...words], inFolder(scratch)).toString();
  call("migrate");
  const account = ["--username", PERSON, "--email", "octo@example.com", "--password", "octo-and-a-number-1"];
  call("admin", "user", "create", "--admin", "--must-change-password=false", ...account);
  const grant = ["--username", PERSON, "--token-name", "story", "--scopes", "all", "--raw"];
  const token = lastLine(call("admin", "user", "generate-access-token", ...grant));
  const log = openSync(join(scratch, "gitea.log"), "a");
  const server = spawn(PROGRAM, ["-c", settings, "web"], { ...inFolder(scratch), stdio: ["ignore", log, log] });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  await untilReady(url);
  return {
    url,
    token,
    runnerToken: lastLine(call("actions", "generate-runner-token")),
    ask: (method, path, body) => asked(`${url}/api/v1${path}`, { method, token, body }),
    async [Symbol.asyncDispose]() {
      server.kill();
      await ended;
    },
  };
}

function settingsOf(scratch: string, url: string): string {
  const { port } = new URL(url);
  return `
RUN_MODE = prod
RUN_USER = ${execFileSync("id", ["-un"]).toString().trim()}
I_AM_BEING_UNSAFE_RUNNING_AS_ROOT = true
WORK_PATH = ${scratch}
[server]
HTTP_ADDR = 127.0.0.1
HTTP_PORT = ${port}
ROOT_URL = ${url}/
STATIC_ROOT_PATH = ${SOURCE}
DISABLE_SSH = true
OFFLINE_MODE = true
[database]
DB_TYPE = sqlite3
PATH = ${join(scratch, "gitea.db")}
[security]
INSTALL_LOCK = true
SECRET_KEY = only-for-this-story
PASSWORD_HASH_ALGO = pbkdf2_v2
[actions]
ENABLED = true
[repository]
DEFAULT_BRANCH = main
[cron]
ENABLED = false
[indexer]
ISSUE_INDEXER_TYPE = db
[log]
LEVEL = Warn
`;
}

function inFolder(scratch: string) {
  return { cwd: scratch, env: { PATH: process.env.PATH, HOME: scratch } };
}

function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1)!;
}

async function untilReady(url: string): Promise<void> {
  const end = performance.now() + READY_MS;
  while (performance.now() < end) {
    const answer = await fetch(`${url}/api/v1/version`).catch(() => null);
    if (answer?.ok) return;
    await delay(200);
  }
  throw new Error(`Gitea does not answer at ${url}`);
}

interface Request {
  readonly method: string;
  readonly token: string;
  readonly body: object | undefined;
}

async function asked(url: string, { method, token, body }: Request): Promise<unknown> {
  const headers = { authorization: `token ${token}`, "content-type": "application/json" };
  const answer = await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${text}`);
  return text === "" ? null : JSON.parse(text);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { readonly port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
