import { describe, expect, test } from "vitest";
import { appended } from "../../../shared/ledger/chain.ts";
import { championOf, servedAt, standingOf } from "../../../shared/ledger/history.ts";
import type { LedgerEvent } from "../../../shared/ledger/line.ts";
import { DIGEST, entry, share } from "./entries.ts";

const { one, two, three } = DIGEST;

function told(...events: readonly (readonly [LedgerEvent, string, string?])[]) {
  return appended(
    [],
    events.map(([event, digest, replaced], minute) =>
      entry({
        event,
        digest,
        time: `2026-03-01T10:0${minute}:00.000Z`,
        before: replaced === undefined ? [] : [share(replaced, 100)],
        after: [share(digest, 100)],
      }),
    ),
  );
}

describe("what was served", () => {
  const chain = told(["healthy", one], ["healthy", two]);
  test.each([
    ["before the first line nobody knows", "2026-03-01T09:59:59.999Z", undefined],
    ["from the very moment of a line it is that line's", "2026-03-01T10:00:00.000Z", one],
    ["until the moment before the next", "2026-03-01T10:00:59.999Z", one],
    ["and then the next's", "2026-03-01T10:01:00.000Z", two],
    ["for ever after the last", "2036-01-01T00:00:00.000Z", two],
  ])("%s", (_, time, digest) => {
    expect(servedAt(chain, time)?.shares[0]?.digest).toBe(digest);
  });
});

describe("the standing of a release", () => {
  test.each([
    ["nobody ever heard of is unknown", [["healthy", two]], "unknown"],
    ["that was begun is underway", [["intent", one]], "underway"],
    [
      "that took all traffic is healthy",
      [
        ["intent", one],
        ["healthy", one],
      ],
      "healthy",
    ],
    [
      "stays healthy when another takes its place",
      [
        ["healthy", one],
        ["healthy", two],
      ],
      "healthy",
    ],
    [
      "that failed is bad",
      [
        ["intent", one],
        ["bad", one],
      ],
      "bad",
    ],
    [
      "that the platform failed is aborted",
      [
        ["intent", one],
        ["aborted", one],
      ],
      "aborted",
    ],
    [
      "that a newer merge overtook is superseded",
      [
        ["intent", one],
        ["superseded", one],
      ],
      "superseded",
    ],
    [
      "that was taken back is rolled back",
      [
        ["healthy", two],
        ["healthy", one],
        ["rolledBack", two, one],
      ],
      "rolledBack",
    ],
    [
      "that came back by a rollback is healthy",
      [
        ["healthy", one],
        ["healthy", two],
        ["rolledBack", one, two],
      ],
      "healthy",
    ],
    [
      "that was taken back and released anew is healthy",
      [
        ["healthy", one],
        ["rolledBack", two, one],
        ["healthy", one],
      ],
      "healthy",
    ],
    [
      "that was well and then failed is bad",
      [
        ["healthy", one],
        ["bad", one],
      ],
      "bad",
    ],
    [
      "that was well stays so while it is brought back",
      [
        ["healthy", one],
        ["healthy", two],
        ["intent", one],
      ],
      "healthy",
    ],
    [
      "that the platform kept from coming back is still healthy",
      [
        ["healthy", one],
        ["healthy", two],
        ["intent", one],
        ["aborted", one],
      ],
      "healthy",
    ],
    [
      "whose return a newer merge overtook is still healthy",
      [
        ["healthy", one],
        ["healthy", two],
        ["intent", one],
        ["superseded", one],
        ["healthy", three],
      ],
      "healthy",
    ],
    [
      "that failed and was kept from coming back is aborted",
      [
        ["bad", one],
        ["intent", one],
        ["aborted", one],
      ],
      "aborted",
    ],
  ] as const)("%s", (_, events, standing) => {
    expect(standingOf(told(...(events as readonly (readonly [LedgerEvent, string, string?])[])), one)).toBe(standing);
  });
});

test.each([
  ["is none where none was ever well", told(["intent", one], ["bad", one]), undefined],
  ["is the last that was well", told(["healthy", one], ["healthy", two], ["bad", three]), two],
  ["is what a rollback brought back", told(["healthy", one], ["healthy", two], ["rolledBack", one, two]), one],
  ["is what was adopted from the console", told(["healthy", one], ["adopted", three]), three],
])("the champion %s", (_, chain, digest) => {
  expect(championOf(chain)?.digest).toBe(digest);
});
