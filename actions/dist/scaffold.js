import{n as e}from"./find-manifests.js";function t(){return{workflow:`name: model release
on:
  pull_request:
  pull_request_review: # an approval counts as soon as it is given
concurrency: # only the newest head counts
  group: model-release-\${{ github.event_name }}-\${{ github.event.pull_request.number }}
  cancel-in-progress: true
permissions: {} # each job asks for its own
jobs:
  validate:
    name: measure
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-24.04
    timeout-minutes: 60
    permissions:
      contents: read # to check out; the model gets no token
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with: { fetch-depth: 0, lfs: true, persist-credentials: false }
      - uses: OWNER/model-release/actions/validate@COMMIT # its release
  report:
    name: judge
    needs: validate
    if: \${{ !cancelled() }}
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read # the manifests of the head and of its base
      checks: write # the check model-release
      pull-requests: write # the comment
      actions: read # the evidence that validate has kept
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with: { fetch-depth: 0, persist-credentials: false }
      - uses: OWNER/model-release/actions/report@COMMIT # its release
`,codeOwners:`# Whoever can change these can change what is checked, or what passes. Require reviews of code owners in a ruleset.
/.github/ @my-org/platform
**/release.yaml @my-org/growth-ml
**/golden.jsonl @my-org/growth-ml
**/eval.csv @my-org/growth-ml
`,savedModels:e}}export{t as scaffold};