/** What a promise comes to, with its rejection as a value: of what is loaded together, one that fails costs itself only. */
export function settled<Value>(promise: Promise<Value>): Promise<Value | Error> {
  return promise.catch((error: unknown) =>
    error instanceof Error ? error : new Error(String(error)),
  );
}
