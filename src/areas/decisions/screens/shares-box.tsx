import { useMemo, useState, type ReactNode } from 'react'
import { useHeld } from '../../../web/client/use-held.ts'
import { Box } from '../../../web/kit/aside.tsx'
import { Button, Buttons } from '../../../web/kit/button.tsx'
import { FormFrame } from '../../../web/kit/form-frame.tsx'
import { NumberField } from '../../../web/kit/number-field.tsx'
import type { Option } from '../../../web/kit/options.tsx'
import { Select } from '../../../web/kit/select.tsx'
import { number, say } from '../../../web/words/say.ts'
import { readShare } from '../rules/portfolio/shares.ts'
import styles from './portfolio.module.css'

/** Of all that is spent, how much goes at least to which ideas: each share as it is written, such as "OBJ-3: 20 %". */
export function SharesBox({
  shares,
  onShares,
}: {
  readonly shares: readonly string[]
  readonly onShares: (next: readonly string[]) => void
}): ReactNode {
  const options = useGroups()
  const [of, setOf] = useState<string | null>(null)
  const [percent, setPercent] = useState<number | null>(20)
  const nameOf = (share: string): string => readShare(share)?.name ?? share
  const titleOf = (share: string): string =>
    options.find(({ id }) => id === nameOf(share))?.label ?? nameOf(share)
  const add = (): void => {
    if (of === null || percent === null) return
    onShares([...shares.filter((share) => nameOf(share) !== of), `${of}: ${percent} %`])
    setOf(null)
  }
  return (
    <Box title={say('At least so much for')}>
      <ul className={styles.plans}>
        {shares.map((share) => (
          <li key={share}>
            <span dir="auto">{titleOf(share)}</span>
            <span>{percentOf(share)}</span>
            <small>
              <Button
                kind="quiet"
                label={say('Ask no share for {name}', { name: titleOf(share) })}
                onPress={() => onShares(shares.filter((one) => one !== share))}
              >
                {say('Ask none')}
              </Button>
            </small>
          </li>
        ))}
      </ul>
      {options.length === 0 ? (
        <p className={styles.says}>
          {say('Once there is an objective or a product, a share can be kept for it.')}
        </p>
      ) : (
        <FormFrame className={styles.asking} onSubmit={add}>
          <Select label={say('Ideas for')} options={options} value={of} onChange={setOf} />
          <NumberField
            label={say('At least')}
            unit={say('% of what is spent')}
            min={1}
            max={100}
            value={percent}
            onChange={setPercent}
          />
          <Buttons>
            <Button type="submit" disabled={of === null || percent === null}>
              {say('Keep this share')}
            </Button>
          </Buttons>
        </FormFrame>
      )}
    </Box>
  )
}

function percentOf(share: string): string {
  const read = readShare(share)
  return read === undefined ? '' : `${number(read.percent)} %`
}

/** By what ideas can be counted together: horizons first, then objectives, then products. */
function useGroups(): readonly Option[] {
  const objectives = useHeld('objective')
  const products = useHeld('product')
  return useMemo(() => {
    const periods = new Set(
      (objectives ?? []).flatMap((row) =>
        typeof row['period'] === 'string' && row['period'] !== '' ? [row['period']] : [],
      ),
    )
    return [
      ...[...periods]
        .toSorted((one, other) => (one < other ? -1 : 1))
        .map((period) => ({
          id: period,
          label: say('objectives of {period}', { period }),
        })),
      ...(objectives ?? []).map((row) => ({
        id: row.ref,
        label: String(row['title']),
        detail: row.ref,
      })),
      ...(products ?? []).map((row) => ({
        id: row.ref,
        label: String(row['name'] ?? row['title']),
        detail: row.ref,
      })),
    ]
  }, [objectives, products])
}
