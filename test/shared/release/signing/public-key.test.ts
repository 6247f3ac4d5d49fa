import { generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, test } from "vitest";
import { Failure } from "../../../../shared/failure.ts";
import { bundleOf, check, keyPair, MODEL, pemOfKey, statement, trustKey } from "./bundle-maker.ts";
import { makeCertificate, pemOf } from "./certificate-maker.ts";

const signer = keyPair();
const trust = trustKey(signer.publicKey);
const good = bundleOf(statement(MODEL), signer);

describe("the trusted key", () => {
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const pkcs8 = Buffer.from(signer.privateKey.export({ type: "pkcs8", format: "pem" }).toString());

  test.each<[string, Uint8Array, RegExp]>([
    ["an empty file", Buffer.alloc(0), /holds no PEM text/],
    ["a private key", pkcs8, /is a private key, where its public half belongs/],
    ["a certificate", pemOf(makeCertificate({ subject: "x", key: signer })), /holds a certificate, not a public key/],
    [
      "a broken key",
      Buffer.from("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"),
      /no readable public key/,
    ],
    ["an RSA key", pemOfKey(rsa.publicKey), /a key of type rsa does not sign models/],
    [
      "a key on another curve",
      pemOfKey(generateKeyPairSync("ec", { namedCurve: "secp256k1" }).publicKey),
      /on secp256k1/,
    ],
    ["a file of 65 KiB", Buffer.concat([pemOfKey(signer.publicKey), Buffer.alloc(65 * 1024)]), /not a public key/],
  ])("%s cannot be trusted", (_, pem, message) => {
    const refused = () => check(good, MODEL, { trust: { method: "key", pem, path: "release.pub" } });
    expect(refused).toThrow(Failure);
    expect(refused).toThrow(message);
  });

  test("decides the digest: a signature by another digest of the same key does not count", () => {
    const bundle = structuredClone(good);
    const payload = Buffer.from(bundle.dsseEnvelope.payload, "base64");
    const data = Buffer.concat([Buffer.from(`DSSEv1 28 application/vnd.in-toto+json ${payload.length} `), payload]);
    bundle.dsseEnvelope.signatures[0]!.sig = sign("sha512", data, signer.privateKey).toString("base64");
    expect(check(bundle, MODEL, { trust })).toMatchObject({
      status: "failed",
      reason: expect.stringMatching(/was not made by/),
    });
  });
});
