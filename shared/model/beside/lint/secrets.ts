/** Where a secret stands and of which kind; never the secret itself. */
export interface SecretSpot {
  readonly offset: number;
  /** Of what gives it away; a private key goes on to its end mark. */
  readonly length: number;
  readonly kind: string;
}

interface SecretRule {
  readonly kind: string;
  /** A literal of three characters or more that every such secret holds: tensors cost one pass over all of them. */
  readonly anchor: string;
  /** Sticky, from the anchor; every repetition is bounded. Its first group must look random. */
  readonly pattern: RegExp;
  /** Bits per character that its random part has at least; a placeholder of one letter has none. */
  readonly minEntropy: number;
  readonly isPossible?: (match: RegExpExecArray, text: string) => boolean;
}

const MAX_SPOTS = 20;
const WORD = /[A-Za-z0-9_-]/;

const rule = (kind: string, anchor: string, pattern: RegExp, minEntropy = 3): SecretRule => ({
  kind,
  anchor,
  pattern,
  minEntropy,
});

const END = "(?![A-Za-z0-9_-])";
const token = (kind: string, prefix: string, body: string): SecretRule =>
  rule(kind, prefix, new RegExp(`${prefix}(${body})${END}`, "y"));

const RULES: readonly SecretRule[] = [
  rule("an AWS access key", "AKIA", /AKIA([A-Z0-9]{16})(?![A-Za-z0-9])/y, 2.5),
  rule("an AWS temporary access key", "ASIA", /ASIA([A-Z0-9]{16})(?![A-Za-z0-9])/y, 2.5),
  rule(
    "an AWS secret key",
    "aws_secret_access_key",
    /aws_secret_access_key["'\s:=]{1,8}([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/iy,
    3.5,
  ),
  rule(
    "an AWS secret key",
    "AWS_SECRET_ACCESS_KEY",
    /AWS_SECRET_ACCESS_KEY["'\s:=]{1,8}([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/y,
    3.5,
  ),
  ...["ghp_", "gho_", "ghu_", "ghs_", "ghr_"].map((prefix) => token("a GitHub token", prefix, "[A-Za-z0-9]{36,251}")),
  token("a GitHub token", "github_pat_", "[A-Za-z0-9]{22}_[A-Za-z0-9]{59}"),
  token("a GitLab token", "glpat-", "[A-Za-z0-9_-]{20,64}"),
  rule("a Slack token", "xox", /xox[abeoprs]-([A-Za-z0-9-]{10,250})(?![A-Za-z0-9])/y, 2.5),
  rule(
    "a Slack webhook",
    "hooks.slack.com/services/",
    /hooks\.slack\.com\/services\/(T[A-Z0-9]{6,12}\/B[A-Z0-9]{6,12}\/[A-Za-z0-9]{20,32})/y,
  ),
  rule("a Google API key", "AIza", /AIza([A-Za-z0-9_-]{35})(?![A-Za-z0-9_-])/y),
  rule("a Google OAuth secret", "GOCSPX-", /GOCSPX-([A-Za-z0-9_-]{28})(?![A-Za-z0-9_-])/y),
  rule("a Google access token", "ya29.", /ya29\.([A-Za-z0-9_-]{40,2048})(?![A-Za-z0-9_-])/y, 3.5),
  token("a Hugging Face token", "hf_", "[A-Za-z0-9]{34,40}"),
  rule(
    "an OpenAI key",
    "sk-",
    /sk-((?:proj|svcacct|admin|None)-[A-Za-z0-9_-]{40,200}|[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}|[A-Za-z0-9]{32,64})(?![A-Za-z0-9_-])/y,
    3.5,
  ),
  rule("an Anthropic key", "sk-ant-", /sk-ant-([A-Za-z0-9]{3,10}-[A-Za-z0-9_-]{80,120})(?![A-Za-z0-9_-])/y, 3.5),
  rule("a Stripe key", "k_live_", /k_live_([A-Za-z0-9]{16,120})(?![A-Za-z0-9])/y),
  rule("a SendGrid key", "SG.", /SG\.([A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/y, 3.5),
  rule("an npm token", "npm_", /npm_([A-Za-z0-9]{36})(?![A-Za-z0-9])/y),
  rule("a PyPI token", "pypi-", /pypi-(AgEI[A-Za-z0-9_-]{50,1000})/y, 3.5),
  rule("a Docker Hub token", "dckr_pat_", /dckr_pat_([A-Za-z0-9_-]{27})(?![A-Za-z0-9_-])/y),
  rule("an Azure storage key", "AccountKey=", /AccountKey=([A-Za-z0-9+/]{86}==)/y, 3.5),
  rule(
    "a private key",
    "-----BEGIN ",
    /-----BEGIN (?:[A-Z0-9]{2,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:\s|\\r|\\n){1,8}([A-Za-z0-9+/])/y,
    0,
  ),
  {
    ...rule(
      "a JSON web token",
      "eyJ",
      /(eyJ[A-Za-z0-9_-]{10,2000})\.(eyJ[A-Za-z0-9_-]{10,4000})\.([A-Za-z0-9_-]{20,1000})/y,
    ),
    isPossible: isToken,
  },
];

export const SECRET_ANCHORS: readonly string[] = [...new Set(RULES.map(({ anchor }) => anchor))];

/**
 * Secrets in a stretch of text (bytes read as Latin-1): a known prefix, its exact shape, and randomness behind it.
 * `anchors` are those that the text holds.
 */
export function findSecrets(text: string, anchors: ReadonlySet<string>): readonly SecretSpot[] {
  const spots: SecretSpot[] = [];
  for (const candidate of RULES) {
    if (!anchors.has(candidate.anchor)) continue;
    for (let at = text.indexOf(candidate.anchor); at >= 0; at = text.indexOf(candidate.anchor, at + 1)) {
      if (spots.length >= MAX_SPOTS) return spots;
      const length = lengthAt(candidate, text, at);
      if (length !== null) spots.push({ offset: at, length, kind: candidate.kind });
    }
  }
  return spots.sort((a, b) => a.offset - b.offset);
}

/** Null where it only looks like one. */
function lengthAt({ pattern, minEntropy, anchor, isPossible }: SecretRule, text: string, at: number): number | null {
  // `risk-…` and `task_…` only end like a prefix; a Stripe key has `s` or `r` before its anchor.
  const before = text[at - 1] ?? " ";
  if (anchor !== "k_live_" && anchor !== "-----BEGIN " && WORD.test(before)) return null;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  const isSecret = match !== null && entropy(match[1] ?? "") >= minEntropy && (isPossible?.(match, text) ?? true);
  return isSecret ? match[0].length : null;
}

/** Its first part must be a header that names an algorithm; a token that soon expires is still a secret now. */
function isToken([, header = "", claims = ""]: RegExpExecArray): boolean {
  return isJson(header, "alg") && isJson(claims, "");
}

function isJson(part: string, key: string): boolean {
  const text = Buffer.from(part, "base64url").toString("utf8");
  return text.startsWith("{") && text.endsWith("}") && text.includes(key);
}

/** Shannon's, in bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts.values().reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}
