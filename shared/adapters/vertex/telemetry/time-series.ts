import type { Called, CallGround } from "../attempts.ts";
import { call } from "../attempts.ts";
import type { Credentials } from "../credentials.ts";
import { METHODS } from "../methods.ts";
import type { Distribution } from "./histogram.ts";
import { answeredJson, type Proxies } from "./rest.ts";

/** One series, as Cloud Monitoring's REST form has it. */
export interface TimeSeries {
  readonly metric?: { readonly labels?: Readonly<Record<string, string>> };
  readonly unit?: string;
  readonly points?: readonly Point[];
}

interface Point {
  readonly interval?: { readonly startTime?: string; readonly endTime?: string };
  readonly value?: { readonly int64Value?: string | number; readonly distributionValue?: Distribution };
}

export interface MonitoringGround extends CallGround {
  /** Without a slash at its end. */
  readonly origin: string;
  /** Null where nobody asks who one is. */
  readonly credentials: Credentials | null;
  readonly proxies: Proxies;
}

export interface SeriesQuery {
  readonly project: string;
  readonly filter: string;
  readonly from: string;
  readonly to: string;
}

interface Page {
  readonly timeSeries?: readonly TimeSeries[];
  readonly nextPageToken?: string;
}

const PAGE_SIZE = 1_000;
const MAX_PAGES = 50;

/** Every series that matches; what goes beyond any endpoint's is left out. */
export async function listTimeSeries(
  query: SeriesQuery,
  ground: MonitoringGround,
): Promise<Called<readonly TimeSeries[]>> {
  const found: TimeSeries[] = [];
  let pageToken = "";
  for (let pages = 0; pages < MAX_PAGES; pages++) {
    const url = pageUrl(query, pageToken, ground.origin);
    const page = await call(METHODS.listTimeSeries, (timeoutMs) => askPage(url, timeoutMs, ground), ground);
    if (page.kind === "failed") return page;
    found.push(...(page.value.timeSeries ?? []));
    pageToken = page.value.nextPageToken ?? "";
    if (pageToken === "") break;
  }
  return { kind: "answered", value: found };
}

function pageUrl({ project, filter, from, to }: SeriesQuery, pageToken: string, origin: string): string {
  const asked = new URLSearchParams({
    filter,
    "interval.startTime": from,
    "interval.endTime": to,
    view: "FULL",
    pageSize: String(PAGE_SIZE),
    ...(pageToken === "" ? {} : { pageToken }),
  });
  return `${origin}/v3/projects/${project}/timeSeries?${asked}`;
}

async function askPage(url: string, timeoutMs: number, { credentials, proxies }: MonitoringGround): Promise<Page> {
  const headers = credentials === null ? {} : { authorization: await credentials.bearer() };
  return (await answeredJson(url, { headers, timeoutMs, proxies })) as Page;
}
