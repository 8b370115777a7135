import type { Change } from '../../../engine/change.ts'
import { command, type Scene } from '../../../engine/command.ts'
import { optional, present, same, settle } from '../../../engine/crud.ts'
import { ref, text } from '../../../engine/field.ts'
import { invalid, taken } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { sentence } from '../../../engine/words.ts'
import { amendment } from '../records/amendment.ts'
import { decision } from '../records/decision.ts'
import { tripwire } from '../records/tripwire.ts'
import { watchFaults } from '../rules/watch-faults.ts'

const named = { tripwire: ref({ label: 'Tripwire', to: 'tripwire', required: true }) }
const because = text({
  label: 'Reason',
  max: 1000,
  lines: 'many',
  help: 'Needed once the decision was taken; it stands with the decision from then on',
})

/** What may change; for something else to be watched, this one is withdrawn and another one set. */
const { comparison, threshold, withinDays, segment, by, rearmAt, silentDays, whenSilent } =
  tripwire.fields
const changeable = {
  text: tripwire.fields.text,
  comparison,
  threshold,
  withinDays,
  segment,
  by,
  rearmAt,
  silentDays,
  whenSilent,
}

/** Changes what would make us look again. Once the bet runs nobody does so silently: the decision says it. */
export const editTripwire = command({
  name: 'edit-tripwire',
  says: 'Change a tripwire',
  on: 'tripwire',
  input: { ...named, ...optional(changeable), reason: because },
  may: 'editor',
  decide: async ({ tripwire: which, reason, ...given }, scene) => {
    const { wire, on } = await changeableOf(which, scene)
    const patch = await settle(tripwire, given, scene, wire)
    if (Object.keys(patch).length === 0) return { changes: [] }
    const faults = watchFaults({ ...wire, ...patch })
    if (faults.length > 0) throw invalid('This tripwire cannot be watched as it is.', faults)
    const isOnlyWords = Object.keys(patch).every((name) => name === 'text')
    // It is looked at anew, with the value that there is.
    const anew = isOnlyWords ? {} : { state: 'armed', value: null }
    return {
      changes: [
        { op: 'update', record: tripwire.name, id: wire.id, patch: { ...patch, ...anew } },
        ...noted(on, saidOf(wire, patch), reason, scene),
      ],
    }
  },
})

/** Takes a tripwire away; it is watched no more, and stays to be read. */
export const withdrawTripwire = command({
  name: 'withdraw-tripwire',
  says: 'Withdraw a tripwire',
  on: 'tripwire',
  input: { ...named, reason: because },
  may: 'editor',
  decide: async ({ tripwire: which, reason }, scene) => {
    const { wire, on } = await changeableOf(which, scene)
    return {
      changes: [
        { op: 'update', record: tripwire.name, id: wire.id, patch: { state: 'withdrawn' } },
        ...noted(on, `${wire.ref} “${String(wire['text'])}” → –`, reason, scene),
      ],
    }
  },
})

async function changeableOf(
  which: string,
  scene: Scene,
): Promise<{ readonly wire: Row; readonly on: Row }> {
  const wire = await present(tripwire, which, scene)
  if (wire['state'] === 'withdrawn')
    throw taken(sentence('{ref} was withdrawn. Set another one.', { ref: wire.ref }))
  if (wire['state'] === 'fired')
    throw taken(
      sentence('{ref} has fired. Record a review of the decision first.', { ref: wire.ref }),
    )
  return { wire, on: await present(decision, wire['decisionId'], scene) }
}

/** Once the decision was taken, what was changed stands with it, and why. */
function noted(
  on: Row,
  what: string,
  reason: string | null | undefined,
  scene: Scene,
): readonly Change[] {
  if (on['state'] === 'open') return []
  const why = (reason ?? '').trim()
  if (why === '')
    throw invalid('A tripwire of a decision that was taken does not change silently.', [
      { at: 'reason', says: 'Say why. It stands with the decision from then on.' },
    ])
  const said = `${what}\n${why}`
  const row = {
    decisionId: on.id,
    text: said.slice(0, amendment.fields.text.max),
    byId: scene.actor.id,
  }
  return [{ op: 'create', record: amendment.name, id: scene.newId(), row }]
}

/** The tripwire by its name, and each field before and after; figures and words need no language. */
function saidOf(wire: Row, patch: Readonly<Record<string, unknown>>): string {
  const fields = Object.entries(patch).flatMap(([name, value]) => {
    const label = (changeable as Readonly<Record<string, { readonly label: string }>>)[name]?.label
    const before = wire[name] ?? null
    return label === undefined || same(before, value)
      ? []
      : [`${label}: ${String(before ?? '–')} → ${String(value ?? '–')}`]
  })
  return [`${wire.ref} “${String(wire['text'])}”`, ...fields].join('\n')
}
