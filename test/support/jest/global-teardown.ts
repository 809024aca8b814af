/** Stops the store that the set-up started, if it did. */
export default async function tearDown(): Promise<void> {
  await globalThis.storeOfTheTests?.close();
}
