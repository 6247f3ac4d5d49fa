/** What has to be so before a block of a page. */
export interface Given {
  /** Whether it begins anew, in a world of its own; else the page goes on where it was. */
  readonly isFresh: boolean;
  /** Run in the reader's repository, with the words below. */
  readonly script: string;
}

const WORDS = `
endpoint="http://\${MODEL_RELEASE_VERTEX_API-}/v1/projects/my-project/locations/europe-west4/endpoints/123456789"
propose() { # <version>
  printf %s "$1" > artifacts/churn/assets.extra.txt
  sed -i "s/^  version: .*/  version: $1/" churn/release.yaml
  model-release pack artifacts/churn --out churn/release.yaml
  git commit --quiet --all --message "Release churn $1"
}
merge() { # <version>
  propose "$1"
  git push --quiet origin main
}
share() { # <version> <percent> …
  split=$(curl --silent --fail "$endpoint" | jq -c '[.deployedModels[] | {key: (.displayName | split(" ")[1]), value: .id}] | from_entries
    | . as $ids | [$ARGS.positional | _nwise(2) | {key: $ids[.[0]], value: (.[1] | tonumber)}] | from_entries | {trafficSplit: .}' --args "$@")
  curl --silent --fail --request PATCH --json "$split" "$endpoint?updateMask=trafficSplit"
}
`;

/** What a script of one's own leaves behind: a model that no release explains, with all traffic. */
const BY_SCRIPT = `
api="http://$MODEL_RELEASE_VERTEX_API/v1"
place=projects/my-project/locations/europe-west4
operate() { # <path> <body>
  operation=$(curl --silent --fail --json "$2" "$api/$place/$1" | jq --raw-output .name)
  until curl --silent --fail "$api/$operation" | jq --exit-status .done; do sleep 0.1; done
}
git ls-files artifacts/churn | while read -r file; do
  name="legacy/\${file#artifacts/churn/}"
  curl --silent --fail --data-binary "@$file" "$MODEL_RELEASE_STORAGE_API/upload/storage/v1/b/my-models/o?uploadType=media&name=$name"
done
operate "endpoints?endpointId=345678901" '{"displayName": "retail"}'
operate models:upload '{"model": {"displayName": "retail", "artifactUri": "gs://my-models/legacy", "containerSpec": {"imageUri": "x"}}}'
model=$(curl --silent --fail "$api/$place/models" | jq --raw-output '.models[] | select(.displayName == "retail").name')
machine='{"machineSpec": {"machineType": "n1-standard-2"}, "minReplicaCount": 1}'
deployed='{"model": "'$model'", "displayName": "retail", "dedicatedResources": '$machine'}'
operate endpoints/345678901:deployModel '{"deployedModel": '"$deployed"', "trafficSplit": {"0": 100}}'
cp -r churn retail
cp -r artifacts/churn artifacts/retail
printf %s retail > artifacts/retail/assets.extra.txt
sed -i 's/"123456789"/"345678901"/; s/version: 1.1.0/version: 2.0.0/; s/churn/retail/' retail/release.yaml
model-release pack artifacts/retail --out retail/release.yaml
git add --all
git commit --quiet --message "Release retail 2.0.0"
model-release validate retail/release.yaml --out out
git push --quiet origin main`;

const LEDGER = "refs/heads/model-release-ledger";

/** By what a page says in front of the block, as `<!-- given: … -->`. */
export const GIVENS: Readonly<Record<string, Given>> = {
  "a repository without a model": {
    isFresh: false,
    script:
      'git rm -rq churn artifacts && rm -rf churn artifacts && git commit --quiet --message "Begin" && git push --quiet origin main',
  },
  "the TODOs are filled in": {
    isFresh: false,
    script: `node - <<'END'
const { readFileSync, writeFileSync } = require("node:fs");
const [, gates] = /\`\`\`yaml\\n(gates:[^\`]*)\`\`\`/.exec(readFileSync(process.env.PAGE, "utf8"));
const text = readFileSync("spend/release.yaml", "utf8");
writeFileSync("spend/release.yaml", text.replace("owner: TODO", "owner: growth-ml").replace(/gates:\\n( .*\\n)+/, gates));
END`,
  },
  "churn 1.1.0 is served and 1.0.0 is parked": fresh(""),
  "churn 1.2.0 is merged, and nobody has validated it": fresh("merge 1.2.0"),
  "churn 1.2.0 is merged and validated": fresh(
    "merge 1.2.0\nmodel-release validate churn/release.yaml --champion HEAD~1 --out out",
  ),
  "a script has deployed retail, and its first release is merged and validated": fresh(BY_SCRIPT),
  "a branch proposes churn 1.2.0": fresh(`mkdir champion
cp -r artifacts/churn champion/model
cp churn/eval.csv churn/golden.jsonl champion
sed 's#../artifacts/churn#model#' churn/release.yaml > champion/release.yaml
git switch --quiet --create churn-1.2.0
propose 1.2.0`),
  "request.json asks for one row": fresh(`echo '{"instances": [[2.39, 0.9, 2.71]]}' > request.json`),
  "somebody gave 1.0.0 half of the traffic at the console": fresh("share 1.0.0 50 1.1.0 50"),
  "somebody gave 1.0.0 all of the traffic at the console": fresh("share 1.0.0 100"),
  "somebody changed the third line of the ledger": fresh(`git fetch --quiet origin ${LEDGER}
git worktree add --quiet --detach "$TOP/broken" FETCH_HEAD
sed -i '3s/1\\.0\\.0/9.9.9/' "$TOP/broken/123456789.jsonl"
git -C "$TOP/broken" commit --quiet --all --message tidy
git -C "$TOP/broken" push --quiet origin HEAD:${LEDGER}`),
  "the branch of the ledger is gone, and no clone has it": fresh(`git push --quiet origin --delete ${LEDGER}
git update-ref -d refs/remotes/origin/model-release-ledger`),
};

function fresh(script: string): Given {
  return { isFresh: true, script };
}

/** The script with its words, or an error that names what no page may ask for. */
export function preparation(given: string): string {
  const known = GIVENS[given];
  if (known === undefined) throw new Error(`nobody knows how to make it so that ${given}`);
  return WORDS + known.script;
}
