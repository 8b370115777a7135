import { present } from '../../../engine/crud.ts'
import { choice, ref } from '../../../engine/field.ts'
import { view } from '../../../engine/view.ts'
import { idea } from '../records/idea.ts'
import { prediction } from '../records/prediction.ts'
import {
  grades,
  gradeOf,
  likeSaid,
  likesOf,
  nearestLike,
  type Grade,
  type Likeness,
} from '../rules/likeness.ts'
import { mirrorRows } from './mirror.ts'

export interface ReferenceClassTold {
  readonly says: string
  /** From the narrowest class to the widest. */
  readonly classes: readonly {
    readonly kind: Likeness['kind']
    readonly about: string | null
    readonly evidence: Grade | null
    readonly n: number
    /** How many there must be before anything is said. */
    readonly needed: number | null
    /** A share that came true, or the median of what came over what was held likely. */
    readonly value: number | null
    readonly low: number | null
    readonly high: number | null
    readonly says: string
  }[]
}

const { kind, about } = prediction.fields

/** The outside view, from the workspace's own past. */
export const referenceClass = view({
  name: 'reference-class',
  says: 'How predictions like this one came out here, before you give your own',
  input: {
    kind,
    about: choice({ label: about.label, options: about.options }),
    evidence: choice({
      label: 'Rests on',
      options: { tested: 'An experiment', heard: 'What people said', thin: 'Nothing of both' },
    }),
    idea: ref({ label: 'Idea', to: 'idea', help: 'Says on how much it rests' }),
  },
  may: 'viewer',
  reads: ['prediction', 'odds', 'idea'],
  answer: async (asked, { reader, words }): Promise<ReferenceClassTold> => {
    const on = typeof asked.idea === 'string' ? await present(idea, asked.idea, { reader }) : null
    const rows = await mirrorRows(reader)
    const ids = [...new Set(rows.predictions.flatMap((row) => row['ideaId'] ?? []))].map(String)
    const ideas = await reader.many('idea', ids)
    const grade = grades.find((one) => one === asked.evidence)
    const likes = likesOf(
      { ...rows, grades: new Map(ideas.map((row) => [row.id, gradeOf(row.stations)])) },
      {
        kind: asked.kind ?? 'binary',
        ...(typeof asked.about === 'string' ? { about: asked.about } : {}),
        ...(grade === undefined && on === null
          ? {}
          : { grade: grade ?? gradeOf(on?.stations ?? 0) }),
      },
    )
    const nearest = nearestLike(likes) ?? likes[0]
    return {
      says: nearest === undefined ? '' : words.told(likeSaid(nearest)),
      classes: likes.map((like) => {
        const { likeness, found } = like
        return {
          kind: likeness.kind,
          about: likeness.about ?? null,
          evidence: likeness.grade ?? null,
          n: found.n,
          needed: found.kind === 'few' ? found.needed : null,
          value: found.kind === 'few' ? null : found.kind === 'share' ? found.share : found.median,
          low: found.kind === 'few' ? null : found.low,
          high: found.kind === 'few' ? null : found.high,
          says: words.told(likeSaid(like)),
        }
      }),
    }
  },
})
