import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { useSite } from '../../../../web/derived/site.ts'
import { cls } from '../../../../web/kit/cls.ts'
import { VerbMenu } from '../../../../web/kit/menu.tsx'
import { say, words } from '../../../../web/words/say.ts'
import { treeOf, type Branch } from '../../rules/need-tree.ts'
import { needType, target } from './drag.ts'
import { NeedRow } from './need-row.tsx'
import styles from './needs.module.css'
import { steps } from './steps.ts'
import type { Move } from './use-move.ts'
import { byEvidence, type Need } from './use-needs.ts'

/** So many stand open at first; a larger tree begins folded. */
const mostOpen = 200

/** Needs as a tree: arrows walk and fold it, Shift and an arrow move a need in or out. */
export function NeedTree({
  needs,
  onMove,
}: {
  readonly needs: readonly Need[]
  readonly onMove: Move | undefined
}): ReactNode {
  const { go, to } = useSite()
  const branches = useMemo(() => treeOf(needs, byEvidence), [needs])
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(needs.length > mostOpen ? [] : needs.map(({ id }) => id)),
  )
  const byId = useMemo(() => new Map(needs.map((need) => [need.id, need] as const)), [needs])
  const step = (id: string, way: keyof ReturnType<typeof steps>): void => {
    const need = byId.get(id)
    const onto = steps(branches, id)[way]
    if (need === undefined || onto === undefined) return
    // what goes in is seen to have gone in
    if (onto !== null) setOpen(new Set([...open, onto]))
    onMove?.(need, onto === null ? null : (byId.get(onto) ?? null))
  }
  const drop = (id: string, onto: Need | null): void => {
    const need = byId.get(id)
    if (need === undefined) return
    if (onto !== null) setOpen(new Set([...open, onto.id]))
    onMove?.(need, onto)
  }
  const shown = useMemo(() => shownOf(branches, open, 1), [branches, open])
  const [at, setAt] = useState<string | undefined>()
  const here = shown.some(({ id }) => id === at) ? at : shown[0]?.id
  const table = useRef<HTMLDivElement>(null)
  const focus = (id: string | undefined): void => {
    if (id === undefined) return
    setAt(id)
    table.current?.querySelector<HTMLElement>(`[data-key="${id}"]`)?.focus()
  }
  // a row that goes elsewhere on the page takes the focus along
  useEffect(() => {
    if (at === undefined || document.activeElement !== document.body) return
    table.current?.querySelector<HTMLElement>(`[data-key="${at}"]`)?.focus()
  }, [shown, at])
  const setFold = (id: string, is: 'open' | 'folded'): void => {
    const next = new Set(open)
    if (is === 'open') next.add(id)
    else next.delete(id)
    setOpen(next)
  }
  const onKey = (event: KeyboardEvent): void => {
    const place = shown.findIndex(({ id }) => id === here)
    const line = shown[place]
    if (line === undefined || !(event.target as Element).matches('[role=row]')) return
    const keys = keysOf(event)
    const act: Readonly<Record<string, () => void>> = {
      down: () => focus(shown[place + 1]?.id),
      up: () => focus(shown[place - 1]?.id),
      home: () => focus(shown[0]?.id),
      end: () => focus(shown.at(-1)?.id),
      enter: () => go(to('needs', line.row.ref)),
      unfold: () => (line.isOpen ? focus(shown[place + 1]?.id) : setFold(line.id, 'open')),
      fold: () => (line.isOpen ? setFold(line.id, 'folded') : focus(line.whole)),
      in: () => step(line.id, 'in'),
      out: () => step(line.id, 'out'),
    }
    if (keys === undefined || (keys === 'unfold' && line.parts.length === 0)) return
    event.preventDefault()
    act[keys]?.()
  }
  return (
    <>
      <div
        ref={table}
        role="treegrid"
        tabIndex={-1}
        aria-label={say('Needs')}
        className={styles.tree}
        onKeyDown={onKey}
      >
        {shown.map((line) => (
          <Item
            key={line.id}
            line={line}
            tabIndex={line.id === here ? 0 : -1}
            onFocus={() => setAt(line.id)}
            onFold={() => setFold(line.id, line.isOpen ? 'folded' : 'open')}
            onStep={step}
            onDrop={drop}
            mayMove={onMove !== undefined}
          />
        ))}
      </div>
      {onMove !== undefined && (
        <p className={styles.top} data-screen-only="" {...target((id) => drop(id, null))}>
          {say('Drop it here to take it out to the top')}
        </p>
      )}
    </>
  )
}

