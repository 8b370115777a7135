/**
 * Is there nothing in a text that anybody could see? White space, what Unicode has ignored where it is drawn
 * (zero-width spaces and joiners, byte-order marks, fillers), and the Braille pattern without a dot.
 */
export const saysNothing = (text: string): boolean => unseen.test(text)

const unseen = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]*$/u
