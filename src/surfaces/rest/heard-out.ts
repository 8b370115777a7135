/**
 * Gives the bytes of a request to whoever takes them. Whoever is refused while still sending would hear of a
 * broken connection and not of the refusal, so what is left is heard out for a while first.
 */
export async function heardOut<T>(
  body: AsyncIterable<Uint8Array>,
  take: (bytes: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> {
  const source = body[Symbol.asyncIterator]()
  try {
    // Whoever stops reading these does not cut the connection by it.
    return await take({ [Symbol.asyncIterator]: () => ({ next: () => source.next() }) })
  } catch (error) {
    await restOf(source)
    throw error
  }
}

/** Milliseconds for what nobody takes any more. */
const patience = 5_000

async function restOf(source: AsyncIterator<Uint8Array>): Promise<void> {
  const until = performance.now() + patience
  try {
    while (performance.now() < until) if ((await source.next()).done === true) return
  } catch {
    // it broke off, and nobody is there to be told
  }
}
