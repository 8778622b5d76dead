import { createHash, randomBytes } from 'node:crypto'

/** A secret given to one person, such as an activation link: 256 bits drawn at random, safe in a URL. */
export const newJeton = () => randomBytes(32).toString('base64url')

/** What the database keeps of it: a stolen table opens nothing. */
export const hashJeton = (jeton: string) => createHash('sha256').update(jeton).digest('hex')
