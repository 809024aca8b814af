import type { JestEnvironment, JestEnvironmentConfig } from '@jest/environment';
import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';
import { endAll } from '../children.js';
import { disconnect } from '../database.js';
import { ProcessAsItWas } from './process-as-it-was.js';

/**
 * The environment of a suite: Node as it is, which all suites of a worker share, where Jest's own makes a virtual machine a
 * suite. What a suite, and Jest for its sake, puts over Node's globals is taken away after it, and the processes that it has started end.
 */
export default class SharedEnvironment implements JestEnvironment {
  readonly global: JestEnvironment['global'] = globalThis as JestEnvironment['global'];
  /** Nobody asks for those of old. */
  readonly fakeTimers = null;
  readonly fakeTimersModern: ModernFakeTimers;
  readonly moduleMocker = new ModuleMocker(globalThis);
  private readonly asItWas = new ProcessAsItWas();

  constructor({ projectConfig }: JestEnvironmentConfig) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
    // A suite that ends its worker has not passed.
    process.exit = (code) => this.asItWas.exit(Number(code ?? 0) || 1);
  }

  setup(): Promise<void> {
    return Promise.resolve();
  }

  async teardown(): Promise<void> {
    await disconnect();
    this.fakeTimersModern.dispose();
    endAll();
    this.moduleMocker.restoreAllMocks();
    this.asItWas.restore();
  }

  getVmContext(): null {
    return null;
  }

  exportConditions(): string[] {
    return ['node', 'node-addons'];
  }
}
