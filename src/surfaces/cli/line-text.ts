export const lineAsText = (_c: unknown, _n: string, body: unknown, _o: unknown): string => JSON.stringify(body)
