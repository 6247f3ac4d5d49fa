import { Failure } from "../../../failure.ts";
import type { RuntimeVariant } from "../../../ports/native-runtime.ts";
import type { Platform } from "./native-packages.ts";

/** What TensorFlow's wheels are made for; a TensorFlow that the system has may be another machine's. */
export function requirePlatform(variant: RuntimeVariant, own: Platform = ownPlatform()): Platform {
  const isFit = own.os === "linux" && own.libc === "glibc" && (own.cpu === "x64" || variant === "system");
  if (isFit) return own;
  const libc = own.os === "linux" ? ` with ${own.libc}` : "";
  throw new Failure(
    "platform-unsupported",
    `TensorFlow is set up on Linux x64 with glibc; this is ${own.os} ${own.cpu}${libc}`,
    {
      fix: "Run it on such a machine, or use the embedded runtime here (--runtime embedded).",
    },
  );
}

export function ownPlatform(): Platform {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  const libc = header.glibcVersionRuntime === undefined ? "musl" : "glibc";
  return { os: process.platform, cpu: process.arch, libc };
}
