import { scored, type Inputs, type Scored } from './scored.ts'

export type IceInput = 'impact' | 'confidence' | 'ease'

/**
 * ICE: impact × confidence × ease, each from 1 to 10, more is better; 1 to 1,000. As Itamar Gilad
 * has it (Evidence Guided, 2023): with a product, low confidence weighs on the whole.
 */
export const ice = (inputs: Inputs<IceInput>): Scored<IceInput> =>
  scored(names, inputs, isOnScale, (of) => of('impact') * of('confidence') * of('ease'))

/**
 * The mean variant: (impact + confidence + ease) ÷ 3, 1 to 10 (Sean Ellis and Morgan Brown, Hacking
 * Growth, 2017). It orders otherwise than the product does: never compare the two.
 */
export const iceMean = (inputs: Inputs<IceInput>): Scored<IceInput> =>
  scored(names, inputs, isOnScale, (of) => (of('impact') + of('confidence') + of('ease')) / 3)

const names = ['impact', 'confidence', 'ease'] as const

const isOnScale = (value: number): boolean => value >= 1 && value <= 10
