import { X509Certificate } from "node:crypto";
import { Failure } from "../../failure.ts";
import { type CertificateDetails, readCertificateDetails } from "./certificate-details.ts";
import { type Refusal, refuse, refuseSigstore } from "./refusal.ts";

const MAX_TRUST_BYTES = 2 ** 20;
const MAX_TRUSTED = 256;
const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;
const CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
const ANY_USAGE = "2.5.29.37.0";
const CHAIN_FIX = "Sign with a certificate that chains to the root in artifact.signedBy.certificate.";

/** The certificates that the manifest trusts, from a PEM file of one or more. */
export function readTrustedCertificates(pem: Uint8Array, where: string): readonly X509Certificate[] {
  const text = Buffer.from(pem.subarray(0, MAX_TRUST_BYTES)).toString("latin1");
  const blocks = text.match(PEM_CERTIFICATE) ?? [];
  if (pem.length > MAX_TRUST_BYTES || blocks.length === 0 || blocks.length > MAX_TRUSTED) {
    throw new Failure("signature-unreadable", `${where} does not hold 1 to ${MAX_TRUSTED} PEM certificates`, {
      fix: "Point artifact.signedBy.certificate at the root certificate in PEM form.",
    });
  }
  return blocks.map((block) => parse(block, where));
}

/**
 * The signing certificate, once a chain leads from it to a trusted root. Nothing proves when the signature was made, so
 * every certificate is judged at the moment from which the signing certificate is valid, as model_signing does.
 */
export function verifyChain(
  chain: readonly Uint8Array[],
  trusted: readonly X509Certificate[],
  where: string,
): X509Certificate | Refusal {
  const [leaf, ...others] = chain.map((der, index) => parse(der, `${where}: certificate ${index + 1}`));
  if (leaf === undefined) return refuse("the bundle holds no certificate", CHAIN_FIX);
  return refuseUse(leaf) ?? refuseChain(leaf, trusted, others) ?? leaf;
}

export function nameOf({ subject, fingerprint256 }: X509Certificate): string {
  return subject?.replaceAll("\n", ", ").slice(0, 200) || fingerprint256;
}

function parse(certificate: string | Uint8Array, where: string): X509Certificate {
  try {
    return new X509Certificate(certificate);
  } catch (cause) {
    throw new Failure("signature-unreadable", `${where} is not an X.509 certificate`, {
      fix: "Write the certificate again, as its authority issued it.",
      cause,
    });
  }
}

/** The reference asks for one of the two usages; a usage that is stated and excludes signing is refused here as well. */
function refuseUse(leaf: X509Certificate): Refusal | undefined {
  const details = readCertificateDetails(leaf);
  if (details?.isKeyless) return refuseSigstore();
  const isStated = details?.keyUsage !== undefined || leaf.keyUsage !== undefined;
  const isAllowed = details?.keyUsage?.digitalSignature !== false && allowsCodeSigning(leaf);
  if (isStated && isAllowed) return refuseDetails(leaf, details);
  return refuse(
    `the certificate ${nameOf(leaf)} is not for signing: its usages must include digitalSignature or codeSigning and exclude neither`,
    "Sign with a certificate issued for code signing.",
  );
}

/** Node calls the extended key usage `keyUsage`. */
function allowsCodeSigning({ keyUsage }: X509Certificate): boolean {
  return keyUsage === undefined || keyUsage.includes(CODE_SIGNING) || keyUsage.includes(ANY_USAGE);
}

function refuseDetails(
  certificate: X509Certificate,
  details: CertificateDetails | undefined,
  isRoot = false,
): Refusal | undefined {
  const name = `the certificate ${nameOf(certificate)}`;
  if (details === undefined) return refuse(`the extensions of ${name} cannot be read`, CHAIN_FIX);
  // A root is trusted for itself: its own signature proves nothing.
  if (details.isWeaklySigned && !isRoot)
    return refuse(`${name} is signed with a broken digest (MD5, SHA-1)`, CHAIN_FIX);
  const [unknown] = details.unknownCritical;
  if (unknown === undefined) return undefined;
  return refuse(`${name} demands the extension ${unknown}, which is not supported`, CHAIN_FIX);
}

/** Breadth first: the shortest chain is found, and no certificate is visited twice, however many sign each other. */
function refuseChain(
  leaf: X509Certificate,
  trusted: readonly X509Certificate[],
  others: readonly X509Certificate[],
): Refusal | undefined {
  const roots = new Set(trusted.filter((one) => isSignedBy(one, one)).map(({ fingerprint256 }) => fingerprint256));
  const waiting = new Map([...trusted, ...others].map((one) => [one.fingerprint256, one]));
  const queue = [{ certificate: leaf, below: 0 }];
  let reason: Refusal | undefined;
  for (const { certificate, below } of queue) {
    if (roots.has(certificate.fingerprint256)) return undefined;
    for (const [fingerprint, issuer] of waiting) {
      if (!isIssuedBy(certificate, issuer)) continue;
      waiting.delete(fingerprint);
      const refusal = refuseIssuer(issuer, { leaf, below, isRoot: roots.has(fingerprint) });
      reason ??= refusal;
      if (refusal === undefined) queue.push({ certificate: issuer, below: below + 1 });
    }
  }
  return reason ?? refuse(`no chain leads from ${nameOf(leaf)} to a trusted, self-signed root`, CHAIN_FIX);
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && isSignedBy(certificate, issuer);
}

/** OpenSSL throws where the two keys are of different kinds. */
function isSignedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.verify(issuer.publicKey);
  } catch {
    return false;
  }
}

interface Place {
  readonly leaf: X509Certificate;
  /** Authorities between this one and the signing certificate. */
  readonly below: number;
  readonly isRoot: boolean;
}

function refuseIssuer(issuer: X509Certificate, { leaf, below, isRoot }: Place): Refusal | undefined {
  const name = `the certificate ${nameOf(issuer)}`;
  const details = readCertificateDetails(issuer);
  if (!issuer.ca) return refuse(`${name} belongs to no authority, so it cannot issue others`, CHAIN_FIX);
  if (!isRoot && !allowsCodeSigning(issuer)) return refuse(`${name} may not issue certificates for signing`, CHAIN_FIX);
  if (details !== undefined && below > details.pathLength) {
    return refuse(`${name} allows ${details.pathLength} authorities below it, and ${below} follow`, CHAIN_FIX);
  }
  const atMs = leaf.validFromDate.getTime();
  if (!(issuer.validFromDate.getTime() <= atMs && atMs <= issuer.validToDate.getTime())) {
    return refuse(`${name} was not valid when the signing certificate began to be`, CHAIN_FIX);
  }
  return refuseDetails(issuer, details, isRoot);
}
