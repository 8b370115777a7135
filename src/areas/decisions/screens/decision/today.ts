/** The day where the viewer is, YYYY-MM-DD. */
export function today(): string {
  const now = new Date()
  const two = (count: number): string => String(count).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
