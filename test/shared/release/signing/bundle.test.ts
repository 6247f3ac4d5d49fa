import { describe, expect, test } from "vitest";
import { bundleOf, check, keyPair, type LooseBundle, MODEL, statement, trustKey } from "./bundle-maker.ts";

const signer = keyPair();
const trust = trustKey(signer.publicKey);
const good = bundleOf(statement(MODEL), signer);

const bend = (change: (bundle: LooseBundle) => void): object => {
  const bundle = structuredClone(good);
  change(bundle);
  return bundle;
};

describe("the bundle's form", () => {
  test.each([
    ["bundle+json;version=0.1"],
    ["bundle+json;version=0.2"],
    ["bundle+json;version=0.3"],
    ["bundle.v0.3+json"],
  ])("%s is a media type we read", (suffix) => {
    const bundle = bend((it) => (it.mediaType = `application/vnd.dev.sigstore.${suffix}`));
    expect(check(bundle, MODEL, { trust }).status).toBe("verified");
  });

  test.each<[string, (bundle: LooseBundle) => void, RegExp]>([
    ["a media type of another kind", (it) => (it.mediaType = "application/json"), /media type application\/json/],
    ["a payload of another type", (it) => (it.dsseEnvelope.payloadType = "text/plain"), /signs a text\/plain/],
    ["no signature", (it) => (it.dsseEnvelope.signatures = []), /exactly one signature, and holds 0/],
    ["two signatures", (it) => it.dsseEnvelope.signatures.push(it.dsseEnvelope.signatures[0]!), /and holds 2/],
    ["an empty signature", (it) => (it.dsseEnvelope.signatures[0]!.sig = ""), /was not made by/],
    ["a changed payload", (it) => (it.dsseEnvelope.payload = "e30="), /was not made by/],
    ["another key's hint", (it) => (it.verificationMaterial.publicKey!.hint = "00"), /signed with the key 00/],
    [
      "a certificate",
      (it) => (it.verificationMaterial = { certificate: { rawBytes: "" } }),
      /signed with a certificate/,
    ],
    [
      "a certificate and its entry in the transparency log",
      (it) => (it.verificationMaterial = { certificate: { rawBytes: "" }, tlogEntries: [{}] }),
      /the sigstore method is not supported; use key or certificate/,
    ],
  ])("%s is refused", (_, change, reason) => {
    expect(check(bend(change), MODEL, { trust })).toMatchObject({
      status: "failed",
      reason,
      fix: expect.stringMatching(/\w\.$/),
      where: "m.sig",
    });
  });

  test.each<[string, (bundle: LooseBundle) => void, RegExp]>([
    ["no media type", (it) => Reflect.deleteProperty(it, "mediaType"), /bundle\.mediaType is missing/],
    ["no envelope", (it) => Reflect.deleteProperty(it, "dsseEnvelope"), /bundle\.dsseEnvelope is missing/],
    ["no material", (it) => Reflect.deleteProperty(it, "verificationMaterial"), /verificationMaterial is missing/],
    ["empty material", (it) => (it.verificationMaterial = {}), /exactly one of publicKey/],
    ["two materials", (it) => (it.verificationMaterial.certificate = {}), /exactly one of publicKey/],
    ["base64 with a line break", (it) => (it.dsseEnvelope.payload += "\n"), /payload is not strict base64/],
    ["base64 with stray bits", (it) => (it.dsseEnvelope.payload = "YR=="), /payload is not strict base64/],
    ["base64 that mixes alphabets", (it) => (it.dsseEnvelope.payload = "+_8="), /payload is not strict base64/],
    ["an empty chain", (it) => (it.verificationMaterial = { x509CertificateChain: { certificates: [] } }), /1 to 16/],
    [
      "a chain of 17",
      (it) => (it.verificationMaterial = { x509CertificateChain: { certificates: Array(17).fill({ rawBytes: "" }) } }),
      /1 to 16/,
    ],
  ])("%s cannot be read", (_, change, message) => {
    expect(() => check(bend(change), MODEL, { trust })).toThrow(message);
  });

  test("one byte more than 16 MiB is not read", () => {
    const spaces = Buffer.alloc(16 * 2 ** 20 + 1, " ");
    expect(() => check(spaces, MODEL, { trust })).toThrow(expect.objectContaining({ code: "limit-exceeded" }));
  });

  test("URL-safe base64 is read, as DSSE allows", () => {
    const bundle = bend(({ dsseEnvelope }) => {
      dsseEnvelope.payload = Buffer.from(dsseEnvelope.payload, "base64").toString("base64url");
    });
    expect(check(bundle, MODEL, { trust }).status).toBe("verified");
  });
});
