import { describe, expect, test } from "vitest";
import type { RehearsalEvidence, RehearsedWalk } from "../../../../shared/evidence/rehearsal.ts";
import { gate } from "../good.ts";

const promotion: RehearsedWalk = {
  isDone: true,
  reason: "churn 2.0.0 is served",
  writes: [
    { kind: "deploy", resource: "endpoints/1" },
    { kind: "share", resource: "endpoints/1" },
  ],
  milliseconds: 900,
};
const share = { kind: "share", resource: "endpoints/1" } as const;
const alias = { kind: "alias", resource: "registry" } as const;

const judged = (rehearsal: RehearsalEvidence) => {
  const { status, reasons } = gate("rehearsal", { rehearsal });
  return [status, ...reasons.map(({ message }) => message)];
};

describe("a rehearsal", () => {
  test.each<[string, RehearsalEvidence, string, RegExp]>([
    [
      "whose way back is one write",
      { promotion, return: { ...promotion, writes: [share, alias] } },
      "pass",
      /revert took 2 writes/,
    ],
    ["of a first release", { promotion, return: null }, "pass", /promotion took 2 writes/],
    [
      "whose way back deploys again",
      { promotion, return: { ...promotion, writes: [{ ...share, kind: "deploy" }, share] } },
      "fail",
      /2 writes to the endpoint, and 1 is enough/,
    ],
    ["whose way back writes nothing", { promotion, return: { ...promotion, writes: [] } }, "fail", /0 writes/],
    [
      "whose way back is refused",
      { promotion, return: { ...promotion, isDone: false, reason: "no version" } },
      "fail",
      /revert did not come to its end: no version/,
    ],
    [
      "that cannot be promoted",
      { promotion: { ...promotion, isDone: false, reason: "no such image" }, return: null },
      "fail",
      /promotion did not come to its end: no such image/,
    ],
  ])("%s", (_, rehearsal, status, message) => {
    const [found, ...messages] = judged(rehearsal);
    expect(found).toBe(status);
    expect(messages.join()).toMatch(message);
  });
});
