/** The file of the thread: in a build the entry of that name beside the bundle, else one beside this. */
export const threadFile = (): URL =>
  import.meta.url.endsWith('.ts')
    ? new URL('./thread-from-source.mjs', import.meta.url)
    : new URL('aside.mjs', import.meta.url)
