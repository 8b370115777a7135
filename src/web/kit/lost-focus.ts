/**
 * After what closes has given the focus back as well as it can: where that place is gone too, the focus
 * goes to `place`, and to the page as a whole where there is none.
 */
export function mendFocus(place: () => Element | null | undefined): void {
  setTimeout(() => {
    if (document.activeElement !== document.body) return
    const back = place() ?? document.getElementById('page')
    if (back instanceof HTMLElement) back.focus({ preventScroll: true })
  }, 50)
}
