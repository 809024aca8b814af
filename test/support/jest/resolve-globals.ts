import type { ResolveHook } from 'node:module';

const GLOBALS = new URL('./globals.js', import.meta.url).href;

/** Gives `./globals.js` for `@jest/globals`, a package that cannot be loaded outside of Jest's own module loader. */
export const resolve: ResolveHook = (specifier, context, next) =>
  specifier === '@jest/globals' ? { url: GLOBALS, shortCircuit: true } : next(specifier, context);
