import type { Job, Partner, Parts } from './weigh-together.ts'

interface Sent {
  readonly number: number
  readonly draws: number
  readonly name: keyof Parts
  readonly part: Parts[keyof Parts]
}

/** The other thread, at the other end of a port. What it says of a job that is over is not heard. */
export function partnerOver(port: MessagePort): Partner {
  let number = 0
  const waiting = new Map<string, (part: Parts[keyof Parts]) => void>()
  const come = new Map<string, Parts[keyof Parts]>()
  const on = (job: Pick<Job, 'number'>): void => {
    if (job.number <= number) return
    number = job.number
    waiting.clear()
    // what is ahead of this thread is what it will ask for
    for (const key of come.keys()) if (Number(key.split(' ')[0]) < number) come.delete(key)
  }
  port.addEventListener('message', ({ data }: MessageEvent<Sent>) => {
    if (data.number < number) return
    const key = keyOf(data, data.name)
    const tell = waiting.get(key)
    waiting.delete(key)
    if (tell === undefined) come.set(key, data.part)
    else tell(data.part)
  })
  port.start()
  return {
    send: (job, name, part, gone) => {
      on(job)
      port.postMessage(
        { number: job.number, draws: job.draws, name, part } satisfies Sent,
        gone.map(({ buffer }) => buffer),
      )
    },
    heard: (job, name) => {
      on(job)
      return new Promise((tell, fail) => {
        const key = keyOf(job, name)
        const part = come.get(key)
        come.delete(key)
        job.signal.addEventListener('abort', () => fail(job.signal.reason), { once: true })
        if (part !== undefined) tell(part as never)
        else waiting.set(key, tell as never)
      })
    },
  }
}

const keyOf = (job: Pick<Job, 'number' | 'draws'>, name: keyof Parts): string =>
  `${job.number} ${job.draws} ${name}`
