import { setTimeout as sleep } from "node:timers/promises";
import { GitHub, getOctokitOptions } from "@actions/github/lib/utils";
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import { Failure } from "../../failure.ts";
import { quote } from "../../schema/phrases.ts";
import { deadlineFailure, forgeFailure } from "./failures.ts";
import { guardedFetch } from "./fetch.ts";
import { paceOf } from "./pace.ts";
import type { Operation } from "./permissions.ts";

export interface GitHubSettings {
  /** As in `owner/name`. */
  readonly repository: string;
  readonly token: string;
  /** As in `https://api.github.com`, or `https://host/api/v3` of an Enterprise Server. */
  readonly apiUrl: string;
  /** Where the job's variables name one; the token goes to no other host than the first. */
  readonly graphqlUrl?: string;
  /** What one operation may take, its retries and waits among it. */
  readonly deadlineMs?: number;
  /** What one answer may take. */
  readonly attemptMs?: number;
  /** How long a second of waiting takes: less in tests alone. */
  readonly secondMs?: number;
}

export type Ask = InstanceType<typeof GitHub>["request"];

export interface Connection {
  readonly place: { readonly owner: string; readonly repo: string };
  readonly graphqlUrl: string;
  /** Before what was written is looked for. */
  readonly pause: () => Promise<void>;
  /** Whatever goes wrong in it is a Failure, at the deadline at the latest. */
  within<T>(operation: Operation, act: (ask: Ask) => Promise<T>): Promise<T>;
}

const DEADLINE_MS = 60_000;
const ATTEMPT_MS = 20_000;
const SECOND_MS = 1000;
const PAUSE_SECONDS = 2;
const MAX_WAITS = 3;
/** Asking again for what was refused changes nothing, and what is limited is for the throttle. */
const FINAL = [400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 451, 501];

const Client = GitHub.plugin(retry, throttling);

export function connect(settings: GitHubSettings): Connection {
  const place = placeOf(settings.repository);
  if (!isAddress(settings.apiUrl)) {
    const fix = "Set GITHUB_API_URL to an address such as https://api.github.com.";
    throw new Failure("usage", `${quote(settings.apiUrl)} is no address of a forge`, { fix });
  }
  const client = clientOf(settings);
  return {
    place,
    graphqlUrl: graphqlUrlOf(settings),
    pause: () => sleep(PAUSE_SECONDS * (settings.secondMs ?? SECOND_MS)),
    within: async (operation, act) => {
      const limitMs = operation.deadlineMs ?? settings.deadlineMs ?? DEADLINE_MS;
      const controller = new AbortController();
      const late = Promise.withResolvers<never>();
      const timer = setTimeout(() => {
        late.reject(deadlineFailure(operation, limitMs));
        controller.abort();
      }, limitMs);
      const request = { signal: controller.signal, endsAtMs: performance.now() + limitMs };
      try {
        // A wait between two attempts knows no signal.
        return await Promise.race([act(client.request.defaults({ request })), late.promise]);
      } catch (error) {
        throw forgeFailure(error, operation, settings.token);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

function placeOf(repository: string): Connection["place"] {
  const [, owner, repo] = /^([\w.-]{1,100})\/([\w.-]{1,100})$/.exec(repository) ?? [];
  if (owner !== undefined && repo !== undefined && ![owner, repo].some((part) => /^\.+$/.test(part)))
    return { owner, repo };
  throw new Failure("usage", `${quote(repository)} is no repository's name`, {
    fix: "Set GITHUB_REPOSITORY to owner/name.",
  });
}

function isAddress(url: string | undefined): url is string {
  return url !== undefined && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

/** Gitea's runner names none, and one that is set for another forge may be left over. */
function graphqlUrlOf({ apiUrl, graphqlUrl }: GitHubSettings): string {
  if (isAddress(graphqlUrl) && new URL(graphqlUrl).origin === new URL(apiUrl).origin) return graphqlUrl;
  return `${apiUrl.replace(/\/+$/, "").replace(/\/api\/v3$/, "/api")}/graphql`;
}

function clientOf({ token, apiUrl, attemptMs = ATTEMPT_MS, secondMs = SECOND_MS }: GitHubSettings) {
  const isWorthWaiting = (seconds: number, endsAtMs: number, waits: number): boolean =>
    waits < MAX_WAITS && performance.now() + seconds * secondMs < endsAtMs;
  const pace = paceOf(secondMs);
  return new Client({
    ...getOctokitOptions(token, { userAgent: "model-release" }),
    baseUrl: apiUrl.replace(/\/+$/, ""),
    log: { debug: silence, info: silence, warn: silence, error: silence },
    request: { fetch: guardedFetch({ apiUrl, attemptMs }) },
    retry: { doNotRetry: FINAL, retryAfterBaseValue: secondMs },
    throttle: {
      retryAfterBaseValue: secondMs,
      onRateLimit: (seconds, { request }, _, waits) => isWorthWaiting(seconds, request.endsAtMs, waits),
      onSecondaryRateLimit: (seconds, { request }, _, waits) => isWorthWaiting(seconds, request.endsAtMs, waits),
      write: pace,
      notifications: pace,
    },
  });
}

function silence(): void {}
