import { describe, expect, test } from "vitest";
import { type Code, faultOf, operationFault } from "../../../../shared/adapters/vertex/fault.ts";
import { METHODS, type MethodName } from "../../../../shared/adapters/vertex/methods.ts";
import { notDone, operationRefusal } from "../../../../shared/adapters/vertex/refusal.ts";

const NUMBER: Readonly<Partial<Record<Code, number>>> = {
  INVALID_ARGUMENT: 3,
  NOT_FOUND: 5,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  INTERNAL: 13,
  UNAVAILABLE: 14,
  UNAUTHENTICATED: 16,
};

function refused(code: Code, message: string, method: MethodName = "deployModel") {
  return notDone(faultOf({ code: NUMBER[code], details: message }), METHODS[method], "churn@2");
}

describe("one code says three things", () => {
  test.each([
    ["Quota exceeded for aiplatform.googleapis.com/online_prediction_requests_per_minute.", "rate"],
    ["Quota exceeded for quota metric 'Requests' and limit 'Requests per minute per user'.", "rate"],
    ["Resource has been exhausted (e.g. check quota).", "quota"],
    ["The following quota metrics exceed quota limits: aiplatform.googleapis.com/custom_model_serving_cpus", "quota"],
    ["The following quotas are exceeded: CustomModelServingT4GPUsPerProjectPerRegion", "quota"],
    ["Machine type temporarily unavailable, please deploy with a different machine type or retry.", "capacity"],
    ["The zone does not have enough resources available to fulfil the request.", "capacity"],
    ["ZONE_RESOURCE_POOL_EXHAUSTED: no NVIDIA_TESLA_T4 quota matters here", "capacity"],
    ["", "rate"],
  ])("%s", (message, reason) => {
    expect(refused("RESOURCE_EXHAUSTED", message)).toMatchObject({ kind: "refused", reason });
  });

  test("Google's own name for the cause decides as well", () => {
    const fault = faultOf({ code: 8, details: "Exhausted.", reason: "RATE_LIMIT_EXCEEDED" });
    expect(notDone(fault, METHODS.deployModel, "x")).toMatchObject({ reason: "rate" });
  });
});

describe("a denial names the role that is missing, and where", () => {
  test.each<[string, string, MethodName]>([
    [
      "Permission 'aiplatform.endpoints.deploy' denied on resource '//aiplatform.googleapis.com/projects/p/locations/r/endpoints/1' (or it may not exist).",
      "Grant roles/aiplatform.user (it holds aiplatform.endpoints.deploy) on projects/p/locations/r/endpoints/1 to the identity that this job uses.",
      "deployModel",
    ],
    [
      "You do not have permission to act as service_account: s@p.iam.gserviceaccount.com. (or it may not exist): iam.serviceAccounts.actAs",
      "Grant roles/iam.serviceAccountUser (it holds iam.serviceAccounts.actAs) on the target's project to the identity that this job uses.",
      "deployModel",
    ],
    [
      "Permission monitoring.timeSeries.list denied (or the resource may not exist).",
      "Grant roles/monitoring.viewer (it holds monitoring.timeSeries.list) on the target's project to the identity that this job uses.",
      "listTimeSeries",
    ],
    [
      "s@p.iam.gserviceaccount.com does not have storage.objects.get access to the Google Cloud Storage object.",
      "Grant roles/storage.objectViewer (it holds storage.objects.get) on the target's project to the identity that this job uses.",
      "uploadModel",
    ],
    [
      "The caller does not have permission",
      "Grant roles/aiplatform.user on the target's project to the identity that this job uses.",
      "getEndpoint",
    ],
    [
      "Vertex AI API has not been used in project 123 before or it is disabled.",
      "Enable the API that is named in the target's project.",
      "getEndpoint",
    ],
  ])("%s", (message, fix, method) => {
    expect(refused("PERMISSION_DENIED", message, method)).toMatchObject({ kind: "refused", reason: "permission", fix });
  });
});

