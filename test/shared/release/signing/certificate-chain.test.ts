import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { bundleOf, chainOf, check, keyPair, MODEL, statement } from "./bundle-maker.ts";
import {
  type CertificateSpec,
  makeCertificate,
  NAME_CONSTRAINTS,
  pemOf,
  SERVER_AUTHENTICATION,
} from "./certificate-maker.ts";

const rootKey = keyPair("P-384");
const authorityKey = keyPair();
const leafKey = keyPair();
const ROOT = { subject: "root", key: rootKey };
const AUTHORITY = { subject: "authority", key: authorityKey };
const selfSigned = makeCertificate({ subject: "self", key: leafKey });
const root = makeCertificate({ ...ROOT, authority: true });

const authority = (spec: Partial<CertificateSpec> = {}) =>
  makeCertificate({ ...AUTHORITY, issuer: ROOT, authority: true, ...spec });
const leaf = (spec: Partial<CertificateSpec> = {}) =>
  makeCertificate({ subject: "signer", key: leafKey, issuer: AUTHORITY, ...spec });
const checkChain = (chain: readonly Buffer[], trusted: readonly Buffer[] = [root]) => {
  const trust = { method: "certificate", pem: pemOf(...trusted), path: "root.pem" } as const;
  return check(bundleOf(statement(MODEL), leafKey, chainOf(...chain)), MODEL, { trust });
};

