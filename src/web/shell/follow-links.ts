/**
 * Links to pages of the workplace are gone to without loading it again; one that is opened in a new
 * window, loaded down, or leads elsewhere stays the browser's. Returns what ends it.
 */
export function followLinks(go: (href: string) => void): () => void {
  const onClick = (event: MouseEvent): void => {
    const isPlain =
      event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
    if (!isPlain || event.defaultPrevented || !(event.target instanceof Element)) return
    const link = event.target.closest<HTMLAnchorElement>('a[href]')
    if (link === null || link.target !== '' || link.hasAttribute('download')) return
    const { origin, pathname, search, hash } = new URL(link.href)
    // a place on the page that one is on already is the browser's to show
    if (origin !== location.origin || !pathname.startsWith('/w/') || hash !== '') return
    event.preventDefault()
    go(pathname + search)
  }
  document.addEventListener('click', onClick)
  return () => document.removeEventListener('click', onClick)
}
