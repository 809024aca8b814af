import type { JestEnvironment } from '@jest/environment';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectPath } from '../../../schema/sdl.js';
import { SLOWNESS } from '../unit.js';
import { withStorageInTurn } from './in-turn.js';
import { takeGlobals, type JestGlobals } from './globals.js';

/** What Jest's framework asks of the runtime of a suite. */
interface SuiteRuntime {
  enterTestCode(): void;
  leaveTestCode(): void;
  requireInternalModule(path: string): unknown;
  requireModule(path: string): unknown;
  setGlobalsForRuntime(globals: unknown): void;
  unstable_importModule(path: string): Promise<unknown>;
  unstable_shouldLoadAsEsm(path: string): boolean;
}

/** Jest's own runtime, which loads modules into a virtual machine. */
interface JestRuntime extends SuiteRuntime {
  requireModuleOrMock(from: string, name: '@jest/globals'): JestGlobals;
}

/** @param suite - Path of its source. @returns Its result, as Jest reports it. */
type RunSuite<Runtime> = (
  globalConfig: object,
  config: { readonly testTimeout: number },
  environment: JestEnvironment,
  runtime: Runtime,
  suite: string,
  send?: (...message: unknown[]) => void,
) => Promise<unknown>;

const require = createRequire(import.meta.url);
const { default: runCircus } = require('jest-circus/runner') as {
  readonly default: RunSuite<SuiteRuntime>;
};

/** Under these symbols Jest's framework keeps the state of one suite; its module makes them when it is loaded. */
const STATES = ['EVENT_HANDLERS', 'JEST_STATE_SYMBOL'];

/** Loads the module of the framework that holds a suite's state, anew. */
function loadFramework(path: string): unknown {
  for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
    if (STATES.includes(symbol.description ?? '')) Reflect.deleteProperty(globalThis, symbol);
  }
  Reflect.deleteProperty(require.cache, path);
  return withStorageInTurn(() => require(path) as unknown);
}

/** How much of an error's stack is told. */
const STACK_LINES = 20;

/** `dist/test/x.test.js` of `test/x.test.ts`. */
function compiled(suite: string): string {
  return projectPath('dist', relative(projectPath(), suite).replace(/\.ts$/, '.js'));
}

/**
 * Runs a suite with Jest's own framework, but in the compiled form that Node itself loads: what suites import is loaded once a
 * worker, not once a suite. A project's `testTimeout` is that of a quiet machine.
 */
const runSuite: RunSuite<JestRuntime> = (
  globalConfig,
  config,
  environment,
  runtime,
  suite,
  send,
) => {
  const native: SuiteRuntime = {
    enterTestCode: () => {
      runtime.enterTestCode();
    },
    leaveTestCode: () => {
      runtime.leaveTestCode();
    },
    requireInternalModule: loadFramework,
    requireModule: (path) => require(path) as unknown,
    setGlobalsForRuntime: (globals) => {
      runtime.setGlobalsForRuntime(globals);
      takeGlobals(runtime.requireModuleOrMock(suite, '@jest/globals'));
    },
    unstable_importModule: (path) => import(pathToFileURL(compiled(path)).href),
    unstable_shouldLoadAsEsm: () => true,
  };
  // Jest asks for a hundred, which costs more than all else where many errors are thrown.
  Error.stackTraceLimit = STACK_LINES;
  const limits = { ...globalConfig, testTimeout: config.testTimeout * SLOWNESS };
  return runCircus(limits, config, environment, native, suite, send);
};

export default runSuite;
