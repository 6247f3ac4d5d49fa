import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type ForgeState, replace } from "../state.ts";
import { type Answer, refusal } from "./answer.ts";
import { asGitea, GITEA_PAGE } from "./gitea.ts";
import { answerProblems, isLimit, operationOf, requestProblems } from "./openapi.ts";
import { ROUTES } from "./routes.ts";
import type { Trouble } from "./trouble.ts";

export interface GitHubServer extends AsyncDisposable {
  /** As in `http://127.0.0.1:40123`; what GraphQL is asked at is below it. */
  readonly apiUrl: string;
  /** Each request, as in `POST /repos/{owner}/{repo}/check-runs`. */
  readonly requests: string[];
  /** What GitHub's own description has against requests and answers: to be empty after each test. */
  readonly violations: string[];
  /** What befalls the next request that it names, each once. */
  readonly troubles: Trouble[];
}

/** Who else has a token, and writes with it. */
type Writers = Readonly<Record<string, Pick<ForgeState, "self" | "app">>>;

interface Served {
  readonly state: ForgeState;
  readonly writers: Writers;
  readonly server: Pick<GitHubServer, "requests" | "violations" | "troubles">;
}

export const TOKEN = "ghs_0123456789abcdefghijklmnopqrstuvwxyz";

/** GitHub over HTTP on loopback: it remembers, and both sides of each exchange are held against its description. */
export async function gitHubServer(state: ForgeState, writers: Writers = {}): Promise<GitHubServer> {
  const watched = { requests: [] as string[], violations: [] as string[], troubles: [] as Trouble[] };
  const server = createServer((request, response) => {
    serve(request, response, { state, writers, server: watched }).catch((error) => {
      watched.violations.push(String(error));
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    ...watched,
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
  const url = new URL(request.url!, `http://${request.headers.host}`);
  const text = await textOf(request);
  if (url.pathname.startsWith("/blobs/")) return sendArchive(url, response, request, served);
  const key = operationOf(request.method!, url.pathname)?.key ?? `${request.method} ${url.pathname}`;
  served.server.requests.push(key);
  const index = served.server.troubles.findIndex(({ on }) => on === key);
  const [trouble] = index === -1 ? [] : served.server.troubles.splice(index, 1);
  if (trouble?.before !== undefined) return befall(trouble.before, response, served);
  const state = seenBy(request.headers.authorization, served);
  const answer =
    state === null
      ? refusal(401, "Bad credentials")
      : answerTo(request.method!, url, { text, served: { ...served, state } });
  return trouble?.after !== undefined
    ? befall(trouble.after, response, served)
    : send(response, served, paged(answer, url, isGitHub(served.state) ? 100 : GITEA_PAGE));
}

/** What is remembered is the same for all; null is nobody. */
function seenBy(authorization = "", { state, writers }: Served): ForgeState | null {
  const [, token = ""] = /^token (.+)$/.exec(authorization) ?? [];
  const writer = writers[token];
  return token === TOKEN ? state : writer === undefined ? null : { ...state, ...writer };
}

interface Asked {
  readonly text: string;
  readonly served: Served;
}

function answerTo(method: string, url: URL, { text, served: { state, server } }: Asked): Answer {
  const body = text === "" ? undefined : JSON.parse(text);
  if (method === "POST" && url.pathname === "/graphql" && state.knows.hiding) return graphql(state, body);
  const matched = operationOf(method, url.pathname);
  if (matched === undefined || !knows(state, matched.key)) return refusal(404, "Not Found");
  const { key, parameters } = matched;
  const problems = requestProblems(key, url.searchParams, body);
  server.violations.push(...problems.filter((each) => !isLimit(each)));
  if (problems.length > 0) return refusal(422, "Invalid request.", ...problems);
  if (`${parameters.owner}/${parameters.repo}` !== state.repository && key !== "GET /user")
    return refusal(404, "Not Found");
  const answer = ROUTES[key]!({ state, parameters, query: url.searchParams, body: body ?? {} });
  if (isGitHub(state)) server.violations.push(...answerProblems(key, answer.status, wholeBody(answer)));
  return answer;
}

/** Gitea has neither check runs nor deployments, nor a way from a commit to its pull requests. */
function knows(state: ForgeState, key: string): boolean {
  return isGitHub(state) || !/check-runs|deployments|\/commits\/\{commit_sha}\/pulls/.test(key);
}

function isGitHub({ knows: { checks } }: ForgeState): boolean {
  return checks;
}

function graphql(state: ForgeState, { query, variables }: { query: string; variables?: { id: string } }): Answer {
  if (query.includes("viewer")) {
    return { status: 200, body: { data: { viewer: { login: state.self.login, databaseId: state.self.id } } } };
  }
  const hidden = replace(state.comments, Number(variables?.id.replace("IC_", "")), { isHidden: true });
  if (hidden !== undefined) {
    return { status: 200, body: { data: { minimizeComment: { minimizedComment: { isMinimized: true } } } } };
  }
  const message = "Could not resolve to a node with the global id";
  return { status: 200, body: { data: { minimizeComment: null }, errors: [{ type: "NOT_FOUND", message }] } };
}

function wholeBody({ body, items, within }: Answer): unknown {
  if (items === undefined) return body;
  return within === undefined ? items : { total_count: items.length, [within]: items };
}

interface Sent {
  readonly status: number;
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

function paged(answer: Answer, url: URL, largest: number): Sent {
  const { status, items, within, archive } = answer;
  if (archive !== undefined) return { status, headers: { location: `/blobs/${url.pathname.split("/").at(-2)}` } };
  if (items === undefined) return { status, body: answer.body, headers: {} };
  const size = Math.min(Number(url.searchParams.get("per_page") ?? 30), largest);
  const page = Number(url.searchParams.get("page") ?? 1);
  const shown = items.slice((page - 1) * size, page * size);
  const next = new URL(url);
  next.searchParams.set("page", String(page + 1));
  const headers = page * size < items.length ? { link: `<${next}>; rel="next"` } : {};
  return { status, body: within === undefined ? shown : { total_count: items.length, [within]: shown }, headers };
}

function send(response: ServerResponse, { state }: Served, { status, body, headers }: Sent): void {
  const own = isGitHub(state) ? { "x-github-request-id": "C0DE:1", "x-github-media-type": "github.v3" } : {};
  const text = body === undefined ? "" : JSON.stringify(isGitHub(state) ? body : asGitea(body));
  response.writeHead(status, {
    ...(text !== "" && { "content-type": "application/json; charset=utf-8" }),
    ...own,
    ...headers,
  });
  response.end(text);
}

function befall(event: NonNullable<Trouble["before"]>, response: ServerResponse, served: Served): void {
  if (event === "reset") return void response.destroy();
  if (event === "silence") return;
  if (event === "cut") {
    response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
    return void response.write('[{"id":', () => response.destroy());
  }
  send(response, served, event);
}

/** The place that GitHub sends on to knows no token. */
function sendArchive(url: URL, response: ServerResponse, request: IncomingMessage, { state, server }: Served): void {
  // On the same host a redirect keeps the token; GitHub's own goes to another.
  if (request.headers.authorization === undefined) server.violations.push("a redirect to the same host lost its token");
  const found = state.artifacts.find(({ id }) => id === Number(url.pathname.split("/").at(-1)));
  response.writeHead(found === undefined ? 404 : 200, { "content-type": "application/zip" });
  response.end(found?.archive);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
