#!/usr/bin/env bash
# @graphql-codegen/typescript-resolvers 6.1.0 forgets `namespacedImportName` in its table of federated entities.
#
# The option puts a namespace before every type that the plugin takes from another file, so that types and resolvers can be two
# files. With `federation: true` the type `FederationTypes` names each entity without it, and the file does not compile.
#
# Seen on Node 20.20 with @graphql-codegen/cli 7.4.3, typescript 6.1.0, typescript-resolvers 6.1.0, graphql 16.15.0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent @graphql-codegen/cli@7.4.3 @graphql-codegen/typescript@6.1.0 \
  @graphql-codegen/typescript-resolvers@6.1.0 graphql@16.15.0 typescript@5.9.3
cat >schema.graphql <<'SDL'
extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
type Query { lamp(id: ID!): Lamp }
type Lamp @key(fields: "id") { id: ID!, isLit: Boolean! }
SDL
cat >make.mjs <<'JS'
import { generate } from '@graphql-codegen/cli';

const config = { federation: true, useTypeImports: true, namespacedImportName: 'Types' };
const files = await generate(
  {
    schema: 'schema.graphql',
    silent: true,
    generates: {
      'types.ts': { plugins: ['typescript'], config: {} },
      'resolvers.ts': { plugins: ['typescript-resolvers'], config },
    },
  },
  true,
);
const { content } = files.find(({ filename }) => filename.endsWith('resolvers.ts'));
console.log(/export type FederationTypes = \{[^}]*\}/.exec(content)[0].replace(/\s+/g, ' '));
console.log(/ {2}Lamp: [^\n]*/.exec(content.slice(content.indexOf('type ResolversTypes')))[0].trim());
JS
node make.mjs | tee seen.txt
{ echo "import type * as Types from './types.js';" && cat resolvers.ts; } >whole.ts
npx tsc --noEmit --skipLibCheck --strict --module nodenext --target es2022 whole.ts |
  sed -E 's/\([0-9]+,[0-9]+\)//' | tee -a seen.txt || true
diff seen.txt - <<'EXPECTED'
export type FederationTypes = { Lamp: Lamp; }
Lamp: ResolverTypeWrapper<Types.Lamp>;
whole.ts: error TS2304: Cannot find name 'Lamp'.
EXPECTED
echo 'As described.'
