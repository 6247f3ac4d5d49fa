import { sign } from "node:crypto";
import { describe, expect, test } from "vitest";
import { bundleOf, check, keyPair, MODEL, statement, trustKey, wholeFiles } from "./bundle-maker.ts";

const signer = keyPair();
const trust = trustKey(signer.publicKey);

describe("what model_signing 0.2 wrote", () => {
  const legacy = {
    _type: "https://in-toto.io/Statement/v1",
    subject: wholeFiles(MODEL).map(({ name, digest }) => ({ name, digest: { sha256: digest } })),
    predicateType: "https://model_signing/Digests/v0.1",
    predicate: { unused: "it's unused" },
  };
  /** Python prints bytes that hold both quotes between single ones. */
  const signedLegacy = (payload: object, digest: string, pair = signer) => {
    const text = JSON.stringify(payload, null, 1);
    const printed = `b'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("\n", "\\n")}'`;
    const bundle = bundleOf(text, pair);
    const data = Buffer.from(`DSSEV1 28 application/vnd.in-toto+json ${text.length} ${printed}`);
    bundle.dsseEnvelope.signatures = [{ sig: sign(digest, data, pair.privateKey).toString("base64"), keyid: null }];
    return bundle;
  };

  test("verifies, file by file", () => {
    expect(check(signedLegacy(legacy, "sha256"), MODEL, { trust })).toMatchObject({ status: "verified", covered: 3 });
    expect(check(signedLegacy(legacy, "sha256"), { ...MODEL, evil: "" }, { trust }).status).toBe("failed");
  });

  test.each(["sha256", "sha384"])("verifies on P-384 with %s", (digest) => {
    const pair = keyPair("P-384");
    const own = trustKey(pair.publicKey);
    expect(check(signedLegacy(legacy, digest, pair), MODEL, { trust: own }).status).toBe("verified");
  });

  test("lends its way of signing to no later statement", () => {
    expect(check(signedLegacy(statement(MODEL), "sha256"), MODEL, { trust })).toMatchObject({
      reason: expect.stringMatching(/only model_signing 0\.2 did/),
    });
  });
});
