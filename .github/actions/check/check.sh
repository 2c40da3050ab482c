#!/usr/bin/env bash
# The step of the action: inputs as FILES, FAIL_ON and ARGUMENTS; what GitHub gives as GITHUB_WORKSPACE, GITHUB_ACTION,
# GITHUB_OUTPUT and GITHUB_STEP_SUMMARY. Ends with the exit code of clausegate. No file matched is a fault, never a pass.
set -uo pipefail
program="$(cd "$(dirname "$0")/../../.." && pwd)/bin/clausegate.js"
# A folder of the step's own, within the checkout and of the same name each time, so that a service knows the places in the
# SARIF again. It is emptied first: what an earlier step left is not to be taken for what this one made.
out="${GITHUB_WORKSPACE:-$PWD}/.clausegate/$(printf %s "${GITHUB_ACTION:-check}" | tr -c '[:alnum:]_' -)"
rm -rf "$out" && mkdir -p "$out" || exit 2
shopt -s nullglob globstar
contracts=()
# Inputs are words and globs, not code: nothing in them is evaluated.
IFS=$' \n\t'
for pattern in ${FILES:-}; do contracts+=("$pattern"); done
if [ "${#contracts[@]}" -eq 0 ]; then
  echo "::error title=clausegate::No contract matches \"${FILES:-}\"; nothing was checked."
  exit 2
fi
set -f
arguments=(${ARGUMENTS:-})
set +f
[ -n "${FAIL_ON:-}" ] && arguments+=(--fail-on "$FAIL_ON")
node "$program" check "${contracts[@]}" "${arguments[@]}" --format github \
  --format "markdown=$out/clausegate.md" --format "json=$out/clausegate.json" --format "sarif=$out/clausegate.sarif"
code=$?
if [ ! -f "$out/clausegate.json" ]; then
  echo "::error title=clausegate::Nothing was checked (exit code $code); the log says why."
  exit "$code"
fi
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat "$out/clausegate.md" >> "$GITHUB_STEP_SUMMARY"; fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then printf 'sarif=%s\njson=%s\n' "$out/clausegate.sarif" "$out/clausegate.json" >> "$GITHUB_OUTPUT"; fi
exit "$code"
