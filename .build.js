// Compiles all that runs into dist/. A file is written only where it has changed, and is put in its place whole: a
// network that runs or starts meanwhile never reads half of one. Chunks that nothing imports any more stay for it.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { build } from 'esbuild';

const COMMON = {
  outbase: '.',
  outdir: 'dist',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  write: false,
  logLevel: 'error',
};

/** Every file by itself, as tests run them. */
const FILES = {
  entryPoints: ['schema/*.ts', 'gateway/**/*.ts', 'subgraphs/**/*.ts', 'test/**/*.ts'],
  sourcemap: true,
};

/** Programs, with all that they import in shared chunks: they start in half the time. */
const PROGRAMS = {
  entryPoints: [
    'gateway/**/main.ts',
    'subgraphs/**/main.ts',
    'subgraphs/catalogue/import-cpv.ts',
    'subgraphs/catalogue/import-municipalities.ts',
    'subgraphs/cooperative/export.ts',
    'subgraphs/cooperative/import.ts',
    'subgraphs/cooperative/new-epoch.ts',
  ],
  bundle: true,
  splitting: true,
  minifyWhitespace: true,
  chunkNames: 'chunks/[name]-[hash]',
  // The bundled package would hash in JavaScript.
  alias: { '@apollo/utils.createhash': 'node:crypto' },
  external: ['fs-native-extensions', 'lmdb', 'multilingual-stemmer'],
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
};

const [files, programs] = await Promise.all(
  [FILES, PROGRAMS].map((options) => build({ ...COMMON, ...options })),
);
const bundled = new Set(programs.outputFiles.flatMap(({ path }) => [path, `${path}.map`]));
const written = [
  ...files.outputFiles.filter(({ path }) => !bundled.has(path)),
  ...programs.outputFiles,
];
await Promise.all(written.map(put));

async function put({ path, contents }) {
  const before = await readFile(path).catch(() => null);
  if (before?.equals(contents)) return;
  await mkdir(dirname(path), { recursive: true });
  const whole = `${path}.${process.pid}.new`;
  await writeFile(whole, contents);
  await rename(whole, path);
}
