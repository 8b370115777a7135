/** A secret as Standard Webhooks writes it: `whsec_` and base64, made of base64url without its end. */
export function signingSecret(chance: string): string {
  const plain = chance.replaceAll('-', '+').replaceAll('_', '/')
  return `whsec_${plain.padEnd(Math.ceil(plain.length / 4) * 4, '=')}`
}
