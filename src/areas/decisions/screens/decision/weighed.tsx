import type { ReactNode } from 'react'
import { cls } from '../../../../web/kit/cls.ts'
import { say } from '../../../../web/words/say.ts'
import type { Dossier } from '../../rules/dossier.ts'
import { Cell } from './cell.tsx'
import styles from './decision.module.css'
import { Evidence } from './evidence.tsx'
import { AddCriterion, AddOption, CriterionVerbs, OptionVerbs } from './weighing-verbs.tsx'

/** What we weighed: options side by side, criteria down, the chosen one framed, evidence for and against each. */
export function WhatWeWeighed({
  dossier,
  mayChange,
}: {
  readonly dossier: Dossier
  readonly mayChange: boolean
}): ReactNode {
  const { decision, options, criteria, ratings } = dossier
  if (options.length === 0 && !mayChange) return null
  const chosenId = decision['chosenId']
  const isOpen = decision['state'] === 'open'
  const frame = (id: string): string => cls(id === chosenId && styles.chosen)
  return (
    <section className={styles.part} id="at-options" tabIndex={-1}>
      <h2 className={styles.partTitle}>{say('What we weighed')}</h2>
      {options.length > 0 && (
        <table className={styles.options} role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col" className={styles.corner}>
                {say('Weighed by')}
              </th>
              {options.map(({ letter, row }) => (
                <th
                  key={row.id}
                  role="columnheader"
                  scope="col"
                  className={frame(row.id)}
                  dir="auto"
                >
                  <span className={styles.letter}>{letter}</span>
                  {String(row['title'])}
                  {row.id === chosenId && <em>{say('chosen')}</em>}
                  {typeof row['detail'] === 'string' && (
                    <p className={styles.detail} dir="auto">
                      {row['detail']}
                    </p>
                  )}
                  {mayChange && <OptionVerbs option={row} letter={letter} />}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {criteria.map((criterion) => (
              <tr key={criterion.id} role="row">
                <th role="rowheader" scope="row" dir="auto">
                  {String(criterion['title'])}
                  {typeof criterion['unit'] === 'string' && (
                    <span className={styles.unit}>{`, ${criterion['unit']}`}</span>
                  )}
                  {mayChange && <CriterionVerbs criterion={criterion} />}
                </th>
                {options.map(({ letter, row }) => (
                  <td key={row.id} role="cell" className={frame(row.id)} data-option={letter}>
                    <Cell
                      criterion={criterion}
                      option={{ letter, row }}
                      ratings={ratings.filter(
                        (one) => one['criterionId'] === criterion.id && one['optionId'] === row.id,
                      )}
                      isOpen={isOpen}
                    />
                  </td>
                ))}
              </tr>
            ))}
            <tr role="row" id="at-evidence" tabIndex={-1}>
              <th role="rowheader" scope="row">
                {say('Evidence')}
              </th>
              {options.map((option) => (
                <td
                  key={option.row.id}
                  role="cell"
                  className={frame(option.row.id)}
                  data-option={option.letter}
                >
                  <Evidence dossier={dossier} option={option} mayChange={mayChange} />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      )}
      {mayChange && (
        <div className={styles.verbs} data-screen-only="">
          <AddOption dossier={dossier} />
          <AddCriterion dossier={dossier} />
        </div>
      )}
    </section>
  )
}
