import type { X509Certificate } from "node:crypto";

/** What node:crypto does not tell about a certificate. Extensions go by their dotted numbers. */
export interface CertificateDetails {
  readonly keyUsage: { readonly digitalSignature: boolean } | undefined;
  /** How many authorities may stand between this one and the signing certificate. */
  readonly pathLength: number;
  /** Critical extensions that nothing here enforces. */
  readonly unknownCritical: readonly string[];
  /** Fulcio marks the certificates of the keyless method. */
  readonly isKeyless: boolean;
  /** Signed with a digest for which collisions have been made. */
  readonly isWeaklySigned: boolean;
}

interface Element {
  readonly tag: number;
  readonly bytes: Uint8Array;
}

interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

const BOOLEAN = 0x01;
const INTEGER = 0x02;
const SEQUENCE = 0x30;
const EXTENSIONS = 0xa3;
const KEY_USAGE = "2.5.29.15";
const BASIC_CONSTRAINTS = "2.5.29.19";
const FULCIO = "1.3.6.1.4.1.57264.1.";
/** Enforced here, or (names, identifiers, policies) without a say in whether a chain holds, as OpenSSL sees it. */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  KEY_USAGE,
  BASIC_CONSTRAINTS,
  "2.5.29.37", // extended key usage
  "2.5.29.14", // subject key identifier
  "2.5.29.35", // authority key identifier
  "2.5.29.17", // subject alternative name
  "2.5.29.18", // issuer alternative name
  "2.5.29.32", // certificate policies
  "2.5.29.33", // policy mappings
  "2.5.29.36", // policy constraints
  "2.5.29.54", // inhibit any policy
]);
const WEAK_SIGNATURES: ReadonlySet<string> = new Set([
  "1.2.840.113549.1.1.2", // MD2 with RSA
  "1.2.840.113549.1.1.4", // MD5 with RSA
  "1.2.840.113549.1.1.5", // SHA-1 with RSA
  "1.3.14.3.2.29", // SHA-1 with RSA, the older number
  "1.2.840.10040.4.3", // SHA-1 with DSA
  "1.2.840.10045.4.1", // SHA-1 with ECDSA
]);

/** OpenSSL has parsed the certificate before; undefined when this reading finds it otherwise. */
export function readCertificateDetails({ raw }: X509Certificate): CertificateDetails | undefined {
  const [body, algorithm] = childrenOf(childrenOf(raw)?.[0]?.bytes) ?? [];
  const signature = childrenOf(algorithm?.bytes)?.[0]?.bytes;
  const fields = childrenOf(body?.bytes);
  if (fields === undefined || signature === undefined) return undefined;
  const list = fields.find(({ tag }) => tag === EXTENSIONS)?.bytes;
  const elements = list === undefined ? [] : childrenOf(childrenOf(list)?.[0]?.bytes);
  const extensions = elements?.map(readExtension).filter((extension) => extension !== undefined);
  if (extensions === undefined || extensions.length !== elements?.length) return undefined;
  return { ...summarize(extensions), isWeaklySigned: WEAK_SIGNATURES.has(dotted(signature)) };
}

function readExtension({ tag, bytes }: Element): Extension | undefined {
  const parts = tag === SEQUENCE ? (childrenOf(bytes) ?? []) : [];
  const [oid, flag] = parts;
  const value = parts.at(-1);
  if (oid === undefined || flag === undefined || value === undefined) return undefined;
  const critical = parts.length === 3 && flag.tag === BOOLEAN && flag.bytes[0] !== 0;
  return { oid: dotted(oid.bytes), critical, value: value.bytes };
}

function summarize(extensions: readonly Extension[]): Omit<CertificateDetails, "isWeaklySigned"> {
  const extension = (wanted: string) => extensions.find(({ oid }) => oid === wanted)?.value;
  const keyUsage = childrenOf(extension(KEY_USAGE))?.[0]?.bytes;
  const constraints = childrenOf(childrenOf(extension(BASIC_CONSTRAINTS))?.[0]?.bytes) ?? [];
  const pathLength = constraints.find(({ tag }) => tag === INTEGER)?.bytes;
  return {
    // The first byte of a bit string counts its unused bits; digitalSignature is the first bit after it.
    keyUsage: keyUsage && { digitalSignature: ((keyUsage[1] ?? 0) & 0x80) !== 0 },
    pathLength: pathLength?.reduce((value, byte) => value * 256 + byte, 0) ?? Infinity,
    unknownCritical: extensions.filter(({ oid, critical }) => critical && !UNDERSTOOD.has(oid)).map(({ oid }) => oid),
    isKeyless: extensions.some(({ oid }) => oid.startsWith(FULCIO)),
  };
}

/** The DER elements that fill these bytes, or undefined when they do not. */
function childrenOf(der: Uint8Array | undefined): readonly Element[] | undefined {
  const elements: Element[] = [];
  let at = 0;
  while (der !== undefined && at < der.length) {
    const head = readHead(der, at);
    if (head === undefined || head.start + head.length > der.length) return undefined;
    elements.push({ tag: der[at]!, bytes: der.subarray(head.start, head.start + head.length) });
    at = head.start + head.length;
  }
  return der && elements;
}

function readHead(der: Uint8Array, at: number): { readonly start: number; readonly length: number } | undefined {
  const first = der[at + 1];
  if (first === undefined || first === 0x80 || first > 0x83) return undefined;
  if (first < 0x80) return { start: at + 2, length: first };
  const start = at + 2 + (first & 0x7f);
  if (start > der.length) return undefined;
  return { start, length: der.subarray(at + 2, start).reduce((length, byte) => length * 256 + byte, 0) };
}

function dotted(oid: Uint8Array): string {
  const numbers: number[] = [];
  let number = 0;
  for (const byte of oid) {
    number = number * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    numbers.push(number);
    number = 0;
  }
  const [head = 0, ...rest] = numbers;
  const root = Math.min(2, Math.floor(head / 40));
  return [root, head - root * 40, ...rest].join(".");
}
