import asyncHooks from 'node:async_hooks';

/**
 * In place of Node's `AsyncLocalStorage`, for work that is done one after another. Jest's framework keeps there which test
 * runs; Node's own follows every promise of all that is tested, for a twelfth of the run's time.
 */
class InTurn<Store> {
  #current: Store | undefined;

  getStore(): Store | undefined {
    return this.#current;
  }

  async run<Result>(store: Store, work: () => Promise<Result>): Promise<Result> {
    const before = this.#current;
    this.#current = store;
    try {
      return await work();
    } finally {
      this.#current = before;
    }
  }
}

/** @param load - Loads a module that makes its storage while it is loaded. @returns What `load` does. */
export function withStorageInTurn<Module>(load: () => Module): Module {
  const { AsyncLocalStorage } = asyncHooks;
  Reflect.set(asyncHooks, 'AsyncLocalStorage', InTurn);
  try {
    return load();
  } finally {
    Reflect.set(asyncHooks, 'AsyncLocalStorage', AsyncLocalStorage);
  }
}
