/** The styles that a drawing gets from the page, and needs where there is none. */
const drawn = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const

/** A chart as a file of its own: what the page's style sheet gave it stands in it, on its own paper. */
export function drawingOf(chart: SVGSVGElement): string {
  const copy = chart.cloneNode(true) as SVGSVGElement
  const copies = copy.querySelectorAll('*')
  chart.querySelectorAll('*').forEach((element, at) => {
    const style = getComputedStyle(element)
    for (const name of drawn) copies[at]?.setAttribute(name, plainColour(style, name))
    copies[at]?.removeAttribute('class')
  })
  const { width, height } = sizeOf(chart)
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  paper.setAttribute('width', '100%')
  paper.setAttribute('height', '100%')
  paper.setAttribute('fill', pixel(getComputedStyle(document.body).backgroundColor))
  copy.prepend(paper)
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  copy.removeAttribute('class')
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}`
}

/** The same as pixels, twice as fine as it is drawn. */
export async function pixelsOf(chart: SVGSVGElement): Promise<Blob> {
  const { width, height } = sizeOf(chart)
  const href = URL.createObjectURL(new Blob([drawingOf(chart)], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = href
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * 2
    canvas.height = height * 2
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error('no pixels')) : resolve(blob)))
    })
  } finally {
    URL.revokeObjectURL(href)
  }
}

function sizeOf(chart: SVGSVGElement): { readonly width: number; readonly height: number } {
  const { width, height } = chart.viewBox.baseVal
  return { width, height }
}

const plainColour = (style: CSSStyleDeclaration, name: string): string => {
  const value = style.getPropertyValue(name)
  return name === 'fill' || name === 'stroke' ? pixel(value) : value
}

/** A colour as every program reads it: few know oklch. */
function pixel(colour: string): string {
  if (colour === 'none' || colour === '' || !/^(oklch|oklab|lab|lch|color)\(/.test(colour))
    return colour
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  if (context === null) return colour
  context.fillStyle = colour
  context.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data
  const parts = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')
  return alpha === 255 ? `#${parts}` : `#${parts}${alpha.toString(16).padStart(2, '0')}`
}
