import type { GoogleAuth } from "google-auth-library";
import { Failure } from "../../failure.ts";
import { retold } from "../../schema/retold.ts";

/** Who asks. */
export interface Credentials {
  /** As an `Authorization` header has it; null where nobody is asked who they are. */
  bearer(): Promise<string | null>;
  /** Makes the next call get a new token. */
  renew(): Promise<void>;
}

/** What a token may be used for, whatever its holder may do besides. */
export type Access = "read" | "write";

const SCOPES: Readonly<Record<Access, string>> = {
  read: "https://www.googleapis.com/auth/devstorage.read_only",
  write: "https://www.googleapis.com/auth/devstorage.read_write",
};
/** Without one a federated identity is asked for its project, at an API that nothing here needs and few enable. */
const NO_PROJECT = "-";

export const NO_CREDENTIALS: Credentials = { bearer: async () => null, renew: async () => {} };

/** Application default credentials: a job's federated identity, a service account, or a person. Loaded when needed. */
export function googleCredentials(access: Access): Credentials {
  let made: Promise<GoogleAuth> | null = null;
  const auth = (): Promise<GoogleAuth> => {
    made ??= import("google-auth-library").then(
      (library) => new library.GoogleAuth({ scopes: SCOPES[access], projectId: NO_PROJECT }),
    );
    return made;
  };
  return {
    bearer: async () => {
      try {
        return `Bearer ${(await (await auth()).getAccessToken()) ?? ""}`;
      } catch (error) {
        throw unidentified(error);
      }
    },
    renew: async () => {
      const client = await (await auth()).getClient();
      // Whatever kind of client it is, it takes a token that has ended as a reason to get another.
      client.setCredentials({ ...client.credentials, expiry_date: 1 });
    },
  };
}

const MAX_MESSAGE = 300;
const NETWORK = /^(?:E[A-Z]{4,}|ETIMEDOUT)$/;

/** Google's token service may be away like any other; all else is how this job is set up. */
function unidentified(error: unknown): Failure {
  const { status, code } = (error ?? {}) as { readonly status?: unknown; readonly code?: unknown };
  const isAway = (typeof status === "number" && (status >= 500 || status === 429)) || NETWORK.test(String(code));
  const reason = retold(error instanceof Error ? error.message.split("\n", 1)[0]! : String(error), MAX_MESSAGE);
  if (isAway && code !== "ENOENT") {
    return new Failure("bucket-unreachable", `Google Cloud's token service does not answer: ${reason}`, {
      fix: "Run again; if it lasts, look at the status of Google Cloud and at this machine's network.",
      cause: error,
    });
  }
  return new Failure("bucket-denied", `Google Cloud does not learn who asks for the bucket: ${reason}`, {
    fix: "Run google-github-actions/auth before this step, or `gcloud auth application-default login` on your own machine.",
    cause: error,
  });
}
