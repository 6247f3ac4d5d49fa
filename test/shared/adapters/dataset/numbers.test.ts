import { describe, expect, test } from "vitest";
import { scanNumber } from "../../../../shared/adapters/dataset/text/numbers.ts";

function scanned(text: string): { readonly value: number; readonly end: number } {
  const bytes = Uint8Array.from([...Buffer.from(text), 0]);
  const values = Float64Array.of(Number.NaN);
  const end = scanNumber({ bytes, at: 0, end: bytes.length - 1 }, values, 0);
  return { value: values[0]!, end };
}

/** A seeded sequence of doubles whose bits are all equally likely. */
function* doubles(count: number): Iterable<number> {
  const bits = new DataView(new ArrayBuffer(8));
  let state = 42n;
  for (let index = 0; index < count; ) {
    state = (state * 6364136223846793005n + 1442695040888963407n) & (2n ** 64n - 1n);
    bits.setBigUint64(0, state ^ (state >> 29n));
    const value = bits.getFloat64(0);
    if (!Number.isFinite(value)) continue;
    index++;
    yield value;
  }
}

describe("a number is the nearest double, or left to the parser", () => {
  test.each([
    "0",
    "-0",
    "7",
    "-12.5",
    "0.1",
    "123456789",
    "1234567890",
    "0.000001",
    "9007199254740992.5",
    "9007199254740.993",
    "90.07199254740993",
    "9007199254740993e-10",
    "225.945362999999986",
    "-2167.730893999999807",
    "0.9453314102708174",
    "1e5",
    "1.5E-05",
    "123456789012345678",
    "1e22",
    "1e-22",
    "0.3333333333333333333333333333",
  ])("%s", (text) => {
    expect(scanned(text)).toEqual({ value: Number(text), end: text.length });
  });

  test.each(["", "-", ".5", "5.", "1e", "1e+", "x", "+1", "1e400", "1e23", "9007199254740993", `0.${"1".repeat(50)}`])(
    "%s is left to the parser",
    (text) => expect(scanned(text)).toEqual({ value: Number.NaN, end: -1 }),
  );

  test("what follows is not looked at", () => {
    expect(scanned("12.5,7")).toEqual({ value: 12.5, end: 4 });
    expect(scanned("12.5.7")).toEqual({ value: 12.5, end: 4 });
  });

  test("doubles come back as they were written, and longer, and shorter", () => {
    let known = 0;
    for (const value of doubles(20_000)) {
      const moderate = value / 10 ** Math.round(Math.log10(Math.abs(value) || 1));
      for (const text of [
        String(moderate),
        moderate.toFixed(17),
        moderate.toFixed(6),
        moderate.toPrecision(19),
        String(value),
      ]) {
        const { value: read, end } = scanned(text);
        if (end < 0) continue;
        known++;
        if (!Object.is(read, Number(text)) || end !== text.length)
          expect({ text, read }).toEqual({ text, read: Number(text) });
      }
    }
    expect(known).toBeGreaterThan(70_000);
  });
});
