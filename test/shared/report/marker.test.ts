import { expect, test } from "vitest";
import { isNewer, markerText, parseMarker } from "../../../shared/report/marker.ts";

const MARKER = { runId: 17_000_000_001, attempt: 3 };

test("what is written is read again, on the first line of a comment", () => {
  expect(parseMarker(markerText(MARKER))).toEqual(MARKER);
  expect(parseMarker(`${markerText(MARKER)}\r\n\r\n## Pass`)).toEqual(MARKER);
});

test.each([
  ["further down", `a\n${markerText(MARKER)}`],
  ["with something behind it", `${markerText(MARKER)} -->`],
  ["without an attempt", "<!-- model-release:report run=1 -->"],
  ["with a number that is none", "<!-- model-release:report run=1e9 attempt=1 -->"],
  ["with a number that no computer keeps", `<!-- model-release:report run=${"9".repeat(16)} attempt=1 -->`],
])("%s it is no marker", (_, body) => {
  expect(parseMarker(body)).toBeNull();
});

test.each([
  ["a later run", { runId: 2, attempt: 1 }, { runId: 1, attempt: 9 }, true],
  ["a later attempt", { runId: 1, attempt: 2 }, { runId: 1, attempt: 1 }, true],
  ["the same one", { runId: 1, attempt: 1 }, { runId: 1, attempt: 1 }, false],
  ["an earlier run", { runId: 1, attempt: 9 }, { runId: 2, attempt: 1 }, false],
])("%s: newer or not", (_, marker, other, expected) => {
  expect(isNewer(marker, other)).toBe(expected);
});
