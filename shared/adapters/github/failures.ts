import { Failure, type FailureCode } from "../../failure.ts";
import { counted } from "../../schema/phrases.ts";
import { missingPermissions, type Operation } from "./permissions.ts";

/** What octokit throws when an answer says no, or when none came: then the status is 500 and there are no headers. */
interface RequestError {
  readonly status: number;
  readonly message: string;
  readonly cause?: unknown;
  readonly response?: {
    readonly headers: Readonly<Record<string, string | number | undefined>>;
    readonly data: unknown;
  };
}

/** GitHub refuses more for at least a minute where it does not tell for how long. */
const UNTOLD_SECONDS = 60;
const LONGEST = 300;

/** One of the closed set of causes. No token is in it, whatever the forge answered. */
export function forgeFailure(error: unknown, operation: Operation, token: string): Failure {
  if (error instanceof Failure) return error;
  if (isGraphqlLimit(error)) return limited(operation, error);
  if (!isRequestError(error)) return unreachable(operation, "its answer makes no sense", error);
  if (error.cause instanceof Failure) return error.cause;
  const said = saidIn(error, token);
  if (isLimited(error)) return limited(operation, error);
  switch (error.status) {
    case 401:
      return denied(operation, said, "Hand the action a token that is valid, such as github.token.");
    case 403:
      return forbidden(operation, error, said);
    case 404:
      return failure("forge-missing", operation, "it is not there, or the token may not see it", {
        fix: `Check the number and the repository, and ${permissionFix(operation, error)}`,
      });
    case 410:
      return failure("forge-missing", operation, `it is gone: ${said}`, {
        fix: "Look whether it was deleted or turned off.",
      });
    case 451:
      return denied(operation, said, "Ask whoever runs the forge why the repository is blocked.");
    default:
      return error.status < 500
        ? failure("forge-refused", operation, said, { fix: "Correct what is asked for, or report it as a defect." })
        : unreachable(operation, error.response === undefined ? said : `it answered ${error.status}: ${said}`);
  }
}

export function deadlineFailure(operation: Operation, limitMs: number): Failure {
  return unreachable(operation, `it took longer than ${counted(limitMs / 1000, "second")}`);
}

function isRequestError(error: unknown): error is RequestError {
  return error instanceof Error && typeof (error as { readonly status?: unknown }).status === "number";
}

/** Nobody can tell whether it was done: an answer of 5xx, or none. */
export function isAmbiguous(error: unknown): boolean {
  return isRequestError(error) && error.status >= 500;
}

export function isStatus(error: unknown, ...statuses: readonly number[]): boolean {
  return isRequestError(error) && error.response !== undefined && statuses.includes(error.status);
}

/** Undefined for an answer that says there is nothing. */
export async function unlessMissing<T>(answer: Promise<T>, ...statuses: readonly number[]): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isStatus(error, ...(statuses.length === 0 ? [404] : statuses))) return undefined;
    throw error;
  }
}

/** Null where the forge does not have the page at all: Gitea knows neither check runs nor deployments. */
export async function unlessUnknown<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (lacksRoute(error)) return null;
    throw error;
  }
}

/** A server that answers like GitHub has the route, and keeps it from this token. */
function lacksRoute(error: unknown): boolean {
  if (!isStatus(error, 404, 405, 501)) return false;
  const { headers } = (error as RequestError).response!;
  return headers["x-github-request-id"] === undefined && headers["x-github-media-type"] === undefined;
}

function forbidden(operation: Operation, error: RequestError, said: string): Failure {
  if (/\blocked\b/i.test(said)) {
    return failure("forge-locked", operation, said, { fix: "Unlock the conversation, or read the job's summary." });
  }
  if (error.response?.headers["x-github-sso"] !== undefined) {
    return denied(operation, said, "Authorize the token for the organization's single sign-on.");
  }
  if (/not permitted to create or approve pull requests/i.test(said)) {
    return denied(
      operation,
      said,
      "Hand over the token of a GitHub App, or allow it in the repository's settings for Actions.",
    );
  }
  return denied(operation, said, sentence(permissionFix(operation, error)));
}

function permissionFix(operation: Operation, { response }: RequestError): string {
  const header = response?.headers["x-accepted-github-permissions"];
  const lines = missingPermissions(operation.needs, header === undefined ? undefined : String(header));
  const needed = `add ${lines.map((line) => `\`${line}\``).join(" and ")} to the permissions of this job`;
  const isWrite = lines.some((line) => line.endsWith("write"));
  return `${needed}${isWrite ? ", which a run for a fork's pull request is never given" : ""}.`;
}

function isLimited({ status, message, response }: RequestError): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  const headers = response?.headers ?? {};
  const isUsedUp = String(headers["x-ratelimit-remaining"]) === "0";
  return headers["retry-after"] !== undefined || isUsedUp || /rate limit|abuse detection/i.test(message);
}

/** The throttle's own words for an answer of 200 that is none. */
function isGraphqlLimit(error: unknown): error is RequestError {
  return error instanceof Error && error.message === "GraphQL Rate Limit Exceeded";
}

function limited(operation: Operation, { response }: Pick<RequestError, "response">): Failure {
  const headers = response?.headers ?? {};
  const sent = Date.parse(String(headers.date));
  const now = Number.isNaN(sent) ? Date.now() : sent;
  const reset = Number(headers["x-ratelimit-reset"]) * 1000;
  const isUsedUp = String(headers["x-ratelimit-remaining"]) === "0" && reset > now;
  const after = Number(headers["retry-after"]);
  const freeAt = after > 0 || !isUsedUp ? now + (after > 0 ? after : UNTOLD_SECONDS) * 1000 : reset;
  const time = new Date(Math.min(freeAt, 8.64e15)).toISOString().replace(/\.\d+Z$/, "Z");
  return failure("forge-limited", operation, `too many requests; there is room again at ${time}`, {
    fix: "Run it again after that time.",
  });
}

function denied(operation: Operation, said: string, fix: string): Failure {
  return failure("forge-denied", operation, said, { fix });
}

function unreachable(operation: Operation, said: string, cause?: unknown): Failure {
  return failure("forge-unreachable", operation, said, {
    fix: "Run it again, and look at the forge's own status page if it stays so.",
    cause,
  });
}

function failure(
  code: FailureCode,
  { what }: Operation,
  why: string,
  details: { fix: string; cause?: unknown },
): Failure {
  return new Failure(code, `could not ${what}: ${why}`, details);
}

/** What the forge says, without its link to the documentation. */
function saidIn({ message, response }: RequestError, token: string): string {
  const { data } = response ?? {};
  const { message: plain, errors } = (typeof data === "object" && data !== null ? data : {}) as Record<string, unknown>;
  const detail = Array.isArray(errors)
    ? errors
        .slice(0, 5)
        .map((each) => detailOf(each))
        .join("; ")
    : "";
  const said = typeof plain === "string" ? [plain, detail].filter((part) => part !== "").join(": ") : message;
  const shown = token === "" ? said : said.replaceAll(token, "***");
  return shown.slice(0, LONGEST).replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ");
}

function detailOf(error: unknown): string {
  if (typeof error === "string") return error;
  const { message, field, code } = (error ?? {}) as Record<string, unknown>;
  return [message ?? field, message === undefined ? code : undefined]
    .filter((part) => typeof part === "string")
    .join(" ");
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