describe("a chain of certificates", () => {
  const renewedRoot = makeCertificate({ subject: "root", key: keyPair(), authority: true });

  test("names the signer", () => {
    const verified = { status: "verified", method: "certificate", signer: "CN=signer", covered: 3, leftOut: [] };
    expect(checkChain([leaf(), authority()])).toEqual(verified);
  });

  test.each<[string, readonly Buffer[], readonly Buffer[]]>([
    ["also when it carries the root", [leaf(), authority(), root], [root]],
    ["also when it carries certificates that do not belong", [leaf(), renewedRoot, authority()], [root]],
    ["when the authority comes from the trusted file", [leaf()], [authority(), root]],
    ["beside another root of the same name", [leaf(), authority()], [renewedRoot, root]],
    ["straight from the root", [leaf({ issuer: ROOT })], [root]],
    ["when the signer's own, self-signed certificate is trusted", [selfSigned], [selfSigned]],
    ["by digitalSignature alone", [leaf({ extendedUsage: null }), authority()], [root]],
    ["by codeSigning alone", [leaf({ usage: null }), authority()], [root]],
    [
      "to a root that signed itself with SHA-1",
      [leaf(), authority()],
      [makeCertificate({ ...ROOT, authority: true, digest: "sha1" })],
    ],
    ["for any extended usage", [leaf({ extendedUsage: "2.5.29.37.0" }), authority()], [root]],
    ["with a critical extension that we know", [leaf({ critical: "2.5.29.32" }), authority()], [root]],
    ["below an authority that allows none below itself", [leaf(), authority({ pathLength: 0 })], [root]],
    ["long after the signer's certificate has run out", [leaf({ to: "20240102000000Z" }), authority()], [root]],
    ["when the authority ran out since", [leaf(), authority({ to: "20240601000000Z" })], [root]],
  ])("verifies %s", (_, chain, trusted) => {
    expect(checkChain(chain, trusted)).toMatchObject({ status: "verified" });
  });

  test.each<[string, readonly Buffer[], RegExp]>([
    ["without the authority between", [leaf()], /no chain leads from CN=signer to a trusted, self-signed root/],
    [
      "that ends at another root of the same name",
      [leaf(), authority({ issuer: { ...ROOT, key: keyPair() } })],
      /no chain/,
    ],
    [
      "whose authority is no authority",
      [leaf(), authority({ authority: false, usage: null })],
      /CN=authority belongs to no authority/,
    ],
    ["whose authority may not sign certificates", [leaf(), authority({ usage: "digitalSignature" })], /no chain/],
    [
      "whose authority is for servers only",
      [leaf(), authority({ extendedUsage: SERVER_AUTHENTICATION })],
      /may not issue/,
    ],
    [
      "whose authority was not yet valid",
      [leaf(), authority({ from: "20240102000000Z" })],
      /CN=authority was not valid/,
    ],
    [
      "whose authority had run out",
      [leaf(), authority({ from: "20230101000000Z", to: "20231231000000Z" })],
      /was not valid/,
    ],
    [
      "that begins before its root",
      [leaf({ from: "20200101000000Z" }), authority({ from: "20190101000000Z" })],
      /CN=root was not valid/,
    ],
    [
      "through a critical extension unknown to us",
      [leaf(), authority({ critical: "1.2.3.4" })],
      /extension 1\.2\.3\.4/,
    ],
    ["through name constraints", [leaf(), authority({ critical: NAME_CONSTRAINTS })], /extension 2\.5\.29\.30/],
    [
      "through a SHA-1 signature",
      [leaf(), authority({ digest: "sha1" })],
      /CN=authority is signed with a broken digest/,
    ],
    ["for servers", [leaf({ extendedUsage: SERVER_AUTHENTICATION }), authority()], /CN=signer is not for signing/],
    ["for signing certificates", [leaf({ usage: "keyCertSign" }), authority()], /is not for signing/],
    ["for nothing in particular", [leaf({ usage: null, extendedUsage: null }), authority()], /is not for signing/],
    ["with a critical extension unknown to us", [leaf({ critical: "1.2.3.4" }), authority()], /CN=signer demands/],
    [
      "signed with SHA-1 under its authority's name",
      [leaf({ subject: "authority", digest: "sha1" }), authority()],
      /broken digest/,
    ],
    ["signed with SHA-1", [leaf({ digest: "sha1" }), authority()], /CN=signer is signed with a broken digest/],
    [
      "of the keyless method",
      [leaf({ critical: "1.3.6.1.4.1.57264.1.1" }), authority()],
      /sigstore method is not supported/,
    ],
    ["for another key than signed", [leaf({ key: keyPair() }), authority()], /was not made by CN=signer/],
    ["of an RSA key", [leaf({ key: rsaPair() }), authority()], /holds a key of type rsa, which does not sign models/],
    ["that is self-signed and not trusted", [selfSigned], /no chain/],
  ])("%s is refused", (_, chain, reason) => {
    expect(checkChain(chain)).toMatchObject({
      status: "failed",
      reason: expect.stringMatching(reason),
      where: "m.sig",
    });
  });

  test("stops at an authority that is trusted but no root, as OpenSSL does", () => {
    expect(checkChain([leaf(), authority()], [authority()])).toMatchObject({ status: "failed" });
  });

  test("does not let a signer act as an authority", () => {
    const victim = { subject: "signer", key: keyPair() };
    const forged = makeCertificate({ subject: "forged", key: leafKey, issuer: victim });
    const chain = [forged, makeCertificate({ ...victim, issuer: AUTHORITY }), authority()];
    expect(checkChain(chain)).toMatchObject({
      status: "failed",
      reason: expect.stringMatching(/no chain|no authority/),
    });
  });

  test.each([
    [0, "failed"],
    [1, "verified"],
  ])("counts the authorities between: a path length of %i and one more authority is %s", (pathLength, status) => {
    const second = { subject: "second", key: keyPair() };
    const between = makeCertificate({ ...second, issuer: AUTHORITY, authority: true });
    expect(checkChain([leaf({ issuer: second }), between, authority({ pathLength })])).toMatchObject({ status });
  });

  test("of sixteen that all sign each other ends", () => {
    const one = { subject: "one", key: authorityKey };
    const ring = Array.from({ length: 15 }, (_, n) =>
      makeCertificate({ ...one, issuer: one, authority: true, pathLength: n }),
    );
    expect(checkChain([leaf({ issuer: one }), ...ring])).toMatchObject({ status: "failed" });
  });

  test.each([
    ["garbage", Buffer.from("garbage")],
    ["half a certificate", leaf().subarray(0, 200)],
    ["nothing", Buffer.alloc(0)],
  ])("of %s cannot be read", (_, der) => {
    expect(() => checkChain([der])).toThrow(/m\.sig: certificate 1 is not an X\.509 certificate/);
  });

  test("in a bundle that a key signed is refused", () => {
    const trust = { method: "certificate", pem: pemOf(root), path: "root.pem" } as const;
    const result = check(bundleOf(statement(MODEL), leafKey), MODEL, { trust });
    expect(result).toMatchObject({ status: "failed", reason: "it is signed with a key" });
  });
});

describe("the trusted certificates", () => {
  test.each([
    ["an empty file", Buffer.alloc(0), /does not hold 1 to 256 PEM certificates/],
    ["DER instead of PEM", root, /does not hold 1 to 256/],
    ["257 certificates", pemOf(...Array(257).fill(root)), /does not hold 1 to 256/],
    [
      "PEM around garbage",
      Buffer.from("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"),
      /root\.pem is not an X\.509/,
    ],
  ])("%s cannot be read", (_, pem, message) => {
    const trust = { method: "certificate", pem, path: "root.pem" } as const;
    expect(() => check(bundleOf(statement(MODEL), leafKey, chainOf(leaf())), MODEL, { trust })).toThrow(message);
  });
});

function rsaPair() {
  return generateKeyPairSync("rsa", { modulusLength: 2048 });
}
