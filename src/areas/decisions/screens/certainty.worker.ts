import { certaintyOf, type AskedOrder } from '../rules/certainty.ts'

/** Works the order out beside the page, so that nobody who types or scrolls waits for it. */
addEventListener('message', ({ data }: MessageEvent<AskedOrder>) => {
  postMessage(certaintyOf(data))
})
