const FAULTS = ['uncaughtException', 'unhandledRejection', 'rejectionHandled'] as const;

type Listener = (...args: unknown[]) => void;

/** Of the process what Jest puts its own over, for one suite, as it was when this was made. */
export class ProcessAsItWas {
  /** Ends the process, whatever stands over `process.exit`. */
  readonly exit = process.exit.bind(process);
  private readonly console = globalThis.console;
  private readonly exitItself = Reflect.get(process, 'exit');
  private readonly listeners = FAULTS.map((fault) => process.rawListeners(fault) as Listener[]);

  /** Puts it all back. */
  restore(): void {
    globalThis.console = this.console;
    process.exit = this.exitItself;
    for (const [index, fault] of FAULTS.entries()) {
      process.removeAllListeners(fault);
      for (const listener of this.listeners[index] ?? []) process.on(fault, listener);
    }
  }
}
