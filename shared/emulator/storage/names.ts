const MAX_OBJECT_NAME_BYTES = 1024;

export function validBucketName(name: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/.test(name) && !name.includes("..");
}

export function validObjectName(name: string): boolean {
  const sizeBytes = Buffer.byteLength(name);
  if (sizeBytes === 0 || sizeBytes > MAX_OBJECT_NAME_BYTES || name === "." || name === "..") return false;
  return !/[\r\n]/.test(name) && !name.startsWith(".well-known/acme-challenge/") && name.isWellFormed();
}

/** As the service orders them: by their UTF-8 bytes, which is by code points. */
export function compareNames(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at += 1) {
    const [left, right] = [one.charCodeAt(at), other.charCodeAt(at)];
    if (left !== right) return place(left) - place(right);
  }
  return one.length - other.length;
}

/** UTF-16 writes what lies beyond U+FFFF by units that are smaller than U+E000: they belong behind all others. */
function place(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}
