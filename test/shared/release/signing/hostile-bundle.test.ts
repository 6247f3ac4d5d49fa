import { expect, test } from "vitest";
import { Failure } from "../../../../shared/failure.ts";
import { bundleOf, chainOf, check, keyPair, MODEL, pemOfKey, statement, trustKey } from "./bundle-maker.ts";
import { makeCertificate, pemOf } from "./certificate-maker.ts";

const pair = keyPair();
const certificate = makeCertificate({ subject: "self", key: pair });
const byKey = { bundle: bundleOf(statement(MODEL), pair), trust: trustKey(pair.publicKey) };
const byCertificate = {
  bundle: bundleOf(statement(MODEL), pair, chainOf(certificate)),
  trust: { method: "certificate", pem: pemOf(certificate), path: "root.pem" } as const,
};

/** mulberry32: the same mutations in every run. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

test.each([
  ["key", byKey],
  ["certificate", byCertificate],
])("500 mutated bundles by %s verify only what is signed, and never crash", (_, { bundle, trust }) => {
  const text = Buffer.from(JSON.stringify(bundle));
  const random = randomOf(20260701);
  const pick = (count: number) => Math.floor(random() * count);
  for (let round = 0; round < 500; round++) {
    const bytes = Buffer.from(text);
    for (let change = pick(3); change >= 0; change--) bytes[pick(bytes.length)] = pick(256);
    const mutated = pick(4) === 0 ? bytes.subarray(0, pick(bytes.length)) : bytes;
    try {
      const result = check(mutated, { ...MODEL, "saved_model.pb": "other" }, { trust });
      expect(result.status).toBe("failed");
    } catch (error) {
      expect(error).toBeInstanceOf(Failure);
    }
  }
});

test.each([
  ["a forged 16 MiB payload", Buffer.alloc(11 * 2 ** 20, "'").toString("base64")],
  ["a forged payload that 0.2 would print four times as long", Buffer.alloc(2 ** 20).toString("base64")],
])(
  "%s is refused in time",
  (_, payload) => {
    const bundle = structuredClone(byKey.bundle);
    bundle.dsseEnvelope.payload = payload;
    expect(check(bundle, MODEL, { trust: byKey.trust }).status).toBe("failed");
  },
  2_000,
);

test("a trusted key in the bundle's own place changes nothing", () => {
  const forger = keyPair();
  const material = { publicKey: { rawBytes: pemOfKey(forger.publicKey).toString("base64") } };
  const forged = bundleOf(statement(MODEL), forger, material);
  expect(check(forged, MODEL, { trust: byKey.trust }).status).toBe("failed");
});
