import { describe, expect, test } from "vitest";
import { type FaultedCall, type Injection, plannedFaults, tokenIn } from "../../../../shared/emulator/faults/faults.ts";
import { type FaultPlan, type PlannedFault, parseFaultPlan } from "../../../../shared/emulator/faults/plan.ts";

const RESOURCE = "projects/p/locations/l/endpoints/1";

function asked(call: Partial<FaultedCall> = {}): FaultedCall {
  return { surface: "vertex", method: "DeployModel", resource: RESOURCE, token: null, ...call };
}

function meet(fault: PlannedFault, call: Partial<FaultedCall> = {}): Injection {
  return plannedFaults({ faults: [fault] }).on(asked(call));
}

const UNHARMED: Injection = { delayMs: 0, refusal: null, lostAnswer: null, ending: null, isStale: false };

describe("a fault", () => {
  test.each<[string, PlannedFault, object]>([
    ["delay", { fault: "delay", ms: 40 }, { delayMs: 40 }],
    ["tooManyRequests", { fault: "tooManyRequests" }, { refusal: { code: "RESOURCE_EXHAUSTED" } }],
    ["unavailable", { fault: "unavailable" }, { refusal: { code: "UNAVAILABLE" } }],
    ["refuse", { fault: "refuse", status: "ABORTED", message: "m" }, { refusal: { code: "ABORTED", message: "m" } }],
    ["quota", { fault: "quota" }, { refusal: { code: "RESOURCE_EXHAUSTED", details: [{ violations: [{}] }] } }],
    ["loseAnswer", { fault: "loseAnswer" }, { refusal: null, lostAnswer: { code: "UNAVAILABLE" } }],
    [
      "loseAnswer by deadline",
      { fault: "loseAnswer", status: "DEADLINE_EXCEEDED" },
      { lostAnswer: { code: "DEADLINE_EXCEEDED" } },
    ],
    ["failLate", { fault: "failLate" }, { refusal: null, ending: { code: "FAILED_PRECONDITION" } }],
    ["neverEnd", { fault: "neverEnd" }, { ending: "never" }],
    ["staleRead", { fault: "staleRead" }, { isStale: true }],
    ["expireToken without a token", { fault: "expireToken" }, { refusal: { code: "UNAUTHENTICATED" } }],
  ])("%s", (_, fault, expected) => expect(meet(fault)).toMatchObject(expected));

  test("says when to come again", () => {
    const { refusal } = meet({ fault: "tooManyRequests", retryAfterSeconds: 1.5 });
    expect(refusal?.details).toEqual([{ "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "1.5s" }]);
  });

  test("that expires a token does so until the holder shows another", () => {
    const faults = plannedFaults({ faults: [{ fault: "expireToken", calls: [2] }] });
    const codes = ["a", "a", "a", "b"].map((token) => faults.on(asked({ token })).refusal?.code ?? "OK");
    expect(codes).toEqual(["OK", "UNAUTHENTICATED", "UNAUTHENTICATED", "OK"]);
  });

  test("and another both happen", () => {
    const faults = plannedFaults({
      faults: [{ fault: "delay", ms: 1 }, { fault: "delay", ms: 2 }, { fault: "unavailable" }],
    });
    expect(faults.on(asked())).toMatchObject({ delayMs: 3, refusal: { code: "UNAVAILABLE" } });
  });
});

describe("a fault is met", () => {
  test.each<[string, Omit<PlannedFault, "fault">, Partial<FaultedCall>, boolean]>([
    ["by everything", {}, {}, true],
    ["by its method", { method: "DeployModel" }, {}, true],
    ["by no other method", { method: "UndeployModel" }, {}, false],
    ["by a method's beginning", { method: "Deploy*" }, {}, true],
    ["by a method's end", { method: "*Model" }, {}, true],
    ["by a resource between stars", { resource: "*/endpoints/*" }, {}, true],
    ["by no longer resource", { resource: "*/endpoints/1" }, { resource: `${RESOURCE}2` }, false],
    ["by no text that is used twice", { resource: "*endpoints/1*1" }, {}, false],
    ["by any text", { resource: "*" }, { resource: "" }, true],
    ["by its surface", { surface: "storage" }, { surface: "storage" }, true],
    ["by no other surface", { surface: "storage" }, {}, false],
  ])("%s", (_, pattern, call, isMet) => {
    expect(meet({ fault: "unavailable", ...pattern }, call).refusal !== null).toBe(isMet);
  });

  test("by the calls that it counts alone, of those that match", () => {
    const faults = plannedFaults({ faults: [{ fault: "unavailable", method: "GetEndpoint", calls: [2, 3] }] });
    const methods = ["GetEndpoint", "DeployModel", "GetEndpoint", "GetEndpoint", "GetEndpoint"];
    const met = methods.map((method) => faults.on(asked({ method })).refusal !== null);
    expect(met).toEqual([false, false, true, true, false]);
  });
});

describe("faults by seed", () => {
  const draw = (plan: FaultPlan, calls: readonly Partial<FaultedCall>[]): string[] => {
    const faults = plannedFaults(plan);
    return calls.map((call) => JSON.stringify(faults.on(asked(call))));
  };
  const deploys = Array.from({ length: 200 }, () => ({}));

  test("come again with the seed, whatever else is called between", () => {
    const plan = { random: { seed: 7, rate: 0.2 } };
    const mixed = deploys.flatMap((call) => [call, { method: "GetEndpoint" }]);
    const once = draw(plan, deploys);
    expect(draw(plan, deploys)).toEqual(once);
    expect(draw(plan, mixed).filter((_, index) => index % 2 === 0)).toEqual(once);
    expect(draw({ random: { seed: 8, rate: 0.2 } }, deploys)).not.toEqual(once);
  });

  test.each([
    [0, 0, 0],
    [0.2, 20, 65],
    [1, 200, 200],
  ])("come at the rate of %d", (rate, least, most) => {
    const met = draw({ random: { seed: 7, rate } }, deploys).filter((each) => each !== JSON.stringify(UNHARMED)).length;
    expect(met).toBeGreaterThanOrEqual(least);
    expect(met).toBeLessThanOrEqual(most);
  });

  test("are of the kinds that are asked for", () => {
    const kinds = new Set(draw({ random: { seed: 7, rate: 1, kinds: ["staleRead"] } }, deploys));
    expect([...kinds]).toEqual([JSON.stringify({ ...UNHARMED, isStale: true })]);
  });
});

describe("a plan in a file", () => {
  test.each<[string, object]>([
    ["nothing", {}],
    [
      "a fault of every member",
      {
        faults: [
          {
            fault: "refuse",
            surface: "vertex",
            method: "*",
            resource: "*",
            calls: [1],
            status: "ABORTED",
            message: "m",
            retryAfterSeconds: 1,
            ms: 1,
          },
        ],
      },
    ],
    ["a seed", { random: { seed: 1, rate: 0.5, kinds: ["delay"] } }],
    [
      "quotas and assumptions",
      {
        quotas: { endpoints: 1, accelerators: { NVIDIA_TESLA_T4: 0 } },
        assumptions: { etagConflict: "FAILED_PRECONDITION" },
      },
    ],
  ])("may hold %s", (_, plan) => expect(parseFaultPlan(JSON.stringify(plan), "faults.json")).toEqual(plan));

  test.each<[string, string, RegExp]>([
    ["an unknown kind", '{"faults": [{"fault": "delai"}]}', /faults\.json:1:\d+: .*delay/],
    ["an unknown member", '{"fault": []}', /faults\.json:1:\d+: .*faults/],
    ["a rate above 1", '{"random": {"seed": 1, "rate": 2}}', /rate/],
    ["a call 0", '{"faults": [{"fault": "delay", "calls": [0]}]}', /calls/],
    ["no JSON", "{", /faults\.json:1/],
  ])("may not hold %s", (_, text, message) => {
    expect(() => parseFaultPlan(text, "faults.json")).toThrow(message);
  });
});

test.each([
  ["Bearer abc", "abc"],
  ["bearer abc", "abc"],
  ["abc", "abc"],
  [undefined, null],
])("the token in %s", (header, token) => expect(tokenIn(header)).toBe(token));