describe("the artifact's own cause is named first", () => {
  test.each<[string, string, string, Code]>([
    [
      "Failed to pull image 'europe-docker.pkg.dev/vertex-ai/prediction/tf2-cpu.9-9:latest': not found",
      "artifact",
      "The serving image cannot be used. ",
      "INVALID_ARGUMENT",
    ],
    ["Image europe-docker.pkg.dev/x not found", "artifact", "The serving image cannot be used. ", "NOT_FOUND"],
    [
      "Model artifact gs://models/churn/ does not exist",
      "artifact",
      "The artifact's files are not where the registered version says. ",
      "FAILED_PRECONDITION",
    ],
    [
      'There are no files under "gs://models/churn/".',
      "artifact",
      "The artifact's files are not where the registered version says. ",
      "FAILED_PRECONDITION",
    ],
    [
      "Model directory gs://m/ is expected to contain exactly one of: [saved_model.pb, saved_model.pbtxt].",
      "artifact",
      "The artifact is no model that the serving image can read. ",
      "FAILED_PRECONDITION",
    ],
    [
      "The model is in a different region than the endpoint",
      "artifact",
      "Model, endpoint and bucket do not lie in one region. ",
      "INVALID_ARGUMENT",
    ],
    ["Model server exited unexpectedly.", "crashed", "The model's server did not come up. ", "FAILED_PRECONDITION"],
    ["The model server never became ready: OOM", "crashed", "The model's server did not come up. ", "INTERNAL"],
  ])("%s", (message, reason, cause, code) => {
    const fault = operationFault({ code: NUMBER[code], message });
    const outcome = operationRefusal(fault, METHODS.deployModel, "churn@2");
    expect(outcome).toMatchObject({ kind: "refused", reason });
    expect(outcome.message.startsWith(`${cause}Deploying churn@2 failed: `)).toBe(true);
  });

  test.each([
    [
      "of a model that is called like one",
      "NOT_FOUND",
      `The Model "projects/p/models/image-file@9" is not found.`,
      "absent",
    ],
    ["of a version that nobody registered", "NOT_FOUND", "The Model Version 9 is not found.", "absent"],
  ] as const)("but nothing else is the artifact's: %s", (_, code, message, kind) => {
    expect(refused(code, message).kind).toBe(kind);
  });

  test.each<MethodName>(["predict", "getEndpoint", "updateEndpoint"])("nor is what %s objects to", (method) => {
    const outcome = refused("INVALID_ARGUMENT", "Could not parse the request: the file format is wrong.", method);
    expect(outcome).toMatchObject({ kind: "refused", reason: "invalid" });
  });

  test.each<[string, Code, string]>([
    ["a platform's own failure", "INTERNAL", "unavailable"],
    ["a quota that ran out in between", "RESOURCE_EXHAUSTED", "quota"],
  ])("but an operation that ended by %s is not the artifact's", (_, code, reason) => {
    const fault = operationFault({ code: NUMBER[code], message: "The quota of the platform." });
    expect(operationRefusal(fault, METHODS.deployModel, "churn@2")).toMatchObject({ kind: "refused", reason });
  });
});

describe("what nobody answered", () => {
  test.each<[string, MethodName, string]>([
    ["is ambiguous where it may have changed something", "deployModel", "ambiguous"],
    ["is unavailable where it changes nothing", "getEndpoint", "refused"],
    ["is unavailable where it changes nothing twice", "mergeVersionAliases", "refused"],
  ])("%s", (_, method, kind) => expect(refused("UNAVAILABLE", "Connection reset by peer", method).kind).toBe(kind));

  test("is no riddle where it never left", () => {
    const message = "No connection established. Last error: connect ECONNREFUSED 127.0.0.1:1";
    expect(refused("UNAVAILABLE", message)).toMatchObject({ kind: "refused", reason: "unavailable" });
  });
});

describe("what was thrown", () => {
  test.each([
    ["no credentials", "Could not load the default credentials. Browse to https://cloud.google.com/docs"],
    [
      "a federation that refuses",
      "Error code invalid_target: The target service indicated by the audience is invalid.",
    ],
    ["a job that may not ask for its identity", "ACTIONS_ID_TOKEN_REQUEST_URL is not set"],
  ])("before the call is the caller's: %s", (_, message) => {
    const outcome = notDone(faultOf(new Error(message)), METHODS.getEndpoint, "x");
    expect(outcome).toMatchObject({
      reason: "credentials",
      fix: expect.stringContaining("google-github-actions/auth"),
    });
  });

  test("by ourselves is a defect", () => {
    expect(() => faultOf(new TypeError("x is not a function"))).toThrowError(
      expect.objectContaining({ code: "internal", message: expect.stringContaining("x is not a function") }),
    );
  });

  test("is one line that moves no cursor, and no longer than a person reads", () => {
    const { message } = faultOf({ code: 3, details: `\u001b[2J two\nlines\u202e ${"x".repeat(10_000)}` });
    expect(message).toMatch(/^\[2J two lines {1,2}x+$/);
    expect(message.length).toBeLessThanOrEqual(600);
  });

  test.each([
    ["seconds", { seconds: "7", nanos: 0 }, 7_000],
    ["parts of a second", { seconds: 0, nanos: 500_000_000 }, 500],
    ["an age", { seconds: "999999999" }, 600_000],
    ["a time that is past", { seconds: -3 }, 0],
    ["nothing", null, 0],
  ])("may say how long to wait: %s", (_, retryDelay, ms) => {
    expect(faultOf({ code: 8, details: "x", statusDetails: [{}, { retryDelay }] }).retryAfterMs).toBe(ms);
  });
});
