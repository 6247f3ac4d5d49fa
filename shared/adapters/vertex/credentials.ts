import type { GoogleAuth } from "google-auth-library";

/** Who asks, by application default credentials: a job's federated identity, a service account, or a person. */
export interface Credentials {
  /** The library's own, which every client asks for a token whenever it needs one. */
  auth(): Promise<GoogleAuth>;
  /** As an `Authorization` header has it. */
  bearer(): Promise<string>;
  /** Makes the next call get a new token. */
  renew(): Promise<void>;
}

const OPTIONS = {
  scopes: ["https://www.googleapis.com/auth/cloud-platform"],
  // Without one a federated identity is asked for its project, at an API that nothing here needs and few enable.
  projectId: "-",
};

export function googleCredentials(): Credentials {
  let made: Promise<GoogleAuth> | null = null;
  const auth = (): Promise<GoogleAuth> => {
    made ??= import("google-auth-library").then((library) => new library.GoogleAuth(OPTIONS));
    return made;
  };
  return {
    auth,
    bearer: async () => `Bearer ${(await (await auth()).getAccessToken()) ?? ""}`,
    renew: async () => {
      const client = await (await auth()).getClient();
      // Whatever kind of client it is, it takes a token that has ended as a reason to get another.
      client.setCredentials({ ...client.credentials, expiry_date: 1 });
    },
  };
}
