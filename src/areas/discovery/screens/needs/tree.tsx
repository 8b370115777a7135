import { useMemo, useState, type DragEvent, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Tree, TreeItem, TreeItemContent } from 'react-aria-components/Tree'
import { useSite } from '../../../../web/derived/site.ts'
import { cls } from '../../../../web/kit/cls.ts'
import { VerbMenu } from '../../../../web/kit/menu.tsx'
import { treeOf, type Branch } from '../../rules/need-tree.ts'
import { NeedRow } from './need-row.tsx'
import styles from './needs.module.css'
import { steps } from './steps.ts'
import type { Move } from './use-move.ts'
import { byEvidence, type Need } from './use-needs.ts'
import { words } from './words.ts'

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
  const [open, setOpen] = useState<ReadonlySet<string | number>>(
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
  return (
    <div
      onKeyDownCapture={(event) => {
        const way = event.key === 'ArrowRight' ? 'in' : event.key === 'ArrowLeft' ? 'out' : null
        const id = (event.target as Element).closest<HTMLElement>('[role=row]')?.dataset['key']
        if (way === null || !event.shiftKey || id === undefined || onMove === undefined) return
        event.preventDefault()
        event.stopPropagation()
        const isBack = document.documentElement.dir === 'rtl'
        step(id, isBack ? (way === 'in' ? 'out' : 'in') : way)
      }}
    >
      <Tree
        className={cls(styles.tree)}
        aria-label={words.title}
        items={branches}
        dependencies={[branches, open]}
        expandedKeys={open}
        onExpandedChange={setOpen}
        onAction={(key) => {
          const need = byId.get(String(key))
          if (need !== undefined) go(to('needs', need.ref))
        }}
      >
        {(branch) => (
          <Item
            branch={branch}
            open={open}
            onStep={step}
            onDrop={drop}
            mayMove={onMove !== undefined}
          />
        )}
      </Tree>
      {onMove !== undefined && (
        <p className={styles.top} data-screen-only="" {...target((id) => drop(id, null))}>
          {words.dropTop}
        </p>
      )}
    </div>
  )
}

interface ItemProps {
  readonly branch: Branch<Need>
  readonly open: ReadonlySet<string | number>
  readonly onStep: (id: string, way: 'in' | 'out' | 'top') => void
  readonly onDrop: (id: string, onto: Need) => void
  readonly mayMove: boolean
}

function Item({ branch, ...shared }: ItemProps): ReactNode {
  const { go, to } = useSite()
  const { row: need, parts } = branch
  const { open, onStep, onDrop, mayMove } = shared
  return (
    <TreeItem id={need.id} textValue={need.title} className={cls(styles.item)}>
      <TreeItemContent>
        {({ level }) => (
          <div
            className={styles.row}
            style={{ paddingInlineStart: `calc(${level - 1} * var(--level))` }}
            draggable={mayMove}
            onDragStart={(event) => {
              event.dataTransfer.clearData()
              event.dataTransfer.setData(needType, need.id)
              event.dataTransfer.setData('text/plain', `${need.ref} ${need.title}`)
              event.dataTransfer.effectAllowed = 'move'
            }}
            {...(mayMove ? target((id) => onDrop(id, need)) : {})}
          >
            {parts.length > 0 ? (
              <AriaButton
                slot="chevron"
                className={cls(styles.chevron)}
                aria-label={words.fold(need.title)}
              >
                <span aria-hidden="true" data-open={open.has(need.id) ? '' : undefined} />
              </AriaButton>
            ) : (
              <span className={styles.leaf} />
            )}
            <NeedRow
              need={need}
              {...(parts.length > 0 && !open.has(need.id) ? { parts: parts.length } : {})}
            />
            {mayMove && (
              <span className={styles.move} data-screen-only="">
                <VerbMenu
                  says={words.move}
                  label={words.moveNeed(need.title)}
                  verbs={[
                    { id: 'in', says: words.verbs.in, keys: 'Shift →' },
                    { id: 'out', says: words.verbs.out, keys: 'Shift ←', disabled: level === 1 },
                    { id: 'top', says: words.verbs.top, disabled: level === 1 },
                    { id: 'other', says: words.verbs.other },
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
        )}
      </TreeItemContent>
      {parts.map((part) => (
        <Item key={part.row.id} branch={part} {...shared} />
      ))}
    </TreeItem>
  )
}

/** What travels with a need that is being dragged. */
const needType = 'application/x-throughline-need'

/** Takes a need that is dropped here; where it lies over, that is shown. */
function target(onDrop: (id: string) => void) {
  const mark = (event: DragEvent<HTMLElement>, is: 'over' | 'away'): void => {
    if (is === 'over') event.currentTarget.dataset['over'] = ''
    else delete event.currentTarget.dataset['over']
  }
  return {
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (!event.dataTransfer.types.includes(needType)) return
      event.preventDefault()
      mark(event, 'over')
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => mark(event, 'away'),
    onDrop: (event: DragEvent<HTMLElement>) => {
      mark(event, 'away')
      if (!event.dataTransfer.types.includes(needType)) return
      event.preventDefault()
      onDrop(event.dataTransfer.getData(needType))
    },
  }
}
