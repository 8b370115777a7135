import {
  certaintyAt,
  learnSteps,
  weighableOf,
  type AskedOrder,
  type Certainty,
  type Learnt,
  type Weighing,
} from '../../rules/certainty.ts'
import type { Glances } from '../../rules/foremost.ts'
import { candidatesKept } from '../../rules/kept-candidates.ts'
import { driving } from './driving.ts'
import { partnerOver } from './partner-over.ts'
import { rooms } from './rooms.ts'
import { weighAlone, weighAsLead, weighAsSecond, type Hands, type Job } from './weigh-together.ts'

/** Two threads that are to weigh together, before anything else. */
export interface Meet {
  readonly is: 'meet'
  readonly as: 'lead' | 'second'
  readonly port: MessagePort
}

/** What is weighed from now on, and by how many draws: first by few, then by more. */
export interface Material extends Pick<AskedOrder, 'ideas' | 'estimates' | 'seed'> {
  readonly is: 'material'
  readonly number: number
  readonly draws: readonly number[]
}

/** Told to the lead, after what it is about. */
export interface Question extends Pick<AskedOrder, 'top' | 'tests'> {
  readonly is: 'question'
  /** So that an answer to an older one is known for that. */
  readonly turn: number
}

/** Each answer to a question is surer than the one before; the last says what to learn. */
export interface Answer {
  readonly turn: number
  readonly certainty: Certainty | Learnt | null
}

const drive = driving()
const candidates = candidatesKept()
const glances: Glances = new WeakMap()
let role: Meet['as'] = 'lead'
let hands: Hands | undefined
let working = new AbortController()
let learning = new AbortController()
let question: Question | undefined
/** By the most draws so far; null where nothing is unsure, undefined before there is any. */
let weighing: Weighing | null | undefined
let isSteady = false

/** Works the order out beside the page, so that nobody who types or scrolls waits for it. */
addEventListener('message', ({ data }: MessageEvent<Meet | Material | Question>) => {
  switch (data.is) {
    case 'meet':
      role = data.as
      hands = { drive, partner: partnerOver(data.port), memory: new Map(), rooms: rooms() }
      return
    case 'material':
      working.abort()
      learning.abort()
      working = new AbortController()
      weighing = undefined
      isSteady = false
      unlessGivenUp(work(data, working.signal))
      return
    case 'question':
      question = data
      unlessGivenUp(answer())
  }
})

async function work(material: Material, signal: AbortSignal): Promise<void> {
  const { number, seed } = material
  const weighable = weighableOf(candidates(material.ideas, material.estimates), seed, glances)
  if (weighable === null) {
    weighing = null
    await answer()
    return
  }
  for (const draws of material.draws) {
    const job: Job = { number, seed, draws, weighable, signal }
    if (hands === undefined) return
    const { partner } = hands
    const isLast = draws === material.draws.at(-1)
    if (role === 'second') {
      if (isLast) await weighAsSecond(job, hands)
      else await partner.heard(job, 'told')
      continue
    }
    weighing = isLast ? await weighAsLead(job, hands) : await weighAlone(job, hands)
    isSteady = isLast
    await answer()
    if (!isLast) partner.send(job, 'told', {}, [])
  }
}

/** With what is known so far; and once no more is to come, with what to learn. */
async function answer(): Promise<void> {
  if (question === undefined || weighing === undefined) return
  const { turn, top, tests = [] } = question
  if (weighing === null) {
    tell({ turn, certainty: null })
    return
  }
  const certainty = certaintyAt(weighing, top)
  tell({ turn, certainty })
  if (!isSteady) return
  learning.abort()
  learning = new AbortController()
  const learn = await drive(learnSteps(weighing, certainty, tests), learning.signal)
  tell({ turn, certainty: { ...certainty, learn } })
}

const tell = (told: Answer): void => postMessage(told)

/** What was given up is no failure; anything else is told to the page, which begins anew. */
function unlessGivenUp(done: Promise<void>): void {
  done.catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') return
    setTimeout(() => {
      throw error
    })
  })
}