/** A branch where it stands on the page. */
interface Line extends Branch<Need> {
  readonly level: number
  readonly isOpen: boolean
  readonly whole: string | undefined
}

/** The branches that are not folded away, from top to bottom. */
const shownOf = (
  branches: readonly Branch<Need>[],
  open: ReadonlySet<string>,
  level: number,
  whole?: string,
): readonly Line[] =>
  branches.flatMap((branch) => {
    const isOpen = branch.parts.length > 0 && open.has(branch.id)
    const line = { ...branch, level, isOpen, whole }
    return isOpen ? [line, ...shownOf(branch.parts, open, level + 1, branch.id)] : [line]
  })

/** What a key asks of the row that has the focus; an arrow points the way the page is read. */
function keysOf(event: KeyboardEvent): string | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
    const isOn = (event.key === 'ArrowRight') !== isBack()
    return event.shiftKey ? (isOn ? 'in' : 'out') : isOn ? 'unfold' : 'fold'
  }
  return { ArrowDown: 'down', ArrowUp: 'up', Home: 'home', End: 'end', Enter: 'enter' }[event.key]
}

const isBack = (): boolean => words().language.direction === 'rtl'

/** The key of a step, as it is written on the keyboard. */
const keyOf = (way: 'in' | 'out'): string =>
  (way === 'in') === isBack() ? say('Shift ←') : say('Shift →')

function Item({
  line,
  tabIndex,
  onFocus,
  onFold,
  onStep,
  onDrop,
  mayMove,
}: {
  readonly line: Line
  readonly tabIndex: 0 | -1
  readonly onFocus: () => void
  readonly onFold: () => void
  readonly onStep: (id: string, way: 'in' | 'out' | 'top') => void
  readonly onDrop: (id: string, onto: Need) => void
  readonly mayMove: boolean
}): ReactNode {
  const { go, to } = useSite()
  const { row: need, parts, level, isOpen } = line
  return (
    <div
      role="row"
      className={styles.item}
      data-key={need.id}
      tabIndex={tabIndex}
      aria-level={level}
      aria-expanded={parts.length > 0 ? isOpen : undefined}
      onFocus={onFocus}
      draggable={mayMove}
      onDragStart={(event) => {
        event.dataTransfer.clearData()
        event.dataTransfer.setData(needType, need.id)
        event.dataTransfer.setData('text/plain', `${need.ref} ${need.title}`)
        event.dataTransfer.effectAllowed = 'move'
      }}
      {...(mayMove ? target((id) => onDrop(id, need)) : {})}
    >
      <div
        role="gridcell"
        className={styles.row}
        style={{ paddingInlineStart: `calc(${level - 1} * var(--level))` }}
      >
        {parts.length > 0 ? (
          <AriaButton
            className={cls(styles.chevron)}
            aria-label={say('Fold or unfold “{title}”', { title: need.title })}
            aria-expanded={isOpen}
            onPress={onFold}
          >
            <span aria-hidden="true" data-open={isOpen ? '' : undefined} />
          </AriaButton>
        ) : (
          <span className={styles.leaf} />
        )}
        <NeedRow need={need} {...(parts.length > 0 && !isOpen ? { parts: parts.length } : {})} />
        {mayMove && (
          <span className={styles.move} data-screen-only="">
            <VerbMenu
              says={say('Move')}
              label={say('Move “{title}”', { title: need.title })}
              verbs={[
                { id: 'in', says: say('Under the one above'), keys: keyOf('in') },
                { id: 'out', says: say('One level up'), keys: keyOf('out'), disabled: level === 1 },
                { id: 'top', says: say('To the top'), disabled: level === 1 },
                { id: 'other', says: say('Under another…') },
              ]}
              onVerb={(verb) =>
                verb === 'other'
                  ? go(to('needs', need.ref, 'edit'))
                  : onStep(need.id, verb as 'in' | 'out' | 'top')
              }
            />
          </span>
        )}
      </div>
    </div>
  )
}
