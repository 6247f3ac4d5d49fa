import { type KeyObject, sign } from "node:crypto";

export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/** A certificate as a test describes it; what is left out makes a plain, long-lived one for signing code. */
export interface CertificateSpec {
  readonly subject: string;
  readonly key: KeyPair;
  /** The subject's own name and key make a root. */
  readonly issuer?: { readonly subject: string; readonly key: KeyPair };
  readonly authority?: boolean;
  readonly pathLength?: number;
  readonly usage?: "digitalSignature" | "keyCertSign" | null;
  readonly extendedUsage?: string | null;
  readonly from?: string;
  readonly to?: string;
  readonly critical?: string;
  readonly digest?: "sha256" | "sha1";
}

const CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
export const SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
export const NAME_CONSTRAINTS = "2.5.29.30";
/** Only names in the domain `a` may be certified. */
const DOMAIN_A = Buffer.from("3007a0053003820161", "hex");
const SIGNATURES = { sha256: "1.2.840.10045.4.3.2", sha1: "1.2.840.10045.4.1" };
const EXPLICIT_3 = 0xa3;

/** DER of an X.509 certificate whose issuer holds an elliptic-curve key: node:crypto reads such, and makes none. */
export function makeCertificate(spec: CertificateSpec): Buffer {
  const {
    subject,
    key,
    issuer = { subject, key },
    from = "20240101000000Z",
    to = "20340101000000Z",
    digest = "sha256",
  } = spec;
  const algorithm = sequence(objectId(SIGNATURES[digest]));
  const body = sequence(
    tagged(0xa0, integer(2)),
    integer(7),
    algorithm,
    name(issuer.subject),
    sequence(tagged(0x18, Buffer.from(from)), tagged(0x18, Buffer.from(to))),
    name(subject),
    key.publicKey.export({ type: "spki", format: "der" }),
    tagged(EXPLICIT_3, sequence(...extensionsOf(spec))),
  );
  return sequence(body, algorithm, bits(sign(digest, body, issuer.key.privateKey)));
}

export function pemOf(...certificates: readonly Buffer[]): Buffer {
  const blocks = certificates.map((der) => {
    const lines = der.toString("base64").replaceAll(/.{64}(?!$)/g, "$&\n");
    return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
  });
  return Buffer.from(blocks.join(""));
}

function extensionsOf({ authority = false, pathLength, usage, extendedUsage, critical }: CertificateSpec): Buffer[] {
  const constraints = authority
    ? [Buffer.from([1, 1, 0xff]), ...(pathLength === undefined ? [] : [integer(pathLength)])]
    : [];
  const use = usage === undefined ? (authority ? "keyCertSign" : "digitalSignature") : usage;
  const extended = extendedUsage === undefined ? (authority ? null : CODE_SIGNING) : extendedUsage;
  return [
    extension("2.5.29.19", sequence(...constraints), true),
    ...(use === null
      ? []
      : [extension("2.5.29.15", Buffer.from(use === "keyCertSign" ? [3, 2, 2, 4] : [3, 2, 7, 0x80]), true)]),
    ...(extended === null ? [] : [extension("2.5.29.37", sequence(objectId(extended)), false)]),
    ...(critical === undefined
      ? []
      : [extension(critical, critical === NAME_CONSTRAINTS ? DOMAIN_A : Buffer.from([5, 0]), true)]),
  ];
}

function extension(oid: string, value: Buffer, critical: boolean): Buffer {
  return sequence(objectId(oid), ...(critical ? [Buffer.from([1, 1, 0xff])] : []), tagged(0x04, value));
}

function name(commonName: string): Buffer {
  return sequence(tagged(0x31, sequence(objectId("2.5.4.3"), tagged(0x0c, Buffer.from(commonName)))));
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function integer(value: number): Buffer {
  return tagged(0x02, Buffer.from([value]));
}

function bits(bytes: Buffer): Buffer {
  return tagged(0x03, Buffer.concat([Buffer.from([0]), bytes]));
}

function objectId(oid: string): Buffer {
  const [first = 0, second = 0, ...rest] = oid.split(".").map(Number);
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest].flatMap(base128)));
}

function base128(value: number): number[] {
  const digits = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) digits.unshift((rest % 128) + 128);
  return digits;
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}
