import type { Forms, Language } from '../engine/words.ts'
import { areas } from './german/areas.ts'
import { audit } from './german/audit.ts'
import { attachments } from './german/attachments.ts'
import { client } from './german/client.ts'
import { course } from './german/course.ts'
import { deciding } from './german/deciding.ts'
import { decided } from './german/decided.ts'
import { decision } from './german/decision.ts'
import { decisionLog } from './german/decision-log.ts'
import { decisionPage } from './german/decision-page.ts'
import { derived } from './german/derived.ts'
import { discovery } from './german/discovery.ts'
import { fields } from './german/fields.ts'
import { formulas } from './german/formulas.ts'
import { kit } from './german/kit.ts'
import { learning } from './german/learning.ts'
import { lint } from './german/lint.ts'
import { mirror } from './german/mirror.ts'
import { people } from './german/people.ts'
import { portfolio } from './german/portfolio.ts'
import { predictions } from './german/predictions.ts'
import { roadmap } from './german/roadmap.ts'
import { server } from './german/server.ts'
import { pictures } from './german/pictures.ts'
import { scoring } from './german/scoring.ts'
import { putOut } from './german/put-out.ts'
import { shell } from './german/shell.ts'
import { trash } from './german/trash.ts'
import { together } from './german/together.ts'
import { triage } from './german/triage.ts'
import { verbs } from './german/verbs.ts'
import { tripwires } from './german/tripwires.ts'
import { watching } from './german/watching.ts'
import { webhooks } from './german/webhooks.ts'
import { weighing } from './german/weighing.ts'

/** The texts by where they are said. A text said in several places stands in one of them. */
export const parts: readonly Readonly<Record<string, string | Forms>>[] = [
  areas,
  fields,
  verbs,
  kit,
  derived,
  client,
  course,
  deciding,
  decided,
  decision,
  learning,
  lint,
  mirror,
  predictions,
  decisionLog,
  decisionPage,
  tripwires,
  watching,
  weighing,
  scoring,
  pictures,
  formulas,
  putOut,
  shell,
  trash,
  audit,
  people,
  discovery,
  triage,
  portfolio,
  roadmap,
  server,
  together,
  attachments,
  webhooks,
]

export const germanOf = (all: readonly Readonly<Record<string, string | Forms>>[]): Language => {
  const texts = new Map(all.flatMap((part) => Object.entries(part)))
  return {
    locale: 'de',
    name: 'Deutsch',
    direction: 'ltr',
    labelsInside: 'as they are',
    textOf: (key) => texts.get(key),
  }
}

/** What a page says. What the server refuses comes to it in the reader's words already. */
export const german: Language = germanOf(parts)
