import { Failure } from "../../failure.ts";
import { retold } from "../../schema/retold.ts";
import type { Incoming } from "./exchange.ts";

/** What somebody wanted to do, for the sentence that says why not. */
export interface Intent {
  /** As in `read` or `write to`. */
  readonly verb: string;
  /** As in `gs://bucket/object`. */
  readonly place: string;
  /** The smallest of Google's own roles that allows it. */
  readonly role: string;
}

const DENIED = /^(\S{1,200}) does not have (storage\.[\w.]{1,60}) (?:access|permission)/;
const NO_BUCKET = /The specified bucket does not exist|bucket not found|No such bucket/i;
const MAX_MESSAGE = 600;

/** A status that no repeating mends, as a person has to hear of it. */
export function refusedFailure({ verb, place, role }: Intent, answer: Incoming): Failure {
  const said = messageOf(answer);
  const what = `cannot ${verb} ${place}`;
  if (answer.status === 401) {
    return new Failure("bucket-denied", `This job ${what}: its credentials are not accepted (${said})`, {
      fix: "Renew the credentials: run google-github-actions/auth in this job, before this step.",
    });
  }
  if (answer.status === 403) {
    const [, principal = "this job's identity", permission] = DENIED.exec(said) ?? [];
    const needs = permission === undefined ? "" : `, which holds ${permission}`;
    return new Failure("bucket-denied", `${principal} ${what}: ${said}`, {
      fix: `Grant ${role}${needs}, on ${bucketOf(place)} to ${principal}.`,
    });
  }
  if (answer.status === 404 && isBucketMissing(answer)) {
    return new Failure("bucket-missing", `${bucketOf(place)} does not exist, or this job may not know of it`, {
      fix: `Correct the bucket's name, create it, or grant ${role} on it.`,
    });
  }
  return new Failure("bucket-refused", `The service refuses to ${verb} ${place}: ${answer.status} ${said}`, {
    fix: "Change what it objects to.",
  });
}

/** An object that is not there answers with the same status. */
export function isBucketMissing(answer: Incoming): boolean {
  return NO_BUCKET.test(messageOf(answer));
}

/** Given up after several tries. */
export function unreachableFailure({ verb, place }: Intent, reason: string, cause: unknown): Failure {
  return new Failure("bucket-unreachable", `Could not ${verb} ${place}: ${reason}`, {
    fix: "Run again; if it lasts, look at the status of Google Cloud and at this machine's network.",
    cause,
  });
}

/** In the form of Google's JSON APIs, or plain text as for downloads; one line, without what could move a cursor. */
export function messageOf({ body, status }: Incoming): string {
  const text = Buffer.from(body).toString("utf8");
  return retold(jsonMessage(text) ?? text, MAX_MESSAGE) || `status ${status}`;
}

function jsonMessage(text: string): string | null {
  try {
    const message: unknown = JSON.parse(text)?.error?.message;
    return typeof message === "string" ? message : null;
  } catch {
    return null;
  }
}

function bucketOf(place: string): string {
  return /^gs:\/\/[^/]*/.exec(place)?.[0] ?? place;
}
