import fc from 'fast-check'

/**
 * What chance made is the same in every ordinary run, so that a red one can be looked at; the long run
 * makes something else each time, and says its seed when it fails. THROUGHLINE_SEED sets it by hand.
 */
const given = process.env['THROUGHLINE_SEED']
const long = process.env['THROUGHLINE_LONG'] === '1'
if (given !== undefined) fc.configureGlobal({ seed: Number(given) })
else if (!long) fc.configureGlobal({ seed: 20_261_122 })
