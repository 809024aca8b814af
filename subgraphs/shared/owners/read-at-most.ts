/**
 * Reads a body that is not trusted to end.
 * @returns Null when it is longer than the limit; leaving the loop then destroys the body, and with it the connection.
 */
export async function readAtMost(
  body: AsyncIterable<Buffer>,
  limitBytes: number,
): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limitBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
