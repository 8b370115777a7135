import { same as equal } from '../../engine/crud.ts'

/** What was typed into a form, and how those fields stood when it was begun. */
export interface Draft {
  readonly edits: Plain
  readonly before: Plain
}

export const noDraft: Draft = { edits: {}, before: {} }

/** Drafts that are being saved just now, by their names. */
const onTheWay = new Set<string>()

/**
 * What was typed and not saved, kept for this tab under a name. While it is saved no form begins from it: what is
 * written may draw the form anew, in another place, before the answer has come.
 */
export const keptDraft = (name: string) => ({
  read: (): Draft => {
    if (onTheWay.has(name)) return noDraft
    try {
      const { edits, before } = JSON.parse(
        sessionStorage.getItem(`draft ${name}`) ?? '{}',
      ) as Partial<Draft>
      return { edits: edits ?? {}, before: before ?? {} }
    } catch {
      return noDraft
    }
  },
  keep: (draft: Draft): void => {
    if (Object.keys(draft.edits).length === 0) sessionStorage.removeItem(`draft ${name}`)
    else sessionStorage.setItem(`draft ${name}`, JSON.stringify(draft))
  },
  forget: (): void => sessionStorage.removeItem(`draft ${name}`),
  /** Saves it, and forgets it once that is done; what could not be saved is a draft as before. */
  save: async (run: () => Promise<void>): Promise<void> => {
    onTheWay.add(name)
    try {
      await run()
      sessionStorage.removeItem(`draft ${name}`)
    } finally {
      onTheWay.delete(name)
    }
  },
})

/**
 * An edit of one field; back to how it stands is no edit. What was typed before and stands there now
 * was saved: the next edit begins from it.
 */
export function edited(draft: Draft, name: string, value: unknown, standing: unknown): Draft {
  const { [name]: typed, ...edits } = draft.edits
  const { [name]: begun, ...before } = draft.before
  if (same(value, standing)) return { edits, before }
  const isGoingOn = name in draft.edits && !same(typed, standing)
  return {
    edits: { ...edits, [name]: value },
    before: { ...before, [name]: (isGoingOn ? begun : standing) ?? null },
  }
}

/** Fields that were edited here and meanwhile changed, to something else, by somebody else. */
export const meanwhile = ({ edits, before }: Draft, standing: Plain): readonly string[] =>
  Object.keys(edits).filter(
    (name) => !same(standing[name], before[name]) && !same(standing[name], edits[name]),
  )

/** The edit of a field holds, over what it stands at now. */
export const held = (draft: Draft, name: string, standing: Plain): Draft => ({
  ...draft,
  before: { ...draft.before, [name]: standing[name] ?? null },
})

const same = (left: unknown, right: unknown): boolean => equal(left ?? null, right ?? null)

type Plain = Readonly<Record<string, unknown>>
