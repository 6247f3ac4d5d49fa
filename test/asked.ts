/** What a cloud answers, over a connection of its own: one that was kept may be gone when this process gets back to it. */
export async function asked<T>(url: string, body?: unknown): Promise<T> {
  const headers = { connection: "close", "content-type": "application/json" };
  const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const response = await fetch(url, { headers, ...sent });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
