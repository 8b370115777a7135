import type { Catalogue } from '../../../engine/catalogue.ts'
import type { Words } from '../../../engine/words.ts'
import { titleOf, type RecordKind, type Row } from '../../../engine/record.ts'
import { oneLine } from './shorten.ts'
import type { LinkStrength } from './strength.ts'
import type { Evidence } from './evidence.ts'
import type { Named } from './why.ts'

const longestTitle = 160

/** A row by its name; a long text goes by its beginning. */
export function named(kind: RecordKind, row: Row): Named {
  return {
    id: row.id,
    record: kind.name,
    ref: row.ref,
    title: oneLine(titleOf(kind, row), longestTitle),
  }
}

/** A tie in words, read from one of its ends. */
export function tieWords(
  declared: Pick<Catalogue, 'relation' | 'record'>,
  relation: string,
  ends: { readonly above: string; readonly below: string },
  readFrom: 'above' | 'below',
  words: Words,
): string {
  const [here, there] = readFrom === 'above' ? [ends.above, ends.below] : [ends.below, ends.above]
  const forth = declared.relation(here, relation, there)
  if (forth !== undefined) return words.label(forth.says.forth, 'relation')
  const back = declared.relation(there, relation, here)
  if (back !== undefined) return words.label(back.says.back, 'relation')
  const upper = declared.record(ends.above).fields[relation]
  const holder = upper?.kind === 'ref' && upper.line === 'above' ? 'above' : 'below'
  const field = holder === 'above' ? upper : declared.record(ends.below).fields[relation]
  const reads = field?.kind === 'ref' ? field.reads : undefined
  const said = holder === readFrom ? reads?.forth : reads?.back
  return said === undefined ? relation : words.label(said, 'relation')
}

/** What is hidden, coarsely: never a number from which more could be worked out. */
export function hiddenSays(count: number, words: Words): string | null {
  if (count < 1) return null
  if (count === 1) return words.say('There is one source you may not see.')
  return count < 5
    ? words.say('There are a few sources you may not see.')
    : words.say('There are many sources you may not see.')
}

/** What the evidence comes to, in a sentence or two. */
export function evidenceSays(told: Evidence, merged: number, words: Words): string {
  const pro = told.supporting.length
  const contra = told.contradicting.length
  if (pro === 0 && contra === 0) return words.say('Nothing that somebody said is linked to it.')
  const against =
    contra === 0
      ? words.say('None speaks against it.')
      : words.counted(contra, '# speaks against it.', '# speak against it.')
  if (pro === 0) return `${words.say('Nothing supports it.')} ${against}`
  const from = {
    sources: words.counted(told.sources, '# independent source', '# independent sources|from'),
    companies: words.counted(told.companies, '# company', '# companies|at'),
  }
  const { companies: _, ...anywhere } = from
  const support =
    told.companies === 0
      ? words.counted(
          pro,
          '# piece of feedback supports it, from {sources}.',
          '# pieces of feedback support it, from {sources}.',
          anywhere,
        )
      : words.counted(
          pro,
          '# piece of feedback supports it, from {sources} at {companies}.',
          '# pieces of feedback support it, from {sources} at {companies}.',
          from,
        )
  const same =
    merged === 0
      ? []
      : [
          words.counted(
            merged,
            '# more was merged into it.',
            '# more were merged into it.|feedback',
          ),
        ]
  return [support, ...same, against].join(' ')
}

/** What a link rests on, in a sentence. */
export function linkSays(
  link: LinkStrength,
  above: readonly Named[],
  below: Named,
  { reads, many, words }: { readonly reads: string; readonly many: string; readonly words: Words },
): string {
  const upper =
    link.above.length === 1
      ? (above[0]?.ref ?? '')
      : words.say('{count} {records}', { count: link.above.length, records: many })
  if (link.kind === 'word')
    return words.say("That {below} moves {above} is one person's word, given on {day}.", {
      below: below.ref,
      above: upper,
      day: day(link.newest),
    })
  const behind =
    link.kind === 'heard'
      ? below.ref
      : words.say('{above}, which {relation} {below}', {
          above: upper,
          relation: reads,
          below: below.ref,
        })
  const { against, newest } = link
  if (link.sources === 0)
    return against === 0
      ? words.say('Nothing that somebody said stands behind {behind}.', { behind })
      : words.say('Nothing that somebody said stands behind {behind}; {against} against.', {
          behind,
          against,
        })
  const rest = { behind, day: day(newest) }
  return against === 0
    ? words.counted(
        link.sources,
        '# independent source stands behind {behind}, newest {day}.',
        '# independent sources stand behind {behind}, newest {day}.',
        rest,
      )
    : words.counted(
        link.sources,
        '# independent source stands behind {behind}, newest {day}; {against} against.',
        '# independent sources stand behind {behind}, newest {day}; {against} against.',
        { ...rest, against },
      )
}

const day = (at: string | null): string => (at ?? '').slice(0, 10)
