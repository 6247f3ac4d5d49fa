import { EndpointServiceClient } from "@google-cloud/aiplatform/build/src/v1/endpoint_service_client.js";
import { JobServiceClient } from "@google-cloud/aiplatform/build/src/v1/job_service_client.js";
import { credentials } from "@grpc/grpc-js";
import { PassThroughClient } from "google-auth-library";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeOf, PARENT, type Running, running } from "../running.ts";

let at: Running;

beforeAll(async () => {
  at = await running();
});
afterAll(() => at[Symbol.asyncDispose]());

interface Answer {
  readonly status: number;
  readonly body: Record<string, never> & { readonly error: never };
}

async function ask(verb: string, path: string, body?: object): Promise<Answer> {
  const init = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(`http://${at.emulator.vertex}/${path}`, { method: verb, ...init });
  return { status: answer.status, body: (await answer.json()) as Answer["body"] };
}

async function ended(operation: string): Promise<Answer["body"]> {
  for (;;) {
    const { body } = await ask("GET", `v1/${operation}`);
    if (body.done === true) return body;
  }
}

describe("Vertex AI's REST form, at the same address", () => {
  test("makes, reads, lists, changes and deletes an endpoint", async () => {
    const created = await ask("POST", `v1/${PARENT}/endpoints?endpointId=shop`, {
      displayName: "d",
      labels: { a: "b" },
    });
    const { response } = await ended(created.body.name!);
    const name = `${PARENT}/endpoints/shop`;
    expect(response).toMatchObject({ "@type": "type.googleapis.com/google.cloud.aiplatform.v1.Endpoint", name });

    const { body: found } = await ask("GET", `v1/${name}`);
    const listed = await ask(
      "GET",
      `v1/${PARENT}/endpoints?filter=${encodeURIComponent("labels.a=b")}&pageSize=1&orderBy=create_time`,
    );
    expect(listed.body.endpoints).toEqual([found]);

    const change = await ask("PATCH", `v1/${name}?updateMask=displayName`, { displayName: "new", etag: found.etag });
    expect(change.body).toMatchObject({ displayName: "new", labels: { a: "b" } });
    const again = await ask("PATCH", `v1/${name}?updateMask=display_name`, { displayName: "newer", etag: found.etag });
    expect(again).toMatchObject({ status: 409, body: { error: { code: 409, status: "ABORTED" } } });

    const deleted = await ask("DELETE", `v1/${name}`);
    expect(await ended(deleted.body.name!)).toMatchObject({ done: true });
    expect(await ask("GET", `v1/${name}`)).toMatchObject({ status: 404, body: { error: { status: "NOT_FOUND" } } });
  });

  test("lists operations, and forgets those that have ended", async () => {
    const created = await ask("POST", `v1/${PARENT}/endpoints?endpoint_id=ops`, { displayName: "d" });
    await ended(created.body.name!);
    const listed = await ask("GET", `v1/${PARENT}/endpoints/ops/operations?filter=done%3Dtrue`);
    expect(listed.body.operations).toMatchObject([{ name: created.body.name, done: true }]);
    expect((await ask("POST", `v1/${created.body.name}:wait`, {})).body).toMatchObject({ done: true });
    expect((await ask("DELETE", `v1/${created.body.name}`)).status).toBe(200);
    expect((await ask("GET", `v1/${created.body.name}`)).status).toBe(404);
  });

  test.each([
    ["a path that is no method", "GET", `v1/${PARENT}/nothing`, undefined, 404],
    ["a method that the emulator has not", "POST", `v1/${PARENT}/customJobs`, {}, 404],
    ["an unknown parameter", "GET", `v1/${PARENT}/endpoints?colour=red`, undefined, 400],
    ["an unknown member", "POST", `v1/${PARENT}/endpoints`, { colour: "red" }, 400],
    ["no mask", "PATCH", `v1/${PARENT}/endpoints/shop`, { displayName: "d" }, 404],
    [
      "what every Google API takes",
      "GET",
      `v1/${PARENT}/endpoints?alt=json&%24alt=json%3Benum-encoding%3Dint`,
      undefined,
      200,
    ],
    ["a path elsewhere", "GET", "elsewhere", undefined, 404],
    ["a path that is no URL", "GET", "/", undefined, 404],
    ["a name that cannot be decoded", "GET", `v1/${PARENT}/endpoints/%zz`, undefined, 400],
  ])("%s", async (_, verb, path, body, status) => {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    expect((await fetch(`http://${at.emulator.vertex}/${path}`, { method: verb, ...init })).status).toBe(status);
  });

  test("serves Google's own client where that speaks REST", async () => {
    const [apiEndpoint = "", port] = at.emulator.vertex.split(":");
    const options = {
      apiEndpoint,
      port: Number(port),
      protocol: "http",
      fallback: true,
      authClient: new PassThroughClient(),
    };
    const endpoints = new EndpointServiceClient(options as never);
    const [operation] = await endpoints.createEndpoint({ parent: PARENT, endpoint: { displayName: "rest" } });
    const [{ name }] = await operation.promise();
    expect((await endpoints.getEndpoint({ name: name! }))[0].displayName).toBe("rest");
    expect(await codeOf(endpoints.getEndpoint({ name: `${PARENT}/endpoints/404` }))).toBe(5);
    await endpoints.close();
  });
});

test("regions are listed, and any other is one", async () => {
  expect((await ask("GET", "v1/projects/p/locations/europe-west4")).body).toMatchObject({ locationId: "europe-west4" });
  const regions = await Array.fromAsync(
    at.endpoints.locationsClient.listLocationsAsync({ name: "projects/p" } as never),
  );
  expect(regions.length).toBeGreaterThan(3);
});

test("a service that the emulator has not is UNIMPLEMENTED", async () => {
  const [apiEndpoint = "", port] = at.emulator.vertex.split(":");
  const jobs = new JobServiceClient({
    apiEndpoint,
    port: Number(port),
    sslCreds: credentials.createInsecure(),
    projectId: "p",
  });
  expect(await codeOf(jobs.listCustomJobs({ parent: PARENT }))).toBe(12);
  await jobs.close();
});
