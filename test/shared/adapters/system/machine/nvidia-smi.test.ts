import { expect, test } from "vitest";
import {
  parseCudaVersion,
  parseGpus,
  parseProcesses,
} from "../../../../../shared/adapters/system/machine/nvidia-smi.ts";
import { threadClock } from "../../../../thread-clock.ts";

const GIB = 2 ** 30;
const UUID = "GPU-4a1b2c3d-0000-1111-2222-333344445555";
const OTHER = "GPU-99999999-0000-1111-2222-333344445555";

test.each<[string, string, boolean, object[]]>([
  [
    "one GPU",
    `9.0, ${UUID}, 550.90.07, 81920, 81408, Disabled, NVIDIA H100 80GB HBM3\n`,
    true,
    [
      {
        driver: "550.90.07",
        gpu: {
          name: "NVIDIA H100 80GB HBM3",
          uuid: UUID,
          totalBytes: 80 * GIB,
          freeBytes: 81408 * 2 ** 20,
          isSplit: false,
          computeCapability: "9.0",
        },
      },
    ],
  ],
  [
    "several GPUs, the second without MIG at all",
    `8.0, ${UUID}, 535.161.08, 40960, 1024, Enabled, NVIDIA A100-SXM4-40GB\n7.5, ${OTHER}, 535.161.08, 15360, 15360, [N/A], Tesla T4\n`,
    true,
    [
      { driver: "535.161.08", gpu: expect.objectContaining({ isSplit: true, freeBytes: GIB }) },
      {
        driver: "535.161.08",
        gpu: expect.objectContaining({ isSplit: false, name: "Tesla T4", totalBytes: 15 * GIB }),
      },
    ],
  ],
  [
    "values that the driver does not tell",
    `[N/A], ${UUID}, 550.90.07, [Insufficient Permissions], [Unknown Error], [Not Supported], NVIDIA Thor\n`,
    true,
    [
      {
        driver: "550.90.07",
        gpu: {
          name: "NVIDIA Thor",
          uuid: UUID,
          totalBytes: null,
          freeBytes: null,
          isSplit: false,
          computeCapability: null,
        },
      },
    ],
  ],
  [
    "a driver that does not know compute_cap",
    `${UUID}, 470.82.01, 15109, 15000, [N/A], Tesla T4\n`,
    false,
    [{ driver: "470.82.01", gpu: expect.objectContaining({ name: "Tesla T4", computeCapability: null }) }],
  ],
  [
    "a name with a comma",
    `8.9, ${UUID}, 550.1, 1024, 1024, [N/A], GPU, of ours\n`,
    true,
    [{ driver: "550.1", gpu: expect.objectContaining({ name: "GPU, of ours" }) }],
  ],
  [
    "lines of Windows",
    `9.0, ${UUID}, 550.1, 1024, 1024, [N/A], X\r\n`,
    true,
    [{ driver: "550.1", gpu: expect.objectContaining({ name: "X" }) }],
  ],
  ["a lost GPU among the lines", `Unable to determine the device handle for GPU0000:3B:00.0: GPU is lost.\n`, true, []],
  ["no GPU", "No devices were found\n", true, []],
  ["nothing", "", true, []],
])("GPUs: %s", (_, csv, isRecent, expected) => {
  expect(parseGpus(csv, isRecent)).toEqual(expected);
});

test.each<[string, string, object[]]>([
  ["none", "", []],
  [
    "one",
    `${UUID}, 4242, 512, /usr/bin/python3\n`,
    [{ gpuUuid: UUID, pid: 4242, usedBytes: 512 * 2 ** 20, name: "/usr/bin/python3" }],
  ],
  [
    "one on an instance, memory not told",
    "MIG-1-2-3, 7, [N/A], python\n",
    [{ gpuUuid: "MIG-1-2-3", pid: 7, usedBytes: null, name: "python" }],
  ],
  ["a name with commas", `${UUID}, 1, 2, a, b, c\n`, [{ gpuUuid: UUID, pid: 1, usedBytes: 2 ** 21, name: "a, b, c" }]],
  ["a process that the container may not see", `${UUID}, [Not Found], 2, [Not Found]\n`, []],
  ["a sentence in place of a table", "No running processes found\n", []],
])("processes: %s", (_, csv, expected) => {
  expect(parseProcesses(csv)).toEqual(expected);
});

test.each([
  ["| NVIDIA-SMI 550.90.07   Driver Version: 550.90.07      CUDA Version: 12.4     |", "12.4"],
  ["| NVIDIA-SMI 580.65.06   KMD Version: 580.65.06   CUDA UMD Version: 13.0     |", "13.0"],
  ["| NVIDIA-SMI 470.82.01   Driver Version: 470.82.01      CUDA Version: N/A      |", null],
  ["", null],
])("the CUDA of %j is %j", (table, version) => {
  expect(parseCudaVersion(table)).toBe(version);
});

test("a megabyte of rows is read within a second of computing", () => {
  const computedMs = threadClock();
  parseProcesses(`${UUID}, 1, 2, x\n`.repeat(50_000));
  expect(computedMs()).toBeLessThan(1000);
});
