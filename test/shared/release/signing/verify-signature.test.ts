import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { bundleOf, check, hashOf, keyPair, MODEL, pemOfKey, statement, trustKey } from "./bundle-maker.ts";

const signer = keyPair();
const trust = trustKey(signer.publicKey);

describe("a signature by key", () => {
  test.each([
    ["P-256", keyPair("P-256")],
    ["P-384", keyPair("P-384")],
    ["P-521", keyPair("P-521")],
    ["Ed25519", generateKeyPairSync("ed25519")],
  ])("by %s verifies, and by another such key does not", (_, pair) => {
    const bundle = bundleOf(statement(MODEL), pair);
    expect(check(bundle, MODEL, { trust: trustKey(pair.publicKey) })).toEqual({
      status: "verified",
      method: "key",
      signer: `key ${hashOf(pemOfKey(pair.publicKey).toString())}`,
      covered: 3,
      leftOut: [],
    });
    expect(check(bundle, MODEL, { trust })).toMatchObject({
      status: "failed",
      reason: expect.stringMatching(/signed with the key/),
      where: "m.sig",
    });
  });

  test("must speak of this key where it names one", () => {
    const claim = { publicKey: { hint: hashOf(pemOfKey(signer.publicKey).toString()) } };
    const forged = bundleOf(statement(MODEL), keyPair(), claim);
    expect(check(forged, MODEL, { trust })).toMatchObject({
      status: "failed",
      reason: expect.stringMatching(/was not made by/),
    });
  });

  test.each([
    [
      "with the key itself instead of a hint, as before v1.1.0",
      { publicKey: { rawBytes: "AAAA", keyDetails: "PKCS1_RSA_PSS" } },
    ],
    ["with an empty hint", { publicKey: { hint: "" } }],
    ["with a null hint", { publicKey: { hint: null } }],
  ])("verifies %s", (_, material) => {
    expect(check(bundleOf(statement(MODEL), signer, material), MODEL, { trust }).status).toBe("verified");
  });
});
