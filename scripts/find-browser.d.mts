export const unpacked: string
export function findBrowser(fits?: (path: string) => boolean): string | undefined
