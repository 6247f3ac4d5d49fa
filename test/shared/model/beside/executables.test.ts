import { expect, test } from "vitest";
import { scanBytes } from "./scanning.ts";

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(" ", ""), "hex");
const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc(80)]);
const windows = (): Buffer => {
  const bytes = Buffer.alloc(200);
  bytes.write("MZ");
  bytes.writeUInt32LE(128, 60);
  bytes.write("PE\0\0", 128, "latin1");
  return bytes;
};

test.each<[title: string, path: string, bytes: Buffer | string, reason: string]>([
  ["an ELF library named as tensors", "variables/variables.data-00000-of-00001", padded(hex("7f454c46")), "ELF"],
  ["an ELF library named .data", "model.data", padded(hex("7f454c46 02")), "ELF"],
  ["a Windows program", "setup.bin", windows(), "PE"],
  ["a Mach-O library, 64 bit", "lib", padded(hex("cffaedfe")), "Mach-O"],
  ["a Mach-O library, big-endian", "lib", padded(hex("feedface")), "Mach-O"],
  ["a universal binary", "lib", padded(hex("cafebabe 00000002 00000000")), "universal"],
  ["a Java class", "assets/x", padded(hex("cafebabe 00000041 0000")), "Java"],
  ["a WebAssembly program", "kernel.bin", padded(hex("0061736d 01000000")), "WebAssembly"],
  ["an Android program", "classes.bin", padded(Buffer.from("dex\n035\0")), "DEX"],
  ["LLVM bitcode", "x.bc", padded(hex("4243c0de")), "bitcode"],
  ["a static library", "libx.a", padded(Buffer.from("!<arch>\n")), "ar archive"],
  ["compiled Python 3.11", "x.dat", padded(hex("a70d0d0a 00000000 00000000 00000000 e3")), "compiled Python"],
  ["compiled Python 2.7", "x.dat", padded(hex("03f30d0a 00000000 63")), "compiled Python"],
  ["a script by its first line", "assets/vocabulary.txt", "#!/bin/sh\necho x\n", "interpreter"],
  ["a script with a space after #!", "run", "#! /usr/bin/env python3\n", "interpreter"],
  ["Python source", "code/preprocess.py", "import os\n", "Python source"],
  ["Python source in capitals", "code/PREPROCESS.PY", "import os\n", "Python source"],
  ["a shell script without #!", "run.sh", "echo x\n", "shell script"],
  ["a batch file", "run.bat", "echo x\r\n", "operating system"],
  ["a command file", "run.cmd", "echo x\r\n", "operating system"],
  ["a PowerShell script", "run.ps1", "Write-Host x\r\n", "operating system"],
  ["a Visual Basic script", "run.vbs", "MsgBox 1\r\n", "operating system"],
  ["a library by name alone", "variables/libx.so", "not really", "named as"],
  ["a versioned library by name alone", "libx.so.6", "not really", "named as"],
  ["a DLL by name alone", "x.dll", "not really", "named as"],
  ["a Windows shortcut", "a.txt", padded(hex("4c000000 01140200 00000000 c0000000 00000046")), "shortcut"],
])("refused: %s", async (_, path, bytes, reason) => {
  const findings = await scanBytes(path, bytes);
  expect(findings.map((finding) => finding.reason).join()).toContain(reason);
  expect(findings[0]).toMatchObject({ file: path, operator: null, node: null });
});

test.each<[title: string, path: string, bytes: Buffer | string]>([
  ["an empty file", "assets/.gitkeep", ""],
  ["an empty __init__.py", "assets/__init__.py", "\n"],
  ["text that begins with MZ", "assets/names.txt", `MZ is short for Mozambique\n${"x".repeat(200)}`],
  ["tensors that begin with MZ", "variables/x.data-00000-of-00001", padded(Buffer.from("MZ"))],
  ["tensors that end a header like compiled Python", "x.bin", padded(hex("a70d0d0a 11111111 22222222"))],
  ["a number sign and an exclamation mark in prose", "assets/a.txt", "#!not a path"],
  ["a TensorFlow Lite model", "model.tflite", padded(Buffer.from("\x20\0\0\0TFL3", "latin1"))],
  ["a picture", "assets.extra/logo.png", padded(hex("89504e470d0a1a0a"))],
  ["a fingerprint", "fingerprint.pb", hex("08a1bd93f4c5d6e7")],
  ["warm-up requests", "assets.extra/tf_serving_warmup_requests", padded(hex("2a00000000000000"))],
  ["a vocabulary", "assets/vocab.txt", "[PAD]\n[UNK]\n##ing\n"],
])("allowed: %s", async (_, path, bytes) => {
  expect(await scanBytes(path, bytes)).toEqual([]);
});
