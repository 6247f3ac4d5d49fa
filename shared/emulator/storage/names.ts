const MAX_OBJECT_NAME_BYTES = 1024;

export function validBucketName(name: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/.test(name) && !name.includes("..");
}

export function validObjectName(name: string): boolean {
  const sizeBytes = Buffer.byteLength(name);
  if (sizeBytes === 0 || sizeBytes > MAX_OBJECT_NAME_BYTES || name === "." || name === "..") return false;
  return !/[\r\n]/.test(name) && !name.startsWith(".well-known/acme-challenge/") && name.isWellFormed();
}

/** As the service orders them: by their UTF-8 bytes. */
export function compareNames(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
