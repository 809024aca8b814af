#!/usr/bin/env bash
# @apollo/utils.createhash 3.0.1, with which @apollo/server and @apollo/gateway hash each document, hashes in JavaScript once it is bundled.
#
# On Node it gives node:crypto's hash. A good guess is that a bundle for Node does the same. It asks for `module.require('crypto')`, which no
# bundler sees or replaces: in an ES module there is no such function, so the bundle takes the branch that is meant for browsers,
# sha.js, which is many times slower, and nothing is said. Naming node:crypto in its place (an alias) gives Node's hash back.
#
# Seen on Node 20.20 with @apollo/utils.createhash 3.0.1, sha.js 2.4.12 and esbuild 0.28.2.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent @apollo/utils.createhash@3.0.1 sha.js@2.4.12 esbuild@0.28.2
cat >look.mjs <<'JS'
import { createHash } from '@apollo/utils.createhash';
import * as crypto from 'node:crypto';

const hash = createHash('sha256');
const whose = hash instanceof crypto.Hash ? "Node's" : 'sha.js';
console.log(whose, hash.update('{ a }').digest('hex').slice(0, 8));
JS
BANNER="import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"
bundle() { npx esbuild look.mjs --bundle --format=esm --platform=node --banner:js="$BANNER" --log-level=error "$@"; }
bundle --outfile=plain.mjs
bundle --alias:@apollo/utils.createhash=node:crypto --outfile=alias.mjs
for file in look plain alias; do echo "$file: $(node "$file.mjs")"; done | tee seen.txt
diff seen.txt - <<'EXPECTED'
look: Node's 1c7e1e34
plain: sha.js 1c7e1e34
alias: Node's 1c7e1e34
EXPECTED
echo 'As described.'
