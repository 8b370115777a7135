/** What one can commit to. The relation itself is declared by the area whose record it is. */
export const commitments: readonly string[] = ['need', 'objective', 'idea', 'roadmap-item']
